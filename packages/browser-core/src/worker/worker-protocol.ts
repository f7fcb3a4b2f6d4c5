import type { WorkerFailure } from './worker-failure.ts';

/** What every worker of this package says; the rest is its own protocol. */
export type WorkerNews<Opened> =
  | { readonly type: 'progress'; readonly loadedBytes: number; readonly totalBytes: number }
  | ({ readonly type: 'opened' } & Opened)
  | { readonly type: 'open-failed'; readonly error: WorkerFailure };

/** The answer to the call of that number. */
export type WorkerAnswer<Answer> =
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'call-failed'; readonly id: number; readonly error: WorkerFailure };
