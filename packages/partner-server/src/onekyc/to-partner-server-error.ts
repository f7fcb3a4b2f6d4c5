import type { WireResponse } from '#wire/request.js';
import { isWireError } from '#wire/wire-error.js';
import { errorResponse } from '@bonafide/contracts/onekyc/validators';
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

/** The border where an answer that is not a success becomes an error. */
export function fromRefusal(response: WireResponse, operation: 'token' | 'gateway'): PartnerServerError {
  const { status, requestId, retryAfterMs } = response;
  const gatewayCauses = causesOf(response);
  const code = codeOf(status, gatewayCauses, operation);
  const why = gatewayCauses.length > 0 ? `: ${gatewayCauses.join(', ')}` : '';
  return new PartnerServerError(code, `the gateway answered ${status}${why}`, {
    status,
    requestId,
    retryAfterMs,
    gatewayCauses,
  });
}

function codeOf(status: number, causes: readonly string[], operation: 'token' | 'gateway'): PartnerServerErrorCode {
  if (status === 429) return 'rate-limited';
  if (status >= 500 || status === 408 || status === 425) return 'server';
  if (operation === 'token' && (status === 400 || status === 401 || status === 403)) return 'credentials-rejected';
  if (status === 401) return 'token-rejected';
  if (status === 403) return 'forbidden';
  // Submission details say so with 400 and a cause of their own.
  if (status === 404 || causes.includes('SUBMISSION_DOES_NOT_EXIST')) return 'not-found';
  if (status === 409) return 'conflict';
  return status >= 400 ? 'request-rejected' : 'invalid-response';
}

/** The gateway's words, where they are words: whatever else an answer holds stays out of errors and logs. */
function causesOf(response: WireResponse): readonly string[] {
  try {
    const parsed = errorResponse.safeParse(response.json());
    const causes = parsed.success ? parsed.data.errors.map(({ cause }) => cause) : [];
    return causes.filter((cause) => /^[A-Z][A-Z_]{2,79}$/.test(cause)).slice(0, 8);
  } catch {
    return [];
  }
}
