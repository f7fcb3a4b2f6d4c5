import { openVision } from '@bonafide/browser-core';

export interface PreloadOptions {
  /** Default `/bonafide/`, as of the element. */
  readonly assetsUrl?: string;
  readonly backend?: 'auto' | 'wasm' | 'webgl' | 'cpu';
  readonly detector?: 'thin' | 'face-landmarks-detection';
  readonly signal?: AbortSignal;
}

/**
 * Loads what a check needs into the browser's cache and proves that it starts, without a camera. Rejects with the
 * browser core's coded errors, such as `asset-load-failed`.
 */
export async function preload({
  assetsUrl = '/bonafide/',
  backend = 'auto',
  detector = 'thin',
  signal,
}: PreloadOptions = {}): Promise<void> {
  const lifetime = signal ?? new AbortController().signal;
  const vision = await openVision({ assetsUrl, backend, detector, signal: lifetime });
  vision.close();
}
