import { type Idnow } from '@bonafide/partner-server/idnow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, DONE_URL, KEYLESS_KEY, openIdnow, openPage, pass } from './support/idnow.ts';
import { basic } from './support/assure.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

const NAME = 'canary-name-4711';
const SESSIONS = '/api/v1/flows/authentication-v2/staging/sessions';

let sandbox: TestSandbox;
let idnow: Idnow;
let token: string;
let foreign: string;
let playerUrl: string;

beforeAll(async () => {
  sandbox = await openTestSandbox({
    clients: [
      { ...ACME, idnow: { keylessApiKey: KEYLESS_KEY, redirectUrls: ['https://partner.example.com/done'] } },
      { ...OTHER, idnow: { keylessApiKey: 'other-keyless-key' } },
    ],
    maximumUploadBytes: 4_096,
  });
  idnow = openIdnow(sandbox);
  token = await idnow.accessToken();
  foreign = await openIdnow(sandbox, { clientId: OTHER.clientId, clientSecret: OTHER.passKey }).accessToken();
});
afterAll(() => sandbox.close());

const bearer = (value: string) => ({ authorization: `Bearer ${value}` });
const create = (body: unknown, headers: Record<string, string> = bearer(token), path = SESSIONS) =>
  ask(sandbox, 'POST', path, {
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const GOOD = { metadata: { subjectId: 'subject' } };

describe('a token is not given', () => {
  const form = (body: string, authorization?: string) =>
    ask(sandbox, 'POST', '/oidc/token', {
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(authorization === undefined ? {} : { authorization }),
      },
      body,
    });
  it.each([
    [
      'a wrong secret in the form',
      `grant_type=client_credentials&client_id=ACME&client_secret=${NAME}`,
      undefined,
      401,
      'invalid_client',
    ],
    ['another grant', `grant_type=${NAME}`, basic(), 400, 'unsupported_grant_type'],
    ['no grant', '', basic(), 400, 'invalid_request'],
  ])('for %s', async (_, body, authorization, status, error) => {
    const answer = await form(body, authorization);
    expect([answer.status, (JSON.parse(answer.text) as { error: string }).error]).toEqual([status, error]);
    expect(answer.text).not.toContain(NAME);
  });

  it('and is given for the credentials in the form as well, for a day', async () => {
    const answer = await form(`grant_type=client_credentials&client_id=ACME&client_secret=${ACME.passKey}`);
    expect(JSON.parse(answer.text)).toEqual({
      access_token: expect.any(String),
      expires_in: 86_400,
      token_type: 'Bearer',
    });
  });
});

it.each([{}, bearer(NAME), { authorization: basic() }])('an access token is wanted instead of %j', async (headers) => {
  const answer = await create(GOOD, headers);
  expect([answer.status, JSON.parse(answer.text)]).toEqual([
    401,
    { statusCode: 401, error: 'Unauthorized', message: 'The access token is not valid.' },
  ]);
});

describe('a session is not created', () => {
  it.each<[string, unknown, number]>([
    ['no JSON', NAME, 400],
    ['nothing', '', 400],
    ['a list', [NAME], 400],
    ['no subject', { metadata: {} }, 400],
    ['an empty subject', { metadata: { subjectId: '' } }, 400],
    ['a state that is too long', { ...GOOD, state: NAME.repeat(200) }, 400],
    ['a redirect that is no address', { ...GOOD, redirectUrl: NAME }, 400],
    ['a redirect elsewhere', { ...GOOD, redirectUrl: `https://${NAME}.example.com/` }, 400],
    [
      'a redirect to a longer address',
      { ...GOOD, redirectUrl: 'https://partner.example.com/done/canary-name-4711' },
      400,
    ],
    ['a script', { ...GOOD, redirectUrl: `javascript:${NAME}` }, 400],
    ['a character that no text may have', { metadata: { subjectId: `${NAME}\u0000` } }, 400],
  ])('from %s, and nothing of it is quoted', async (_, body, status) => {
    const answer = await create(body);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain(NAME);
  });

  it.each([
    ['an unknown flow', '/api/v1/flows/canary/staging/sessions', 403],
    ['a flow by the name of an object', '/api/v1/flows/constructor/staging/sessions', 403],
    ['an unknown environment', '/api/v1/flows/authentication-v2/production/sessions', 404],
  ])('of %s', async (_, path, status) => {
    expect((await create(GOOD, bearer(token), path)).status).toBe(status);
  });

  it('from more than its bytes', async () => {
    const input = { documentImages: { frontSide: 'x'.repeat(17 * 1024 * 1024) } };
    expect((await create({ ...GOOD, input })).status).toBe(400);
  });

  it('and leads nobody to an address that was not named before', async () => {
    const open = openIdnow(sandbox, { clientId: OTHER.clientId, clientSecret: OTHER.passKey });
    const wanted = { flowId: 'authentication-v2', subjectId: 's' };
    // Who has named none may go back to this machine alone.
    await expect(
      open.createSession({ ...wanted, redirectUrl: 'https://partner.example.com/done' }),
    ).rejects.toMatchObject({
      code: 'request-rejected',
    });
    expect(await open.createSession({ ...wanted, redirectUrl: DONE_URL })).toHaveProperty('playerUrl');
  });
});

describe('what belongs to another client is not there', () => {
  let sessionId: string;
  let entryId: string;
  beforeAll(async () => {
    await pass(sandbox, idnow, 'biometric-enrollment', NAME, 'live');
    const verified = await pass(sandbox, idnow, 'authentication-v2', NAME, 'live');
    sessionId = verified.sessionId;
    entryId = verified.results?.verification?.methods[0]?.evidence[0]?.ref.$id ?? '';
    playerUrl = (await idnow.createSession({ flowId: 'authentication-v2', subjectId: NAME })).playerUrl;
  });
  const asked = (path: string, headers: Record<string, string>) => ask(sandbox, 'GET', path, { headers });

  it('getSession, in the other environment too, word for word as one that never was', async () => {
    const path = (id: string, environment = 'staging') => `/api/v1/${environment}/sessions/${id}`;
    expect((await asked(path(sessionId), bearer(token))).status).toBe(200);
    const never = await asked(path(crypto.randomUUID()), bearer(foreign));
    expect(never.status).toBe(404);
    for (const answer of [
      await asked(path(sessionId), bearer(foreign)),
      await asked(path(sessionId, 'live'), bearer(token)),
      await asked(path(sessionId, 'moon'), bearer(token)),
    ])
      expect([answer.status, answer.text]).toEqual([404, never.text]);
  });

  it('getVaultEntry', async () => {
    const path = `/api/v1/staging/vault/${entryId}`;
    const own = await asked(path, bearer(token));
    expect([own.status, own.headers.get('content-type')]).toEqual([200, 'application/jwt']);
    expect((await asked(path, bearer(foreign))).status).toBe(404);
    expect((await asked(path.replace('staging', 'live'), bearer(token))).status).toBe(404);
  });

  it('postVerifyTransaction', async () => {
    const jwt = (await asked(`/api/v1/staging/vault/${entryId}`, bearer(token))).text;
    const verify = async (key: string, body: unknown) => {
      const headers = { 'x-api-key': key, 'content-type': 'application/json' };
      const answer = await ask(sandbox, 'POST', '/v2/verify-jwt', { headers, body: JSON.stringify(body) });
      return answer.status === 200 ? (JSON.parse(answer.text) as { result: boolean }).result : answer.status;
    };
    expect(await verify(KEYLESS_KEY, { jwt })).toBe(true);
    expect(await verify(KEYLESS_KEY, { jwt: `${jwt}A` })).toBe(false);
    expect(await verify(KEYLESS_KEY, { jwt, transactionData: 'order-4711' })).toBe(false);
    expect(await verify(KEYLESS_KEY, [NAME])).toBe(false);
  });

  it('the same face of another client is nobody’s', async () => {
    const theirs = openIdnow(sandbox, { clientId: OTHER.clientId, clientSecret: OTHER.passKey });
    const session = await pass(sandbox, theirs, 'authentication-v1', NAME, 'live');
    expect(session.results?.authenticationResult?.reason?.code).toBe('SERVER_USER_NOT_FOUND');
    const live = openIdnow(sandbox, { environment: 'live' });
    expect((await pass(sandbox, live, 'authentication-v1', NAME, 'live')).outcome).toBe('rejected');
  });
});

describe('the page', () => {
  it('takes no file that is too large or no picture, and goes on', async () => {
    const { playerUrl, sessionContext } = await idnow.createSession({
      flowId: 'biometric-enrollment',
      subjectId: 'files',
    });
    const page = await openPage(sandbox, playerUrl);
    const large = new Uint8Array([...picture('live'), ...new Uint8Array(8_192)]);
    expect((await page.put('selfie', large)).body.code).toBe('image-too-large');
    expect((await page.put('selfie', new TextEncoder().encode(NAME))).body.code).toBe('image-unsupported');
    await page.selfie(picture('live'));
    expect((await idnow.waitForSession({ ...sessionContext, timeoutMs: 20_000 })).outcome).toBe('accepted');
  });

  it('opened again, ends what was begun by its old address', async () => {
    const { playerUrl } = await idnow.createSession({ flowId: 'biometric-enrollment', subjectId: 'twice' });
    const first = await openPage(sandbox, playerUrl);
    const second = await openPage(sandbox, playerUrl);
    expect((await first.show()).status).toBe(404);
    expect((await second.show()).status).toBe(200);
  });
});

describe('a log', () => {
  it('holds no name, secret, token or proof', () => {
    const text = JSON.stringify(sandbox.logs);
    expect(sandbox.logs.length).toBeGreaterThan(50);
    const playerSecret = playerUrl.split('/').at(-1) ?? '';
    for (const secret of [NAME, ACME.passKey, KEYLESS_KEY, token, token.split('.')[2] ?? '', playerSecret])
      expect(text).not.toContain(secret);
  });
});
