import { BrowserCoreError } from '../browser-core-error.ts';
import type { Clock } from '#wire/clock.js';
import type { FrameSource, TimedFrame } from './frame-source.ts';

export interface FrameLoopOptions<T> {
  readonly stream: MediaStream;
  readonly signal: AbortSignal;
  /**
   * Looks at one frame, which it closes; what it gives that is not null ends the loop. `isCurrent` is false once a pause
   * came since: what was in flight across it belongs to neither side.
   */
  readonly look: (timed: TimedFrame, number: number, isCurrent: () => boolean) => Promise<T | null>;
  /** Shortest time from one look to the next, milliseconds. */
  readonly intervalMs: () => number;
  /** Drops what was gathered: on a pause and at the end. */
  readonly forget: () => void;
}

/** A loop that runs. `result` settles once: what `look` gave or threw, the signal's reason, or `camera-lost`. */
export interface FrameLoop<T> {
  readonly result: Promise<T>;
  pause(): void;
  resume(): void;
}

export interface FrameLoopPorts {
  readonly openFrameSource: (stream: MediaStream) => FrameSource;
  readonly clock: Pick<Clock, 'monotonicNow' | 'setTimer'>;
}

/** Looks at a stream's frames, one at a time; frames that come meanwhile are missed on purpose. */
export function startFrameLoop<T>(options: FrameLoopOptions<T>, ports: FrameLoopPorts): FrameLoop<T> {
  const runner = new FrameLoopRunner(options, ports);
  const result = untilAborted(runner.run(), options.signal);
  return { result, pause: () => runner.pause(), resume: () => runner.resume() };
}

/** The abort rejects at once; what is in flight frees itself when it lands. */
function untilAborted<T>(running: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    running.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

class FrameLoopRunner<T> {
  readonly #options: FrameLoopOptions<T>;
  readonly #ports: FrameLoopPorts;
  #paused = false;
  /** Counts pauses. */
  #epoch = 0;
  /** The epoch since which the source is known to hold no frame from before it. */
  #drainedEpoch = 0;
  #wake: () => void = () => {};

  constructor(options: FrameLoopOptions<T>, ports: FrameLoopPorts) {
    this.#options = options;
    this.#ports = ports;
  }

  pause(): void {
    this.#paused = true;
    this.#epoch++;
    this.#options.forget();
  }

  resume(): void {
    this.#paused = false;
    this.#wake();
  }

  async run(): Promise<T> {
    const { stream, signal, look, intervalMs, forget } = this.#options;
    signal.throwIfAborted();
    const source = this.#ports.openFrameSource(stream);
    const stop = (): void => {
      source.close();
      this.#wake();
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      for (let number = 0; ; number++) {
        const startedMs = this.#ports.clock.monotonicNow();
        const timed = await this.#nextFrame(source);
        const epoch = this.#epoch;
        const seen = await look(timed, number, () => epoch === this.#epoch);
        if (seen !== null) return seen;
        const spentMs = this.#ports.clock.monotonicNow() - startedMs;
        if (spentMs < intervalMs()) await this.#rest(intervalMs() - spentMs);
      }
    } finally {
      signal.removeEventListener('abort', stop);
      source.close();
      forget();
    }
  }

  /**
   * The next frame that was both asked for and taken since the last pause. One that was awaited across a pause belongs to
   * neither side, and sources hold one back: the first after a pause may have been taken in it.
   */
  async #nextFrame(source: FrameSource): Promise<TimedFrame> {
    const { signal } = this.#options;
    for (;;) {
      while (this.#paused && !signal.aborted) await new Promise<void>((resolve) => (this.#wake = resolve));
      signal.throwIfAborted();
      const epoch = this.#epoch;
      const timed = await source.next();
      if (timed === null || signal.aborted) {
        timed?.frame.close();
        signal.throwIfAborted();
        throw new BrowserCoreError('camera-lost', 'The camera’s stream ended while it was looked at.');
      }
      if (epoch === this.#epoch && epoch === this.#drainedEpoch) return timed;
      timed.frame.close();
      this.#drainedEpoch = epoch;
    }
  }

  /** Waits, but no longer than until an abort. */
  async #rest(delayMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = this.#ports.clock.setTimer(resolve, delayMs);
      this.#wake = () => {
        timer.cancel();
        resolve();
      };
      if (this.#options.signal.aborted) this.#wake();
    });
    this.#wake = () => {};
  }
}
