import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interactionOf } from './support/bridge-tenant.ts';
import { Browser, discover, finish, issuerAt, login, openCheck, prepareLogin, showFaces } from './support/face-oidc.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { relyingParty } from './support/partner-face-oidc.ts';

// What must not work, for the real relying-party library, for a browser, and for the project's own client. Each operation with wrong
// credentials, and as another relying party, is in access-face-oidc.test.ts.

let sandbox: TestSandbox;
let config: openid.Configuration;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  config = await discover(sandbox);
});
afterAll(() => sandbox.close());

const go = (address: URL | string) => new Browser(sandbox).go(String(address));

const push = (parameters: Readonly<Record<string, string>>) =>
  openid.buildAuthorizationUrlWithPAR(config, { ...parameters });

it('a wrong secret is the project’s own client’s to name', async () => {
  const ours = relyingParty(sandbox, { clientSecret: 'another-secret' });
  await expect(ours.beginLogin({ reference: { mode: 'profile', identifier: 'x' } })).rejects.toMatchObject({
    code: 'credentials-rejected',
  });
});

it('an empty secret in the form is no secret, and the answer speaks of no header', async () => {
  const ask = async (form: Readonly<Record<string, string>>) => {
    const response = await sandbox.fetch(
      new Request(`${issuerAt(ACME.clientId)}/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'authorization_code', code: 'x', client_id: ACME.clientId, ...form }),
      }),
    );
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, string>> };
  };
  const empty = await ask({ client_secret: '' });
  expect([empty.status, empty.body['error']]).toEqual([401, 'invalid_client']);
  expect(empty.body['error_description']).not.toMatch(/header/i);
  expect(empty).toEqual(await ask({}));
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
});

it('another tenant has profiles of its own under the same identifier', async () => {
  const loginHint = 'customer-of-both';
  await login(sandbox, config, { loginHint });
  const over = { redirect_uri: 'https://other.example.com/face/done' };
  const others = await discover(sandbox, OTHER);
  const { url } = await login(sandbox, others, { loginHint, over, verdicts: ['other-person'] });
  expect(url.searchParams.get('code')).not.toBeNull();
});

describe('another browser', () => {
  it('neither opens the check nor brings it back', async () => {
    const { parameters } = await prepareLogin();
    const browser = new Browser(sandbox);
    const page = await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...parameters }));
    const interaction = interactionOf(browser);
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
    const interaction = interactionOf(browser);
    expect((await browser.go(`${interaction}/return`)).url.pathname).toMatch(/^\/hosted\//);
  });
});
