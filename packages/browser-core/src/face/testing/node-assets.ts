import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modelFile, modelManifest } from '@bonafide/models';
import type { AssetManifest, AssetSource } from '../assets/asset-source.ts';
import { assetFile, verifyAsset } from '../assets/asset-source.ts';

const WASM_FILES = ['tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm.wasm'];
const WASM_FOLDER = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));

/** The assets as tests in Node read them: straight from the packages, before any folder is built. */
export async function createNodeAssets(
  change: (name: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes,
): Promise<AssetSource> {
  const wasm = await Promise.all(
    WASM_FILES.map(async (name) => {
      const bytes = await readFile(join(WASM_FOLDER, name));
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
      const url = WASM_FILES.includes(name) ? pathToFileURL(join(WASM_FOLDER, name)) : modelFile(name);
      const bytes = new Uint8Array(change(name, new Uint8Array(await readFile(url))));
      await verifyAsset(file, bytes);
      return bytes;
    },
  };
}
