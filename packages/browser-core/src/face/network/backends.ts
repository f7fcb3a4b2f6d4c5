import { BrowserCoreError, isBrowserCoreError } from '../../browser-core-error.ts';
import { missingScript } from '../../worker/worker-failure.ts';
import type { AssetSource } from '../../asset-loading/asset-source.ts';
import type { VisionBackend } from '../vision.ts';

/** Makes a TF.js backend the current one, or throws. */
export type BackendStarter = (source: AssetSource) => Promise<void>;

// Measured, and why the order is as it is: wasm beats webgl and cpu by far on these small networks (see bench/face).
export const BACKEND_ORDER: readonly VisionBackend[] = ['wasm', 'webgl', 'cpu'];

/** Each one is a chunk of its own, loaded only when its turn comes. */
export const BACKEND_STARTERS: Readonly<Record<VisionBackend, () => Promise<BackendStarter>>> = {
  wasm: async () => (await import('./wasm-backend.ts')).startWasm,
  webgl: async () => (await import('./webgl-backend.ts')).startWebgl,
  cpu: async () => (await import('./cpu-backend.ts')).startCpu,
};

/**
 * Starts the wanted backend, or the first of the order that `prepare` accepts, and gives what `prepare` made.
 * Errors: `backend-init-failed` when none works (its cause is an `AggregateError` with each one's reason). A file that
 * is missing ends the search at once with its own error, since every backend needs the same weights; a damaged wasm
 * binary does not, since the others do without it. A script that does not come ends it too: whoever is slow to load is not to
 * get a slower backend for it.
 */
export async function startBackend<T>(
  wanted: VisionBackend | 'auto',
  source: AssetSource,
  prepare: (backend: VisionBackend) => Promise<T>,
  starters = BACKEND_STARTERS,
): Promise<T> {
  const failures: unknown[] = [];
  for (const backend of wanted === 'auto' ? BACKEND_ORDER : [wanted]) {
    const start = await starters[backend]().catch((cause: unknown) => {
      throw missingScript(`the script of the ${backend} backend`, cause);
    });
    try {
      await start(source);
    } catch (cause) {
      failures.push(cause);
      continue;
    }
    try {
      return await prepare(backend);
    } catch (cause) {
      if (isBrowserCoreError(cause) && cause.code.startsWith('asset-')) throw cause;
      failures.push(cause);
    }
  }
  const only = failures.length === 1 ? failures[0] : undefined;
  if (isBrowserCoreError(only)) throw only;
  throw new BrowserCoreError('backend-init-failed', `no backend works (asked for: ${wanted})`, {
    cause: only ?? new AggregateError(failures),
  });
}
