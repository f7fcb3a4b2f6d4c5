import type { ErrorCode } from '@bonafide/contracts/codes';

import { GatewayError } from './gateway-error.ts';
import { readFailure } from './parse-onekyc.ts';

export interface Refusal {
  readonly httpStatus: number;
  /** The parsed body, or undefined when it was not JSON. */
  readonly body: unknown;
  readonly retryAfterMs: number | null;
  /** The token has run out as far as this side can tell: it worked before, or its own `exp` has passed. */
  readonly tokenRanOut: boolean;
}

/**
 * A OneKYC failure answer in the words of our registry.
 *
 * | HTTP | code |
 * |---|---|
 * | 400, 404 that name the submission | `session-not-found` |
 * | 401 | `token-expired` when the cause says so or the token ran out, else `token-invalid` |
 * | 403 | `token-invalid` |
 * | 404 | `session-not-found` |
 * | 413, 415, 422 | `upload-rejected` |
 * | 429 `SUBMISSION_QUOTA_EXCEEDED` | `attempts-exhausted` |
 * | 429 | `rate-limited` |
 * | 408, 409, 5xx | `server` |
 * | any other | `internal` |
 */
export function toGatewayError(refusal: Refusal): GatewayError {
  const { httpStatus, retryAfterMs } = refusal;
  const failure = readFailure(refusal.body);
  const code = codeOf(refusal, failure.cause);
  return new GatewayError(code, `the gateway answered ${httpStatus}`, { httpStatus, retryAfterMs });
}

function codeOf({ httpStatus, tokenRanOut }: Refusal, cause: string): ErrorCode {
  switch (httpStatus) {
    case 400:
      return /SUBMISSION/.test(cause) && !/SUBMISSION_TYPE/.test(cause) ? 'session-not-found' : 'internal';
    case 401:
      return tokenRanOut || /EXPIRED/.test(cause) ? 'token-expired' : 'token-invalid';
    case 403:
      return 'token-invalid';
    case 404:
      return 'session-not-found';
    case 408:
    case 409:
      return 'server';
    case 413:
    case 415:
    case 422:
      return 'upload-rejected';
    case 429:
      return cause === 'SUBMISSION_QUOTA_EXCEEDED' ? 'attempts-exhausted' : 'rate-limited';
    default:
      return httpStatus >= 500 ? 'server' : 'internal';
  }
}
