import type { WireResponse } from '#wire/request.js';
import { isWireError } from '#wire/wire-error.js';
import { PartnerServerError } from '../partner-server-error.ts';
import type { PartnerServerErrorCode } from '../partner-server-error.ts';

/** The border where failures of the wire become this package's. What is none of them passes unchanged (an abort). */
export function fromWireFailure(error: unknown): unknown {
  if (!isWireError(error)) return error;
  const facts = { cause: error, status: error.status, requestId: error.requestId };
  if (error.code === 'network' || error.code === 'timeout')
    return new PartnerServerError(error.code, error.message, facts);
  return new PartnerServerError('invalid-response', error.message, facts);
}

/** What a gateway said no with: its own words where they are words, whatever else it sent left out. */
export interface Refusal {
  readonly response: WireResponse;
  readonly gatewayCauses: readonly string[];
  /** Where the gateway's words say more than its status. */
  readonly code?: PartnerServerErrorCode | undefined;
}

/** The border where an answer that is not a success becomes an error. */
export function fromRefusal({ response, gatewayCauses, code }: Refusal): PartnerServerError {
  const { status, requestId, retryAfterMs } = response;
  const why = gatewayCauses.length > 0 ? `: ${gatewayCauses.join(', ')}` : '';
  return new PartnerServerError(code ?? codeOf(status), `the gateway answered ${status}${why}`, {
    status,
    requestId,
    retryAfterMs,
    gatewayCauses,
  });
}

/** As `fromRefusal`, where a token was asked for: then 400, 401 and 403 speak of the credential. */
export function fromTokenRefusal(refusal: Refusal): PartnerServerError {
  const isCredential = [400, 401, 403].includes(refusal.response.status);
  return fromRefusal(isCredential ? { ...refusal, code: 'credentials-rejected' } : refusal);
}

function codeOf(status: number): PartnerServerErrorCode {
  if (status === 429) return 'rate-limited';
  if (status >= 500 || status === 408 || status === 425) return 'server';
  if (status === 401) return 'token-rejected';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 409) return 'conflict';
  return status >= 400 ? 'request-rejected' : 'invalid-response';
}
