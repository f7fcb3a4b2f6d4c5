import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Browser,
  discover,
  finish,
  login,
  openCheck,
  photo,
  prepareLogin,
  proofOf,
  showFaces,
  toHint,
} from './support/face-oidc.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';

// The vendor's page on the in-browser feature, sentence by sentence: what the face is compared with.

let sandbox: TestSandbox;
let config: openid.Configuration;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  config = await discover(sandbox);
});
afterAll(() => sandbox.close());

describe('Liveness only', () => {
  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['face:any', 'face:any'],
    ['a text that contains face:any', 'please face:any'],
  ])('login_hint %s: any real face passes', async (_, loginHint) => {
    const asked = loginHint === undefined ? {} : { loginHint };
    const { kept, url } = await login(sandbox, config, { ...asked, verdicts: ['other-person'] });
    const { claims, userInfo } = await finish(config, url, kept);
    expect(proofOf(claims)).toBeDefined();
    expect(userInfo.email).toBeUndefined();
  });
});

describe('Hosted biometric profile', () => {
  it('the first login of an identifier enrols, the next is compared with it', async () => {
    const loginHint = 'customer-4711';
    const first = await login(sandbox, config, { loginHint });
    const again = await login(sandbox, config, { loginHint });
    const [one, two] = [await finish(config, first.url, first.kept), await finish(config, again.url, again.kept)];
    expect(one.claims.sub).not.toBe(two.claims.sub);
    // The relying party is not told which of the two it was.
    expect(Object.keys(one.userInfo).sort()).toEqual(Object.keys(two.userInfo).sort());
    const verdicts = ['other-person', 'other-person', 'other-person'] as const;
    const { url } = await login(sandbox, config, { loginHint, verdicts });
    expect(url.searchParams.get('error')).toBe('access_denied');
  });

  it('a face that failed enrols nobody', async () => {
    const loginHint = 'customer-4712';
    await login(sandbox, config, { loginHint, verdicts: ['not-live', 'not-live', 'not-live'] });
    const { url } = await login(sandbox, config, { loginHint, verdicts: ['other-person'] });
    expect(url.searchParams.get('code')).not.toBeNull();
  });

  it('of two that begin at once the first enrols, and the other is compared with it', async () => {
    const begin = async () => {
      const kept = await prepareLogin({ loginHint: 'twin' });
      const browser = new Browser(sandbox);
      return {
        browser,
        page: await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...kept.parameters })),
      };
    };
    const [one, two] = [await begin(), await begin()];
    const first = await showFaces(one.page, one.browser, ['live']);
    const second = await showFaces(two.page, two.browser, ['other-person', 'other-person', 'other-person']);
    expect([first, second].map(({ url }) => url.searchParams.get('error'))).toEqual([null, 'access_denied']);
  });

  it('an e-mail address comes back as the email claim, another identifier does not', async () => {
    const withEmail = await login(sandbox, config, { loginHint: 'person@example.com' });
    const { claims, userInfo } = await finish(config, withEmail.url, withEmail.kept);
    expect([claims['email'], userInfo.email]).toEqual(['person@example.com', 'person@example.com']);
    const without = await login(sandbox, config, { loginHint: 'customer-4713' });
    expect((await finish(config, without.url, without.kept)).userInfo.email).toBeUndefined();
  });
});

describe('Photo verification', () => {
  it.each([
    ['the face of the photo passes', 'live', null],
    ['another face is denied', 'other-person', 'access_denied'],
  ] as const)('%s', async (_, verdict, error) => {
    const loginHint = toHint(await photo('live'));
    const { url } = await login(sandbox, config, {
      loginHint,
      verdicts: [verdict, verdict, verdict].slice(error === null ? 2 : 0),
    });
    expect(url.searchParams.get('error')).toBe(error);
  });

  it('a large photo goes by a pushed request, and no address ever holds it', async () => {
    const large = Buffer.concat([await photo('live', { width: 2_000, height: 1_500 }), Buffer.alloc(2_000_000, 7)]);
    const kept = await prepareLogin({ loginHint: toHint(large) });
    const address = await openid.buildAuthorizationUrlWithPAR(config, { ...kept.parameters });
    expect(address.href.length).toBeLessThan(250);
    const browser = new Browser(sandbox);
    const page = await openCheck(sandbox, browser, address);
    const { url } = await showFaces(page, browser, ['other-person', 'live']);
    expect(proofOf((await finish(config, url, kept)).claims)?.['state']).toBe(kept.state);
  });
});
