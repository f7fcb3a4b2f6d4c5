import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { DEFAULT_DOCUMENT_POLICY } from '@bonafide/browser-core/document';
import { createQualityPolicy, DEFAULT_LIVENESS_POLICY } from '@bonafide/browser-core/vision';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PICTURE_LIMITS } from '../picture-limits.ts';
import type { SelfieInspection } from '../selfie-inspection.ts';
import type { Answer, Task } from './protocol.ts';
import type { ThreadPool } from './thread-pool.ts';
import { createThreadPool } from './thread-pool.ts';

const TASK = { kind: 'inspect', bytes: new Uint8Array([1]) } as const;
/** The pool looks into no answer. */
const VALUE = { faceCount: 1 } as SelfieInspection;

/** A thread that answers when the test says so. */
class FakeThread extends EventEmitter {
  readonly tasks: Task[] = [];
  isTerminated = false;

  postMessage(task: Task): void {
    this.tasks.push(task);
  }

  answer(answer: Answer = { type: 'done', value: VALUE }): void {
    this.emit('message', answer);
  }

  async terminate(): Promise<number> {
    this.isTerminated = true;
    return 0;
  }

  ref(): void {}
  unref(): void {}
}

function openPool(options: { threads?: number; deadlineMs?: number; maxQueued?: number } = {}): {
  pool: ThreadPool;
  threads: FakeThread[];
} {
  const threads: FakeThread[] = [];
  const pool = createThreadPool({
    threads: 1,
    deadlineMs: 60_000,
    maxQueued: 10,
    limits: DEFAULT_PICTURE_LIMITS,
    policy: createQualityPolicy(),
    documentPolicy: DEFAULT_DOCUMENT_POLICY,
    livenessPolicy: DEFAULT_LIVENESS_POLICY,
    assets: null,
    createThread() {
      const thread = new FakeThread();
      threads.push(thread);
      return thread as unknown as Worker;
    },
    ...options,
  });
  return { pool, threads };
}

describe('the pool', () => {
  it('starts threads only as work comes, up to its size, and queues the rest', async () => {
    const { pool, threads } = openPool({ threads: 2 });
    expect(threads).toHaveLength(0);
    const results = [1, 2, 3].map(() => pool.run(TASK));
    expect(threads).toHaveLength(2);
    threads[0]?.answer();
    expect(threads[0]?.tasks).toHaveLength(2);
    threads[0]?.answer();
    threads[1]?.answer();
    expect(await Promise.all(results)).toEqual([VALUE, VALUE, VALUE]);
  });

  it('gives a failure its code and keeps the thread', async () => {
    const { pool, threads } = openPool();
    const first = pool.run(TASK);
    threads[0]?.answer({ type: 'failed', code: 'image-undecodable', message: 'no', details: 'why' });
    await expect(first).rejects.toMatchObject({ code: 'image-undecodable', cause: new Error('why') });
    const second = pool.run(TASK);
    threads[0]?.answer();
    expect(await second).toBe(VALUE);
    expect(threads).toHaveLength(1);
  });

  it('replaces a thread that outlasts the deadline, and goes on with the queue', async () => {
    const { pool, threads } = openPool({ deadlineMs: 20 });
    const slow = pool.run(TASK);
    const next = pool.run(TASK);
    await expect(slow).rejects.toMatchObject({ code: 'deadline-exceeded', retryable: true });
    expect(threads[0]?.isTerminated).toBe(true);
    threads[1]?.answer();
    expect(await next).toBe(VALUE);
  });

  it('replaces a thread that dies, and tells its caller', async () => {
    const { pool, threads } = openPool();
    const result = pool.run(TASK);
    threads[0]?.emit('error', new Error('out of memory'));
    threads[0]?.emit('exit', 1);
    await expect(result).rejects.toMatchObject({ code: 'vision-failed' });
    const next = pool.run(TASK);
    threads[1]?.answer();
    expect(await next).toBe(VALUE);
  });

  it('lets a caller leave: a waiting job is dropped, the answer of a running one goes nowhere', async () => {
    const { pool, threads } = openPool();
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = pool.run(TASK, running.signal);
    const second = pool.run(TASK, waiting.signal);
    const third = pool.run(TASK);
    waiting.abort('left');
    running.abort('left too');
    await expect(second).rejects.toBe('left');
    await expect(first).rejects.toBe('left too');
    threads[0]?.answer();
    expect(threads[0]?.tasks).toHaveLength(2);
    threads[0]?.answer();
    expect(await third).toBe(VALUE);
  });

  it('refuses at once what is already aborted, what overfills the queue, and all after close', async () => {
    const { pool } = openPool({ maxQueued: 1 });
    await expect(pool.run(TASK, AbortSignal.abort('no'))).rejects.toBe('no');
    const running = pool.run(TASK);
    const waiting = pool.run(TASK);
    await expect(pool.run(TASK)).rejects.toMatchObject({ code: 'queue-full', retryable: true });
    const ended = Promise.allSettled([running, waiting]);
    await pool.close();
    for (const result of await ended) expect(result).toMatchObject({ reason: { code: 'verifier-closed' } });
    await expect(pool.run(TASK)).rejects.toMatchObject({ code: 'verifier-closed' });
  });
});
