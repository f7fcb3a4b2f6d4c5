import { expect, it } from 'vitest';
import type * as faceOidc from '../../src/face-oidc/index.ts';
import * as validators from '../../src/face-oidc/validators.ts';
import type { Complete, Equal, Names, Same } from '../same-type.ts';

interface AllSame {
  faceAuthScope: Same<typeof validators.faceAuthScope, faceOidc.FaceAuthScope>;
  loginHint: Same<typeof validators.loginHint, faceOidc.LoginHint>;
  discovery: Same<typeof validators.discovery, faceOidc.Discovery>;
  keySet: Same<typeof validators.keySet, faceOidc.KeySet>;
  authenticationReference: Same<typeof validators.authenticationReference, faceOidc.AuthenticationReference>;
  pushedAuthorizationRequest: Same<typeof validators.pushedAuthorizationRequest, faceOidc.PushedAuthorizationRequest>;
  pushedAuthorizationResponse: Same<
    typeof validators.pushedAuthorizationResponse,
    faceOidc.PushedAuthorizationResponse
  >;
  backchannelRequest: Same<typeof validators.backchannelRequest, faceOidc.BackchannelRequest>;
  backchannelResponse: Same<typeof validators.backchannelResponse, faceOidc.BackchannelResponse>;
  codeTokenRequest: Same<typeof validators.codeTokenRequest, faceOidc.CodeTokenRequest>;
  backchannelTokenRequest: Same<typeof validators.backchannelTokenRequest, faceOidc.BackchannelTokenRequest>;
  tokenRequest: Same<typeof validators.tokenRequest, faceOidc.TokenRequest>;
  tokenResponse: Same<typeof validators.tokenResponse, faceOidc.TokenResponse>;
  oAuthError: Same<typeof validators.oAuthError, faceOidc.OAuthError>;
  revokeRequest: Same<typeof validators.revokeRequest, faceOidc.RevokeRequest>;
  userInfoRequest: Same<typeof validators.userInfoRequest, faceOidc.UserInfoRequest>;
  facePresent: Same<typeof validators.facePresent, faceOidc.FacePresent>;
  faceClaims: Same<typeof validators.faceClaims, faceOidc.FaceClaims>;
  idTokenClaims: Same<typeof validators.idTokenClaims, faceOidc.IdTokenClaims>;
  userInfo: Same<typeof validators.userInfo, faceOidc.FaceUserInfo>;
  clientRegistration: Same<typeof validators.clientRegistration, faceOidc.ClientRegistration>;
  registeredClient: Same<typeof validators.registeredClient, faceOidc.RegisteredClient>;
  backchannelNotification: Same<typeof validators.backchannelNotification, faceOidc.BackchannelNotification>;
}

it('every validator takes exactly what its type says', () => {
  const compared = Object.keys(validators) as Names<AllSame>[];
  const complete: Complete<[Equal<Names<AllSame>, keyof typeof validators>]> = [true];
  expect(compared.length > 0 && complete[0]).toBe(true);
});
