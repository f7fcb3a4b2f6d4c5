import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basic, openBackend } from './support/assure.ts';
import { operationsOf, readSpecification } from './support/described-operations.ts';
import { initiateWeb, tokenOf } from './support/hosted.ts';
import { KEYLESS_KEY, openIdnow, openPlayer, pass } from './support/idnow.ts';
import { createVerification, hostedPage, openMosaicBackend, tokenForm } from './support/mosaic.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { tampered } from './support/tampered.ts';

// The operations of Assure, Mosaic and IDnow that an access token does not open: a client's own secret does, or a key, or an address
// that only one person was given. Those that it opens are in access.test.ts.

const BASES = { assure: '', mosaic: '/mosaic', idnow: '/idnow' } as const;
const OTHER_KEY = 'other-keyless-key';
const described = (Object.keys(BASES) as (keyof typeof BASES)[]).flatMap((system) =>
  operationsOf(readSpecification(system))
    .filter(({ security }) => !security.includes('accessToken'))
    .map((operation) => ({ name: `${system} ${operation.operationId}`, base: BASES[system], ...operation })),
);

/** By what opens it. Everything else fails the first test by name. */
const OPENED_BY: Readonly<Record<string, 'secret' | 'key' | 'address' | 'anybody'>> = {
  'assure postToken': 'secret',
  'mosaic postToken': 'secret',
  'mosaic getHostedPage': 'address',
  'idnow postToken': 'secret',
  'idnow getEventKeys': 'anybody',
  'idnow getTransactionKey': 'key',
  'idnow postVerifyTransaction': 'key',
  'idnow deleteUser': 'key',
  'idnow getPlayer': 'address',
};
const by = (what: string) => described.filter(({ name }) => OPENED_BY[name] === what);

let sandbox: TestSandbox;
/** What is the owner's, by the names of paths and bodies. */
let owned: Readonly<Record<string, string>>;
/** The addresses that a person was given, and what else goes by that form. */
let addresses: Readonly<Record<string, string>>;
let nearly: readonly string[];

beforeAll(async () => {
  const clients = [
    { ...ACME, idnow: { keylessApiKey: KEYLESS_KEY } },
    { ...OTHER, idnow: { keylessApiKey: OTHER_KEY } },
    // One that has no key: what is compared in its place is none.
    { ...OTHER, clientId: 'KEYLESS', passKey: 'keyless-pass-key' },
  ];
  sandbox = await openTestSandbox({ clients, statusRequestsPerTenSeconds: 10_000 });
  const idnow = openIdnow(sandbox);
  const enrolled = await pass(sandbox, idnow, 'biometric-enrollment', 'anna', 'live');
  const verified = await pass(sandbox, idnow, 'authentication-v2', 'anna', 'live');
  const entryId = verified.results?.verification?.methods[0]?.evidence[0]?.ref.$id ?? '';
  const jwt = await (
    await sandbox.fetch(
      new Request(`http://localhost/idnow/api/v1/staging/vault/${entryId}`, {
        headers: { authorization: `Bearer ${await idnow.accessToken()}` },
      }),
    )
  ).text();
  owned = { userId: enrolled.results?.authenticatorCredential?.credentialId ?? '', jwt };
  const { playerUrl, sessionContext } = await idnow.createSession({ flowId: 'authentication-v2', subjectId: 'anna' });
  const mosaic = await createVerification(await openMosaicBackend(sandbox));
  addresses = { 'idnow getPlayer': playerUrl, 'mosaic getHostedPage': hostedPage(mosaic.startToken) };
  nearly = [
    'x',
    'n'.repeat(43),
    sessionContext.sessionId,
    mosaic.sessionId,
    verified.sessionId,
    tokenOf((await initiateWeb(sandbox)).launchUrl),
    ...Object.values(addresses).map(lastOf),
    ...Object.values(addresses).map((address) => tampered(lastOf(address))),
    ...Object.values(addresses).map((address) => `${lastOf(address)}x`),
    encodeURIComponent('../../health'),
  ];
});
afterAll(() => sandbox.close());

const lastOf = (address: string): string => address.split('/').at(-1) ?? '';

type Described = (typeof described)[number];

/** With a form, or with what the owner has in the example's place. */
async function ask(one: Described, headers: Readonly<Record<string, string>>, names: typeof owned, form?: string) {
  const path = one.template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ''));
  const { jwt } = names;
  const json = one.body === undefined ? {} : { body: JSON.stringify({ jwt }) };
  const type = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
  const init = { method: one.method, headers: { 'content-type': type, ...headers } };
  const sent = form === undefined ? json : { body: form };
  const response = await sandbox.fetch(new Request(`http://localhost${one.base}${path}`, { ...init, ...sent }));
  return { status: response.status, text: await response.text(), location: response.headers.get('location') };
}

