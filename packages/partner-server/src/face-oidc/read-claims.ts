import { FACE_CLAIMS } from '@bonafide/contracts/face-oidc';
import type { FaceUserInfo, IdTokenClaims } from '@bonafide/contracts/face-oidc';
import { idTokenClaims, userInfo as userInfoSchema } from '@bonafide/contracts/face-oidc/validators';
import { toOutcomeFaceOidc } from '@bonafide/contracts/outcome';
import { fetchUserInfo, tokenRevocation } from 'openid-client';
import type { Configuration, TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import { PartnerServerError } from '../partner-server-error.ts';
import { fromDataUrl } from '../picture/picture.ts';
import type { FaceLogin, FaceLoginClaims } from './face-login.ts';

/**
 * The claims of tokens that were just given. Then the access token is given back: it has no further use, and the provider
 * need keep nothing for it.
 * @param state Of the login; null for one that had none (CIBA).
 * @throws {PartnerServerError} `invalid-response` without a proof, and with one of another login
 */
export async function readClaims(
  config: Configuration,
  tokens: TokenEndpointResponse & TokenEndpointResponseHelpers,
  state: string | null,
): Promise<FaceLogin> {
  const idToken = tokens.claims();
  const known = idTokenClaims.safeParse(idToken);
  if (idToken === undefined || !known.success) throw invalid('the id token is not as the contract says');
  const metadata = config.serverMetadata();
  const userInfo =
    metadata.userinfo_endpoint === undefined
      ? undefined
      : await fetchUserInfo(config, tokens.access_token, idToken.sub);
  if (userInfo !== undefined && !userInfoSchema.safeParse(userInfo).success)
    throw invalid('userinfo is not as the contract says');
  if (metadata.revocation_endpoint !== undefined) {
    // The login is as good without: the token ends by itself.
    await tokenRevocation(config, tokens.access_token).catch(() => undefined);
  }
  const claims = toClaims(idToken as IdTokenClaims, userInfo as FaceUserInfo | undefined, state);
  const said = { ...claims.userInfo, ...claims.idToken };
  return { granted: true, claims, outcome: toOutcomeFaceOidc({ from: 'claims', claims: said, state }) };
}

function toClaims(idToken: IdTokenClaims, userInfo: FaceUserInfo | undefined, state: string | null): FaceLoginClaims {
  // The signed one counts where both speak.
  const facePresent = idToken[FACE_CLAIMS.facePresent] ?? userInfo?.[FACE_CLAIMS.facePresent];
  if (facePresent === undefined || facePresent === '') throw invalid('the login holds no proof of a face');
  const bound = typeof facePresent === 'string' ? undefined : facePresent.state;
  if (state !== null && bound !== undefined && bound !== state) throw invalid('the proof is of another login');
  const portrait = idToken[FACE_CLAIMS.portrait] ?? userInfo?.[FACE_CLAIMS.portrait];
  return {
    subject: idToken.sub,
    facePresent,
    isBound: state !== null && bound === state,
    portrait: portrait === undefined ? undefined : fromDataUrl(portrait),
    email: idToken.email ?? userInfo?.email,
    idToken,
    userInfo,
  };
}

function invalid(message: string): PartnerServerError {
  return new PartnerServerError('invalid-response', message);
}
