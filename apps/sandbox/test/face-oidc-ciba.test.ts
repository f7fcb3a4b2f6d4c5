import * as openid from 'openid-client';
import { FACE_CLAIMS } from '@bonafide/contracts/face-oidc';
import { faceNotificationHandler } from '@bonafide/partner-server/face-oidc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discover, issuerAt, login, REDIRECT_URI, untilSo } from './support/face-oidc.ts';
import { HostedBrowser } from './support/hosted.ts';
import { openPartner, type Partner } from './support/open-partner.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { relyingParty } from './support/partner-face-oidc.ts';
import { picture, type Verdict } from './support/pictures.ts';
import { until } from './support/journey.ts';

// Logins without a browser of the relying party's: asked ("pull") and told ("ping").

const GRANT = 'urn:openid:params:grant-type:ciba';
const NOTIFICATION_TOKEN = 'canary-notification-token';
const SCOPE = 'openid faceauth_express';

let sandbox: TestSandbox;
let config: openid.Configuration;
let partner: Partner;
const notified: string[] = [];

beforeAll(async () => {
  const receive = faceNotificationHandler({
    notificationToken: NOTIFICATION_TOKEN,
    onEvent: ({ event }) => void notified.push(event.auth_req_id),
  });
  partner = await openPartner(async ({ headers, body }) => {
    const init = { method: 'POST', headers: headers as Record<string, string>, body };
    return { status: (await receive(new Request('http://localhost/', init))).status };
  });
  const told = {
    ...OTHER,
    clientId: 'TOLD',
    faceOidc: { redirectUris: [REDIRECT_URI], notificationUrl: `${partner.url}/ended` },
  };
  sandbox = await openTestSandbox({ clients: [ACME, OTHER, told], allowLoopback: true });
  config = await discover(sandbox);
});
afterAll(async () => {
  await sandbox.close();
  await partner.close();
});

const begin = (client = config, scope = SCOPE) =>
  openid.initiateBackchannelAuthentication(client, { login_hint: 'authref', scope });

const ask = (authReqId: string, client = config) =>
  openid.genericGrantRequest(client, GRANT, { auth_req_id: authReqId });

const isThere = <T>(value: T): value is NonNullable<T> => value != null;

/** What the person does who has opened the answer's address on their phone. */
async function showOnPhone(answer: Readonly<Record<string, unknown>>, verdicts: readonly Verdict[]) {
  const page = new HostedBrowser(sandbox);
  const { qrlink } = answer['authref'] as { readonly qrlink: string };
  await page.claim(qrlink);
  await page.choose(null);
  for (const verdict of verdicts) await page.selfie(picture(verdict));
  return page;
}

