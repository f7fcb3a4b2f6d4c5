import { randomBytes } from 'node:crypto';
import { generateKeyPair, SignJWT } from 'jose';
import * as openid from 'openid-client';
import type { Sandbox } from '../../src/sandbox.ts';
import type { SandboxClient } from '../../src/sandbox-options.ts';
import { Browser, discover, finish, issuerAt, login, openCheck, prepareLogin } from './face-oidc.ts';

/** A relying party in the middle of several logins: all that opens something of it, and is good still. */
export interface BridgeTenant {
  readonly client: SandboxClient;
  readonly redirectUri: string;
  readonly code: string;
  readonly codeVerifier: string;
  readonly accessToken: string;
  readonly idToken: string;
  /** Of a login by CIBA for which nobody has come. */
  readonly authReqId: string;
  /** Of a pushed request with which nobody has come. */
  readonly requestUri: string;
  /** A login whose check is open in `browser`. */
  readonly interaction: string;
  readonly browser: Browser;
}

export async function openBridgeTenant(sandbox: Sandbox, client: SandboxClient): Promise<BridgeTenant> {
  const config = await discover(sandbox, client);
  const redirectUri = client.faceOidc?.redirectUris[0] ?? '';
  const over = { redirect_uri: redirectUri };
  const pushed = await openid.buildAuthorizationUrlWithPAR(config, { ...(await prepareLogin({ over })).parameters });
  const begun = await openid.initiateBackchannelAuthentication(config, {
    login_hint: 'authref',
    scope: 'openid faceauth_express',
  });
  const browser = new Browser(sandbox);
  const { parameters } = await prepareLogin({ over });
  await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...parameters }));
  const finished = await login(sandbox, config, { over });
  const { tokens } = await finish(config, finished.url, finished.kept);
  // The last, since it lives for a minute.
  const { url, kept } = await login(sandbox, config, { over });
  return {
    client,
    redirectUri,
    code: url.searchParams.get('code') ?? '',
    codeVerifier: kept.codeVerifier,
    accessToken: tokens.access_token,
    idToken: tokens.id_token ?? '',
    authReqId: begun.auth_req_id,
    requestUri: pushed.searchParams.get('request_uri') ?? '',
    interaction: interactionOf(browser),
    browser,
  };
}

/** Everything of the right form, and nothing of it ever given out. */
export async function inventBridgeTenant(sandbox: Sandbox, client: SandboxClient): Promise<BridgeTenant> {
  const secret = (): string => randomBytes(32).toString('base64url');
  const { privateKey } = await generateKeyPair('RS256');
  const idToken = await new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', kid: crypto.randomUUID() })
    .setIssuer(issuerAt(client.clientId))
    .setAudience(client.clientId)
    .setSubject(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(privateKey);
  return {
    client,
    redirectUri: client.faceOidc?.redirectUris[0] ?? '',
    code: secret(),
    codeVerifier: secret(),
    accessToken: secret(),
    idToken,
    authReqId: secret(),
    requestUri: `urn:ietf:params:oauth:request_uri:${secret()}`,
    interaction: `${issuerAt(client.clientId)}/interaction/${secret()}`,
    browser: new Browser(sandbox),
  };
}

/** The address of the interaction that a browser was led through. */
export const interactionOf = (browser: Browser): string =>
  browser.answers.map((answer) => answer.headers.get('location') ?? '').find((to) => to.includes('/interaction/')) ??
  '';
