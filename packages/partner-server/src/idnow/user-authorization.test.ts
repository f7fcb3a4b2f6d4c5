import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import type { JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { createUserAuthorization } from './user-authorization.ts';

const NOW_MS = Date.UTC(2026, 2, 1);
const clock = { now: () => NOW_MS };

async function keyOf(alg: 'ES256' | 'RS256' | 'EdDSA', kid?: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), alg, ...(kid === undefined ? {} : { kid }) };
}

describe('createUserAuthorization', () => {
  it.each(['ES256', 'RS256', 'EdDSA'] as const)('mints what Keyless asks for, by %s', async (alg) => {
    const authorization = createUserAuthorization({ keys: [await keyOf(alg)], clock });
    const token = await authorization.mint('subject-4711');
    const jwks = await authorization.jwks();
    const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [...jwks.keys] }), {
      audience: 'authentication-service',
      subject: 'subject-4711',
      currentDate: new Date(NOW_MS),
    });
    expect(payload).toEqual({
      sub: 'subject-4711',
      aud: 'authentication-service',
      iat: NOW_MS / 1000,
      exp: NOW_MS / 1000 + 300,
      jti: expect.any(String),
    });
  });

  it('publishes every public key and no private part', async () => {
    const keys = [await keyOf('ES256', 'new'), await keyOf('RS256', 'old')];
    const published = (await createUserAuthorization({ keys }).jwks()).keys;
    expect(published.map(({ kid }) => kid)).toEqual(['new', 'old']);
    for (const part of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'])
      for (const key of published) expect(key).not.toHaveProperty(part);
  });

  it('makes each token another one, so that each is good once', async () => {
    const authorization = createUserAuthorization({ keys: [await keyOf('ES256')], clock });
    expect(await authorization.mint('a')).not.toBe(await authorization.mint('a'));
  });

  it('refuses what cannot work', async () => {
    const key = await keyOf('ES256');
    const { d: _, ...open } = key;
    expect(() => createUserAuthorization({ keys: [] })).toThrow(TypeError);
    expect(() => createUserAuthorization({ keys: [open] })).toThrow(/private key/);
    expect(() => createUserAuthorization({ keys: [{ kty: 'oct', k: 'AAAA', alg: 'HS256' }] })).toThrow(TypeError);
    for (const lifetimeMs of [0, 299_000, 601_000, NaN])
      expect(() => createUserAuthorization({ keys: [key], lifetimeMs })).toThrow(/5 to 10 minutes/);
    await expect(createUserAuthorization({ keys: [key] }).mint('')).rejects.toThrow(TypeError);
  });
});
