import type { WireResponse } from '#wire/request.js';
import { errorResponse } from '@bonafide/contracts/onekyc/validators';
import type { Refusal } from '../gateway/wire-failure.ts';

/** What OneKYC said no with. */
export function toRefusal(response: WireResponse): Refusal {
  const gatewayCauses = causesOf(response);
  // Submission details say so with 400 and a cause of their own; an outage says nothing about it.
  const isMissing = response.status === 400 && gatewayCauses.includes('SUBMISSION_DOES_NOT_EXIST');
  return { response, gatewayCauses, code: isMissing ? 'not-found' : undefined };
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
