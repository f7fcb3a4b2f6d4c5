import type { WireResponse } from '#wire/request.js';
import { problem, tokenError } from '@bonafide/contracts/mosaic/validators';
import type { Refusal } from '../gateway/wire-failure.ts';
import type { PartnerServerErrorCode } from '../partner-server-error.ts';

/** What a gateway's own word says more than its status. Source: our sandbox; the vendor's words could not be found. */
const CODES = new Map<string | undefined, PartnerServerErrorCode>([
  ['image_unsupported', 'image-unsupported'],
  ['image_too_large', 'image-too-large'],
]);

/** What Mosaic said no with. Its `message` is for people and may quote the request, so it stays out. */
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
  const cause = problem.safeParse(body).data?.error_code ?? tokenError.safeParse(body).data?.error;
  return cause !== undefined && /^[a-z][a-z_-]{2,79}$/.test(cause) ? cause : undefined;
}
