import type { components } from '../generated/face-oidc/paths.ts';

type Schemas = components['schemas'];

export type { paths as FaceOidcPaths, webhooks as FaceOidcWebhooks } from '../generated/face-oidc/paths.ts';
export { ORIGINS, PATHS } from './addresses.ts';
export { readLoginHint, toLoginHint } from './login-hint.ts';
export type { FaceReferenceMode } from './login-hint.ts';
export { ACR_VALUES, ATTEMPTS_PER_LOGIN, ERRORS, FACE_AUTH_SCOPES, FACE_CLAIMS, GRANT_TYPES } from './vocabulary.ts';

export type FaceAuthScope = Schemas['FaceAuthScope'];
export type LoginHint = Schemas['LoginHint'];
export type Discovery = Schemas['Discovery'];
export type KeySet = Schemas['KeySet'];
export type AuthenticationReference = Schemas['AuthenticationReference'];
export type PushedAuthorizationRequest = Schemas['PushedAuthorizationRequest'];
export type PushedAuthorizationResponse = Schemas['PushedAuthorizationResponse'];
export type BackchannelRequest = Schemas['BackchannelRequest'];
export type BackchannelResponse = Schemas['BackchannelResponse'];
export type CodeTokenRequest = Schemas['CodeTokenRequest'];
export type BackchannelTokenRequest = Schemas['BackchannelTokenRequest'];
export type TokenRequest = Schemas['TokenRequest'];
export type TokenResponse = Schemas['TokenResponse'];
export type OAuthError = Schemas['OAuthError'];
export type RevokeRequest = Schemas['RevokeRequest'];
export type UserInfoRequest = Schemas['UserInfoRequest'];
export type FacePresent = Schemas['FacePresent'];
export type FaceClaims = Schemas['FaceClaims'];
export type IdTokenClaims = Schemas['IdTokenClaims'];
export type FaceUserInfo = Schemas['UserInfo'];
export type ClientRegistration = Schemas['ClientRegistration'];
export type RegisteredClient = Schemas['RegisteredClient'];
export type BackchannelNotification = Schemas['BackchannelNotification'];
