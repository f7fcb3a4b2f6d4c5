import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/schema.ts';
import type { HostedOwners } from '../hosted/hosted-owner.ts';
import type { GatewayFeed } from './gateway-feed.ts';
import type { Logger } from '../logger.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import type { Settings } from '../settings.ts';
import type { PresignedUrls } from './presigned-url.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Tokens } from './tokens.ts';

/** Everything that the operations work with. */
export interface Gateway {
  readonly settings: Settings;
  readonly db: Kysely<Database>;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly log: Logger;
  readonly feed: GatewayFeed;
  readonly tokens: Tokens;
  readonly presigned: PresignedUrls;
  readonly statusLimit: RateLimit;
  /** What the systems do when a hosted check of theirs ends. */
  readonly hosted: HostedOwners;
  readonly assureLimit: RateLimit;
  /** Ends when the sandbox closes. */
  readonly signal: AbortSignal;
}
