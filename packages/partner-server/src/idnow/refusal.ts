import type { WireResponse } from '#wire/request.js';
import { tokenError } from '@bonafide/contracts/idnow/validators';
import type { Refusal } from '../gateway/wire-failure.ts';

/**
 * What the platform said no with. The form of its problems is not known, and their texts may quote the request, so that only
 * OAuth's word is taken.
 */
export function toRefusal(response: WireResponse): Refusal {
  const cause = causeOf(response);
  return { response, gatewayCauses: cause === undefined ? [] : [cause] };
}

function causeOf(response: WireResponse): string | undefined {
  let body: unknown;
  try {
    body = response.json();
  } catch {
    return undefined;
  }
  const cause = tokenError.safeParse(body).data?.error;
  // A problem's `error` is the status in words ("Bad Request"), which says nothing more.
  return cause !== undefined && /^[a-z]+(?:_[a-z]+)+$/.test(cause) ? cause : undefined;
}
