import { Worker } from 'node:worker_threads';
import { VerifierError } from '../verifier-error.ts';
import type { Answer, Task, TaskResults, ThreadSettings } from './protocol.ts';

export interface ThreadPoolOptions extends ThreadSettings {
  readonly threads: number;
  /** Longest time that one task may run once a thread has it. */
  readonly deadlineMs: number;
  /** Tasks that may wait for a thread. */
  readonly maxQueued: number;
  /** Starts a thread; replaced in tests. */
  readonly createThread?: (settings: ThreadSettings) => Worker;
}

/** Runs tasks on threads of their own, so that no picture blocks the caller's event loop. */
export interface ThreadPool {
  run<T extends Task>(task: T, signal?: AbortSignal): Promise<TaskResults[T['kind']]>;
  close(): Promise<void>;
}

interface Job {
  readonly task: Task;
  readonly settle: (answer: Answer) => void;
  readonly fail: (reason: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

export function createThreadPool(options: ThreadPoolOptions): ThreadPool {
  const { threads: size, deadlineMs, maxQueued, createThread = startThread } = options;
  const { limits, policy, documentPolicy, livenessPolicy, assets } = options;
  const threads = new Set<Thread>();
  const queue: Job[] = [];
  let isClosed = false;

  /** Hands waiting jobs to idle threads, starting threads up to the pool's size. */
  function dispatch(): void {
    while (queue.length > 0) {
      const thread = [...threads].find(({ job }) => job === undefined) ?? (threads.size < size ? spawn() : undefined);
      const job = thread === undefined ? undefined : queue.shift();
      if (thread === undefined || job === undefined) return;
      thread.job = job;
      thread.worker.ref();
      thread.timer = setTimeout(() => {
        retire(thread, new VerifierError('deadline-exceeded', `the picture took longer than ${deadlineMs} ms`));
      }, deadlineMs);
      thread.worker.postMessage(job.task, []);
    }
  }

  function spawn(): Thread {
    const thread: Thread = {
      worker: createThread({ limits, policy, documentPolicy, livenessPolicy, assets }),
      job: undefined,
      timer: undefined,
    };
    threads.add(thread);
    thread.worker.on('message', (answer: Answer) => {
      const { job } = thread;
      release(thread);
      job?.settle(answer);
      dispatch();
    });
    const onEnd = (cause: unknown): void =>
      retire(thread, new VerifierError('vision-failed', 'the analysis thread ended', { cause }));
    thread.worker.on('error', onEnd);
    thread.worker.on('exit', onEnd);
    return thread;
  }

  function release(thread: Thread): void {
    clearTimeout(thread.timer);
    thread.job = undefined;
    // An idle pool keeps no process alive.
    thread.worker.unref();
  }

  /** Gives a thread up; its successor starts when there is work. */
  function retire(thread: Thread, reason: unknown): void {
    if (!threads.delete(thread)) return;
    const { job } = thread;
    release(thread);
    void thread.worker.terminate();
    job?.fail(reason);
    if (!isClosed) dispatch();
  }

  return {
    async run<T extends Task>(task: T, signal?: AbortSignal) {
      signal?.throwIfAborted();
      if (isClosed) throw new VerifierError('verifier-closed', 'the verifier is closed');
      if (queue.length >= maxQueued) throw new VerifierError('queue-full', `${maxQueued} pictures wait already`);
      const { promise, resolve, reject } = Promise.withResolvers<TaskResults[T['kind']]>();
      const job: Job = {
        task,
        settle(answer) {
          if (answer.type === 'done') resolve(answer.value as TaskResults[T['kind']]);
          else reject(new VerifierError(answer.code, answer.message, { cause: new Error(answer.details) }));
        },
        fail: reject,
      };
      // A job that waits is dropped; one that runs ends in its thread, and its answer goes nowhere.
      const onAbort = (): void => {
        if (queue.includes(job)) queue.splice(queue.indexOf(job), 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      queue.push(job);
      dispatch();
      try {
        return await promise;
      } finally {
        signal?.removeEventListener('abort', onAbort);
      }
    },
    async close() {
      isClosed = true;
      const reason = new VerifierError('verifier-closed', 'the verifier is closed');
      for (const job of queue.splice(0)) job.fail(reason);
      const ending = [...threads].map(({ worker }) => worker.terminate());
      for (const thread of threads) retire(thread, reason);
      await Promise.all(ending);
    },
  };
}

function startThread(settings: ThreadSettings): Worker {
  // From the sources in tests, from the build otherwise.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Worker(new URL(`thread.${extension}`, import.meta.url), { workerData: settings });
}
