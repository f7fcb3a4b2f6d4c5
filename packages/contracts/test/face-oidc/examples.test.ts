import * as validators from '../../src/face-oidc/validators.ts';
import { describeExamples } from '../check-examples.ts';
import { readSpecification } from '../specification.ts';

const ID_TOKEN = { sub: 's', iss: 'i', aud: 'client-1', exp: 2, iat: 1 };

describeExamples(readSpecification('face-oidc'), validators, {
  atLeast: 20,
  right: [
    [
      'an id token with the check',
      'IdTokenClaims',
      { ...ID_TOKEN, 'com.svipe:face_present': { how: 'x' }, nonce: 'n' },
    ],
    ['a proof that is a text', 'IdTokenClaims', { ...ID_TOKEN, 'com.svipe:face_present': 'header.payload.signature' }],
    ['an id token for several', 'IdTokenClaims', { ...ID_TOKEN, aud: ['client-1', 'client-2'] }],
    ['claims of the app', 'UserInfo', { sub: 's', 'com.svipe:document_type': 'PN' }],
    ['an error that nobody has seen', 'OAuthError', { error: 'face_denied' }],
    [
      'a scope that the discovery did not have',
      'Discovery',
      {
        issuer: 'i',
        authorization_endpoint: 'a',
        token_endpoint: 't',
        jwks_uri: 'j',
        scopes_supported: ['faceauth_dynamic', 'x'],
      },
    ],
  ],
  wrong: [
    ['an id token of nobody', 'IdTokenClaims', { iss: 'i', aud: 'a', exp: 2, iat: 1 }],
    ['an id token without an end', 'IdTokenClaims', { sub: 's', iss: 'i', aud: 'a', iat: 1 }],
    ['an id token for nobody', 'IdTokenClaims', { sub: 's', iss: 'i', exp: 2, iat: 1 }],
    ['tokens without an id token', 'TokenResponse', { access_token: 'a', token_type: 'Bearer' }],
    ['another grant', 'TokenRequest', { grant_type: 'password', username: 'u' }],
    ['a grant by CIBA with a code', 'TokenRequest', { grant_type: 'urn:openid:params:grant-type:ciba', code: 'c' }],
    ['a scope of another face', 'FaceAuthScope', 'faceauth_static'],
    ['a client without an address', 'ClientRegistration', { redirect_uris: [] }],
    ['an error without a word', 'OAuthError', { error_description: 'x' }],
  ],
});
