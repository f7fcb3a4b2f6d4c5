import { readStep } from '@bonafide/partner-server/idnow';
import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../src/sandbox.ts';
import { databaseText } from './support/database-text.ts';
import {
  Browser,
  discover,
  finish,
  goBack,
  login,
  openCheck,
  photo,
  prepareLogin,
  showFaces,
  toHint,
  untilSo,
} from './support/face-oidc.ts';
import { linkTokenOf, openPage, openPhone } from './support/handover.ts';
import { HostedBrowser, initiateWeb, SUCCESS_URL } from './support/hosted.ts';
import { KEYLESS_KEY, openIdnow, pass } from './support/idnow.ts';
import { call, details } from './support/journey.ts';
import { openPostgresServer, POSTGRES, type PostgresServer } from './support/open-postgres-server.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { relyingParty } from './support/partner-face-oidc.ts';
import { picture } from './support/pictures.ts';

if (POSTGRES === undefined) console.warn('skipped: no PostgreSQL on this machine (see scripts/ensure-tools.mjs)');

// People who log in, and who are led to a hosted page, on a real PostgreSQL that two processes share.

describe.skipIf(POSTGRES === undefined)('on a real PostgreSQL', () => {
  let postgres: PostgresServer;
  let one: TestSandbox;
  let two: TestSandbox;
  /** Each request is answered by the other process than the one before. */
  let either: Sandbox;
  let config: openid.Configuration;

  beforeAll(async () => {
    postgres = await openPostgresServer();
    const options = { databaseUrl: postgres.url, clients: [{ ...ACME, idnow: { keylessApiKey: KEYLESS_KEY } }] };
    [one, two] = await Promise.all([openTestSandbox(options), openTestSandbox(options)]);
    let turn = 0;
    either = { ...one, fetch: (request) => ((turn += 1) % 2 === 0 ? one : two).fetch(request) };
    // At once, so that both meet a tenant without a key.
    [config] = await Promise.all([discover(one), discover(two)]);
    config = await discover(either);
  });
  afterAll(async () => {
    await Promise.all([one.close(), two.close()]);
    await postgres.close();
  });

  function expectAbsent(text: string, secret: string): void {
    expect(secret.length).toBeGreaterThan(20);
    expect(text).not.toContain(secret);
  }

  const isThere = <T>(value: T): value is NonNullable<T> => value != null;

  async function begin(sandbox: Sandbox, loginHint: string) {
    const kept = await prepareLogin({ loginHint });
    const browser = new Browser(sandbox);
    const address = await openid.buildAuthorizationUrlWithPAR(config, { ...kept.parameters });
    return { kept, browser, address, page: await openCheck(sandbox, browser, address) };
  }

  describe('the face bridge', () => {
    it('takes a login with a pushed photo from its first page to its claims, whichever process answers', async () => {
      const { kept, browser, page } = await begin(either, toHint(await photo('live')));
      const { url } = await showFaces(page, browser, ['other-person', 'live']);
      const { claims, tokens } = await finish(config, url, kept);
      expect(claims.aud).toBe('ACME');
      await openid.tokenRevocation(config, tokens.access_token);
      await expect(openid.fetchUserInfo(config, tokens.access_token, claims.sub)).rejects.toMatchObject({
        status: 401,
      });
    });

    it('gives tokens for a code once, also to two that show it to both at once', async () => {
      const { kept, url } = await login(either, config);
      const [here, there] = [await discover(one), await discover(two)];
      const answers = await Promise.allSettled(
        [here, there, here, there].map((at) =>
          openid.authorizationCodeGrant(at, url, {
            pkceCodeVerifier: kept.codeVerifier,
            expectedState: kept.state,
            expectedNonce: kept.nonce,
          }),
        ),
      );
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const answer of answers)
        if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ error: 'invalid_grant' });
    });

    it('enrols one of two first faces that come to both at once, and denies the other', async () => {
      const twins = [
        { ...(await begin(one, 'twin@example.com')), face: picture('live') },
        { ...(await begin(two, 'twin@example.com')), face: picture('other-person') },
      ];
      await Promise.all(twins.map(({ page, face }) => page.selfie(face)));
      const ends: (string | null)[] = [];
      for (const { page, browser, face } of twins) {
        // Whoever came a moment later was compared, and may try again.
        while ((await page.show()).body.state === 'open') await page.selfie(face);
        ends.push((await goBack(page, browser)).url.searchParams.get('error'));
      }
      expect(ends.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['access_denied', null]);
    });

    it('begins a login by CIBA in one, shows it in the other, and ends it in whichever is free', async () => {
      const [here, there] = [relyingParty(one), relyingParty(two)];
      const begun = await here.beginBackchannelLogin({ scope: 'faceauth_dynamic' });
      const page = new HostedBrowser(two);
      await page.claim(begun.reference.qrlink ?? '');
      await page.choose(null);
      await page.selfie(picture('live'));
      expect(await untilSo(() => there.fetchBackchannelLogin(begun), isThere)).toMatchObject({ granted: true });
    });

    it('keeps no code, token or request in the clear, and of a pushed one nothing at all', async () => {
      const identifier = 'canary.person@example.com';
      const kept = await prepareLogin({ loginHint: identifier });
      const { nonce, state } = kept;
      const challenge = kept.parameters['code_challenge'] ?? '';
      const address = await openid.buildAuthorizationUrlWithPAR(config, { ...kept.parameters });
      const requestId = address.searchParams.get('request_uri')?.split(':').at(-1) ?? '';
      const pushed = await databaseText(postgres.url);
      for (const secret of [identifier, requestId, state, nonce, challenge]) expectAbsent(pushed, secret);

      const browser = new Browser(either);
      const page = await openCheck(either, browser, address);
      const { url } = await showFaces(page, browser, ['live']);
      const code = url.searchParams.get('code') ?? '';
      const returned = await databaseText(postgres.url);
      // What the claims will be made of is there, so that the others would be found.
      expect(returned).toContain(identifier);
      expect(returned).toContain(state);
      for (const secret of [requestId, code, nonce, challenge]) expectAbsent(returned, secret);

      const { tokens } = await finish(config, url, kept);
      const notificationToken = 'canary-notification-token';
      const begun = await openid.initiateBackchannelAuthentication(config, {
        login_hint: 'authref',
        scope: 'openid faceauth_express',
        client_notification_token: notificationToken,
      });
      const told = await databaseText(postgres.url);
      for (const secret of [code, tokens.access_token, begun.auth_req_id, notificationToken])
        expectAbsent(told, secret);
      await openid.tokenRevocation(config, tokens.access_token);
      expectAbsent(await databaseText(postgres.url), identifier);
    });

    it('erases a person', async () => {
      await login(either, config, { loginHint: 'customer-leaves' });
      const path = 'http://localhost/control/api/clients/ACME/users/customer-leaves';
      expect((await call(two, path, { method: 'DELETE' })).body).toMatchObject({ faceProfiles: 1 });
      const { url } = await login(either, config, { loginHint: 'customer-leaves', verdicts: ['other-person'] });
      expect(url.searchParams.get('error')).toBeNull();
    });
  });

  describe('a hosted check', () => {
    it('is opened by one of two browsers that come to both at once', async () => {
      const { launchUrl } = await initiateWeb(one);
      const answers = await Promise.all([one, two, one, two].map((at) => new HostedBrowser(at).claim(launchUrl)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    });

    it('goes to one of the phones that come to both at once', async () => {
      const { offer, confirm } = await openPage(either);
      const { url } = await offer();
      const phones = await Promise.all([one, two, one, two].map((at) => openPhone(at, url)));
      const [first, ...others] = phones.toSorted((a, b) => a.joined.status - b.joined.status);
      expect(others.map(({ joined }) => joined.status)).toEqual([404, 404, 404]);
      expect((await confirm(first?.joined.body.code)).status).toBe(204);
      expect((await first?.show())?.body).toMatchObject({ state: 'open', isOnPhone: true });
      const text = await databaseText(postgres.url);
      for (const secret of [linkTokenOf(url), first?.phone.cookie.split('=')[1] ?? '']) expectAbsent(text, secret);
    });

    it('fails for nobody when two processes lead it to a phone and back at once', async () => {
      const { offer, page, path } = await openPage(one);
      const there = new HostedBrowser(two);
      Object.assign(there, { cookie: page.cookie, checkId: page.checkId });
      const statuses = new Set<number>();
      for (let round = 0; round < 40; round += 1) {
        const { url } = await offer();
        const answers = await Promise.all([
          openPhone(two, url).then(({ joined }) => joined),
          there.call('POST', path),
          page.call('DELETE', path),
          there.put('selfie', picture('live')),
        ]);
        for (const { status } of answers) statuses.add(status);
      }
      expect([...statuses].filter((status) => status >= 500)).toEqual([]);
    });

    it('is tried again, decided and led back, whichever process answers', async () => {
      const { launchUrl, correlationId, partnerToken } = await initiateWeb(one);
      const page = new HostedBrowser(either);
      await page.claim(launchUrl);
      await page.choose(null);
      expect(await page.selfie(picture('not-live'))).toMatchObject({ status: 'recapture' });
      expect(await page.selfie()).toMatchObject({ status: 'accepted', attempts: { used: 2 } });
      expect((await page.show()).body.redirectUrl).toBe(
        `${SUCCESS_URL}&status=COMPLETED&partner_session_id=${correlationId}`,
      );
      const { body } = await details(two, partnerToken, { correlationId });
      expect(body.data).toMatchObject({ result: 'VALID' });
    });
  });

  it('IDnow: enrols at one, verifies at the other, and both say that the proof is theirs', async () => {
    const [here, there] = [openIdnow(one), openIdnow(two)];
    expect((await pass(one, here, 'biometric-enrollment', 'anna', 'live')).outcome).toBe('accepted');
    const step = readStep(await pass(two, there, 'authentication-v2', 'anna', 'live'));
    if (step?.step !== 'authentication-v2' || step.route !== 'verified') throw new Error('not verified');
    const { verification } = step;
    const proofs = [await here.verifyTransaction({ verification }), await there.verifyTransaction({ verification })];
    for (const { claims } of proofs) expect(claims).toMatchObject({ jti: verification.verificationProcessId });
    await call(two, `http://localhost/control/api/clients/${ACME.clientId}/users/anna`, { method: 'DELETE' });
    await expect(here.verifyTransaction({ verification })).rejects.toMatchObject({ code: 'not-found' });
  });
});
