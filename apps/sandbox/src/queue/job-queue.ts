import type { Kysely, Transaction } from 'kysely';
import { fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { OpenDatabase } from '../database/database-handle.ts';
import type { Database } from '../database/schema.ts';

/** What the sandbox does outside a request, and the ids that each job carries. Never data about a person. */
export interface Jobs {
  'process-submission': { readonly submissionId: string };
  'verify-process': { readonly processId: string };
  'check-hosted-attempt': { readonly checkId: string };
  'conclude-idnow-step': { readonly sessionId: string };
  'deliver-callback': { readonly deliveryId: string };
  'finish-backchannel-login': { readonly loginId: string };
  'sweep-retention': Record<string, never>;
}

export type JobName = keyof Jobs;

export type JobHandler<N extends JobName> = (
  data: Jobs[N],
  attempt: { readonly isLast: boolean; readonly signal: AbortSignal },
) => Promise<void>;

export type JobHandlers = { readonly [N in JobName]: JobHandler<N> };

/** Durable work. A job that throws runs again, up to its queue's limit. */
export interface JobQueue {
  /**
   * Enqueues within `trx`, so that the job exists exactly when the change that caused it does. A delay counts on real time,
   * whatever clock the rules run on.
   */
  send<N extends JobName>(
    trx: Transaction<Database> | Kysely<Database>,
    name: N,
    data: Jobs[N],
    delayMs?: number,
  ): Promise<void>;
  work(handlers: JobHandlers): Promise<void>;
  /** Waits for running jobs (up to five seconds), then stops. */
  stop(): Promise<void>;
}

const RETRY_LIMIT = {
  'process-submission': 2,
  'verify-process': 2,
  'check-hosted-attempt': 2,
  'conclude-idnow-step': 2,
  'deliver-callback': 3,
  'finish-backchannel-login': 3,
  'sweep-retention': 0,
} as const satisfies Record<JobName, number>;
const JOB_NAMES = Object.keys(RETRY_LIMIT) as JobName[];

/** For deferred jobs; new ones do not wait for it, they are announced by NOTIFY. Each worker's poll costs the embedded database a query. */
const POLL_SECONDS = 1;
const RETENTION_POLL_SECONDS = 30;
const STOP_TIMEOUT_MS = 5_000;

/** Opens the queue inside the sandbox's own database. */
export async function openJobQueue(
  database: OpenDatabase,
  options: { readonly onError: (error: Error) => void },
): Promise<JobQueue> {
  const boss = new PgBoss({
    ...(database.queueDb === null ? {} : { db: database.queueDb, backend: 'pglite' as const }),
    ...(database.connectionString === null ? {} : { connectionString: database.connectionString, max: 4 }),
    useListenNotify: true,
    monitorVacuum: false,
    reindex: false,
  });
  boss.on('error', options.onError);
  await boss.start();
  for (const name of JOB_NAMES) {
    await boss.createQueue(name, {
      notify: true,
      retryLimit: RETRY_LIMIT[name],
      retryDelay: 1,
      expireInSeconds: 120,
      deleteAfterSeconds: 3600,
    });
  }
  await boss.schedule('sweep-retention', '* * * * *', {});

  return {
    async send(trx, name, data, delayMs = 0) {
      await boss.send(name, data, {
        db: fromKysely(trx),
        ...(delayMs > 0 ? { startAfter: new Date(Date.now() + delayMs) } : {}),
      });
    },
    async work(handlers) {
      for (const name of JOB_NAMES) {
        const pollSeconds = name === 'sweep-retention' ? RETENTION_POLL_SECONDS : POLL_SECONDS;
        const handler = handlers[name] as JobHandler<JobName>;
        await boss.work(
          name,
          {
            includeMetadata: true,
            pollingIntervalSeconds: pollSeconds,
            // Deferred retries are not announced, and the default backstop would find them 30 s late.
            notifyPollingIntervalSeconds: pollSeconds,
            localConcurrency: name === 'deliver-callback' ? 2 : 1,
          },
          async (jobs: JobWithMetadata<Jobs[JobName]>[]) => {
            for (const job of jobs) {
              await handler(job.data, { isLast: job.retryCount >= job.retryLimit, signal: job.signal });
            }
          },
        );
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS, close: true }),
  };
}
