import { BrowserCoreError } from '../browser-core-error.ts';
import type { FrameMeasurement } from './frame-measurement.ts';
import { toTrustedScriptUrl } from './trusted-script-url.ts';
import type { AnalysableFrame, AnalyseOptions, Vision, VisionOptions } from './vision.ts';
import type { FromWorker, ToWorker, WorkerFailure } from './worker/protocol.ts';
import { PROTOCOL_VERSION } from './worker/protocol.ts';

/** What `openVision` needs of a `Worker`. */
export interface VisionWorker {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

export interface VisionPorts {
  readonly createWorker: (url: URL) => VisionWorker;
  /** Calls back once unless the returned function is called first. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** The page's address, against which `assetsUrl` is resolved and whose origin it must share. */
  readonly pageUrl: () => string;
}

const BROWSER_PORTS: VisionPorts = {
  createWorker: (url) => new Worker(toTrustedScriptUrl(url), { type: 'module', name: 'bonafide-vision' }),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  pageUrl: () => globalThis.document?.baseURI ?? globalThis.location.href,
};

const DEFAULT_LOAD_TIMEOUT_MS = 30_000;

/**
 * Opens face vision in a worker of its own, made of the files in `assetsUrl`. Nothing is remembered of an attempt that
 * failed: call it again to try again.
 * Errors: `asset-load-failed`, `asset-integrity-failed`, `backend-init-failed`; `signal.reason` on an abort.
 */
export async function openVision(options: VisionOptions, ports: Partial<VisionPorts> = {}): Promise<Vision> {
  const { createWorker, after, pageUrl } = { ...BROWSER_PORTS, ...ports };
  const { signal, backend = 'auto', detector = 'thin', loadTimeoutMs = DEFAULT_LOAD_TIMEOUT_MS, onProgress } = options;
  signal.throwIfAborted();
  const assetsUrl = sameOriginFolder(options.assetsUrl, pageUrl());
  const worker = startWorker(createWorker, new URL('vision-worker.js', assetsUrl));
  const channel = createChannel(worker, signal);

  return new Promise<Vision>((resolve, reject) => {
    const stopTimer = after(loadTimeoutMs, () =>
      channel.fail(new BrowserCoreError('asset-load-failed', `loading took longer than ${loadTimeoutMs} ms`)),
    );
    channel.whenFailed((error) => {
      stopTimer();
      reject(error);
    });
    channel.onMessage((message) => {
      if (message.type === 'progress') {
        onProgress?.({ loadedBytes: message.loadedBytes, totalBytes: message.totalBytes });
      } else if (message.type === 'open-failed') channel.fail(toError(message.error));
      else if (message.type === 'opened') {
        stopTimer();
        resolve(createVision(channel, message, signal));
      }
    });
    const message = { type: 'open', protocol: PROTOCOL_VERSION, assetsUrl: assetsUrl.href, backend, detector } as const;
    worker.postMessage(message, []);
  });
}

/** The folder's address; refused before any request when it lies on another origin. */
function sameOriginFolder(assetsUrl: string, pageUrl: string): URL {
  const url = new URL(assetsUrl.endsWith('/') ? assetsUrl : `${assetsUrl}/`, pageUrl);
  if (url.origin === new URL(pageUrl).origin) return url;
  throw new BrowserCoreError(
    'asset-integrity-failed',
    `assets must lie on the page's own origin, not on ${url.origin}: copy them with bonafide-assets`,
  );
}

/** Some browsers throw at once where others send an `error` event: a policy that forbids it, or no workers at all. */
function startWorker(createWorker: VisionPorts['createWorker'], url: URL): VisionWorker {
  try {
    return createWorker(url);
  } catch (cause) {
    throw new BrowserCoreError('asset-load-failed', 'the vision worker may not start', { cause });
  }
}

/** A worker that ends once: by failure, by abort or by close; whoever waits is told the same reason. */
interface Channel {
  send(message: ToWorker, transfer?: Transferable[]): void;
  onMessage(listener: (message: FromWorker) => void): void;
  whenFailed(listener: (reason: unknown) => void): void;
  fail(reason: unknown): void;
  /** Why it ended, in a box since a reason may be anything; undefined while it is open. */
  readonly ended: { readonly reason: unknown } | undefined;
}

function createChannel(worker: VisionWorker, signal: AbortSignal): Channel {
  const messageListeners: ((message: FromWorker) => void)[] = [];
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
  // A script that is missing, of a wrong type or forbidden by policy says nothing more than this.
  worker.addEventListener('error', (event) => {
    const details = 'message' in event && typeof event.message === 'string' ? event.message : '';
    const code = hasSpoken ? 'internal' : 'asset-load-failed';
    fail(new BrowserCoreError(code, `the vision worker does not run${details ? `: ${details}` : ''}`));
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

interface Waiting {
  readonly resolve: (measurement: FrameMeasurement) => void;
  readonly reject: (reason: unknown) => void;
}

type Opened = Pick<Vision, 'backend' | 'livenessModelVersion'>;

function createVision(channel: Channel, { backend, livenessModelVersion }: Opened, signal: AbortSignal): Vision {
  const waiting = new Map<number, Waiting>();
  let nextId = 0;
  let last: Promise<unknown> = Promise.resolve();

  channel.onMessage((message) => {
    if (message.type !== 'analysed' && message.type !== 'analysis-failed') return;
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'analysed') caller?.resolve(message.measurement);
    else caller?.reject(toError(message.error));
  });
  channel.whenFailed((reason) => {
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  });

  async function analyse(frame: AnalysableFrame, timestampMs: number, liveness: boolean): Promise<FrameMeasurement> {
    if (channel.ended !== undefined) {
      frame.close();
      throw channel.ended.reason;
    }
    const id = nextId;
    nextId += 1;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      try {
        channel.send({ type: 'analyse', id, frame, timestampMs, liveness }, [frame as Transferable]);
      } catch (error) {
        waiting.delete(id);
        frame.close();
        reject(error);
      }
    });
  }

  return {
    backend,
    livenessModelVersion: livenessModelVersion ?? null,
    async analyse(frame, timestampMs, { liveness = false }: AnalyseOptions = {}) {
      const result = last.then(() => analyse(frame, timestampMs, liveness));
      last = result.catch(() => undefined);
      return result;
    },
    reset() {
      if (channel.ended === undefined) channel.send({ type: 'reset' });
    },
    close() {
      channel.fail(signal.aborted ? signal.reason : new BrowserCoreError('aborted', 'vision was closed'));
    },
  };
}

function toError({ code, message, details }: WorkerFailure): BrowserCoreError {
  return new BrowserCoreError(code, message, details === null ? {} : { cause: new Error(details) });
}
