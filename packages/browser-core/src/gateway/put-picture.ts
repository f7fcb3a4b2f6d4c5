import { GatewayError } from './gateway-error.ts';

/** One upload to a presigned address. */
export interface PictureRequest {
  readonly url: string;
  readonly image: Blob;
  /** 0–1 of the bytes that left. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends one picture and resolves with the storage's HTTP status. Rejects with `network`, or the signal's reason. */
export type PutPicture = (request: PictureRequest) => Promise<number>;

/**
 * `PUT` by XMLHttpRequest, the only one in browsers that tells how much has been sent. No credentials and no header
 * of ours: the URL alone carries the right to write, and it may point at another origin.
 */
export const putPictureByXhr: PutPicture = ({ url, image, onProgress, signal }) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    const stop = (): void => request.abort();
    const settle = (finish: () => void): void => {
      signal.removeEventListener('abort', stop);
      finish();
    };
    request.open('PUT', url);
    request.setRequestHeader('content-type', image.type || 'image/jpeg');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => settle(() => resolve(request.status)));
    request.addEventListener('error', () => settle(() => reject(new GatewayError('network', 'the upload broke off'))));
    request.addEventListener('abort', () => settle(() => reject(signal.reason as Error)));
    signal.addEventListener('abort', stop, { once: true });
    request.send(image);
  });

/** `PUT` by fetch, for places without XMLHttpRequest: progress jumps from 0 to 1. */
export function putPictureByFetch(fetch: typeof globalThis.fetch): PutPicture {
  return async ({ url, image, onProgress, signal }) => {
    onProgress(0);
    const headers = { 'content-type': image.type || 'image/jpeg' };
    try {
      const response = await fetch(url, { method: 'PUT', body: image, headers, signal, credentials: 'omit' });
      await response.body?.cancel();
      onProgress(1);
      return response.status;
    } catch (cause) {
      signal.throwIfAborted();
      throw new GatewayError('network', 'the upload broke off', { cause });
    }
  };
}
