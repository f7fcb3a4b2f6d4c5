import { ACR_VALUES, FACE_AUTH_SCOPES, GRANT_TYPES, PATHS } from '@bonafide/contracts/face-oidc';
import {
  type CIBATriggerAuthenticationDevice,
  type ClientMetadata,
  type Configuration,
  interactionPolicy,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import type { Gateway } from '../gateway/gateway.ts';
import type { SandboxClient } from '../sandbox-options.ts';
import { CLAIMS_OF_CHECK } from './face-claims.ts';
import type { FaceClient } from './face-client.ts';
import { CLAIMS_SECONDS, CODE_SECONDS, LOGIN_SECONDS, RETURN_SECONDS } from './lifetimes.ts';
import { showNotice } from './notices.ts';
import { createProviderAdapter } from './provider-adapter.ts';
import type { TenantKeys } from './tenant-keys.ts';

/** What the provider asks of the bridge. */
export interface ProviderHooks {
  readonly findAccount: NonNullable<Configuration['findAccount']>;
  /** Where the person goes on. */
  readonly interactionUrl: NonNullable<NonNullable<Configuration['interactions']>['url']>;
  readonly fetch: NonNullable<Configuration['fetch']>;
  readonly ciba: {
    readonly processLoginHint: (ctx: KoaContextWithOIDC, hint?: string) => Promise<string>;
    readonly triggerAuthenticationDevice: CIBATriggerAuthenticationDevice;
  };
}

/** Of the recorded discovery document; nothing comes of them beside a face check. Source: observed. */
const SCOPES_WITHOUT_CLAIMS = ['profile', 'email', 'phone', 'document', 'document_full'];

/** The OpenID provider of one tenant, as the recorded discovery document describes it and the in-browser page adds to it. */
export function toProviderConfiguration(
  gateway: Gateway,
  tenant: {
    readonly client: SandboxClient;
    readonly face: FaceClient;
    readonly issuer: string;
    readonly keys: TenantKeys;
  },
  hooks: ProviderHooks,
): Configuration {
  const { client, face, issuer, keys } = tenant;
  const path = new URL(issuer).pathname;
  return {
    adapter: createProviderAdapter(gateway, client.clientId),
    clients: [toClient(client, face)],
    jwks: { keys: [keys.jwk] },
    // Each tenant's cookies stay below its own issuer.
    cookies: {
      keys: [keys.cookieKey],
      long: { path, httpOnly: true, sameSite: 'lax', signed: true },
      short: { path, httpOnly: true, sameSite: 'lax', signed: true },
    },
    scopes: ['openid', ...FACE_AUTH_SCOPES, ...SCOPES_WITHOUT_CLAIMS],
    // Whichever of the four was asked for, or is configured for the client.
    claims: { openid: ['sub', ...CLAIMS_OF_CHECK] },
    // The proof is in the id token too, which is signed.
    conformIdTokenClaims: false,
    acrValues: [...ACR_VALUES],
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    subjectTypes: ['public'],
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    routes: {
      authorization: PATHS.authorize,
      backchannel_authentication: PATHS.backchannelAuthorize,
      end_session: PATHS.logout,
      jwks: PATHS.keys,
      pushed_authorization_request: PATHS.pushedAuthorize,
      revocation: PATHS.revoke,
      token: PATHS.token,
      userinfo: PATHS.userInfo,
    },
    ttl: {
      AccessToken: CLAIMS_SECONDS,
      AuthorizationCode: CODE_SECONDS,
      BackchannelAuthenticationRequest: LOGIN_SECONDS,
      Grant: LOGIN_SECONDS,
      IdToken: CLAIMS_SECONDS,
      Interaction: LOGIN_SECONDS + RETURN_SECONDS,
      Session: LOGIN_SECONDS + RETURN_SECONDS,
    },
    features: {
      ciba: {
        enabled: true,
        deliveryModes: ['poll', 'ping'],
        validateBindingMessage: () => undefined,
        validateRequestContext: () => undefined,
        verifyUserCode: () => undefined,
        processLoginHintToken: () => undefined,
        ...hooks.ciba,
      },
      claimsParameter: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      requestObjects: { enabled: true },
      resourceIndicators: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_ctx, { clientId }, token) => token.clientId === clientId },
      // Where it leads is said in `lead-out.ts`.
      rpInitiatedLogout: { enabled: true },
    },
    interactions: { url: hooks.interactionUrl, policy: [alwaysCheckTheFace()] },
    // Nothing outlives a login: no code or token hangs on a session of the browser.
    expiresWithSession: () => false,
    issueRefreshToken: () => false,
    loadExistingGrant: grantWhatWasAskedFor,
    findAccount: hooks.findAccount,
    clientBasedCORS: (_ctx, origin, { clientAuthMethod, redirectUris = [] }) =>
      clientAuthMethod === 'none' && redirectUris.some((uri) => URL.parse(uri)?.origin === origin),
    fetch: hooks.fetch,
    renderError: (ctx, { error, error_description: description = '' }) =>
      showNotice(ctx, 'failed', `${error}: ${description}`),
  };
}

function toClient({ clientId, passKey }: SandboxClient, face: FaceClient): ClientMetadata {
  const isPublic = face.isPublic ?? false;
  const notificationUrl = isPublic ? undefined : face.notificationUrl;
  return {
    client_id: clientId,
    ...(isPublic ? {} : { client_secret: passKey }),
    // One that shows its secret in the body is brought here too: see `to-provider-request.ts`.
    token_endpoint_auth_method: isPublic ? 'none' : 'client_secret_basic',
    redirect_uris: [...face.redirectUris],
    post_logout_redirect_uris: [...(face.postLogoutRedirectUris ?? [])],
    grant_types: isPublic ? ['authorization_code'] : [...GRANT_TYPES],
    response_types: ['code'],
    // The other modes are pages with a script, or nothing that a server reads.
    response_modes: ['query'],
    ...(isPublic ? {} : { backchannel_token_delivery_mode: notificationUrl === undefined ? 'poll' : 'ping' }),
    // The library wants https here; where it really goes is judged by the guard of outbound requests, when it goes there.
    ...(notificationUrl === undefined
      ? {}
      : { backchannel_client_notification_endpoint: notificationUrl.replace(/^http:/, 'https:') }),
    ...(face.name === undefined ? {} : { client_name: face.name }),
  };
}

/** Who looked into a camera a minute ago may not be who sits there now: each login is a check of its own. */
function alwaysCheckTheFace(): interactionPolicy.Prompt {
  const { Check, Prompt } = interactionPolicy;
  return new Prompt(
    { name: 'login', requestable: true },
    new Check('face_check', 'the face must be checked', 'login_required', ({ oidc }) =>
      oidc.result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
    ),
  );
}

/** Who shows their face to a page that says for whom has agreed; there is no second question. */
async function grantWhatWasAskedFor({ oidc }: KoaContextWithOIDC) {
  const accountId = oidc.result?.login?.accountId;
  if (accountId === undefined || oidc.client === undefined) return undefined;
  const grant = new oidc.provider.Grant({ accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '));
  grant.addOIDCClaims([...oidc.requestParamClaims]);
  await grant.save();
  return grant;
}
