import type { ErrorCode } from '@bonafide/contracts/codes';

import type { Answer } from './exchange.ts';
import { GatewayError } from './gateway-error.ts';
import { readRefusal } from './parse-capture-backend.ts';

/**
 * A capture backend's refusal in the words of our registry.
 *
 * | HTTP, code | code |
 * |---|---|
 * | 401 | `token-expired` |
 * | 403 | `token-invalid` |
 * | 404 | `session-not-found` |
 * | `handover-claimed`, `handover-expired` | the same |
 * | `handover-revoked` | `handover-ended` |
 * | `document-unsupported` | `document-unsupported` |
 * | 413 on a picture | `file-too-large` |
 * | 415 on a picture | `file-unsupported` |
 * | `images-missing`, `evidence-mismatch` | `upload-rejected` |
 * | 429 | `rate-limited` |
 * | 408, `busy`, 5xx but a refusal of the gateway for good | `server` |
 * | any other | `internal` |
 */
export function refuseCapture({ httpStatus, body, retryAfterMs }: Answer): GatewayError {
  const { code, retryable } = readRefusal(body);
  const message = `the backend answered ${httpStatus}${code === null ? '' : `, ${code}`}`;
  return new GatewayError(codeOf(httpStatus, code, retryable), message, { httpStatus, retryAfterMs });
}

function codeOf(httpStatus: number, code: ReturnType<typeof readRefusal>['code'], retryable: boolean): ErrorCode {
  switch (code) {
    case 'document-unsupported':
    case 'handover-claimed':
    case 'handover-expired':
      return code;
    case 'handover-revoked':
      return 'handover-ended';
    case 'image-too-large':
      return 'file-too-large';
    case 'image-unsupported':
      return 'file-unsupported';
    case 'images-missing':
    case 'evidence-mismatch':
      return 'upload-rejected';
    case 'busy':
      return 'server';
    case 'gateway-refused':
      return retryable ? 'server' : 'internal';
    default:
  }
  switch (httpStatus) {
    case 401:
      return 'token-expired';
    case 403:
      return 'token-invalid';
    case 404:
      return 'session-not-found';
    case 408:
      return 'server';
    case 413:
      return 'file-too-large';
    case 415:
      return 'file-unsupported';
    case 429:
      return 'rate-limited';
    default:
      return httpStatus >= 500 ? 'server' : 'internal';
  }
}
