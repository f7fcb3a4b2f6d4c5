import type { Clock } from './clock.ts';

/** A signal that must be let go of, so that nothing keeps listening or ticking for it. */
export interface OwnedSignal {
  readonly signal: AbortSignal;
  /** Removes listeners and timers. The signal does not abort any more. */
  readonly dispose: () => void;
}

/** A signal that aborts with a `TimeoutError` (as `AbortSignal.timeout` does) after `delayMs` on the given clock. */
export function deadlineSignal(clock: Clock, delayMs: number): OwnedSignal {
  const controller = new AbortController();
  const timer = clock.setTimer(
    () => controller.abort(new DOMException(`no end within ${delayMs} ms`, 'TimeoutError')),
    delayMs,
  );
  return { signal: controller.signal, dispose: () => timer.cancel() };
}

/**
 * A signal that aborts with the reason of the first that does. Unlike `AbortSignal.any`, `dispose` takes its listeners
 * off again: a long-lived signal that is linked once a request does not grow.
 */
export function linkSignals(...signals: readonly (AbortSignal | undefined)[]): OwnedSignal {
  const controller = new AbortController();
  const sources = signals.filter((signal) => signal !== undefined);
  const dispose = (): void => {
    for (const source of sources) source.removeEventListener('abort', onAbort);
  };
  function onAbort(this: AbortSignal): void {
    dispose();
    controller.abort(this.reason);
  }
  const over = sources.find((source) => source.aborted);
  if (over !== undefined) controller.abort(over.reason);
  else for (const source of sources) source.addEventListener('abort', onAbort, { once: true });
  return { signal: controller.signal, dispose };
}

/** Throws the signal's reason when it has aborted. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  signal?.throwIfAborted();
}

/** Waits for `promise`, or rejects with the signal's reason. The work itself goes on: only this wait ends. */
export function waitUnlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  if (signal.aborted) {
    // Somebody else may still wait for it; a rejection that nobody hears would end a Node process.
    promise.catch(() => {});
    return Promise.reject(signal.reason as Error);
  }
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
