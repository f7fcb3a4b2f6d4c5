import { captureBackendHandler, createAssure } from '@bonafide/partner-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DescribedOperation, operationsOf, readSpecification } from './support/described-operations.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';
import { tampered } from './support/tampered.ts';

// Each operation of a partner's capture backend, on the sandbox's Assure, without a session, with another's, and with every phone's
// token but its own. The hosted pages' side of the same specification is in access-hosted.test.ts.

const operations = operationsOf(readSpecification('capture-backend')).map((one) => [one.operationId, one] as const);
const guarded = operations.filter(([, { security }]) => security.length > 0);
const ofSession = guarded.filter(([, { security }]) => !security.includes('captureToken'));
/** A phone may look and leave before it is confirmed. */
const ofConfirmed = guarded.filter(
  ([, { security, template }]) => security.includes('captureToken') && !template.startsWith('/handovers/'),
);
/** Opened by what a link holds. */
const ADDRESSED: ReadonlySet<string> = new Set(['claimHandover']);
/** What names something of somebody's, in its path or its body. The others are asked for oneself. */
const naming = operations.filter(([id, { template }]) => template.includes('{') || id === 'createHandover');

type Names = Readonly<Record<string, string>>;
/** What a body says, so that nothing but the key is wrong. The others take none. */
const BODIES: Readonly<Record<string, (names: Names) => object | Uint8Array<ArrayBuffer>>> = {
  createProcess: () => ({ documentType: 'passport', countryOfResidence: 'NOR' }),
  putImage: () => picture('document'),
  startVerification: () => ({}),
  createHandover: ({ processId }) => ({ processId }),
  claimHandover: ({ secret }) => ({ secret }),
  confirmHandover: ({ code }) => ({ code }),
};

type Key = Readonly<Record<string, string>>;
const sessionOf = (user: string): Key => ({ cookie: `session=${user}` });
const tokenOf = (token: string): Key => ({ 'x-capture-token': token });

/** A person with a check, a link that nobody opened, and two phones: one that waits to be confirmed, one that has another check. */
interface Person {
  readonly session: Key;
  readonly names: Names;
  readonly joined: { readonly handoverId: string; readonly code: string; readonly token: string };
  readonly phone: Key;
  readonly phoneNames: Names;
}

let sandbox: TestSandbox;
let backend: (request: Request) => Promise<Response>;
let owner: Person;
let stranger: Person;
const nothing: Names = {
  processId: '0'.repeat(32),
  handoverId: '0'.repeat(32),
  secret: 's'.repeat(43),
  code: '0000',
  depiction: 'front',
};

beforeAll(async () => {
  sandbox = await openTestSandbox();
  backend = captureBackendHandler({
    assure: createAssure({
      clientId: ACME.clientId,
      clientSecret: ACME.passKey,
      urls: { token: 'http://localhost', gateway: 'http://localhost' },
      fetch: (input, init) => sandbox.fetch(new Request(input, init)),
      timeoutMs: 60_000,
      totalTimeoutMs: 120_000,
    }),
    processType: 'document',
    authorize: ({ headers }) => {
      const user = /session=(anna|berta)$/.exec(headers.get('cookie') ?? '')?.[1];
      return user === undefined ? undefined : { id: user };
    },
    onProcess: () => {},
    handOverMs: 600_000,
  });
  [owner, stranger] = [await openPerson('anna'), await openPerson('berta')];
});
afterAll(() => sandbox.close());

async function openPerson(user: string): Promise<Person> {
  const session = sessionOf(user);
  const send = async (id: string, key: Key, names: Names = nothing) => {
    const { status, body } = await ask(find(id), key, names);
    if (status >= 300) throw new Error(`${id}: ${status} ${JSON.stringify(body)}`);
    return body as Names;
  };
  const create = async (about?: string) => {
    const init = { method: 'POST', headers: { ...session, 'content-type': 'application/json' } };
    const body = JSON.stringify(about === undefined ? {} : { processId: about });
    return (await (await backend(new Request('http://localhost/handovers', { ...init, body }))).json()) as Names;
  };
  const claim = async ({ handoverId = '', secret = '' }: Names) => {
    const { captureToken = '', code = '' } = await send('claimHandover', {}, { handoverId, secret });
    return { handoverId, code, token: captureToken };
  };
  const { processId = '' } = await send('createProcess', session);
  await send('putImage', session, { processId, depiction: 'front' });
  const { handoverId = '', secret = '' } = await create(processId);
  const joined = await claim(await create());
  const there = await claim(await create());
  await send('confirmHandover', session, { handoverId: there.handoverId, code: there.code });
  const phone = tokenOf(there.token);
  const begun = await send('createProcess', phone);
  return {
    session,
    names: { processId, handoverId, secret, code: joined.code, depiction: 'front' },
    joined,
    phone,
    phoneNames: { ...nothing, processId: begun['processId'] ?? '', handoverId: there.handoverId },
  };
}

