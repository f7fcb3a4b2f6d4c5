import { BrowserCoreError } from '../browser-core-error.ts';
import { PassingFailure } from '../asset-loading/through-breaks.ts';

/** What is needed of a `Worker`. */
export interface MessageWorker<To, From> {
  postMessage(message: To, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<From>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

/** A worker that ends once: by failure, by abort or by close; whoever waits is told the same reason. */
export interface WorkerChannel<To, From> {
  send(message: To, transfer?: Transferable[]): void;
  onMessage(listener: (message: From) => void): void;
  whenFailed(listener: (reason: unknown) => void): void;
  fail(reason: unknown): void;
  /** Why it ended, in a box since a reason may be anything; undefined while it is open. */
  readonly ended: { readonly reason: unknown } | undefined;
}

/** `name` is what the worker is called in an error. */
export function createWorkerChannel<To, From>(
  worker: MessageWorker<To, From>,
  signal: AbortSignal,
  name: string,
): WorkerChannel<To, From> {
  const messageListeners: ((message: From) => void)[] = [];
  const failureListeners: ((reason: unknown) => void)[] = [];
  let ended: { readonly reason: unknown } | undefined;
  let hasSpoken = false;

  function fail(reason: unknown): void {
    if (ended !== undefined) return;
    ended = { reason };
    signal.removeEventListener('abort', onAbort);
    worker.terminate();
    for (const listener of failureListeners) listener(reason);
  }
  const onAbort = (): void => fail(signal.reason);

  signal.addEventListener('abort', onAbort, { once: true });
  worker.addEventListener('message', ({ data }) => {
    hasSpoken = true;
    if (ended === undefined) for (const listener of messageListeners) listener(data);
  });
  // A script that is missing, of a wrong type or forbidden by policy says nothing more than this, nor does a line that broke.
  worker.addEventListener('error', (event) => {
    const details = 'message' in event && typeof event.message === 'string' ? event.message : '';
    const message = `the ${name} worker does not run${details ? `: ${details}` : ''}`;
    fail(
      hasSpoken
        ? new BrowserCoreError('internal', message)
        : new PassingFailure(new BrowserCoreError('asset-load-failed', message)),
    );
  });
  worker.addEventListener('messageerror', () => fail(new BrowserCoreError('internal', 'a message could not be read')));

  return {
    send: (message, transfer = []) => worker.postMessage(message, transfer),
    onMessage: (listener) => void messageListeners.push(listener),
    whenFailed: (listener) => void failureListeners.push(listener),
    fail,
    get ended() {
      return ended;
    },
  };
}
