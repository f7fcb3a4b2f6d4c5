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

/** An upload to whoever made the page: with its cookies, and with an answer that is read. */
export interface SendRequest extends PictureRequest {
  readonly headers?: Readonly<Record<string, string>>;
  readonly withCredentials?: boolean;
}

/** What came back, unread. */
export interface SendAnswer {
  readonly httpStatus: number;
  readonly text: string;
  readonly retryAfter: string | null;
}

/** Sends one picture. Rejects with `network`, or the signal's reason. */
export type SendPicture = (request: SendRequest) => Promise<SendAnswer>;

/** `PUT` by XMLHttpRequest, the only one in browsers that tells how much has been sent. */
export const sendPictureByXhr: SendPicture = ({ url, image, onProgress, signal, headers = {}, withCredentials }) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    const stop = (): void => request.abort();
    const settle = (finish: () => void): void => {
      signal.removeEventListener('abort', stop);
      finish();
    };
    request.open('PUT', url);
    request.withCredentials = withCredentials ?? false;
    request.setRequestHeader('content-type', image.type || 'image/jpeg');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => settle(() => resolve(answerOf(request))));
    request.addEventListener('error', () => settle(() => reject(new GatewayError('network', 'the upload broke off'))));
    request.addEventListener('abort', () => settle(() => reject(signal.reason as Error)));
    signal.addEventListener('abort', stop, { once: true });
    request.send(image);
  });

function answerOf(request: XMLHttpRequest): SendAnswer {
  const { status: httpStatus, responseText: text } = request;
  // Of another origin it is null unless exposed, and browsers complain of the asking in their console only.
  return { httpStatus, text, retryAfter: request.getResponseHeader('retry-after') };
}

/** `PUT` by fetch, for places without XMLHttpRequest: progress jumps from 0 to 1. */
export function sendPictureByFetch(fetch: typeof globalThis.fetch): SendPicture {
  return async ({ url, image, onProgress, signal, headers = {}, withCredentials }) => {
    onProgress(0);
    try {
      const response = await fetch(url, {
        method: 'PUT',
        body: image,
        headers: { 'content-type': image.type || 'image/jpeg', ...headers },
        signal,
        credentials: withCredentials === true ? 'include' : 'omit',
      });
      const text = await response.text();
      onProgress(1);
      return { httpStatus: response.status, text, retryAfter: response.headers.get('retry-after') };
    } catch (cause) {
      signal.throwIfAborted();
      throw new GatewayError('network', 'the upload broke off', { cause });
    }
  };
}

/**
 * To a presigned address: no credentials and no header of ours, since the URL alone carries the right to write, and it may
 * point at another origin.
 */
export const putPictureByXhr: PutPicture = async (request) => (await sendPictureByXhr(request)).httpStatus;

export function putPictureByFetch(fetch: typeof globalThis.fetch): PutPicture {
  const send = sendPictureByFetch(fetch);
  return async (request) => (await send(request)).httpStatus;
}
