import { HEADERS, PATHS } from '@bonafide/contracts/onekyc';
import type { SubmissionType } from '@bonafide/contracts/onekyc';

import { exchange, readAnswer } from './exchange.ts';
import type { Answer } from './exchange.ts';
import { GatewayError } from './gateway-error.ts';
import { isTokenOver } from './is-token-over.ts';
import type { SubmissionMetadata } from './liveness-gateway.ts';
import { parseConfirmation, parseStatus, parseUploadTargets } from './parse-onekyc.ts';
import type { OneKycStatus, UploadTargets } from './parse-onekyc.ts';
import { putPictureByFetch, putPictureByXhr } from './put-picture.ts';
import type { PutPicture } from './put-picture.ts';
import { toGatewayError } from './to-gateway-error.ts';

export interface OneKycClientOptions {
  /** With or without a trailing slash. */
  readonly baseUrl: string;
  /** User token, from `initiate-flow`. Sent to `baseUrl` only, never to the storage. */
  readonly token: string;
  /** Sent as `x-partner-session-id`. */
  readonly correlationId: string;
  /** Sent as `x-sdk-session-id`. Default: a random UUID. */
  readonly sdkSessionId?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Default: XMLHttpRequest where there is one, else fetch. */
  readonly putPicture?: PutPicture;
  /** Wall clock, milliseconds since the epoch. */
  readonly epochNow?: () => number;
}

/** The submission operations of OneKYC's page side, one request each. Rejects with a `GatewayError`, or the signal's reason. */
export interface OneKycClient {
  requestTargets(submissionType: SubmissionType, signal: AbortSignal): Promise<UploadTargets>;
  put(url: string, image: Blob, onProgress: (share: number) => void, signal: AbortSignal): Promise<void>;
  confirm(submissionId: string, metadata: SubmissionMetadata, signal: AbortSignal): Promise<void>;
  status(submissionId: string, signal: AbortSignal): Promise<OneKycStatus & { readonly retryAfterMs: number | null }>;
}

/** Holds one token for its life. Throws a `TypeError` when token or correlation id cannot be a header's value. */
export function createOneKycClient(options: OneKycClientOptions): OneKycClient {
  const root = options.baseUrl.replace(/\/+$/, '');
  const { fetch = globalThis.fetch.bind(globalThis), epochNow = Date.now } = options;
  const putPicture =
    options.putPicture ?? (typeof XMLHttpRequest === 'undefined' ? putPictureByFetch(fetch) : putPictureByXhr);
  const headers = new Headers({
    accept: 'application/json',
    [HEADERS.token]: options.token,
    [HEADERS.partnerSessionId]: options.correlationId,
    [HEADERS.sdkSessionId]: options.sdkSessionId ?? crypto.randomUUID(),
  });
  let tokenWorked = false;

  async function call(path: string, signal: AbortSignal, payload?: unknown): Promise<Answer> {
    const init: RequestInit = payload === undefined ? { headers } : jsonPut(headers, payload);
    const answer = await exchange(fetch, `${root}${path}`, { ...init, signal, credentials: 'omit' }, epochNow);
    if (answer.httpStatus < 300) tokenWorked = true;
    return answer;
  }

  function refuse(answer: Answer): GatewayError {
    return toGatewayError({ ...answer, tokenRanOut: tokenWorked || isTokenOver(options.token, epochNow()) });
  }

  return {
    async requestTargets(submissionType, signal) {
      const answer = await call(`${PATHS.uploadUrls}?submissionType=${submissionType}`, signal);
      if (answer.httpStatus !== 200) throw refuse(answer);
      return readAnswer(() => parseUploadTargets(answer.body));
    },

    async put(url, image, onProgress, signal) {
      const httpStatus = await putPicture({ url, image, onProgress, signal });
      if (httpStatus >= 200 && httpStatus < 300) return;
      throw storageRefusal(httpStatus);
    },

    async confirm(submissionId, metadata, signal) {
      const answer = await call(PATHS.confirmUpload, signal, { submissionId, metadata });
      // SUBMISSION_STATE_CONFLICT: an earlier confirmation got through although its answer was lost.
      if (answer.httpStatus === 409) return;
      if (answer.httpStatus !== 200) throw refuse(answer);
      readAnswer(() => parseConfirmation(answer.body, submissionId));
    },

    async status(submissionId, signal) {
      const answer = await call(
        PATHS.submissionStatus.replace('{submissionId}', encodeURIComponent(submissionId)),
        signal,
      );
      if (answer.httpStatus !== 200) throw refuse(answer);
      const status = readAnswer(() => parseStatus(answer.body));
      if (status.submissionId !== submissionId)
        throw new GatewayError('invalid-response', 'another submission answered');
      return { ...status, retryAfterMs: answer.retryAfterMs };
    },
  };
}

function jsonPut(headers: Headers, payload: unknown): RequestInit {
  const all = new Headers(headers);
  all.set('content-type', 'application/json');
  return { method: 'PUT', headers: all, body: JSON.stringify(payload) };
}

/** Storages say little: what may be an expired or already used URL is worth one new URL, a refused picture is not. */
function storageRefusal(httpStatus: number): GatewayError {
  const message = `the storage answered ${httpStatus}`;
  if (httpStatus === 429) return new GatewayError('rate-limited', message, { httpStatus });
  if (httpStatus === 408 || httpStatus >= 500) return new GatewayError('server', message, { httpStatus });
  const uploadExpired = [401, 403, 404, 409, 410].includes(httpStatus);
  return new GatewayError('upload-rejected', message, { httpStatus, uploadExpired });
}
