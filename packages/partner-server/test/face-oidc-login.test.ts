import { PATHS } from '@bonafide/contracts/face-oidc';
import { describe, expect, it } from 'vitest';
import { logIn, REDIRECT_URI, setUp } from './face-oidc-client.ts';
import { jpegHead } from './pictures.ts';

describe('a login', () => {
  it('asks for exactly what the vendor documents, with PKCE, state and nonce', async () => {
    const { provider, face } = setUp();
    const { url, pending } = await face.beginLogin({ scope: 'faceauth_dynamic_only' });
    const { searchParams } = new URL(url);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'client',
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      scope: 'openid faceauth_dynamic_only',
      login_hint: 'face:any',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(searchParams.get('code_challenge')).not.toBe(pending.codeVerifier);
    expect((await face.finishLogin({ url: provider.comeBack(url), pending })).granted).toBe(true);
  });

  it('a proxy may have changed the address that it came to', async () => {
    const { provider, face } = setUp();
    const { url, pending } = await face.beginLogin();
    const { search } = new URL(provider.comeBack(url));
    const request = new Request(`http://10.0.0.7:3000/inner${search}`);
    expect((await face.finishLogin({ url: request, pending })).granted).toBe(true);
  });

  it('an identifier and a photo are pushed; without pushed requests a photo that fits no address is refused', async () => {
    const photo = new Uint8Array([...jpegHead(640, 480), ...new Uint8Array(20_000)]);
    const pushing = setUp();
    const { url } = await pushing.face.beginLogin({ reference: { mode: 'photo', photo } });
    expect([...new URL(url).searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
    const old = setUp({ takesPushed: false });
    await expect(old.face.beginLogin({ reference: { mode: 'photo', photo } })).rejects.toMatchObject({
      code: 'image-too-large',
    });
    const plain = await old.face.beginLogin({ reference: { mode: 'profile', identifier: 'customer-1' } });
    expect(new URL(plain.url).searchParams.get('login_hint')).toBe('customer-1');
  });

  it.each(['access_denied', 'login_required', 'face_denied'])('%s is a refusal', async (error) => {
    const { provider, face } = setUp();
    const { url, pending } = await face.beginLogin();
    const login = await face.finishLogin({ url: provider.comeBack(url, { error }), pending });
    expect(login).toMatchObject({ granted: false, error });
    expect(login.outcome.decision).not.toBe('accepted');
  });

  it.each([
    ['server_error', 'server'],
    ['temporarily_unavailable', 'server'],
    ['invalid_scope', 'request-rejected'],
    ['unauthorized_client', 'forbidden'],
  ])('%s is an error: %s', async (error, code) => {
    const { provider, face } = setUp();
    const { url, pending } = await face.beginLogin();
    await expect(face.finishLogin({ url: provider.comeBack(url, { error }), pending })).rejects.toMatchObject({ code });
  });

  it('metadata and keys are asked for once', async () => {
    const { provider, face } = setUp();
    for (let index = 0; index < 3; index += 1) await logIn({ provider, face });
    expect([provider.countOf(PATHS.discovery), provider.countOf(PATHS.keys), provider.countOf(PATHS.token)]).toEqual([
      1, 1, 3,
    ]);
  });

  it('the access token is given back, and a provider that cannot take it does not spoil the login', async () => {
    const { provider, face } = setUp();
    provider.next(PATHS.revoke, () => new Response('', { status: 503 }));
    expect((await logIn({ provider, face })).granted).toBe(true);
    expect(provider.countOf(PATHS.revoke)).toBe(1);
  });
});
