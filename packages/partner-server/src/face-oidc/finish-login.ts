import { toOutcomeFaceOidc } from '@bonafide/contracts/outcome';
import { AuthorizationResponseError, authorizationCodeGrant } from 'openid-client';
import type { Configuration } from 'openid-client';
import { PartnerServerError } from '../partner-server-error.ts';
import { createTextCheck } from '../webhook/create-text-check.ts';
import type { PendingLogin } from './begin-login.ts';
import type { FaceLogin } from './face-login.ts';
import type { OidcClient } from './oidc-client.ts';
import { errorWordOf } from './oidc-failure.ts';
import { readClaims } from './read-claims.ts';
import { isRefusal } from './refusals.ts';

/** A browser that came back. */
export interface FinishLogin {
  /** The address that it came to, or the request. Only its query is read. */
  readonly url: string | URL | Request;
  /** Of this person's session. */
  readonly pending: PendingLogin;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a login came to. Only `granted: true` is a yes.
 * @throws {PartnerServerError} `return-rejected` when the browser did not come from this login; `conflict` when its code was
 *   used or is over; `invalid-response` when what the provider says cannot be believed
 */
export async function finishLogin(
  client: OidcClient,
  { url: given, pending, signal }: FinishLogin,
): Promise<FaceLogin> {
  const { search, searchParams } = new URL(given instanceof Request ? given.url : given, client.settings.redirectUri);
  // First: whoever cannot show the state is another's browser, whatever else it brings.
  const isOwn = await createTextCheck([pending.state])(searchParams.get('state'));
  if (!isOwn || searchParams.getAll('state').length > 1)
    throw new PartnerServerError('return-rejected', 'the state that came back is not that of this login');
  // A proxy may have changed host and path; the code was given for the registered address.
  const url = new URL(client.settings.redirectUri);
  url.search = new URLSearchParams([...url.searchParams, ...new URLSearchParams(search)]).toString();
  return client.run(signal, (config) => finish(config, url, pending));
}

async function finish(
  config: Configuration,
  url: URL,
  { state, nonce, codeVerifier }: PendingLogin,
): Promise<FaceLogin> {
  try {
    const tokens = await authorizationCodeGrant(config, url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    return await readClaims(config, tokens, state);
  } catch (error) {
    const word = error instanceof AuthorizationResponseError ? errorWordOf(error) : undefined;
    if (word === undefined || !isRefusal(word)) throw error;
    return {
      granted: false,
      error: word,
      outcome: toOutcomeFaceOidc({ from: 'redirect', query: { error: word, state } }),
    };
  }
}
