import { SignJWT } from 'jose';
import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Browser,
  discover,
  finish,
  issuerAt,
  login,
  openCheck,
  prepareLogin,
  REDIRECT_URI,
  showFaces,
} from './support/face-oidc.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';

// What the standards and the recorded discovery document ask of the provider, with the real relying-party library.

let sandbox: TestSandbox;
let config: openid.Configuration;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  config = await discover(sandbox);
});
afterAll(() => sandbox.close());

describe('the rest of the provider', () => {
  it('userinfo takes the token in a form, as the vendor’s sample sends it', async () => {
    const { kept, url } = await login(sandbox, config);
    const { tokens, claims } = await finish(config, url, kept);
    const response = await sandbox.fetch(
      new Request(`${issuerAt('ACME')}/userinfo`, {
        method: 'POST',
        body: new URLSearchParams({ access_token: tokens.access_token }),
      }),
    );
    expect(await response.json()).toMatchObject({ sub: claims.sub });
  });

  it('the client shows its secret in the header or in the body', async () => {
    for (const way of [openid.ClientSecretBasic, openid.ClientSecretPost]) {
      const theirs = await discover(sandbox, ACME, way(ACME.passKey));
      const { kept, url } = await login(sandbox, theirs);
      expect((await finish(theirs, url, kept)).claims.aud).toBe('ACME');
    }
  });

  it('a client without a secret has PKCE alone', async () => {
    const page = { ...ACME, faceOidc: { redirectUris: [REDIRECT_URI], isPublic: true } };
    const other = await openTestSandbox({ clients: [page] });
    try {
      const theirs = await discover(other, page, openid.None());
      const { kept, url } = await login(other, theirs);
      expect((await finish(theirs, url, kept)).claims.aud).toBe('ACME');
    } finally {
      await other.close();
    }
  });

  it('parameters may come as a JWT that is signed with the secret', async () => {
    const kept = await prepareLogin();
    const key = await crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(ACME.passKey),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    expect(config.serverMetadata().request_parameter_supported).toBe(true);
    const request = await new SignJWT({ ...kept.parameters, client_id: 'ACME', response_type: 'code' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('ACME')
      .setAudience(issuerAt('ACME'))
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(key);
    const address = new URL(config.serverMetadata().authorization_endpoint ?? '');
    address.search = new URLSearchParams({
      client_id: 'ACME',
      scope: 'openid',
      response_type: 'code',
      request,
    }).toString();
    const browser = new Browser(sandbox);
    const page = await openCheck(sandbox, browser, address);
    const { url } = await showFaces(page, browser, ['live']);
    expect((await finish(config, url, kept)).claims.sub).toBeDefined();
  });
});

describe('a logout', () => {
  const logOut = (parameters: Readonly<Record<string, string>>) =>
    new Browser(sandbox).go(openid.buildEndSessionUrl(config, { ...parameters }).href);
  const bye = 'https://acme.example.com/bye';

  it('leads back to a registered address, with the state, and asks nothing', async () => {
    const { kept, url } = await login(sandbox, config);
    const { tokens } = await finish(config, url, kept);
    const asked = { post_logout_redirect_uri: bye, state: 'a state & more', id_token_hint: tokens.id_token ?? '' };
    expect((await logOut(asked)).url.href).toBe(`${bye}?state=a+state+%26+more`);
    expect((await logOut({ post_logout_redirect_uri: bye })).url.href).toBe(bye);
  });

  it('without an address says so, and runs nothing', async () => {
    const { response } = await logOut({});
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).toContain('You are logged out');
    expect(page).not.toMatch(/<script|<form/);
  });

  it('leads to no other address', async () => {
    const { url, response } = await logOut({ post_logout_redirect_uri: 'https://evil.example.com/bye' });
    expect([url.origin, response.status]).toEqual(['http://localhost', 400]);
  });
});

describe('a page of the provider', () => {
  const unregistered = '/authorize?client_id=ACME&response_type=code&redirect_uri=https://evil.example.com/<b>';

  it('says what went wrong, in the language of the browser, and runs nothing of what it was given', async () => {
    const ask = (language: string) =>
      sandbox.fetch(
        new Request(issuerAt('ACME') + unregistered, { headers: { accept: 'text/html', 'accept-language': language } }),
      );
    const [english, indonesian] = [await ask('fr, en;q=0.5'), await ask('id-ID')];
    expect(english.status).toBe(400);
    expect(english.headers.get('content-security-policy')).toMatch(/style-src 'self' 'sha256-[\w+/=]{44}';/);
    const page = await english.text();
    expect(page).toContain('This login cannot go on');
    expect(page).toContain('invalid_redirect_uri');
    expect(page).not.toContain('<b>');
    expect(await indonesian.text()).toContain('<html lang="id">');
  });
});
