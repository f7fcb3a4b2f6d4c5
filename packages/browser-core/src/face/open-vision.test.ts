import { describe, expect, it } from 'vitest';
import type { VisionPorts, VisionWorker } from './open-vision.ts';
import { openVision } from './open-vision.ts';
import type { AnalysableFrame, VisionOptions } from './vision.ts';
import type { FromWorker, ToWorker } from './worker/protocol.ts';

/** A worker that says what the test wants. */
class FakeWorker implements VisionWorker {
  readonly received: ToWorker[] = [];
  isTerminated = false;
  readonly #listeners = new Map<string, (event: Event) => void>();

  postMessage(message: ToWorker): void {
    this.received.push(message);
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    this.#listeners.set(type, listener as (event: Event) => void);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(data: FromWorker): void {
    this.#listeners.get('message')?.({ data } as unknown as Event);
  }

  break(): void {
    this.#listeners.get('error')?.(new Event('error'));
  }
}

function setUp(options: Partial<VisionOptions> = {}) {
  const worker = new FakeWorker();
  const urls: string[] = [];
  const timers: { run: () => void; isStopped: boolean }[] = [];
  const ports: VisionPorts = {
    createWorker(url) {
      urls.push(url.href);
      return worker;
    },
    after(_, run) {
      const timer = { run, isStopped: false };
      timers.push(timer);
      return () => {
        timer.isStopped = true;
      };
    },
    pageUrl: () => 'https://bank.example/kyc/start',
  };
  const controller = new AbortController();
  const opening = openVision({ assetsUrl: '/bonafide', signal: controller.signal, ...options }, ports);
  opening.catch(() => undefined);
  return { worker, urls, timers, controller, opening };
}

const frame = (): AnalysableFrame & { isClosed: boolean } => {
  const fake = {
    isClosed: false,
    close() {
      fake.isClosed = true;
    },
  };
  return fake as unknown as AnalysableFrame & { isClosed: boolean };
};

