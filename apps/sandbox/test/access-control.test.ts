import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../src/sandbox.ts';
import { openBackend } from './support/assure.ts';
import { openIdnow } from './support/idnow.ts';
import { call, start, submit } from './support/journey.ts';
import { openMosaicBackend } from './support/mosaic.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { servedRoutes } from './support/served-routes.ts';
import { tampered } from './support/tampered.ts';

// Each route of the control interface, as the sandbox has it, for everybody but the operator: it shows pictures of people.

const BASE = '/control/api';
const FRIEND = 'http://127.0.0.1:9999';
const TOKEN = 'operator-token-canary';
const routes = servedRoutes()
  .map((route) => route.split(' ') as [method: string, path: string])
  .filter(([, path]) => path.startsWith(BASE));

/** On this machine, without a token. */
let open: TestSandbox;
/** Reached from elsewhere, by its token. */
let guarded: TestSandbox;
/** Of a submission in each. */
let ids: Readonly<Record<string, string>>;
let strangers: readonly (readonly [what: string, authorization: string | undefined])[];

beforeAll(async () => {
  open = await openTestSandbox({ control: { allowedOrigins: [FRIEND] } });
  guarded = await openTestSandbox({ control: { token: TOKEN, allowedOrigins: [FRIEND] } });
  const started = await start(guarded, { userId: 'victim', scenario: { processingMs: 600_000 } });
  const submissionId = await submit(guarded, started);
  ids = { clientId: ACME.clientId, userId: 'victim', submissionId };
  strangers = [
    ['none', undefined],
    ['empty', ''],
    ['no token', 'Bearer '],
    ['a wrong token', 'Bearer wrong'],
    ['a letter changed', `Bearer ${tampered(TOKEN)}`],
    ['a longer token', `Bearer ${TOKEN}x`],
    ['the token as a password', `Basic ${Buffer.from(`operator:${TOKEN}`).toString('base64')}`],
    ['a client’s secret', `Bearer ${ACME.passKey}`],
    ['a client’s token of OneKYC', `Bearer ${started.partnerToken}`],
    ['a person’s token', `Bearer ${started.userToken}`],
    ['of Assure', `Bearer ${(await openBackend(guarded)).token}`],
    ['of Mosaic', `Bearer ${(await openMosaicBackend(guarded)).token}`],
    ['of IDnow', `Bearer ${await openIdnow(guarded).accessToken()}`],
  ];
});
afterAll(() => Promise.all([open.close(), guarded.close()]));

const at = (path: string, named: boolean): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => (named ? ids[name] : undefined) ?? 'nobodys');

async function ask(
  sandbox: Sandbox,
  origin: string,
  [method, path]: readonly [string, string],
  init: RequestInit = {},
) {
  const response = await sandbox.fetch(new Request(origin + path, { ...init, method }));
  return {
    status: response.status,
    text: await response.text(),
    cors: response.headers.get('access-control-allow-origin'),
  };
}

const seen = async () => {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const [clients, submission] = await Promise.all(
    ['/clients', `/submissions/${ids['submissionId']}`].map((path) => call(guarded, `${BASE}${path}`, { headers })),
  );
  return [clients?.status, clients?.body, submission?.status, submission?.body.timeline];
};

describe.each(routes)('%s %s', (method, path) => {
  it('opens to nobody without the operator’s token, and nothing comes of it', async () => {
    const before = await seen();
    expect([before[0], before[2]]).toEqual([200, 200]);
    for (const [what, authorization] of strangers)
      for (const named of [true, false]) {
        const init = authorization === undefined ? {} : { headers: { authorization } };
        const answer = await ask(guarded, 'http://sandbox.example', [method, at(path, named)], init);
        expect([what, answer]).toEqual([what, { status: 403, text: '{"error":"token required"}', cors: null }]);
      }
    expect(await seen()).toEqual(before);
  });

  it('opens to no other site’s page, also with the token, and to a friend’s to read alone', async () => {
    const authorization = `Bearer ${TOKEN}`;
    const from: readonly Readonly<Record<string, string>>[] = [
      { origin: 'https://attacker.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://attacker.example', 'sec-fetch-site': 'same-site' },
      ...(method === 'GET' ? [] : [{ origin: FRIEND, 'sec-fetch-site': 'cross-site' }]),
    ];
    const before = await seen();
    for (const headers of from) {
      const address = [method, at(path, true)] as const;
      for (const answer of [
        await ask(guarded, 'http://localhost', address, { headers: { ...headers, authorization } }),
        await ask(open, 'http://localhost', address, { headers }),
      ])
        expect([headers, answer.status, answer.cors]).toEqual([headers, 403, null]);
    }
    expect(await seen()).toEqual(before);
  });

  it('without a token opens under a name of this machine alone', async () => {
    for (const origin of ['http://attacker.example', 'http://192.168.1.7:8787', 'http://localhost.attacker.example'])
      expect((await ask(open, origin, [method, at(path, true)])).status).toBe(403);
  });
});

it('is not there where it is left out', async () => {
  const bare = await openTestSandbox({ control: { enabled: false } });
  for (const [method, path] of [...routes, ['GET', '/'], ['GET', '/control/']] as const) {
    const { status } = await ask(bare, 'http://localhost', [method, at(path, false)]);
    expect([method, path, status]).toEqual([method, path, 404]);
  }
  await bare.close();
});
