import { sha256Hex } from '../sha256.ts';
import type { ModelManifest } from '@bonafide/models';
import { BrowserCoreError } from '../browser-core-error.ts';

/** `manifest.json` of the assets folder. */
export interface AssetManifest {
  /** Version of the package that made the folder. */
  readonly version: string;
  readonly files: readonly AssetFile[];
  readonly models: ModelManifest['models'];
}

export interface AssetFile {
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Where vision's files come from. Whatever `read` gives has the size and hash that the manifest states. */
export interface AssetSource {
  readonly manifest: AssetManifest;
  /** Errors: `asset-load-failed`, `asset-integrity-failed`. */
  read(name: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** The manifest's entry of a file; `asset-integrity-failed` when it has none. */
export function assetFile(manifest: AssetManifest, name: string): AssetFile {
  const file = manifest.files.find((file) => file.name === name);
  if (file === undefined) throw new BrowserCoreError('asset-integrity-failed', `the manifest does not list ${name}`);
  return file;
}

/** Throws `asset-integrity-failed` unless the bytes are those of the manifest. */
export async function verifyAsset(file: AssetFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (bytes.byteLength !== file.bytes) {
    throw new BrowserCoreError(
      'asset-integrity-failed',
      `${file.name} has ${bytes.byteLength} bytes, the manifest says ${file.bytes}`,
    );
  }
  if ((await sha256Hex(bytes)) !== file.sha256) {
    throw new BrowserCoreError('asset-integrity-failed', `${file.name} is not the file that the manifest describes`);
  }
}

/** Checks the shape of a manifest that was read from outside; `asset-integrity-failed` when it is none. */
export function parseAssetManifest(json: unknown): AssetManifest {
  const manifest = json as Partial<AssetManifest> | null;
  const isManifest =
    typeof manifest === 'object' &&
    manifest !== null &&
    typeof manifest.version === 'string' &&
    typeof manifest.models === 'object' &&
    Array.isArray(manifest.files) &&
    manifest.files.every(
      (file: Partial<AssetFile> | null) =>
        typeof file?.name === 'string' && typeof file.sha256 === 'string' && Number.isInteger(file.bytes),
    );
  if (!isManifest) throw new BrowserCoreError('asset-integrity-failed', 'manifest.json is not a manifest of assets');
  return manifest as AssetManifest;
}
