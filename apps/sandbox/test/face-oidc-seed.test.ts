import { FACE_AUTH_SCOPES } from '@bonafide/contracts/face-oidc';
import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Browser,
  discover,
  finish,
  goBack,
  login,
  openCheck,
  photo,
  prepareLogin,
  proofOf,
  REDIRECT_URI,
  showFaces,
  toHint,
} from './support/face-oidc.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

// The vendor's page on the in-browser feature: those of its rules and rows that the other files of the bridge do not hold.

let sandbox: TestSandbox;
let config: openid.Configuration;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  config = await discover(sandbox);
});
afterAll(() => sandbox.close());

async function begin(loginHint?: string) {
  const kept = await prepareLogin(loginHint === undefined ? {} : { loginHint });
  const browser = new Browser(sandbox);
  const url = await openid.buildAuthorizationUrlWithPAR(config, { ...kept.parameters });
  return { kept, browser, page: await openCheck(sandbox, browser, url) };
}

describe('a scope that is configured for the client', () => {
  it.each(FACE_AUTH_SCOPES)('%s is taken where the request names none', async (scope) => {
    const configured = { ...ACME, faceOidc: { redirectUris: [REDIRECT_URI], scope } };
    const own = await openTestSandbox({ clients: [configured] });
    try {
      const theirs = await discover(own);
      const { kept, url } = await login(own, theirs, { scope: 'openid' });
      const method = scope.startsWith('faceauth_dynamic') ? 'dynamic' : 'express';
      expect(proofOf((await finish(theirs, url, kept)).claims)?.['method']).toBe(method);
    } finally {
      await own.close();
    }
  });
});

describe('a cancellation', () => {
  it.each([0, 1, 2])('after %i failed attempts leads back at once, with a failure', async (failed) => {
    const { kept, browser, page } = await begin();
    for (let index = 0; index < failed; index += 1) await page.selfie(picture('not-live'));
    expect((await page.show()).body.redirectUrl).toBeNull();
    await page.cancel();
    const { url } = await goBack(page, browser);
    expect(url.origin + url.pathname).toBe(REDIRECT_URI);
    expect([url.searchParams.get('error'), url.searchParams.get('state')]).toEqual(['access_denied', kept.state]);
  });
});

it('the provider sets no limit on the logins of one person', async () => {
  const loginHint = 'customer-who-tries';
  await login(sandbox, config, { loginHint });
  const other = ['other-person', 'other-person', 'other-person'] as const;
  for (let index = 0; index < 4; index += 1) {
    const { url } = await login(sandbox, config, { loginHint, verdicts: other });
    expect(url.searchParams.get('error')).toBe('access_denied');
  }
  const { kept, url } = await login(sandbox, config, { loginHint });
  expect(proofOf((await finish(config, url, kept)).claims)).toBeDefined();
});

describe('without a hosted profile, nothing of a login stays but a line of the log', () => {
  const HINTS: Readonly<Record<string, () => Promise<string | undefined>>> = {
    'liveness only': async () => undefined,
    'face:any': async () => 'face:any',
    'a photo': async () => toHint(await photo('live')),
  };
  it.each(
    Object.keys(HINTS).flatMap((hint) =>
      (['passed', 'denied', 'cancelled'] as const).map((end) => [hint, end] as const),
    ),
  )('%s, %s', async (hint, end) => {
    const { browser, page } = await begin(await HINTS[hint]?.());
    const before = sandbox.logs.length;
    if (end === 'cancelled') {
      await page.selfie(picture('not-live'));
      await page.cancel();
      await goBack(page, browser);
    } else await showFaces(page, browser, end === 'passed' ? ['live'] : ['not-live', 'not-live', 'not-live']);
    expect((await page.show()).status).toBe(404);
    const lines = sandbox.logs.slice(before).filter(({ event }) => event === 'face-login-ended');
    expect(lines).toMatchObject([{ state: end, reference: hint === 'a photo' ? 'photo' : 'liveness' }]);
    expect(JSON.stringify(lines)).not.toContain('base64');
  });
});
