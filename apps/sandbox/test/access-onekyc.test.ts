import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxClient } from '../src/sandbox-options.ts';
import { askDescribed, type Named } from './support/ask-described.ts';
import { openBackend } from './support/assure.ts';
import { type DescribedOperation, operationsOf, readSpecification } from './support/described-operations.ts';
import { discover, finish, login } from './support/face-oidc.ts';
import { openIdnow } from './support/idnow.ts';
import type { Answer } from './support/journey.ts';
import { openMosaicBackend } from './support/mosaic.ts';
import { type OneKycParty, openOneKycParty } from './support/onekyc-party.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { tampered } from './support/tampered.ts';

// Each operation of OneKYC's specification with wrong credentials of every kind that opens it, and as somebody else with what is the
// owner's. Where a credential goes and how its refusal reads is for the specification to say.

const specification = readSpecification('onekyc');
const operations = operationsOf(specification).map((operation) => [operation.operationId, operation] as const);
/** Opened by their address alone. */
const ADDRESSED: ReadonlySet<string> = new Set(['putUpload']);
/** The same whoever asks, or nobody's. */
const WORDS = new Set(['x-partner-user-id-type', 'x-sdk-session-id', 'submissionType', 'expires', 'signature']);

/** Where a flow and its person are called as the owner's are. */
const NAMESAKE: SandboxClient = { ...OTHER, clientId: 'NAMESAKE', passKey: 'namesake-pass-key' };

type Stranger = 'neighbour' | 'foreigner' | 'namesake';

let sandbox: TestSandbox;
let owner: OneKycParty;
/** Another person of the same client, another client, and that one. */
let strangers: Readonly<Record<Stranger, OneKycParty>>;
/** The same names, and nobody's. */
let nothing: Readonly<Record<string, string>>;
/** Tokens of this sandbox that are for something else, and what is none. */
let elsewhere: Readonly<Record<string, string>>;
const secrets = new Set<string>();

beforeAll(async () => {
  sandbox = await openTestSandbox({ clients: [ACME, OTHER, NAMESAKE], statusRequestsPerTenSeconds: 10_000 });
  owner = await openOneKycParty(sandbox, ACME, 'victim');
  strangers = {
    neighbour: await openOneKycParty(sandbox, ACME, 'neighbour'),
    foreigner: await openOneKycParty(sandbox, OTHER, 'foreigner'),
    namesake: await openOneKycParty(sandbox, NAMESAKE, 'victim', owner.names['x-partner-session-id']),
  };
  nothing = Object.fromEntries(Object.keys(owner.names).map((name) => [name, crypto.randomUUID()]));
  const config = await discover(sandbox);
  const { kept, url } = await login(sandbox, config);
  const { tokens } = await finish(config, url, kept);
  const claims = Buffer.from(JSON.stringify({ sub: ACME.clientId })).toString('base64url');
  elsewhere = {
    nonsense: 'nonsense',
    'three parts of nothing': 'x.y.z',
    'signed by nobody': `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.x`,
    'of Assure': (await openBackend(sandbox)).token,
    'of Mosaic': (await openMosaicBackend(sandbox)).token,
    'of IDnow': await openIdnow(sandbox).accessToken(),
    'of the face bridge': tokens.access_token,
    'an id token': tokens.id_token ?? '',
    'a pass key': ACME.passKey,
  };
});
afterAll(() => sandbox.close());

const ask = (operation: DescribedOperation, shown: Named, names: Named): Promise<Answer> => {
  for (const name of operation.security) if (name !== 'clientId') secrets.add(shown[name] ?? '');
  return askDescribed(sandbox, specification, operation, { shown, names });
};

