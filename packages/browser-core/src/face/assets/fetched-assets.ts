import { BrowserCoreError } from '../../browser-core-error.ts';
import type { AssetProgress } from '../vision.ts';
import type { AssetFile, AssetManifest, AssetSource } from './asset-source.ts';
import { assetFile, parseAssetManifest, verifyAsset } from './asset-source.ts';

export interface FetchedAssetsOptions {
  /** Folder of the assets, absolute, with a trailing slash. */
  readonly assetsUrl: string;
  /** Which files of the manifest will be read, for the total of the progress. */
  readonly plan: (manifest: AssetManifest) => readonly string[];
  readonly onProgress: (progress: AssetProgress) => void;
  readonly fetch?: typeof fetch;
}

/**
 * Reads assets from the application's own folder: streamed, counted, checked, never from another origin, also not after
 * a redirect. Nothing is remembered, so a read that failed can be tried again; a file that arrives damaged is fetched once
 * more past the HTTP cache, in case the cache holds the damage.
 * Errors: `asset-load-failed`, `asset-integrity-failed`.
 */
export async function fetchAssets(options: FetchedAssetsOptions): Promise<AssetSource> {
  const { assetsUrl, plan, onProgress } = options;
  const fetchFile = options.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));

  async function request(name: string, cache: RequestCache): Promise<Response> {
    const response = await attempt(name, () =>
      fetchFile(new URL(name, assetsUrl), { cache, credentials: 'same-origin', redirect: 'error' }),
    );
    if (!response.ok) throw loadFailed(name, `the server answers ${response.status}`);
    return response;
  }

  const manifest = parseAssetManifest(
    // The server decides whether it changed: a stale manifest would condemn every new file.
    await request('manifest.json', 'no-cache').then((response) => attempt('manifest.json', () => parseJson(response))),
  );
  const totalBytes = plan(manifest).reduce((sum, name) => sum + assetFile(manifest, name).bytes, 0);
  let loadedBytes = 0;
  const count = (bytes: number): void => {
    loadedBytes = Math.min(totalBytes, loadedBytes + bytes);
    onProgress({ loadedBytes, totalBytes });
  };

  return {
    manifest,
    async read(name) {
      const file = assetFile(manifest, name);
      try {
        return await readChecked(file, await request(name, 'default'), count);
      } catch (error) {
        if (!(error instanceof BrowserCoreError) || error.code !== 'asset-integrity-failed') throw error;
        return readChecked(file, await request(name, 'reload'), () => undefined);
      }
    },
  };
}

async function readChecked(
  file: AssetFile,
  response: Response,
  count: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.bytes);
  let length = 0;
  const reader = response.body?.getReader();
  if (reader === undefined) throw loadFailed(file.name, 'the answer has no body');
  for (;;) {
    const { done, value } = await attempt(file.name, () => reader.read());
    if (done) break;
    if (length + value.length > bytes.length) {
      reader.cancel().catch(() => undefined);
      throw new BrowserCoreError('asset-integrity-failed', `${file.name} is longer than the manifest says`);
    }
    bytes.set(value, length);
    length += value.length;
    count(value.length);
  }
  const read = bytes.subarray(0, length);
  await verifyAsset(file, read);
  return read;
}

async function attempt<T>(name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw cause instanceof BrowserCoreError ? cause : loadFailed(name, 'the request failed', cause);
  }
}

/** A single-page application's fallback answers a missing file with its page: say so instead of "unexpected token". */
async function parseJson(response: Response): Promise<unknown> {
  const text = await response.text();
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
