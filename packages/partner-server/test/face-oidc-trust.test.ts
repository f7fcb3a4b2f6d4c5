import { FACE_CLAIMS, PATHS } from '@bonafide/contracts/face-oidc';
import { describe, expect, it } from 'vitest';
import type { FakeFaceOidcOptions } from '../src/testing/index.ts';
import { logIn, setUp } from './face-oidc-client.ts';

const without = (name: string) => (claims: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

describe('what is not believed', () => {
  it.each<[string, FakeFaceOidcOptions]>([
    ['a signature of another key', { isForged: true }],
    ['another issuer', { idToken: (claims) => ({ ...claims, iss: 'https://other.test' }) }],
    ['another audience', { idToken: (claims) => ({ ...claims, aud: 'other' }) }],
    ['another nonce', { idToken: (claims) => ({ ...claims, nonce: 'other' }) }],
    ['no nonce', { idToken: without('nonce') }],
    ['a token that is over', { idToken: (claims) => ({ ...claims, exp: 1 }) }],
    ['a token without an end', { idToken: without('exp') }],
    ['userinfo of another person', { userInfo: { sub: 'other' } }],
    [
      'a proof of another login',
      { idToken: (claims) => ({ ...claims, [FACE_CLAIMS.facePresent]: { state: 'other' } }) },
    ],
    [
      'no proof',
      {
        idToken: without(FACE_CLAIMS.facePresent),
        userInfo: { [FACE_CLAIMS.facePresent]: undefined },
      },
    ],
    ['a proof of nothing', { idToken: (claims) => ({ ...claims, [FACE_CLAIMS.facePresent]: '' }) }],
    ['a proof that is a number', { idToken: (claims) => ({ ...claims, [FACE_CLAIMS.facePresent]: 1 }) }],
  ])('%s', async (_, options) => {
    await expect(logIn(setUp(options))).rejects.toMatchObject({ code: 'invalid-response' });
  });

  it('a proof that names no login is believed, and said not to be bound', async () => {
    const login = await logIn(setUp({ idToken: (claims) => ({ ...claims, [FACE_CLAIMS.facePresent]: { how: 'x' } }) }));
    expect(login.granted && login.claims.isBound).toBe(false);
  });

  it('a return without a state, or with another', async () => {
    const { provider, face } = setUp();
    const { url, pending } = await face.beginLogin();
    const back = provider.comeBack(url);
    for (const given of [back.replace(/state=[^&]*/, ''), back.replace(/state=[^&]*/, 'state=other')])
      await expect(face.finishLogin({ url: given, pending })).rejects.toMatchObject({ code: 'return-rejected' });
    expect(provider.countOf(PATHS.token)).toBe(0);
  });
});
