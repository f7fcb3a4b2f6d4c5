import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createTokens } from './tokens.ts';

const secret = new Uint8Array(32).fill(7);
const at = Date.UTC(2026, 2, 1);
let now = at;
const tokens = createTokens({ secret, clock: { now: () => now }, partnerTokenSeconds: 3600, userTokenSeconds: 900 });
const PARTNER = { kind: 'partner', clientId: 'ACME' } as const;
const APP = { kind: 'assure-sdk', clientId: 'ACME', processId: 'p1' } as const;
const USER = { kind: 'user', clientId: 'ACME', flowId: 'f1', generation: 2 } as const;

describe('tokens', () => {
  it('carry their claims back and are never the same twice', async () => {
    const first = await tokens.issue(PARTNER);
    const second = await tokens.issue(PARTNER);
    expect(first).toMatchObject({ expirySeconds: 3600, expiresAt: at / 1000 + 3600 });
    expect(first.token).not.toBe(second.token);
    expect(await tokens.read(first.token, 'partner')).toEqual(PARTNER);
    expect(await tokens.read((await tokens.issue(USER)).token, 'user')).toEqual(USER);
    expect(await tokens.read((await tokens.issue(APP, 60)).token, 'assure-sdk')).toEqual(APP);
  });

  it('of one kind do not pass as the other', async () => {
    expect(await tokens.read((await tokens.issue(PARTNER)).token, 'user')).toBeNull();
    expect(await tokens.read((await tokens.issue(USER)).token, 'partner')).toBeNull();
    expect(await tokens.read((await tokens.issue(APP)).token, 'assure')).toBeNull();
    expect(
      await tokens.read((await tokens.issue({ kind: 'assure', clientId: 'ACME' })).token, 'assure-sdk'),
    ).toBeNull();
  });

  it('end', async () => {
    const { token } = await tokens.issue(USER);
    now = at + 899_000;
    expect(await tokens.read(token, 'user')).toEqual(USER);
    now = at + 900_000;
    expect(await tokens.read(token, 'user')).toBeNull();
    now = at;
  });

  it('of anybody else are refused', async () => {
    const forged = (changes: (jwt: SignJWT) => SignJWT, key: Uint8Array = secret, alg = 'HS256') =>
      changes(
        new SignJWT({})
          .setProtectedHeader({ alg })
          .setIssuer('bonafide-sandbox')
          .setAudience('onekyc-partner')
          .setSubject('ACME')
          .setJti('j')
          .setExpirationTime(at / 1000 + 60),
      ).sign(key);
    expect(await tokens.read(await forged((jwt) => jwt), 'partner')).toEqual(PARTNER);
    const { token } = await tokens.issue(PARTNER);
    const [header, payload, signature] = token.split('.');
    const refused = [
      '',
      'a.b.c',
      await forged((jwt) => jwt, new Uint8Array(32).fill(8)),
      await forged((jwt) => jwt, new Uint8Array(64).fill(7), 'HS512'),
      await forged((jwt) => jwt.setIssuer('somebody')),
      await forged((jwt) => jwt.setAudience('somebody')),
      await forged((jwt) => jwt.setExpirationTime(at / 1000 - 1)),
      new UnsecuredJWT({ sub: 'ACME' }).setIssuer('bonafide-sandbox').setAudience('onekyc-partner').encode(),
      `${header}.${payload}.`,
      `${header}.${payload}. ${signature}`,
      `${header}.${payload}.${signature}=`,
      `${token}.x`,
      'x'.repeat(3000),
    ];
    for (const other of refused) expect(await tokens.read(other, 'partner')).toBeNull();
  });
});
