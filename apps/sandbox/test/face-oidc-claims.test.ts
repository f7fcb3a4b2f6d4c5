import { FACE_CLAIMS } from '@bonafide/contracts/face-oidc';
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

// The vendor's page on the in-browser feature, sentence by sentence: what is told, and what is kept.

let sandbox: TestSandbox;
let config: openid.Configuration;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  config = await discover(sandbox);
});
afterAll(() => sandbox.close());

describe('Output claims', () => {
  it('sub is another for each login', async () => {
    const subjects = new Set<string>();
    for (let index = 0; index < 3; index += 1) {
      const { kept, url } = await login(sandbox, config);
      subjects.add((await finish(config, url, kept)).claims.sub);
    }
    expect(subjects.size).toBe(3);
  });

  it('face_present has method, server, time and the state of this login, and nothing of the person', async () => {
    const before = sandbox.clock.now();
    const { kept, url } = await login(sandbox, config, { loginHint: 'person@example.com' });
    const { claims, userInfo } = await finish(config, url, kept);
    const proof = proofOf(claims);
    expect(proof).toEqual({ method: 'dynamic', server: 'localhost', time: expect.any(String), state: kept.state });
    expect(Date.parse(proof?.['time'] ?? '')).toBeGreaterThanOrEqual(before);
    expect(proofOf(userInfo)).toEqual(proof);
  });

  it('the portrait is a data URL, told by userinfo; in the id token only to who asks for it there', async () => {
    const plain = await login(sandbox, config);
    const told = await finish(config, plain.url, plain.kept);
    expect(told.userInfo[FACE_CLAIMS.portrait]).toMatch(/^data:image\/jpeg;base64,/);
    expect(told.claims[FACE_CLAIMS.portrait]).toBeUndefined();
    const claims = JSON.stringify({ id_token: { [FACE_CLAIMS.portrait]: null } });
    const asked = await login(sandbox, config, { over: { claims } });
    expect((await finish(config, asked.url, asked.kept)).claims[FACE_CLAIMS.portrait]).toMatch(/^data:image/);
  });

  it('any other requested claim is ignored', async () => {
    const claims = JSON.stringify({ userinfo: { given_name: { essential: true }, 'com.svipe:document_number': null } });
    const { kept, url } = await login(sandbox, config, {
      scope: 'openid profile document_full faceauth_express',
      over: { claims },
    });
    const { userInfo } = await finish(config, url, kept);
    expect(Object.keys(userInfo).sort()).toEqual([FACE_CLAIMS.facePresent, FACE_CLAIMS.portrait, 'sub'].sort());
  });
});

describe('Data retention', () => {
  it('without a profile, check and pictures go with the way back, and the claims when the token is given back', async () => {
    const loginHint = toHint(await photo('live'));
    const kept = await prepareLogin({ loginHint });
    const browser = new Browser(sandbox);
    const page = await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...kept.parameters }));
    const { url } = await showFaces(page, browser, ['live']);
    expect((await page.show()).status).toBe(404);
    const { tokens } = await finish(config, url, kept);
    await openid.tokenRevocation(config, tokens.access_token);
    await expect(openid.fetchUserInfo(config, tokens.access_token, openid.skipSubjectCheck)).rejects.toThrow();
  });

  it('a denied login leaves nothing', async () => {
    const kept = await prepareLogin();
    const browser = new Browser(sandbox);
    const page = await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...kept.parameters }));
    await showFaces(page, browser, ['not-live', 'not-live', 'not-live']);
    expect((await page.show()).status).toBe(404);
  });

  it('a user is erased on demand: the profile, and every check that was made against it', async () => {
    const loginHint = 'customer-leaves';
    const kept = await prepareLogin({ loginHint });
    const browser = new Browser(sandbox);
    const page = await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...kept.parameters }));
    await showFaces(page, browser, ['live']);
    const response = await sandbox.fetch(
      new Request(`http://localhost/control/api/clients/ACME/users/${loginHint}`, { method: 'DELETE' }),
    );
    expect(await response.json()).toMatchObject({ faceProfiles: 1 });
    expect((await page.show()).status).toBe(404);
    // Nobody is there to be compared with any more.
    const { url } = await login(sandbox, config, { loginHint, verdicts: ['other-person'] });
    expect(url.searchParams.get('error')).toBeNull();
  });

  it('claims that nobody read, and a login that nobody finished, are swept', async () => {
    await login(sandbox, config);
    const { parameters } = await prepareLogin({ loginHint: toHint(await photo('live')) });
    await openid.buildAuthorizationUrlWithPAR(config, { ...parameters });
    await new Browser(sandbox).go(openid.buildAuthorizationUrl(config, { ...parameters }).href);
    const sweep = async () =>
      (await (
        await sandbox.fetch(new Request('http://localhost/control/api/retention', { method: 'POST' }))
      ).json()) as Readonly<Record<string, number>>;
    await sweep();
    expect((await sweep())['faceLoginsErased']).toBe(0);
    sandbox.clock.advance(40 * 60_000);
    expect((await sweep())['faceLoginsErased']).toBeGreaterThanOrEqual(2);
  });

  it('what a profile was compared with stays, as long as pictures and results do', async () => {
    const kept = await prepareLogin({ loginHint: 'customer-stays' });
    const browser = new Browser(sandbox);
    const page = await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...kept.parameters }));
    const { url } = await showFaces(page, browser, ['live']);
    await finish(config, url, kept);
    expect((await page.show()).status).toBe(200);
  });
});