it('asks every operation of the specifications', () => {
  const names = described.map(({ name }) => name);
  expect(names.filter((name) => OPENED_BY[name] === undefined)).toEqual([]);
  expect(Object.keys(OPENED_BY).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(by('secret'))('$name', (one) => {
  it('gives a token for the client’s own secret alone, and says alike why not', async () => {
    const inHeader = one.security.includes('clientSecret');
    const grant = 'grant_type=client_credentials';
    const shown = (client: { readonly clientId: string; readonly passKey: string }) =>
      inHeader ? ask(one, { authorization: basic(client) }, {}, grant) : ask(one, {}, {}, tokenForm(client));
    expect((await shown(ACME)).status).toBe(200);
    const { clientId, passKey } = ACME;
    const never = await shown({ clientId: 'NOBODY', passKey: 'nobodys-pass-key' });
    expect([never.status, JSON.parse(never.text).error]).toEqual([401, 'invalid_client']);
    for (const wrong of [
      { clientId, passKey: '' },
      { clientId, passKey: 'wrong' },
      { clientId, passKey: `${passKey}x` },
      { clientId, passKey: tampered(passKey) },
      { clientId, passKey: OTHER.passKey },
      { clientId: OTHER.clientId, passKey },
      { clientId: 'NOBODY', passKey },
      { clientId: 'NOBODY', passKey: 'unknown client NOBODY' },
      { clientId: '', passKey: '' },
    ])
      expect([wrong, await shown(wrong)]).toEqual([wrong, never]);
    if (!inHeader) return;
    const token = (await openBackend(sandbox)).token;
    for (const authorization of ['', 'Basic', 'Basic %%%', `Bearer ${token}`, `Basic ${btoa('%E0%A4%A:x')}`])
      expect([authorization, await ask(one, { authorization }, {}, grant)]).toEqual([authorization, never]);
  });
});

describe.each(by('key'))('$name', (one) => {
  it('opens to a key alone, and nothing comes of another', async () => {
    const token = await openIdnow(sandbox).accessToken();
    const never = await ask(one, {}, owned);
    expect(never.status).toBe(401);
    for (const headers of [
      { 'x-api-key': '' },
      { 'x-api-key': 'wrong' },
      { 'x-api-key': `${KEYLESS_KEY}x` },
      { 'x-api-key': tampered(KEYLESS_KEY) },
      { 'x-api-key': ACME.passKey },
      { 'x-api-key': 'unknown client KEYLESS' },
      { 'x-api-key': 'undefined' },
      { 'x-api-key': token },
      { authorization: `Bearer ${token}` },
      { authorization: `Bearer ${KEYLESS_KEY}` },
    ])
      expect([headers, await ask(one, headers as Record<string, string>, owned)]).toEqual([headers, never]);
    await expectOwned();
  });

  it('answers another client of the owner’s as of nothing, and does nothing', async () => {
    const headers = { 'x-api-key': OTHER_KEY };
    const theirs = await ask(one, headers, owned);
    expect(theirs).toEqual(await ask(one, headers, { userId: crypto.randomUUID(), jwt: tampered(owned['jwt'] ?? '') }));
    await expectOwned();
  });
});

/** The owner's face is enrolled, and the proof of it is one. */
async function expectOwned(): Promise<void> {
  const [verify] = by('key').filter(({ operationId }) => operationId === 'postVerifyTransaction');
  if (verify === undefined) throw new Error('no operation');
  const answer = await ask(verify, { 'x-api-key': KEYLESS_KEY }, owned);
  expect(JSON.parse(answer.text)).toEqual({ result: true });
  expect((await pass(sandbox, openIdnow(sandbox), 'authentication-v2', 'anna', 'live')).outcome).toBe('accepted');
}

describe.each(by('address'))('$name', (one) => {
  const address = (): string => addresses[one.name] ?? '';
  const at = (secret: string) => openPlayer(sandbox, address().replace(lastOf(address()), secret));

  it('leads nowhere from what nobody was given, and says alike that it is not there', async () => {
    const never = await at('never'.padEnd(43, 'x'));
    expect([never.status, never.location]).toEqual([404, null]);
    for (const secret of nearly.filter((other) => other !== lastOf(address()))) {
      const { status, location, text } = await at(secret);
      expect([secret, status, location, text]).toEqual([secret, 404, null, never.text]);
    }
    expect((await openPlayer(sandbox, address())).location).toMatch(/\/hosted\//);
  });
});

it.each(by('anybody'))('$name shows everybody the public halves alone', async (one) => {
  const { keys } = JSON.parse((await ask(one, {}, {})).text) as { readonly keys: readonly object[] };
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) for (const secret of ['d', 'p', 'q', 'k']) expect(key).not.toHaveProperty(secret);
});

it('writes no secret into the log', () => {
  const logged = JSON.stringify(sandbox.logs);
  expect(logged).toContain('getIdnowPlayer');
  for (const secret of [
    ACME.passKey,
    KEYLESS_KEY,
    OTHER_KEY,
    owned['jwt'] ?? '',
    ...Object.values(addresses).map(lastOf),
  ])
    expect(logged).not.toContain(secret);
});
