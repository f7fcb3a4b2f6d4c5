import { ATTEMPTS_PER_LOGIN, FACE_AUTH_SCOPES, FACE_CLAIMS } from '@bonafide/contracts/face-oidc';
import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Browser,
  discover,
  finish,
  goBack,
  issuerAt,
  login,
  openCheck,
  prepareLogin,
  proofOf,
  REDIRECT_URI,
  showFaces,
} from './support/face-oidc.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';

// The vendor's page on the in-browser feature, sentence by sentence: scopes, retries, ends.

let sandbox: TestSandbox;
let config: openid.Configuration;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  config = await discover(sandbox);
});
afterAll(() => sandbox.close());

describe('Activation of the feature', () => {
  it.each(FACE_AUTH_SCOPES)('%s leads to the check on the web page, and the proof names its method', async (scope) => {
    const { kept, url } = await login(sandbox, config, { scope: `openid ${scope}` });
    const { claims } = await finish(config, url, kept);
    expect(proofOf(claims)?.['method']).toBe(scope.startsWith('faceauth_dynamic') ? 'dynamic' : 'express');
  });

  it('a scope that is configured for the client need not be asked for', async () => {
    const configured = { ...ACME, faceOidc: { redirectUris: [REDIRECT_URI], scope: 'faceauth_express_only' } } as const;
    const other = await openTestSandbox({ clients: [configured] });
    try {
      const theirs = await discover(other);
      const { kept, url } = await login(other, theirs, { scope: 'openid' });
      expect(proofOf((await finish(theirs, url, kept)).claims)?.['method']).toBe('express');
    } finally {
      await other.close();
    }
  });

  it.each([
    ['none of the four', 'openid'],
    ['two of them', 'openid faceauth_dynamic faceauth_express'],
  ])('a login with %s goes back with invalid_scope', async (_, scope) => {
    const { parameters } = await prepareLogin({ scope });
    const { url } = await new Browser(sandbox).go(openid.buildAuthorizationUrl(config, { ...parameters }).href);
    expect(url.origin + url.pathname).toBe(REDIRECT_URI);
    expect(url.searchParams.get('error')).toBe('invalid_scope');
    expect(url.searchParams.get('state')).toBe(parameters['state']);
  });
});

describe('Retries, success and failure', () => {
  it('a face that fails may be shown again, and the third may pass', async () => {
    const { kept, url } = await login(sandbox, config, { verdicts: ['not-live', 'blurred', 'live'] });
    expect((await finish(config, url, kept)).claims.sub).toMatch(/^[\da-f-]{36}$/);
  });

  it('after 3 failed attempts a deny response is sent back', async () => {
    const verdicts = Array.from({ length: ATTEMPTS_PER_LOGIN }, () => 'not-live' as const);
    const { kept, url } = await login(sandbox, config, { verdicts });
    expect(Object.fromEntries(url.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'the login was not granted',
      iss: issuerAt('ACME'),
      state: kept.state,
    });
    await expect(finish(config, url, kept)).rejects.toMatchObject({ error: 'access_denied' });
  });

  it('cancelling leads back at once, with the very same words', async () => {
    const kept = await prepareLogin();
    const browser = new Browser(sandbox);
    const page = await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...kept.parameters }));
    await page.cancel();
    const { url } = await goBack(page, browser);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'the login was not granted',
      iss: issuerAt('ACME'),
      state: kept.state,
    });
  });

  it('a new login gives three new attempts, also in the same browser', async () => {
    const { browser } = await login(sandbox, config, { verdicts: ['not-live', 'not-live', 'not-live'] });
    const kept = await prepareLogin();
    const page = await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...kept.parameters }));
    const { url } = await showFaces(page, browser, ['not-live', 'not-live', 'live']);
    expect((await finish(config, url, kept)).claims.sub).toBeDefined();
  });
});

describe('scenarios', () => {
  const arm = (scenario: string) =>
    sandbox.fetch(
      new Request('http://localhost/control/api/clients/ACME/scenario', {
        method: 'PUT',
        body: scenario,
      }),
    );

  it.each([
    ['face-passed', null],
    ['face-denied', 'access_denied'],
    ['face-cancelled', 'access_denied'],
    ['face-expired', 'access_denied'],
    ['face-failed', 'server_error'],
  ])('%s ends a login without a face', async (scenario, error) => {
    expect((await arm(scenario)).status).toBeLessThan(300);
    const kept = await prepareLogin();
    const { url } = await new Browser(sandbox).go(openid.buildAuthorizationUrl(config, { ...kept.parameters }).href);
    expect(url.origin + url.pathname).toBe(REDIRECT_URI);
    expect(url.searchParams.get('error')).toBe(error);
    if (error === null) expect((await finish(config, url, kept)).userInfo[FACE_CLAIMS.portrait]).toBeUndefined();
  });
});
