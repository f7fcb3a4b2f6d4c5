import * as openid from 'openid-client';
import type { HeldLogin } from './face-login-site.ts';

/** What a relying party knows of itself. */
export interface BareClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** Everything that the provider told. */
export interface BareLogin {
  readonly granted: true;
  readonly state: string;
  readonly claims: openid.IDToken;
  readonly userInfo: openid.UserInfoResponse;
}

/** A login pushed by the certified library alone: discovery, PAR, PKCE, state, nonce, signature, userinfo. Nothing of ours in it. */
export async function beginBareLogin(
  { issuer, clientId, clientSecret, redirectUri }: BareClient,
  asked: { readonly scope: string; readonly loginHint: string },
): Promise<HeldLogin<BareLogin>> {
  const config = await openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    // The sandbox of a test has no certificate.
    execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
  });
  const verifier = openid.randomPKCECodeVerifier();
  const [state, nonce] = [openid.randomState(), openid.randomNonce()];
  const url = await openid.buildAuthorizationUrlWithPAR(config, {
    redirect_uri: redirectUri,
    scope: asked.scope,
    login_hint: asked.loginHint,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  return {
    url: url.href,
    async finish(returned) {
      const tokens = await openid.authorizationCodeGrant(config, returned, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('no claims');
      const userInfo = await openid.fetchUserInfo(config, tokens.access_token, claims.sub);
      return { granted: true, state, claims, userInfo };
    },
  };
}
