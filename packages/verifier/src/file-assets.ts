import { readFile } from 'node:fs/promises';
import type { AssetSource } from '@bonafide/browser-core/vision';
import { parseAssetManifest, verifyAsset } from '@bonafide/browser-core/vision';

/**
 * The assets of `@bonafide/browser-core`, read from its own folder: what the page runs is what the server runs. Or those of another folder
 * (an address that ends with a slash), for a model of one's own.
 */
export async function readFileAssets(folder: string | null = null): Promise<AssetSource> {
  const address =
    folder === null
      ? import.meta.resolve('@bonafide/browser-core/assets/manifest.json')
      : new URL('manifest.json', folder).href;
  const manifest = parseAssetManifest(JSON.parse(await readFile(new URL(address), 'utf8')));
  return {
    manifest,
    async read(name) {
      const file = manifest.files.find((file) => file.name === name);
      if (file === undefined) throw new TypeError(`the manifest does not list ${name}`);
      const bytes = new Uint8Array(await readFile(new URL(name, address)));
      await verifyAsset(file, bytes);
      return bytes;
    },
  };
}