describe('the request', () => {
  it('is answered as documented: 1800 seconds, every 5, and where the person goes on', async () => {
    const answer = await begin();
    expect(answer).toMatchObject({ auth_req_id: expect.any(String), expires_in: 1_800, interval: 5 });
    const { authref } = answer as unknown as { readonly authref: Readonly<Record<string, unknown>> };
    expect(authref).toEqual({
      qrlink: expect.stringMatching(/^http:\/\/localhost\/hosted\//),
      qrcode: expect.stringMatching(/^data:image\/svg\+xml;base64,/),
      applink: authref['qrlink'],
      qrauth: expect.any(String),
      expires_in: 1_800,
      expires_at: expect.any(Number),
    });
  });

  it('has a code with the quiet zone of four modules that scanners need', async () => {
    const { authref } = (await begin()) as unknown as { readonly authref: Readonly<Record<string, string>> };
    const picture = Buffer.from(authref['qrcode']?.split(',')[1] ?? '', 'base64').toString('utf8');
    const [, module = ''] = /M\d+,\d+h(\d+)v\1/.exec(picture) ?? [];
    const [, size = ''] = /viewBox="0 0 (\d+) /.exec(picture) ?? [];
    const columns = [...picture.matchAll(/M(\d+),/g)].map(([, x]) => Number(x) / Number(module));
    expect(Math.min(...columns)).toBe(4);
    expect(Number(size) / Number(module) - Math.max(...columns) - 1).toBe(4);
  });

  it.each([
    ['without a hint', {}, 'invalid_request'],
    ['with another hint than authref', { login_hint: 'person@example.com' }, 'unknown_user_id'],
    ['without a scope of the check', { login_hint: 'authref', scope: 'openid' }, 'invalid_scope'],
  ])('%s is refused', async (_, parameters, error) => {
    const call = openid.initiateBackchannelAuthentication(config, { scope: SCOPE, ...parameters });
    await expect(call).rejects.toMatchObject({ error });
  });
});

describe('asking', () => {
  it('is pending until the face has been shown, then gives the tokens, once', async () => {
    const answer = await begin();
    await expect(ask(answer.auth_req_id)).rejects.toMatchObject({ error: 'authorization_pending' });
    await showOnPhone(answer, ['not-live', 'live']);
    const tokens = await untilSo(() => ask(answer.auth_req_id).catch(() => null), isThere);
    expect(tokens.claims()).toMatchObject({ aud: 'ACME', [FACE_CLAIMS.facePresent]: { method: 'express' } });
    await expect(ask(answer.auth_req_id)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('too often is answered with slow_down, and after the interval again with pending', async () => {
    const { auth_req_id: id } = await begin();
    const errors: unknown[] = [];
    const note = (error: { readonly error?: string }) => void errors.push(error.error);
    await ask(id).catch(note);
    await ask(id).catch(note);
    sandbox.clock.advance(5_000);
    await ask(id).catch(note);
    expect(errors).toEqual(['authorization_pending', 'slow_down', 'authorization_pending']);
  });

  it.each<[string, (page: HostedBrowser) => Promise<unknown>, readonly Verdict[]]>([
    ['three failed attempts', async () => {}, ['not-live', 'not-live', 'not-live']],
    ['giving up', (page) => page.cancel(), []],
  ])('%s is access_denied', async (_, then, verdicts) => {
    const answer = await begin();
    await then(await showOnPhone(answer, verdicts));
    const word = await untilSo(
      () => ask(answer.auth_req_id).catch(({ error }: { readonly error?: unknown }) => error),
      (value): value is unknown => value !== 'authorization_pending' && value !== 'slow_down',
    );
    expect(word).toBe('access_denied');
  });

  it('the whole time over is expired_token or unknown', async () => {
    const { auth_req_id: id } = await begin();
    sandbox.clock.advance(1_801_000);
    await expect(ask(id)).rejects.toMatchObject({ error: expect.stringMatching(/^(?:expired_token|invalid_grant)$/) });
  });

  it('another tenant hears nothing of it', async () => {
    const answer = await begin();
    await showOnPhone(answer, ['live']);
    const others = await discover(sandbox, OTHER);
    await expect(ask(answer.auth_req_id, others)).rejects.toMatchObject({ error: 'invalid_grant' });
    const tokens = await untilSo(() => ask(answer.auth_req_id).catch(() => null), isThere);
    expect(tokens.claims()?.aud).toBe('ACME');
  });
});

describe('being told', () => {
  const told = () =>
    discover(sandbox, { clientId: 'TOLD', passKey: OTHER.passKey }, openid.ClientSecretBasic(OTHER.passKey));

  it('the client hears that it is over, with its own token and no claim, and then asks', async () => {
    const theirs = await told();
    const answer = await openid.initiateBackchannelAuthentication(theirs, {
      login_hint: 'authref',
      scope: SCOPE,
      client_notification_token: NOTIFICATION_TOKEN,
    });
    await showOnPhone(answer, ['live']);
    await until(() => notified.includes(answer.auth_req_id));
    expect(partner.requests.at(-1)?.body).toBe(JSON.stringify({ auth_req_id: answer.auth_req_id }));
    expect((await ask(answer.auth_req_id, theirs)).claims()?.aud).toBe('TOLD');
    expect(JSON.stringify(sandbox.logs)).not.toContain(NOTIFICATION_TOKEN);
  });

  it('without a token of its own it is refused: it could not tell the provider from others', async () => {
    const theirs = await told();
    const call = openid.initiateBackchannelAuthentication(theirs, { login_hint: 'authref', scope: SCOPE });
    await expect(call).rejects.toMatchObject({ error: 'invalid_request' });
  });
});

describe('the project’s own client', () => {
  it('waits for the end at the provider’s pace', async () => {
    const ours = relyingParty(sandbox);
    const begun = await ours.beginBackchannelLogin({ scope: 'faceauth_dynamic' });
    expect([begun.expiresInMs, begun.intervalMs]).toEqual([1_800_000, 5_000]);
    expect(await ours.fetchBackchannelLogin(begun)).toBeUndefined();
    await showOnPhone({ authref: begun.reference }, ['live']);
    const login = await ours.waitForBackchannelLogin({ ...begun, timeoutMs: 60_000, policy: { firstDelayMs: 10 } });
    expect(login).toMatchObject({ granted: true, outcome: { decision: 'accepted' } });
    expect(login.granted && login.claims.isBound).toBe(false);
  });

  it('says that it was refused, and not why', async () => {
    const ours = relyingParty(sandbox);
    const begun = await ours.beginBackchannelLogin({ scope: 'faceauth_dynamic' });
    const page = await showOnPhone({ authref: begun.reference }, []);
    await page.cancel();
    const login = await untilSo(() => ours.fetchBackchannelLogin(begun), isThere);
    expect(login).toMatchObject({
      granted: false,
      error: 'access_denied',
      outcome: { decision: 'unknown', terminal: true },
    });
  });
});

it('a login in a browser and one by CIBA do not meet', async () => {
  const { url } = await login(sandbox, config);
  await expect(ask(url.searchParams.get('code') ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
  expect(issuerAt('ACME')).toBe(config.serverMetadata().issuer);
});
