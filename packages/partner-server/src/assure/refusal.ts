import type { WireResponse } from '#wire/request.js';
import { problem, tokenError } from '@bonafide/contracts/assure/validators';
import type { Refusal } from '../gateway/wire-failure.ts';
import type { PartnerServerErrorCode } from '../partner-server-error.ts';

/** What a gateway's own word says more than its status. */
const CODES = new Map<string | undefined, PartnerServerErrorCode>([
  ['location-missing', 'location-required'],
  ['location-unknown', 'location-required'],
  ['consent-missing', 'consent-required'],
  ['image-unsupported', 'image-unsupported'],
  ['image-too-large', 'image-too-large'],
]);

/** What Assure said no with. Its `detail` is for people and may quote the request, so it stays out. */
export function toRefusal(response: WireResponse): Refusal {
  const cause = causeOf(response);
  return { response, gatewayCauses: cause === undefined ? [] : [cause], code: CODES.get(cause) };
}

/** A problem's or a token error's word, where it is one. */
function causeOf(response: WireResponse): string | undefined {
  let body: unknown;
  try {
    body = response.json();
  } catch {
    return undefined;
  }
  const cause = problem.safeParse(body).data?.code ?? tokenError.safeParse(body).data?.error;
  return cause !== undefined && /^[a-z][a-z_-]{2,79}$/.test(cause) ? cause : undefined;
}
