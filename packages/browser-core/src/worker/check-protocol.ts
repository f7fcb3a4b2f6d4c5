import { BrowserCoreError } from '../browser-core-error.ts';

/** Throws `asset-integrity-failed` when page and worker are of different versions. */
export function checkProtocol(asked: number, own: number): void {
  if (asked === own) return;
  throw new BrowserCoreError(
    'asset-integrity-failed',
    'the assets folder is of another version: run bonafide-assets again',
  );
}
