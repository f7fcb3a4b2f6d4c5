import { BrowserCoreError } from '../browser-core-error.ts';
import type { AssetProgress } from '../face/vision.ts';
import type { AssetFile, AssetManifest, AssetSource } from './asset-source.ts';
import { assetFile, parseAssetManifest, verifyAsset } from './asset-source.ts';
import { Download } from './download.ts';
import { PassingFailure, throughBreaks } from './through-breaks.ts';

export interface FetchedAssetsOptions {
  /** Folder of the assets, absolute, with a trailing slash. */
  readonly assetsUrl: string;
  /** Which files of the manifest will be read, for the total of the progress. */
  readonly plan: (manifest: AssetManifest) => readonly string[];
  readonly onProgress: (progress: AssetProgress) => void;
  readonly fetch?: typeof fetch;
  /** Before another try. Default: so long, and while the browser says that it is offline. */
  readonly wait?: (delayMs: number) => Promise<void>;
}

/** Answers of a server that may do better in a moment. */
const BUSY: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Reads assets from the application's own folder: streamed, counted, checked, never from another origin, also not after
 * a redirect. Where the line breaks it is tried again, from where it broke off if the server lets it. Nothing is remembered, so
 * a read that failed in the end can be tried again; a file that arrives damaged is fetched once more past the HTTP cache, in
 * case the cache holds the damage.
 * Errors: `asset-load-failed`, `asset-integrity-failed`.
 */
export async function fetchAssets(options: FetchedAssetsOptions): Promise<AssetSource> {
  const { assetsUrl, plan, onProgress, wait = waitForTheLine } = options;
  const fetchFile = options.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));

  async function request(name: string, init: RequestInit): Promise<Response> {
    const response = await attempt(name, () =>
      fetchFile(new URL(name, assetsUrl), { ...init, credentials: 'same-origin', redirect: 'error' }),
    );
    if (response.ok) return response;
    const error = loadFailed(name, `the server answers ${response.status}`);
    throw BUSY.has(response.status) ? new PassingFailure(error) : error;
  }

  async function read(file: AssetFile, cache: RequestCache, onBytes: (count: number) => void) {
    const download = new Download(file, (headers) => request(file.name, { cache, headers }), onBytes);
    const bytes = await throughBreaks(() => download.run(), { wait, length: () => download.length });
    await verifyAsset(file, bytes);
    return bytes;
  }

  // The server decides whether it changed: a stale manifest would condemn every new file.
  const readManifest = async (): Promise<unknown> => {
    const response = await request('manifest.json', { cache: 'no-cache' });
    return parseJson(await attempt('manifest.json', () => response.text()));
  };
  const manifest = parseAssetManifest(await throughBreaks(readManifest, { wait }));
  const totalBytes = plan(manifest).reduce((sum, name) => sum + assetFile(manifest, name).bytes, 0);
  let loadedBytes = 0;
  const count = (bytes: number): void => {
    loadedBytes += bytes;
    onProgress({ loadedBytes: Math.min(totalBytes, loadedBytes), totalBytes });
  };

  return {
    manifest,
    async read(name) {
      const file = assetFile(manifest, name);
      try {
        return await read(file, 'default', count);
      } catch (error) {
        if (!(error instanceof BrowserCoreError) || error.code !== 'asset-integrity-failed') throw error;
        return read(file, 'reload', () => undefined);
      }
    },
  };
}

/** A request that gets no answer, or none to its end. */
async function attempt<T>(name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw new PassingFailure(loadFailed(name, 'the request failed', cause));
  }
}

async function waitForTheLine(delayMs: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  // Not every place that this runs in knows whether it is online.
  const { navigator } = globalThis as { readonly navigator?: { readonly onLine?: boolean } };
  if (navigator?.onLine !== false) return;
  await new Promise((resolve) => globalThis.addEventListener('online', resolve, { once: true }));
}

/** A single-page application's fallback answers a missing file with its page: say so instead of "unexpected token". */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw loadFailed(
      'manifest.json',
      'the server answers with something that is no JSON; is the folder copied?',
      cause,
    );
  }
}

function loadFailed(name: string, why: string, cause?: unknown): BrowserCoreError {
  return new BrowserCoreError('asset-load-failed', `${name}: ${why}`, cause === undefined ? {} : { cause });
}