function find(id: string): DescribedOperation {
  const found = operations.find(([name]) => name === id);
  if (found === undefined) throw new Error(`the specification has no ${id}`);
  return found[1];
}

async function ask({ operationId, method, template }: DescribedOperation, key: Key, names: Names) {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`no value for ${name}`);
    return value;
  });
  const body = BODIES[operationId]?.(names);
  if (body === undefined && (method === 'POST' || method === 'PUT')) throw new Error(`no body for ${operationId}`);
  const isPicture = body instanceof Uint8Array;
  const type = body === undefined ? {} : { 'content-type': isPicture ? 'image/jpeg' : 'application/json' };
  const sent = body === undefined ? {} : { body: isPicture ? body : JSON.stringify(body) };
  const response = await backend(
    new Request(`http://localhost${path}`, { method, headers: { ...key, ...type }, ...sent }),
  );
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? null : (JSON.parse(text) as Readonly<Record<string, unknown>>),
  };
}

const seen = () =>
  Promise.all([
    ask(find('getProcess'), owner.session, owner.names),
    ask(find('getHandover'), owner.session, owner.names),
    ask(find('getHandover'), owner.session, { handoverId: owner.joined.handoverId }),
    ask(find('getProcess'), owner.phone, owner.phoneNames),
    ask(find('getHandover'), owner.phone, owner.phoneNames),
  ]);

it('answers the owner, at the computer and on the phone', async () => {
  const answers = await seen();
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(answers.slice(1, 3).map(({ body }) => body?.['status'])).toEqual(['waiting', 'joined']);
  expect(answers[0]?.body).toMatchObject({ received: ['front'] });
});

it('asks every operation of the specification', () => {
  const forgotten = operations.filter((one) => !guarded.includes(one) && !ADDRESSED.has(one[0]));
  expect(forgotten.map(([id]) => id)).toEqual([]);
});

it.each(guarded)('%s wants a session, or the token of a phone, whole', async (_, one) => {
  const before = await seen();
  const { token } = owner.joined;
  const [handoverId = ''] = token.split('.');
  const [, strangersSecret = ''] = stranger.joined.token.split('.');
  for (const key of [
    {},
    { cookie: 'session=' },
    { cookie: 'session=nobody' },
    { authorization: 'Bearer anna' },
    tokenOf(''),
    tokenOf('x'),
    tokenOf(tampered(token)),
    tokenOf(`${token}x`),
    tokenOf(`${handoverId}.${strangersSecret}`),
    tokenOf(`${nothing['handoverId']}.${strangersSecret}`),
    tokenOf(`${owner.names['handoverId']}.${owner.names['secret']}`),
    // Who shows a token is the phone: the session beside it does not count.
    { ...owner.session, ...tokenOf(tampered(token)) },
  ]) {
    const { status, body } = await ask(one, key, owner.names);
    expect([key, status, body?.['code']]).toEqual([key, 401, 'unauthorized']);
  }
  expect(await seen()).toEqual(before);
});

it.each(naming)('%s: of the owner’s another is answered as of nothing, and does nothing', async (id, one) => {
  const before = await seen();
  // With the right secret a link is whoever's has it.
  const secret = (ADDRESSED.has(id) ? stranger : owner).names['secret'] ?? '';
  for (const key of [stranger.session, stranger.phone]) {
    const theirs = await ask(one, key, { ...owner.names, secret });
    expect(theirs).toEqual(await ask(one, key, { ...nothing, secret }));
    expect(theirs.status).toBeGreaterThanOrEqual(400);
  }
  expect(await seen()).toEqual(before);
});

it.each(ofConfirmed)('%s: a phone that nobody confirmed does nothing', async (_, one) => {
  const before = await seen();
  const { status, body } = await ask(one, tokenOf(owner.joined.token), owner.names);
  expect([status, body?.['code']]).toEqual([403, 'handover-unconfirmed']);
  expect(await seen()).toEqual(before);
});

it.each(ofSession)('%s is the session’s alone', async (_, one) => {
  const before = await seen();
  for (const key of [owner.phone, { ...owner.session, ...owner.phone }]) {
    const { status, body } = await ask(one, key, { ...owner.names, handoverId: owner.joined.handoverId });
    expect([status, body?.['code']]).toEqual([401, 'unauthorized']);
  }
  expect(await seen()).toEqual(before);
});

it('a link opens with its own secret alone, and says alike that it is not there', async () => {
  const claim = (secret: string, handoverId = owner.names['handoverId'] ?? '') =>
    ask(find('claimHandover'), {}, { handoverId, secret });
  const { secret = '' } = owner.names;
  const never = await claim(secret, nothing['handoverId']);
  expect(never).toMatchObject({ status: 404, body: { code: 'not-found' } });
  for (const wrong of [
    'x',
    tampered(secret),
    `${secret}x`,
    stranger.names['secret'] ?? '',
    owner.joined.token,
    owner.joined.token.split('.')[1] ?? '',
  ])
    expect([wrong, await claim(wrong)]).toEqual([wrong, never]);
  expect((await claim(secret)).status).toBe(200);
});
