import { BrowserCoreError } from '../browser-core-error.ts';
import { PassingFailure, throughBreaks } from '../asset-loading/through-breaks.ts';
import type { AssetProgress } from '../face/vision.ts';
import { toTrustedScriptUrl } from './trusted-script-url.ts';
import { createWorkerChannel, type MessageWorker, type WorkerChannel } from './worker-channel.ts';
import { fromWorkerFailure } from './worker-failure.ts';
import type { WorkerNews } from './worker-protocol.ts';

export interface WorkerPorts<To, From> {
  readonly createWorker: (url: URL) => MessageWorker<To, From>;
  /** Calls back once unless the returned function is called first. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** The page's address, against which `assetsUrl` is resolved and whose origin it must share. */
  readonly pageUrl: () => string;
}

export interface OpenWorkerOptions<To> {
  /** `vision` for `vision-worker.js`. */
  readonly name: string;
  readonly assetsUrl: string;
  /** The longest silence: loading goes on as long as something comes. Default 30 000. */
  readonly loadTimeoutMs?: number | undefined;
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: AssetProgress) => void) | undefined;
  /** The message that opens it, given the absolute address of the assets. */
  readonly openMessage: (assetsUrl: string) => To;
}

const DEFAULT_LOAD_TIMEOUT_MS = 30_000;

/** The page's own workers, made of the files in the assets folder. */
export function browserWorkerPorts<To, From>(name: string): WorkerPorts<To, From> {
  return {
    createWorker: (url) => new Worker(toTrustedScriptUrl(url), { type: 'module', name: `bonafide-${name}` }),
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    pageUrl: () => globalThis.document?.baseURI ?? globalThis.location.href,
  };
}

/**
 * Starts a worker and waits until it has opened. Where its script or a part of it does not come, it is started anew, five tries in
 * a row at most, as with any other file of the assets. Nothing is remembered of an attempt that failed.
 * Errors: `asset-load-failed`, `asset-integrity-failed`, what the worker says; `signal.reason` on an abort.
 */
export async function openWorker<To, Opened extends object, From>(
  options: OpenWorkerOptions<To>,
  ports: WorkerPorts<To, From | WorkerNews<Opened>>,
): Promise<{ readonly channel: WorkerChannel<To, From | WorkerNews<Opened>>; readonly opened: Opened }> {
  const { signal } = options;
  signal.throwIfAborted();
  const assetsUrl = sameOriginFolder(options.assetsUrl, ports.pageUrl());
  const wait = (delayMs: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const onAbort = (): void => {
        stop();
        reject(signal.reason as Error);
      };
      const stop = ports.after(delayMs, () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      });
      signal.addEventListener('abort', onAbort, { once: true });
    });
  // A worker that speaks has its script, and then counts bytes: each is farther than the one before.
  let farthest = 0;
  const reach = (length: number): void => {
    farthest = Math.max(farthest, length);
  };
  return throughBreaks(() => openOnce(options, ports, assetsUrl, reach), { wait, length: () => farthest });
}

async function openOnce<To, Opened extends object, From>(
  { name, signal, loadTimeoutMs = DEFAULT_LOAD_TIMEOUT_MS, onProgress, openMessage }: OpenWorkerOptions<To>,
  ports: WorkerPorts<To, From | WorkerNews<Opened>>,
  assetsUrl: URL,
  reach: (length: number) => void,
): Promise<{ readonly channel: WorkerChannel<To, From | WorkerNews<Opened>>; readonly opened: Opened }> {
  const worker = startWorker(ports.createWorker, new URL(`${name}-worker.js`, assetsUrl), name);
  const channel = createWorkerChannel(worker, signal, name);

  return new Promise((resolve, reject) => {
    const listen = (): (() => void) =>
      ports.after(loadTimeoutMs, () =>
        channel.fail(new BrowserCoreError('asset-load-failed', `nothing came for ${loadTimeoutMs} ms`)),
      );
    let stopTimer = listen();
    channel.whenFailed((error) => {
      stopTimer();
      reject(error);
    });
    channel.onMessage((message) => {
      const news = message as WorkerNews<Opened>;
      reach(news.type === 'progress' ? 1 + news.loadedBytes : 1);
      if (news.type === 'progress') {
        stopTimer();
        stopTimer = listen();
        onProgress?.({ loadedBytes: news.loadedBytes, totalBytes: news.totalBytes });
      } else if (news.type === 'open-failed') {
        const error = fromWorkerFailure(news.error);
        channel.fail(news.error.isScriptMissing ? new PassingFailure(error) : error);
      } else if (news.type === 'opened') {
        stopTimer();
        resolve({ channel, opened: news });
      }
    });
    worker.postMessage(openMessage(assetsUrl.href), []);
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
function startWorker<To, From>(
  createWorker: WorkerPorts<To, From>['createWorker'],
  url: URL,
  name: string,
): MessageWorker<To, From> {
  try {
    return createWorker(url);
  } catch (cause) {
    throw new BrowserCoreError('asset-load-failed', `the ${name} worker may not start`, { cause });
  }
}