/** What else is shown where a scheme wants its own, and the status that it gets. */
function wrongFor({ operationId, security }: DescribedOperation): readonly (readonly [string, Named, number])[] {
  const tokens = (scheme: string, right: string, more: Readonly<Record<string, string>>) =>
    Object.entries({
      none: undefined,
      empty: '',
      'longer by a letter': `${right}x`,
      'a letter changed': tampered(right),
      'a word before it': `Bearer ${right}`,
      ...elsewhere,
      ...more,
    }).map(([what, value]) => {
      // Who holds a person's token is told that it is not for this.
      const isForPerson = operationId === 'getSubmissionDetails' && what === 'of a person';
      return [what, { ...owner.shown, [scheme]: value }, isForPerson ? 403 : 401] as const;
    });
  const { clientId, passKey, partnerToken = '', userToken = '' } = owner.shown;
  switch (security.join(' ')) {
    case 'clientId passKey':
      return [
        ['nothing', {}, 400],
        ['no client', { passKey }, 400],
        ['no key', { clientId }, 400],
        ['a blank key', { clientId, passKey: ' ' }, 400],
        ['a wrong key', { clientId, passKey: 'wrong' }, 401],
        ['a longer key', { clientId, passKey: `${passKey}0` }, 401],
        ['nobody', { clientId: 'NOBODY', passKey }, 401],
        ['nobody, by what their key is compared with', { clientId: 'NOBODY', passKey: 'unknown client NOBODY' }, 401],
        ['another’s key', { clientId, passKey: OTHER.passKey }, 401],
        ['another’s name', { clientId: OTHER.clientId, passKey }, 401],
        ['a token for a key', { clientId, passKey: partnerToken }, 401],
      ];
    case 'partnerToken':
      return tokens('partnerToken', partnerToken, { 'of a person': userToken });
    case 'userToken':
      return tokens('userToken', userToken, { 'of a client': partnerToken, 'renewed since': owner.staleToken });
    default:
      return [];
  }
}

/** Addresses that nobody gave out. */
function wrongAddresses({ operationId, parameters }: DescribedOperation): readonly (readonly [string, Named])[] {
  if (!ADDRESSED.has(operationId)) return [];
  const { names, imageUrl } = owner;
  const { names: others } = strangers.foreigner;
  return [
    ...parameters.map(({ name }) => [`another ${name}`, { ...names, [name]: tampered(`${names[name]}`) }] as const),
    // The time is the same where both were given out in the same second.
    ['key of another’s', { ...names, key: others['key'] }],
    ['signature of another’s', { ...names, signature: others['signature'] }],
    ['a longer signature', { ...names, signature: `${names['signature']}x` }],
    ['more time', { ...names, expires: '99999999999' }],
    ['time that is no number', { ...names, expires: `-${names['expires']}` }],
    ['no signature', { ...names, signature: undefined, expires: undefined }],
    ['the permission to read', { ...names, ...Object.fromEntries(new URL(imageUrl).searchParams) }],
  ];
}

/** To a client no other person of it is a stranger. */
function strangersTo({ security }: DescribedOperation): readonly Stranger[] {
  return security.includes('userToken') || security.length === 0
    ? ['neighbour', 'foreigner', 'namesake']
    : ['foreigner', 'namesake'];
}

/** What a stranger asks: each of its own names changed for another's, beside all that it has and beside nothing else. */
function changed({ parameters, body }: DescribedOperation, { names }: OneKycParty) {
  const inBody = Object.keys((body ?? {}) as object).filter((name) => name in names);
  const optional = parameters.filter(({ required = false, name }) => !required && !WORDS.has(name));
  const without = Object.fromEntries(optional.map(({ name }) => [name, undefined]));
  return [...parameters.map(({ name }) => name), ...inBody]
    .filter((name) => !WORDS.has(name) && names[name] !== owner.names[name])
    .flatMap((name) => [{ ...names }, { ...names, ...without }].map((beside) => ({ name, beside })));
}

/** What stands there, but for names that were asked for and what is new each time. */
function told({ status, body }: Answer) {
  let text = JSON.stringify(body)
    .replaceAll(/ey[\w-]+\.[\w-]+\.[\w-]+|(?<=")\d{10}(?=")/g, 'new')
    .replaceAll(/expires=\d+&signature=[\w-]+/g, 'signed');
  for (const value of [...Object.values(owner.names), ...Object.values(nothing)]) text = text.replaceAll(value, 'name');
  return { status, text };
}

const reading = operations.filter(([, { method, security }]) => method === 'GET' && !security.includes('passKey'));
const readAs = (party: OneKycParty) =>
  Promise.all(reading.map(async ([id, one]) => [id, await ask(one, party.shown, party.names)] as const));
const readOwner = async () => (await readAs(owner)).map(([id, answer]) => [id, told(answer)]);

