import { inspect } from 'node:util';
import * as openid from 'openid-client';
import { isPartnerServerError } from '@bonafide/partner-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Browser,
  discover,
  finish,
  issuerAt,
  login,
  openCheck,
  photo,
  prepareLogin,
  REDIRECT_URI,
  showFaces,
  toHint,
} from './support/face-oidc.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { relyingParty } from './support/partner-face-oidc.ts';

// What must not work, for the real relying-party library, for a browser, and for the project's own client.

let sandbox: TestSandbox;
let config: openid.Configuration;
let others: openid.Configuration;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  config = await discover(sandbox);
  others = await discover(sandbox, OTHER);
});
afterAll(() => sandbox.close());

const go = (address: URL | string) => new Browser(sandbox).go(String(address));

const push = (parameters: Readonly<Record<string, string>>, client = config) =>
  openid.buildAuthorizationUrlWithPAR(client, { ...parameters });

async function tokenRequest(form: Readonly<Record<string, string>>, clientId = 'ACME', secret = ACME.passKey) {
  const response = await sandbox.fetch(
    new Request(`${issuerAt(clientId)}/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId, client_secret: secret, ...form }),
    }),
  );
  return { status: response.status, body: (await response.json()) as { readonly error?: string } };
}

const codeForm = (url: URL, codeVerifier: string) => ({
  grant_type: 'authorization_code',
  code: url.searchParams.get('code') ?? '',
  redirect_uri: REDIRECT_URI,
  code_verifier: codeVerifier,
});

describe('the client', () => {
  it('a wrong secret is invalid_client at every endpoint that asks for one', async () => {
    const wrong = await discover(sandbox, { ...ACME, passKey: 'another-secret' });
    const { parameters } = await prepareLogin();
    await expect(push(parameters, wrong)).rejects.toMatchObject({ error: 'invalid_client', status: 401 });
    const { kept, url } = await login(sandbox, config);
    await expect(finish(wrong, url, kept)).rejects.toMatchObject({ error: 'invalid_client', status: 401 });
    await expect(
      openid.initiateBackchannelAuthentication(wrong, { login_hint: 'authref', scope: 'openid faceauth_express' }),
    ).rejects.toMatchObject({ error: 'invalid_client' });
    await expect(openid.tokenRevocation(wrong, 'token')).rejects.toMatchObject({ error: 'invalid_client' });
    const ours = relyingParty(sandbox, { clientSecret: 'another-secret' });
    await expect(ours.beginLogin({ reference: { mode: 'profile', identifier: 'x' } })).rejects.toMatchObject({
      code: 'credentials-rejected',
    });
  });

  it('an issuer that nobody has is not found', async () => {
    const response = await sandbox.fetch(new Request(`${issuerAt('NOBODY')}/.well-known/openid-configuration`));
    expect(response.status).toBe(404);
  });

  it('a redirect_uri that is not registered is never gone to, not even with an error', async () => {
    const evil = 'https://evil.example.com/face/done';
    const { parameters } = await prepareLogin({ over: { redirect_uri: evil } });
    const { url, response } = await go(openid.buildAuthorizationUrl(config, { ...parameters }));
    expect(url.origin).toBe('http://localhost');
    expect(response.status).toBe(400);
    await expect(push(parameters)).rejects.toMatchObject({ error: 'invalid_request' });
    for (const near of [`${REDIRECT_URI}/`, `${REDIRECT_URI}?x=1`, REDIRECT_URI.replace('https', 'http')]) {
      await expect(push({ ...parameters, redirect_uri: near })).rejects.toMatchObject({ error: 'invalid_request' });
    }
  });
});

describe('PKCE', () => {
  it('is required', async () => {
    const { parameters } = await prepareLogin();
    const { code_challenge: _, code_challenge_method: __, ...without } = parameters as Record<string, string>;
    await expect(push(without)).rejects.toMatchObject({ error: 'invalid_request' });
    const { url } = await go(openid.buildAuthorizationUrl(config, without));
    expect(url.searchParams.get('error')).toBe('invalid_request');
  });

  it('plain is refused', async () => {
    const { parameters } = await prepareLogin({ over: { code_challenge_method: 'plain' } });
    await expect(push(parameters)).rejects.toMatchObject({ error: 'invalid_request' });
  });

  it('a wrong verifier gets no tokens, and spends the code', async () => {
    const { kept, url } = await login(sandbox, config);
    const wrong = { ...kept, codeVerifier: openid.randomPKCECodeVerifier() };
    await expect(finish(config, url, wrong)).rejects.toMatchObject({ error: 'invalid_grant' });
  });
});

describe('the code', () => {
  it('is good once: a second use ends the tokens of the first', async () => {
    const { kept, url } = await login(sandbox, config);
    const { tokens } = await finish(config, url, kept);
    await expect(finish(config, url, kept)).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(openid.fetchUserInfo(config, tokens.access_token, openid.skipSubjectCheck)).rejects.toMatchObject({
      status: 401,
    });
  });

  it('is good for a minute', async () => {
    const { kept, url } = await login(sandbox, config);
    sandbox.clock.advance(61_000);
    await expect(finish(config, url, kept)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('is another’s for another tenant', async () => {
    const { kept, url } = await login(sandbox, config);
    const stolen = await tokenRequest(codeForm(url, kept.codeVerifier), 'OTHER', OTHER.passKey);
    expect(stolen).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await finish(config, url, kept)).claims.sub).toBeDefined();
  });
});

describe('state and nonce', () => {
  it('a return with another’s state is refused before anything is asked', async () => {
    const { kept, url } = await login(sandbox, config);
    await expect(finish(config, url, { ...kept, state: openid.randomState() })).rejects.toThrow();
    const ours = relyingParty(sandbox);
    const pending = { state: openid.randomState(), nonce: kept.nonce, codeVerifier: kept.codeVerifier };
    await expect(ours.finishLogin({ url, pending })).rejects.toMatchObject({ code: 'return-rejected' });
    const twice = new URL(url);
    twice.searchParams.append('state', kept.state);
    await expect(ours.finishLogin({ url: twice, pending: { ...pending, state: kept.state } })).rejects.toMatchObject({
      code: 'return-rejected',
    });
  });

  it('an id token with another nonce is not believed', async () => {
    const { kept, url } = await login(sandbox, config);
    await expect(finish(config, url, { ...kept, nonce: openid.randomNonce() })).rejects.toMatchObject({
      code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
    });
    const again = await login(sandbox, config);
    const { state, codeVerifier } = again.kept;
    const pending = { state, codeVerifier, nonce: openid.randomNonce() };
    await expect(relyingParty(sandbox).finishLogin({ url: again.url, pending })).rejects.toMatchObject({
      code: 'invalid-response',
    });
  });

  it('a return from another issuer is refused (RFC 9207)', async () => {
    const { kept, url } = await login(sandbox, config);
    url.searchParams.set('iss', issuerAt('OTHER'));
    await expect(finish(config, url, kept)).rejects.toThrow();
  });
});

describe('login_hint', () => {
  const png = 'face:data:image/png;base64,iVBORw0KGgo=';
  const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]);
  // 60000 × 60000 pixels in a few hundred bytes: the size stands in the frame header, and nobody may unpack it.
  const bomb = async () => {
    const small = await photo('live');
    const at = small.indexOf(Buffer.from([0xff, 0xc0]));
    small.writeUInt16BE(60_000, at + 5);
    small.writeUInt16BE(60_000, at + 7);
    return toHint(small);
  };

  it.each<[string, () => string | Promise<string>]>([
    ['a picture of another kind', () => png],
    ['a PNG that says it is a JPEG', () => 'face:data:image/jpeg;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB'],
    ['no picture', () => 'face:'],
    ['no base64', () => 'face:data:image/jpeg;base64,/9j/*'],
    ['base64 with something between', async () => toHint(await photo('live')).replace('/9j/', '/9j /')],
    ['the head of a JPEG alone', () => toHint(jpegHead)],
    ['a decompression bomb', bomb],
    ['more than 4 MB', async () => toHint(Buffer.concat([await photo('live'), Buffer.alloc(4_000_000)]))],
    ['a name that only the provider gives', () => 'face:held:1e7c8e20-3c63-4a0c-a8f0-60b3e7d8b2f5'],
  ])('%s is invalid_request, pushed and in the address', async (_, makeHint) => {
    const { parameters } = await prepareLogin({ loginHint: await makeHint() });
    await expect(push(parameters)).rejects.toMatchObject({ error: 'invalid_request' });
    const { url } = await go(openid.buildAuthorizationUrl(config, { ...parameters }));
    expect(url.origin + url.pathname).toBe(REDIRECT_URI);
    expect(url.searchParams.get('error')).toBe('invalid_request');
    expect(url.href.length).toBeLessThan(500);
  });

  it('far more than a request may have is cut off', async () => {
    const { parameters } = await prepareLogin({ loginHint: `face:data:image/jpeg;base64,${'/9j/'.repeat(3_000_000)}` });
    await expect(push(parameters)).rejects.toMatchObject({ error: 'invalid_request', status: 413 });
  });

  it('the project’s own client refuses what is no JPEG before anything is sent', async () => {
    const before = sandbox.logs.length;
    const ours = relyingParty(sandbox);
    const begin = (bytes: Uint8Array) => ours.beginLogin({ reference: { mode: 'photo', photo: bytes } });
    await expect(begin(new TextEncoder().encode('GIF89a'))).rejects.toMatchObject({ code: 'image-unsupported' });
    await expect(begin(Buffer.concat([await photo('live'), Buffer.alloc(4_000_000)]))).rejects.toMatchObject({
      code: 'image-too-large',
    });
    await expect(ours.beginLogin({ reference: { mode: 'profile', identifier: 'face:any' } })).rejects.toThrow(
      TypeError,
    );
    expect(sandbox.logs.length).toBe(before);
  });
});

describe('a pushed request', () => {
  it('is over after a minute', async () => {
    const address = await push((await prepareLogin()).parameters);
    sandbox.clock.advance(61_000);
    const { url, response } = await go(address);
    expect([url.origin, response.status]).toEqual(['http://localhost', 400]);
  });

  it('is good for one login', async () => {
    const kept = await prepareLogin();
    const address = await push(kept.parameters);
    const browser = new Browser(sandbox);
    const page = await openCheck(sandbox, browser, address);
    await showFaces(page, browser, ['live']);
    const { url, response } = await go(address);
    expect([url.origin, response.status]).toEqual(['http://localhost', 400]);
  });

  it('is another’s for another tenant, and so is its photo', async () => {
    const address = await push((await prepareLogin({ loginHint: toHint(await photo('live')) })).parameters);
    const requestUri = address.searchParams.get('request_uri') ?? '';
    const theirs = openid.buildAuthorizationUrl(others, { request_uri: requestUri, client_id: 'OTHER' });
    const { url, response } = await go(theirs);
    expect([url.origin, response.status]).toEqual(['http://localhost', 400]);
  });
});

describe('another tenant', () => {
  it('signs with another key', async () => {
    const keysOf = async (clientId: string) =>
      (await (await sandbox.fetch(new Request(`${issuerAt(clientId)}/keys`))).json()) as {
        readonly keys: readonly Readonly<Record<string, string>>[];
      };
    const [ours, theirs] = [await keysOf('ACME'), await keysOf('OTHER')];
    expect(ours.keys[0]?.['n']).not.toBe(theirs.keys[0]?.['n']);
    // The public half alone.
    expect(Object.keys(ours.keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('reads no claims with a token that is not its own, and cannot revoke it', async () => {
    const { kept, url } = await login(sandbox, config);
    const { tokens, claims } = await finish(config, url, kept);
    await expect(openid.fetchUserInfo(others, tokens.access_token, claims.sub)).rejects.toMatchObject({ status: 401 });
    await openid.tokenRevocation(others, tokens.access_token);
    expect((await openid.fetchUserInfo(config, tokens.access_token, claims.sub)).sub).toBe(claims.sub);
  });

  it('has profiles of its own under the same identifier', async () => {
    const loginHint = 'customer-of-both';
    await login(sandbox, config, { loginHint });
    const over = { redirect_uri: 'https://other.example.com/face/done' };
    const { url } = await login(sandbox, others, { loginHint, over, verdicts: ['other-person'] });
    expect(url.searchParams.get('code')).not.toBeNull();
  });

  it('has logins that the address of one does not lead into', async () => {
    const { parameters } = await prepareLogin();
    const browser = new Browser(sandbox);
    await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...parameters }));
    const interaction = browser.answers
      .map((answer) => answer.headers.get('location') ?? '')
      .find((to) => to.includes('/interaction/'));
    const elsewhere = (interaction ?? '').replace('/ACME/', '/OTHER/');
    expect((await browser.go(elsewhere)).response.status).toBe(400);
  });
});

describe('another browser', () => {
  it('neither opens the check nor brings it back', async () => {
    const { parameters } = await prepareLogin();
    const browser = new Browser(sandbox);
    const page = await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...parameters }));
    const interaction =
      browser.answers
        .map((answer) => answer.headers.get('location') ?? '')
        .find((to) => to.includes('/interaction/')) ?? '';
    expect((await go(interaction)).response.status).toBe(400);
    await page.selfie();
    const { body } = await page.show();
    expect((await go(body.redirectUrl)).response.status).toBe(400);
    expect((await browser.go(body.redirectUrl)).url.searchParams.get('code')).not.toBeNull();
  });

  it('a return before the check is over leads to the check', async () => {
    const { parameters } = await prepareLogin();
    const browser = new Browser(sandbox);
    await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...parameters }));
    const interaction =
      browser.answers
        .map((answer) => answer.headers.get('location') ?? '')
        .find((to) => to.includes('/interaction/')) ?? '';
    expect((await browser.go(`${interaction}/return`)).url.pathname).toMatch(/^\/hosted\//);
  });
});

describe('nothing tells', () => {
  it('no log, error or event holds a secret, a name, a photo or a code', async () => {
    const identifier = 'canary.person@example.com';
    const { parameters } = await prepareLogin({ loginHint: identifier });
    const { kept, url } = await login(sandbox, config, { loginHint: identifier });
    const { tokens } = await finish(config, url, kept);
    const hint = toHint(await photo('live'));
    const withPhoto = await login(sandbox, config, { loginHint: hint });
    const failures: unknown[] = [];
    const events: unknown[] = [];
    const note = (call: Promise<unknown>) =>
      call.then(
        () => undefined,
        (error: unknown) => void failures.push(error),
      );
    const ours = relyingParty(sandbox, { clientSecret: 'canary-secret', onEvent: (event) => void events.push(event) });
    await note(ours.beginLogin({ reference: { mode: 'profile', identifier } }));
    await note(ours.finishLogin({ url, pending: { ...kept, state: 'canary-state' } }));
    await note(ours.finishLogin({ url, pending: kept }));
    await note(relyingParty(sandbox).finishLogin({ url, pending: kept }));
    await note(
      relyingParty(sandbox).finishLogin({ url: withPhoto.url, pending: { ...withPhoto.kept, nonce: 'canary-nonce' } }),
    );
    await note(ours.beginBackchannelLogin());
    expect(failures).toHaveLength(6);
    expect(failures.every(isPartnerServerError)).toBe(true);
    const told = [
      ...failures.flatMap((failure) => [
        JSON.stringify(failure),
        inspect(failure, { depth: Infinity }),
        String((failure as Error).stack),
      ]),
      JSON.stringify(events),
      JSON.stringify(sandbox.logs),
      await (await sandbox.fetch(new Request('http://localhost/control/api/clients'))).text(),
    ].join('\n');
    const secrets = [
      identifier,
      'canary-secret',
      'canary-state',
      'canary-nonce',
      ACME.passKey,
      kept.codeVerifier,
      kept.state,
      tokens.access_token,
      url.searchParams.get('code') ?? '',
      hint.slice(30, 90),
      parameters['code_challenge'] ?? '',
    ];
    for (const secret of secrets) expect(told).not.toContain(secret);
  });
});
