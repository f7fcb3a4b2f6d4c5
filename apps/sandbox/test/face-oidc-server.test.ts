import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFaceOidc } from '@bonafide/partner-server/face-oidc';
import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Browser,
  discover,
  finish,
  goBack,
  openCheck,
  photo,
  prepareLogin,
  REDIRECT_URI,
  showFaces,
  toHint,
} from './support/face-oidc.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { relyingParty } from './support/partner-face-oidc.ts';

// What only a socket, another process, a clock or a fault shows.

describe('over a socket', () => {
  let sandbox: TestSandbox;
  let origin: string;
  beforeAll(async () => {
    sandbox = await openTestSandbox();
    origin = await sandbox.listen({ port: 0 });
  });
  afterAll(() => sandbox.close());

  const client = () =>
    createFaceOidc({
      issuer: `${origin}/face-oidc/ACME`,
      clientId: ACME.clientId,
      clientSecret: ACME.passKey,
      redirectUri: REDIRECT_URI,
      timeoutMs: 60_000,
      totalTimeoutMs: 120_000,
    });

  it('issuer and endpoints are where the caller reached them', async () => {
    const { url } = await client().beginLogin();
    expect(url).toMatch(new RegExp(`^${origin}/face-oidc/ACME/authorize\\?`));
  });

  it('a photo is too long for an address, and goes by a pushed request', async () => {
    const large = Buffer.concat([await photo('live'), Buffer.alloc(1_000_000, 1)]);
    const address = new URL(`${origin}/face-oidc/ACME/authorize`);
    address.searchParams.set('login_hint', toHint(large.subarray(0, 20_000)));
    expect((await fetch(address)).status).toBe(431);
    const { url } = await client().beginLogin({
      scope: 'faceauth_express',
      reference: { mode: 'photo', photo: large },
    });
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(new RegExp(`^${origin}/face-oidc/ACME/interaction/`));
  });

  it('what a caller says of how it came is not believed', async () => {
    const response = await fetch(`${origin}/face-oidc/ACME/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'evil.example.com', 'x-forwarded-proto': 'https' },
    });
    expect(JSON.stringify(await response.json())).not.toContain('evil');
  });
});

describe('another process on the same database', () => {
  it('goes on where the first stopped: keys, profiles, and a code that was given', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'bonafide-face-'));
    try {
      const first = await openTestSandbox({ dataDir });
      const kept = await prepareLogin({ loginHint: 'customer-1' });
      const config = await discover(first);
      const browser = new Browser(first);
      const page = await openCheck(first, browser, openid.buildAuthorizationUrl(config, { ...kept.parameters }));
      const { url } = await showFaces(page, browser, ['live']);
      await first.close();
      const second = await openTestSandbox({ dataDir });
      const { claims } = await finish(await discover(second), url, kept);
      expect(claims.aud).toBe('ACME');
      await second.close();
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});

describe('time and faults', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await openTestSandbox();
  });
  afterAll(() => sandbox.close());

  const arm = (scenario: string) =>
    sandbox.fetch(new Request('http://localhost/control/api/clients/ACME/scenario', { method: 'PUT', body: scenario }));

  it('a person who comes too late is led back, and told no more than that', async () => {
    const config = await discover(sandbox);
    const kept = await prepareLogin();
    const browser = new Browser(sandbox);
    const page = await openCheck(sandbox, browser, openid.buildAuthorizationUrl(config, { ...kept.parameters }));
    sandbox.clock.advance(31 * 60_000);
    const { url } = await goBack(page, browser);
    expect(url.searchParams.get('error')).toBe('access_denied');
  });

  it.each([
    ['too many requests', 429, ['postFaceToken', 'getFaceUserInfo', 'postFacePushedAuthorize']],
    ['failures of the server', 503, ['getFaceDiscovery', 'getFaceKeys', 'getFaceUserInfo']],
  ])('the client outlives %s', async (_, status, operations) => {
    const faults = operations.map((operation) => ({ operation, times: 1, status, retryAfterSeconds: 0 }));
    expect((await arm(JSON.stringify({ faults }))).status).toBe(200);
    const face = relyingParty(sandbox, { retry: { baseMs: 1 } });
    const { url, pending } = await face.beginLogin({
      scope: 'faceauth_express',
      reference: { mode: 'profile', identifier: 'customer-1' },
    });
    const browser = new Browser(sandbox);
    const back = await showFaces(await openCheck(sandbox, browser, url), browser, ['live']);
    expect((await face.finishLogin({ url: back.url, pending })).granted).toBe(true);
    const failed = sandbox.logs.filter((record) => record['status'] === status && record['scripted'] === true);
    expect(new Set<unknown>(failed.map(({ operation }) => operation))).toEqual(new Set(operations));
    expect(failed).toHaveLength(operations.length);
  });
});