/** What was promised has been heard of. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const opened: FromWorker = { type: 'opened', backend: 'wasm', livenessModelVersion: '3' };

describe('opening', () => {
  it('resolves the folder against the page, and asks for what was wanted', async () => {
    const { worker, urls, opening, timers } = setUp({ backend: 'webgl', detector: 'face-landmarks-detection' });
    expect(urls).toEqual(['https://bank.example/bonafide/vision-worker.js']);
    expect(worker.received).toMatchObject([
      {
        type: 'open',
        assetsUrl: 'https://bank.example/bonafide/',
        backend: 'webgl',
        detector: 'face-landmarks-detection',
      },
    ]);
    worker.say(opened);
    expect(await opening).toMatchObject({ backend: 'wasm', livenessModelVersion: '3' });
    expect(timers.every(({ isStopped }) => isStopped)).toBe(true);
  });

  it('asks for any backend and our own detector unless told otherwise', () => {
    expect(setUp().worker.received).toMatchObject([{ backend: 'auto', detector: 'thin' }]);
  });

  it('passes progress on', () => {
    const steps: unknown[] = [];
    const { worker } = setUp({ onProgress: (step) => steps.push(step) });
    worker.say({ type: 'progress', loadedBytes: 5, totalBytes: 10 });
    expect(steps).toEqual([{ loadedBytes: 5, totalBytes: 10 }]);
  });

  it.each(['https://cdn.example/bonafide/', '//cdn.example/', 'http://bank.example/bonafide/'])(
    'refuses %s before a worker is made',
    async (assetsUrl) => {
      const { opening, urls } = setUp({ assetsUrl });
      await expect(opening).rejects.toMatchObject({ code: 'asset-integrity-failed' });
      expect(urls).toEqual([]);
    },
  );

  it('waits as long as something comes, and gives up on silence', async () => {
    const { opening, timers, worker } = setUp();
    for (let loadedBytes = 1; loadedBytes <= 3; loadedBytes += 1) {
      worker.say({ type: 'progress', loadedBytes, totalBytes: 10 });
      expect(timers.map(({ isStopped }) => isStopped)).toEqual([...Array<boolean>(loadedBytes).fill(true), false]);
    }
    timers.at(-1)?.run();
    await expect(opening).rejects.toMatchObject({ code: 'asset-load-failed', retryable: true });
    expect(worker.isTerminated).toBe(true);
  });

  it.each([
    [
      'a failure of the worker',
      (worker: FakeWorker) =>
        worker.say({
          type: 'open-failed',
          error: { code: 'backend-init-failed', message: 'none', details: 'why', isScriptMissing: false },
        }),
      'backend-init-failed',
    ],
  ] as const)('ends the worker after %s', async (_, fail, code) => {
    const { opening, worker, timers } = setUp();
    fail(worker);
    await expect(opening).rejects.toMatchObject({ code });
    expect(worker.isTerminated).toBe(true);
    expect(timers[0]?.isStopped).toBe(true);
  });

  it.each([
    ['its script does not come', (worker: FakeWorker) => worker.break()],
    [
      'a script that it imports does not come',
      (worker: FakeWorker) =>
        worker.say({
          type: 'open-failed',
          error: { code: 'asset-load-failed', message: 'broke', details: null, isScriptMissing: true },
        }),
    ],
  ])('starts the worker anew where %s, and gives up after five tries', async (_, fail) => {
    const patient = setUp();
    fail(patient.worker);
    await settled();
    expect(patient.worker.isTerminated).toBe(true);
    expect(patient.urls).toHaveLength(1);
    patient.timers.at(-1)?.run();
    await settled();
    expect(patient.urls).toHaveLength(2);
    patient.worker.say(opened);
    expect(await patient.opening).toMatchObject({ backend: 'wasm' });

    const { opening, worker, timers, urls } = setUp();
    for (let tries = 1; tries <= 5; tries += 1) {
      fail(worker);
      await settled();
      if (tries < 5) timers.at(-1)?.run();
      await settled();
    }
    await expect(opening).rejects.toMatchObject({ code: 'asset-load-failed' });
    expect(urls).toHaveLength(5);
  });

  it('counts the tries anew where a worker came farther than those before it', async () => {
    const { opening, worker, timers, urls } = setUp();
    const broke = { code: 'asset-load-failed', message: 'broke', details: null, isScriptMissing: true } as const;
    for (let tries = 1; tries <= 8; tries += 1) {
      if (tries < 5) worker.break();
      else worker.say({ type: 'open-failed', error: broke });
      await settled();
      timers.at(-1)?.run();
      await settled();
    }
    worker.say(opened);
    expect(await opening).toMatchObject({ backend: 'wasm' });
    expect(urls).toHaveLength(9);
  });

  it('starts no worker any more once it was aborted between two tries', async () => {
    const { opening, worker, timers, urls, controller } = setUp();
    worker.break();
    await settled();
    controller.abort('gone');
    await expect(opening).rejects.toBe('gone');
    expect(timers.at(-1)?.isStopped).toBe(true);
    expect(urls).toHaveLength(1);
  });

  it('says `asset-load-failed` too where the browser refuses the worker by throwing', async () => {
    const refuse = (): never => {
      throw new Error('forbidden');
    };
    const options = { assetsUrl: '/', signal: new AbortController().signal };
    const opening = openVision(options, { createWorker: refuse, pageUrl: () => 'https://bank.example/' });
    await expect(opening).rejects.toMatchObject({ code: 'asset-load-failed', cause: new Error('forbidden') });
  });

  it('rethrows the reason of an abort, before and while loading', async () => {
    await expect(setUp({ signal: AbortSignal.abort('early') }).opening).rejects.toBe('early');
    const { opening, controller, worker } = setUp();
    controller.abort('late');
    await expect(opening).rejects.toBe('late');
    expect(worker.isTerminated).toBe(true);
  });
});

describe('analysing', () => {
  it('sends the next frame only after the answer to the one before', async () => {
    const { worker, opening } = setUp();
    worker.say(opened);
    const vision = await opening;
    const first = vision.analyse(frame(), 1);
    const second = vision.analyse(frame(), 2, { liveness: true });
    await new Promise((resolve) => setTimeout(resolve));
    expect(worker.received).toHaveLength(2);
    worker.say({
      type: 'call-failed',
      id: 0,
      error: { code: 'gpu-context-lost', message: 'lost', details: null, isScriptMissing: false },
    });
    await expect(first).rejects.toMatchObject({ code: 'gpu-context-lost' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(worker.received[2]).toMatchObject({ type: 'analyse', timestampMs: 2, liveness: true });
    const measurement = { index: 1 } as never;
    worker.say({ type: 'answer', id: 1, answer: measurement });
    expect(await second).toBe(measurement);
  });

  it('closes every frame that it did not hand over, and tells all who wait the same reason', async () => {
    const { worker, opening, controller } = setUp();
    worker.say(opened);
    const vision = await opening;
    const [sent, waiting, late] = [frame(), frame(), frame()];
    const results = Promise.allSettled([vision.analyse(sent, 1), vision.analyse(waiting, 2)]);
    await new Promise((resolve) => setTimeout(resolve));
    controller.abort('left');
    for (const result of await results) expect(result).toMatchObject({ status: 'rejected', reason: 'left' });
    await expect(vision.analyse(late, 3)).rejects.toBe('left');
    expect([waiting.isClosed, late.isClosed]).toEqual([true, true]);
    expect(worker.isTerminated).toBe(true);
  });

  it('tells whoever waits when the worker dies', async () => {
    const { worker, opening } = setUp();
    worker.say(opened);
    const vision = await opening;
    const result = vision.analyse(frame(), 1);
    await new Promise((resolve) => setTimeout(resolve));
    worker.break();
    await expect(result).rejects.toMatchObject({ code: 'internal' });
  });

  it('answers `aborted` after close, also twice, and resets no more', async () => {
    const { worker, opening } = setUp();
    worker.say(opened);
    const vision = await opening;
    vision.reset();
    vision.close();
    vision.close();
    vision.reset();
    expect(worker.received.map(({ type }) => type)).toEqual(['open', 'reset']);
    await expect(vision.analyse(frame(), 1)).rejects.toMatchObject({ code: 'aborted' });
  });
});
