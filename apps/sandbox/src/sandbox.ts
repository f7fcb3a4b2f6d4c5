import { type ServerType, serve } from '@hono/node-server';
import { sql } from 'kysely';
import { createAssureHostedOwner } from './assure/create-assure-hosted-owner.ts';
import { verifyProcess } from './assure/verify-process.ts';
import { deliverCallback } from './callbacks/deliver-callback.ts';
import { systemClock } from './clock.ts';
import { createApp } from './create-app.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase } from './database/open-database.ts';
import { signingSecret } from './database/signing-secret.ts';
import { finishBackchannelLogin } from './face-oidc/backchannel-login.ts';
import { createFaceHostedOwner } from './face-oidc/create-face-hosted-owner.ts';
import { createFaceProviders } from './face-oidc/face-providers.ts';
import { createGatewayFeed } from './gateway/gateway-feed.ts';
import { concludeStep } from './idnow/conclude-step.ts';
import { createIdnowHostedOwner } from './idnow/idnow-hosted-owner.ts';
import { createLogger } from './logger.ts';
import type { Gateway } from './gateway/gateway.ts';
import { createPresignedUrls } from './gateway/presigned-url.ts';
import { createRateLimit } from './gateway/rate-limit.ts';
import { createTokens } from './gateway/tokens.ts';
import { createGuardedFetch } from './outbound/guarded-fetch.ts';
import { createFetchReferenceImage } from './onekyc/fetch-reference-image.ts';
import { createHostedOwners } from './hosted/hosted-owner.ts';
import { processHostedAttempt } from './hosted/process-hosted-attempt.ts';
import { createMosaicHostedOwner } from './mosaic/create-mosaic-hosted-owner.ts';
import { createOneKycHostedOwner } from './onekyc/create-onekyc-hosted-owner.ts';
import { processSubmission } from './onekyc/process-submission.ts';
import { createVerifierProcessor } from './processing/verifier-processor.ts';
import { openJobQueue } from './queue/job-queue.ts';
import { sweepRetention } from './retention/sweep-retention.ts';
import type { SandboxOptions } from './sandbox-options.ts';
import { toSettings } from './settings.ts';

/** A running sandbox. */
export interface Sandbox {
  /** Answers a request without a socket, for tests in process. */
  fetch(request: Request): Promise<Response>;
  /** Starts to listen; port 0 takes a free one. Resolves with the origin. */
  listen(at?: { readonly port?: number; readonly host?: string }): Promise<string>;
  /** The origin, or null before `listen`. The OneKYC base URL is `${url}/onekyc`. */
  readonly url: string | null;
  /** Ends requests, jobs and the database, in that order. A second call waits for the first. */
  close(): Promise<void>;
}

const LOOPBACK_HOSTS = new Set(['127.0.0.1', '::1', 'localhost']);

/** How long running requests may take to end when the sandbox closes. */
const CLOSE_GRACE_MS = 3_000;
const CLOSE_SWEEP_MS = 20;

/** Opens the database, brings it up to date, and starts the workers. Rejects when any of that fails. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = toSettings(options);
  const clock = options.clock ?? systemClock;
  const log = createLogger(clock, options.log);
  const ended = new AbortController();
  const database = await openDatabase(options);
  const closers: (() => Promise<void>)[] = [() => database.close()];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.toReversed()) {
      await close().catch((error: unknown) => log.error('close-failed', error));
    }
  };
  try {
    await migrate(database.db);
    const queue = await openJobQueue(database, { onError: (error) => log.error('queue', error) });
    closers.push(() => queue.stop());
    await database.saveSeed();
    const secret = await signingSecret(database.db);
    const outbound = createGuardedFetch(settings, options.lookup);
    closers.push(() => outbound.close());
    const processor = options.processor ?? createVerifierProcessor();
    closers.push(() => processor.close());
    const feed = createGatewayFeed(clock);
    const gateway: Gateway = {
      settings,
      db: database.db,
      queue,
      clock,
      log,
      feed,
      tokens: createTokens({ secret, clock, ...settings }),
      presigned: createPresignedUrls(secret, clock),
      statusLimit: createRateLimit({ burst: settings.statusRequestsPerTenSeconds, windowMs: 10_000, clock }),
      hosted: createHostedOwners(),
      assureLimit: createRateLimit({ burst: settings.assureRequestsPerTenSeconds, windowMs: 10_000, clock }),
      signal: ended.signal,
    };
    const fetchReferenceImage = createFetchReferenceImage({ fetch: outbound, feed, log });
    // Before the work begins: here the systems say what becomes of their hosted checks.
    const faceProviders = createFaceProviders(gateway, { outbound, processor, secret });
    const app = createApp(gateway, faceProviders, {
      isHealthy: async () => {
        await sql`select 1`.execute(database.db);
      },
      database: database.kind,
    });
    gateway.hosted.register('assure', createAssureHostedOwner(gateway));
    gateway.hosted.register('onekyc', createOneKycHostedOwner(gateway, fetchReferenceImage));
    gateway.hosted.register('mosaic', createMosaicHostedOwner(gateway));
    gateway.hosted.register('face-oidc', createFaceHostedOwner(gateway));
    gateway.hosted.register('idnow', createIdnowHostedOwner(gateway));
    await queue.work({
      'process-submission': ({ submissionId }, attempt) =>
        processSubmission(gateway, { processor, fetchReferenceImage }, submissionId, attempt),
      'verify-process': ({ processId }, attempt) => verifyProcess(gateway, processor, processId, attempt),
      'check-hosted-attempt': ({ checkId }, attempt) => processHostedAttempt(gateway, processor, checkId, attempt),
      'conclude-idnow-step': ({ sessionId }, attempt) => concludeStep(gateway, processor, sessionId, attempt),
      'deliver-callback': ({ deliveryId }, attempt) => deliverCallback(gateway, outbound, deliveryId, attempt.signal),
      'finish-backchannel-login': ({ loginId }) => finishBackchannelLogin(gateway, faceProviders, loginId),
      'sweep-retention': async () => {
        await sweepRetention(gateway);
      },
    });
    let server: ServerType | null = null;
    let url: string | null = null;
    let closing: Promise<void> | null = null;
    return {
      fetch: async (request) => app.fetch(request),
      async listen({ port = 8787, host = '127.0.0.1' } = {}) {
        if (server !== null) throw new TypeError('already listening');
        // The control interface tells this machine's callers by the name they used, which a stranger can invent.
        if (settings.control.enabled && settings.control.token === null && !LOOPBACK_HOSTS.has(host)) {
          throw new TypeError('control: set a token, or disable it, to listen beyond this machine');
        }
        server = await startServer((request) => app.fetch(request), port, host);
        const address = server.address();
        const actualPort = typeof address === 'object' && address !== null ? address.port : port;
        url = settings.publicUrl ?? `http://${nameOf(host)}:${actualPort}`;
        return url;
      },
      get url() {
        return url;
      },
      close() {
        closing ??= (async () => {
          ended.abort();
          if (server !== null) await stopServer(server);
          await closeAll();
        })();
        return closing;
      },
    };
  } catch (error) {
    ended.abort();
    await closeAll();
    throw error;
  }
}

/** A host as an address names it: one that stands for every interface by this machine's, IPv6 in brackets. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function startServer(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  hostname: string,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname }, () => resolve(server));
    server.once('error', reject);
  });
}

async function stopServer(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if (!('closeIdleConnections' in server)) return closed;
  // Again and again: a connection whose answer has just ended would otherwise stay for its next request.
  const sweep = setInterval(() => server.closeIdleConnections(), CLOSE_SWEEP_MS);
  const force = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(force);
}