it('asks every operation of the specification', () => {
  const forgotten = operations.filter(([id, one]) => wrongFor(one).length === 0 && !ADDRESSED.has(id));
  expect(forgotten.map(([id]) => id)).toEqual([]);
});

it.each(['neighbour', 'foreigner', 'namesake'] as const)(
  'answers the owner and the %s of their own alone',
  async (who) => {
    for (const [mine, theirs] of [
      [owner, strangers[who]],
      [strangers[who], owner],
    ] as const) {
      for (const [id, { status, body }] of await readAs(mine)) {
        expect([id, status]).toEqual([id, 200]);
        expect(JSON.stringify(body)).toContain(mine.names['submissionId']);
        for (const name of ['submissionId', 'key'] as const)
          expect(JSON.stringify(body)).not.toContain(theirs.names[name]);
      }
    }
  },
);

describe.each(operations)('%s', (_, operation) => {
  it('refuses wrong credentials in the specification’s words, and does nothing', async () => {
    const before = await readOwner();
    for (const [what, shown, status] of wrongFor(operation)) {
      const answer = await ask(operation, shown, owner.names);
      expect([what, answer.status]).toEqual([what, status]);
      expect([what, operation.answers[status]]).toEqual([what, expect.arrayContaining([answer.body])]);
    }
    for (const [what, names] of wrongAddresses(operation)) {
      const { status, body } = await ask(operation, owner.shown, names);
      expect([what, status, body.errors?.[0].cause]).toEqual([what, 403, 'UPLOAD_SIGNATURE_INVALID']);
    }
    expect(await readOwner()).toEqual(before);
  });

  it.each(strangersTo(operation))(
    'answers the %s of what is the owner’s as of nothing, and does nothing',
    async (who) => {
      const stranger = strangers[who];
      const before = await readOwner();
      for (const { name, beside } of changed(operation, stranger)) {
        const theirs = await ask(operation, stranger.shown, { ...beside, [name]: owner.names[name] });
        const nobodys = await ask(operation, stranger.shown, { ...beside, [name]: nothing[name] });
        expect([name, told(theirs)]).toEqual([name, told(nobodys)]);
      }
      expect(await readOwner()).toEqual(before);
    },
  );
});

describe('the address of a picture', () => {
  const read = async (url: URL | string) => (await sandbox.fetch(new Request(url))).status;

  it('opens one picture, and takes no permission to write', async () => {
    const url = new URL(owner.imageUrl);
    expect(await read(url)).toBe(200);
    const other = new URL(strangers.foreigner.imageUrl);
    const with_ = (name: string, value: string): URL => {
      const changed = new URL(url);
      changed.searchParams.set(name, value);
      return changed;
    };
    for (const wrong of [
      `${url.origin}${url.pathname}`,
      `${url.origin}${other.pathname}${url.search}`,
      with_('expires', '99999999999'),
      with_('signature', owner.names['signature'] ?? ''),
      with_('signature', other.searchParams.get('signature') ?? ''),
      with_('signature', tampered(url.searchParams.get('signature') ?? '')),
    ])
      expect([String(wrong), await read(wrong)]).toEqual([String(wrong), 403]);
  });
});

it('writes no credential into the log', () => {
  const logged = JSON.stringify(sandbox.logs);
  expect(logged).toContain('getSubmissionDetails');
  for (const secret of [...secrets].filter(({ length }) => length >= OTHER.passKey.length))
    expect(logged).not.toContain(secret);
});

describe('when its time is over', () => {
  beforeAll(() => sandbox.clock.advance(3_601_000));

  it.each(operations.filter(([, { security }]) => !security.includes('passKey')))(
    '%s is refused',
    async (id, operation) => {
      const { status, body } = await ask(operation, owner.shown, owner.names);
      const refused = ADDRESSED.has(id) ? [403, 'UPLOAD_URL_EXPIRED'] : [401, 'UNAUTHORIZED'];
      expect([status, body.errors?.[0].cause]).toEqual(refused);
      expect(operation.answers[status]).toContainEqual(body);
    },
  );

  it('a picture’s address is refused', async () => {
    expect((await sandbox.fetch(new Request(owner.imageUrl))).status).toBe(403);
  });
});
