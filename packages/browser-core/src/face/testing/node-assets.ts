import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modelFile, modelManifest } from '@bonafide/models';
import { BARCODE_WASM_FILE } from '../../document/reading/barcode/barcode-decoder.ts';
import type { AssetManifest, AssetSource } from '../../asset-loading/asset-source.ts';
import { assetFile, verifyAsset } from '../../asset-loading/asset-source.ts';

const require = createRequire(import.meta.url);
const TFJS_WASM = dirname(require.resolve('@tensorflow/tfjs-backend-wasm'));
/** Name among the assets → file in a package. */
const WASM_FILES: ReadonlyMap<string, string> = new Map([
  ['tfjs-backend-wasm-simd.wasm', join(TFJS_WASM, 'tfjs-backend-wasm-simd.wasm')],
  ['tfjs-backend-wasm.wasm', join(TFJS_WASM, 'tfjs-backend-wasm.wasm')],
  [BARCODE_WASM_FILE, require.resolve('zxing-wasm/reader/zxing_reader.wasm')],
]);

/** The assets as tests in Node read them: straight from the packages, before any folder is built. */
export async function createNodeAssets(
  change: (name: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes,
): Promise<AssetSource> {
  const wasm = await Promise.all(
    [...WASM_FILES].map(async ([name, path]) => {
      const bytes = await readFile(path);
      return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
  const manifest: AssetManifest = {
    version: 'test',
    files: [...wasm, ...modelManifest.files],
    models: modelManifest.models,
  };
  return {
    manifest,
    async read(name) {
      const file = assetFile(manifest, name);
      const path = WASM_FILES.get(name);
      const url = path === undefined ? modelFile(name) : pathToFileURL(path);
      const bytes = new Uint8Array(change(name, new Uint8Array(await readFile(url))));
      await verifyAsset(file, bytes);
      return bytes;
    },
  };
}
