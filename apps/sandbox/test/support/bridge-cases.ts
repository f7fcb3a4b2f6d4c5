import { createHmac } from 'node:crypto';
import type { BridgeTenant } from './bridge-tenant.ts';
import { issuerAt } from './face-oidc.ts';

const PKCE = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' };
const CIBA = 'urn:openid:params:grant-type:ciba';

export type Form = Readonly<Record<string, string>>;
/** The error's word is null where there is none. */
export type Outcome = readonly [status: number, error: string | RegExp | null];

/** How one operation is asked rightly, and what of that only its owner has. */
export interface BridgeCase {
  readonly operationId: string;
  readonly form: (of: BridgeTenant) => Form;
  /** Whether the relying party itself must show who it is. */
  readonly wantsSecret?: true;
  /** The parameters that are the owner's alone, and how another's, a broken or a late one is answered. */
  readonly owned: Readonly<Record<string, Outcome>>;
  /** Whether it may be left out. */
  readonly optional?: true;
  /** How the owner is answered. */
  readonly right: Outcome;
}

const begin = ({ client: { clientId }, redirectUri }: BridgeTenant): Form => ({
  client_id: clientId,
  redirect_uri: redirectUri,
  response_type: 'code',
  scope: 'openid faceauth_express',
  ...PKCE,
});

/** The same as a JWT (OpenID Connect Core §6.1), signed with the secret. */
function signedRequest(of: BridgeTenant): string {
  const { clientId, passKey } = of.client;
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  const claims = { ...begin(of), iss: clientId, aud: issuerAt(clientId), iat: now, exp: now + 60 };
  const signed = `${part({ alg: 'HS256' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', passKey).update(signed).digest('base64url')}`;
}

/** By operation, and by what it is asked with. */
export const BRIDGE_CASES: Readonly<Record<string, BridgeCase>> = {
  getDiscovery: { operationId: 'getDiscovery', form: () => ({}), owned: {}, right: [200, null] },
  getKeys: { operationId: 'getKeys', form: () => ({}), owned: {}, right: [200, null] },
  getAuthorize: {
    operationId: 'getAuthorize',
    form: begin,
    owned: { client_id: [400, 'invalid_client'], redirect_uri: [400, 'invalid_redirect_uri'] },
    right: [303, null],
  },
  'getAuthorize with a pushed request': {
    operationId: 'getAuthorize',
    form: ({ client: { clientId }, requestUri }) => ({ client_id: clientId, request_uri: requestUri }),
    owned: {
      client_id: [400, 'invalid_client'],
      request_uri: [400, /^(?:invalid_request_uri|request_uri_not_supported)$/],
    },
    right: [303, null],
  },
  'getAuthorize with an id token': {
    operationId: 'getAuthorize',
    form: (of) => ({ ...begin(of), id_token_hint: of.idToken }),
    optional: true,
    // The client and its address are right, so that the browser is led back to it.
    owned: { id_token_hint: [303, 'invalid_request'] },
    right: [303, null],
  },
  'getAuthorize with a signed request': {
    operationId: 'getAuthorize',
    form: (of) => ({ ...begin(of), request: signedRequest(of) }),
    optional: true,
    owned: { request: [303, /^invalid_request/] },
    right: [303, null],
  },
  postPushedAuthorize: {
    operationId: 'postPushedAuthorize',
    form: begin,
    wantsSecret: true,
    owned: { redirect_uri: [400, 'invalid_request'] },
    right: [201, null],
  },
  postBackchannelAuthorize: {
    operationId: 'postBackchannelAuthorize',
    form: () => ({ login_hint: 'authref', scope: 'openid faceauth_express' }),
    wantsSecret: true,
    owned: {},
    right: [200, null],
  },
  'postToken for a code': {
    operationId: 'postToken',
    form: ({ code, redirectUri, codeVerifier }) => ({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
    }),
    wantsSecret: true,
    owned: { code: [400, 'invalid_grant'] },
    right: [200, null],
  },
  'postToken for a login by CIBA': {
    operationId: 'postToken',
    form: ({ authReqId }) => ({ grant_type: CIBA, auth_req_id: authReqId }),
    wantsSecret: true,
    owned: { auth_req_id: [400, 'invalid_grant'] },
    right: [400, /^(?:authorization_pending|slow_down)$/],
  },
  postRevoke: {
    operationId: 'postRevoke',
    form: ({ accessToken }) => ({ token: accessToken }),
    wantsSecret: true,
    // RFC 7009 §2.2: what is no token of the client's is gone already.
    owned: { token: [200, null] },
    right: [200, null],
  },
  getUserInfo: {
    operationId: 'getUserInfo',
    form: ({ accessToken }) => ({ access_token: accessToken }),
    owned: { access_token: [401, 'invalid_token'] },
    right: [200, null],
  },
  postUserInfo: {
    operationId: 'postUserInfo',
    form: ({ accessToken }) => ({ access_token: accessToken }),
    owned: { access_token: [401, 'invalid_token'] },
    right: [200, null],
  },
  getLogout: {
    operationId: 'getLogout',
    optional: true,
    form: ({ client, idToken }) => ({
      client_id: client.clientId,
      id_token_hint: idToken,
      post_logout_redirect_uri: client.faceOidc?.postLogoutRedirectUris?.[0] ?? '',
    }),
    owned: {
      client_id: [400, 'invalid_request'],
      id_token_hint: [400, 'invalid_request'],
      post_logout_redirect_uri: [400, 'invalid_request'],
    },
    right: [302, null],
  },
  'getLogout by an id token alone': {
    operationId: 'getLogout',
    optional: true,
    form: ({ idToken }) => ({ id_token_hint: idToken }),
    owned: { id_token_hint: [400, /^invalid_(?:request|client)$/] },
    right: [200, null],
  },
  // Not served: a client of the sandbox is an option of it.
  registerClient: { operationId: 'registerClient', form: () => ({}), owned: {}, right: [404, 'not found'] },
};
