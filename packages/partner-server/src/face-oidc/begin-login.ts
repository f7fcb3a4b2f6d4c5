import type { FaceAuthScope } from '@bonafide/contracts/face-oidc';
import {
  buildAuthorizationUrl,
  buildAuthorizationUrlWithPAR,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { PartnerServerError } from '../partner-server-error.ts';
import { hintOf } from './face-reference.ts';
import type { FaceReference } from './face-reference.ts';
import type { OidcClient } from './oidc-client.ts';

/** A login to begin. */
export interface BeginLogin {
  /** Which check, and where. Left out: the one that is configured for your client. */
  readonly scope?: FaceAuthScope;
  /** Default: any real face passes. */
  readonly reference?: FaceReference;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a login is recognised by when the browser comes back. Keep it on your server, in that person's session, and throw
 * it away with the first return. JSON can hold it.
 */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  /** A secret. */
  readonly codeVerifier: string;
}

/** A login that was begun. */
export interface BegunLogin {
  /** Send the browser there. */
  readonly url: string;
  readonly pending: PendingLogin;
}

/** The least that servers should take (RFC 9110 §4.1). */
const MAX_URL_LENGTH = 8_000;

/**
 * Makes the address of a login. What says something of a person (an identifier, a photo) goes to the provider beforehand
 * where it takes pushed requests (RFC 9126), so that no address, history or log holds it.
 * @throws {PartnerServerError} `image-too-large` for a photo that fits into no address, where there is no other way
 */
export function beginLogin(
  client: OidcClient,
  { scope, reference = { mode: 'liveness' }, signal }: BeginLogin,
): Promise<BegunLogin> {
  // At once: a mistake of the caller's is none of the provider's.
  const loginHint = hintOf(reference);
  return client.run(signal, async (config) => {
    const pending = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
    const parameters = {
      redirect_uri: client.settings.redirectUri,
      scope: scope === undefined ? 'openid' : `openid ${scope}`,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await calculatePKCECodeChallenge(pending.codeVerifier),
      code_challenge_method: 'S256',
      login_hint: loginHint,
    };
    const canPush = config.serverMetadata().pushed_authorization_request_endpoint !== undefined;
    const url =
      canPush && reference.mode !== 'liveness'
        ? await buildAuthorizationUrlWithPAR(config, parameters)
        : buildAuthorizationUrl(config, parameters);
    if (url.href.length > MAX_URL_LENGTH)
      throw new PartnerServerError(
        'image-too-large',
        'photo fits into no address, and the provider takes none otherwise',
      );
    return { url: url.href, pending };
  });
}
