import type { WireResponse } from '#wire/request.js';
import { PartnerServerError } from '../partner-server-error.ts';
import type { IssuedToken } from '../shared-token.ts';
import { isHeaderText } from './header-text.ts';

/**
 * A token from an answer of a gateway, with its life counted by this machine's clock: the gateway's need not agree.
 * @throws {PartnerServerError} `invalid-response` for one that cannot be sent
 */
export function toIssuedToken(
  { status, requestId }: WireResponse,
  value: string,
  lifetimeMs: number,
  epochNowMs: number,
): IssuedToken {
  if (!isHeaderText(value))
    throw new PartnerServerError('invalid-response', 'the token cannot be sent in a header', { status, requestId });
  return { value, lifetimeMs, expiresAtEpochMs: epochNowMs + lifetimeMs };
}
