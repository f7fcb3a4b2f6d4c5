import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxClient } from '../src/sandbox-options.ts';
import { askBridge, type BridgeAnswer, expectAnswer, operationsOfBridge, readBridge } from './support/ask-bridge.ts';
import { basic, openBackend } from './support/assure.ts';
import { BRIDGE_CASES, type BridgeCase, type Form, type Outcome } from './support/bridge-cases.ts';
import { type BridgeTenant, inventBridgeTenant, openBridgeTenant } from './support/bridge-tenant.ts';
import { Browser, issuerAt } from './support/face-oidc.ts';
import { ACME, openTestSandbox, OTHER as ANOTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { tampered } from './support/tampered.ts';

// Each operation of the face bridge's specification with wrong credentials of every kind that it takes, and as another relying party
// with what is the owner's: secrets, codes, tokens, requests, and addresses to go back to.

const cases = Object.entries(BRIDGE_CASES);
const withSecret = cases.filter(([, { wantsSecret }]) => wantsSecret);
const owning = cases.filter(([, { owned }]) => Object.keys(owned).length > 0);
/** What lives for a while. An id token says at a logout who it was, also when its time is over (RP-Initiated Logout §2). */
const LIVES = new Set(['code', 'auth_req_id', 'request_uri', 'access_token', 'token']);

const ASSERTION = { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' };

const living = owning.filter(([, { owned }]) => Object.keys(owned).some((name) => LIVES.has(name)));

const at = (host: string) => ({
  redirectUris: [`https://${host}.example.com/face/done`],
  postLogoutRedirectUris: [`https://${host}.example.com/bye`],
});
const OTHER: SandboxClient = { ...ANOTHER, faceOidc: at('other') };
const NOBODY: SandboxClient = { ...ANOTHER, clientId: 'NOBODY', passKey: 'nobodys-pass-key', faceOidc: at('nobody') };
const { faceOidc: _, ...without } = ANOTHER;
/** A client that has no face bridge. */
const PLAIN: SandboxClient = { ...without, clientId: 'PLAIN' };

let sandbox: TestSandbox;
let owner: BridgeTenant;
let stranger: BridgeTenant;
let nobody: BridgeTenant;
const secrets = new Set<string>();

beforeAll(async () => {
  sandbox = await openTestSandbox({ clients: [ACME, OTHER, PLAIN] });
  nobody = await inventBridgeTenant(sandbox, NOBODY);
});
afterAll(() => sandbox.close());

async function openBoth(): Promise<void> {
  [owner, stranger] = [await openBridgeTenant(sandbox, ACME), await openBridgeTenant(sandbox, OTHER)];
}

const ask = (one: BridgeCase, issuer: string, form: Form, authorization?: string): Promise<BridgeAnswer> => {
  for (const value of [...Object.values(form), authorization ?? '']) if (value.length > 40) secrets.add(value);
  return askBridge(sandbox, one, issuer, form, authorization);
};

const issuerOf = ({ client }: BridgeTenant): string => issuerAt(client.clientId);
const credentialsOf = ({ wantsSecret }: BridgeCase, { client }: BridgeTenant) =>
  wantsSecret ? basic(client) : undefined;

/** Everything of the owner's is as good as before. What it was good for is done by that. */
async function expectAllGood(): Promise<void> {
  for (const [name, one] of cases)
    if (name !== 'postRevoke')
      expectAnswer(name, await ask(one, issuerOf(owner), one.form(owner), credentialsOf(one, owner)), one.right);
  expect((await owner.browser.go(owner.interaction)).url.pathname).toMatch(/^\/hosted\//);
  const { postRevoke: revoke, getUserInfo: readClaims } = BRIDGE_CASES;
  if (revoke === undefined || readClaims === undefined) throw new Error('no case');
  expectAnswer('revoke', await ask(revoke, issuerOf(owner), revoke.form(owner), basic(owner.client)), revoke.right);
  expectAnswer('revoked', await ask(readClaims, issuerOf(owner), readClaims.form(owner)), [401, 'invalid_token']);
}

/** What else may be shown where a parameter wants its own. */
function brokenFor(name: string, right: string): readonly (readonly [what: string, value: string])[] {
  const { client, redirectUri, code, codeVerifier, accessToken, idToken, authReqId, requestUri } = owner;
  const kinds = {
    redirectUri,
    code,
    codeVerifier,
    accessToken,
    idToken,
    authReqId,
    requestUri,
    secret: client.passKey,
  };
  const near = [`${right}/`, `${right}?x=1`, right.replace('https:', 'http:'), 'https://evil.example.com/face/done'];
  return [
    ['nonsense', 'nonsense'],
    ['a longer one', `${right}x`],
    ['a letter changed', tampered(right)],
    ...Object.entries(kinds).filter(([, value]) => value !== right),
    ...(name.endsWith('redirect_uri') ? near.map((value) => [value, value] as const) : []),
  ];
}

it('asks every operation of the specification', () => {
  const asked = new Set(cases.map(([, { operationId }]) => operationId));
  expect(operationsOfBridge.map(({ operationId }) => operationId).filter((id) => !asked.has(id))).toEqual([]);
});

it.each(cases)(
  '%s: an issuer that nobody has is not there, nor that of a client without the bridge',
  async (_, one) => {
    const [never, plain] = [
      await ask(one, issuerOf(nobody), one.form(nobody), basic(NOBODY)),
      await ask(one, issuerAt('PLAIN'), one.form(nobody), basic(PLAIN)),
    ];
    expect(never.status).toBe(404);
    expect(plain).toEqual(never);
  },
);

it('each tenant signs with a key of its own, of which it shows the public half', async () => {
  const keysOf = async (clientId: string) =>
    JSON.parse((await readBridge(sandbox, new Request(`${issuerAt(clientId)}/keys`))).text) as {
      readonly keys: readonly Readonly<Record<string, string>>[];
    };
  const [ours, theirs] = [await keysOf('ACME'), await keysOf('OTHER')];
  expect(ours.keys[0]?.['n']).not.toBe(theirs.keys[0]?.['n']);
  expect(Object.keys(ours.keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

describe('with everything of the owner’s at stake', () => {
  beforeAll(openBoth);

  it.each(withSecret)('%s: wants the relying party’s own secret', async (_, one) => {
    const { clientId, passKey } = owner.client;
    const { client_id: __, ...form } = one.form(owner);
    const shows = (name: string, secret: string): Form => ({ ...form, client_id: name, client_secret: secret });
    const token = (await openBackend(sandbox)).token;
    const rows: readonly (readonly [what: string, Form, string | undefined, Outcome])[] = [
      ['nothing', form, undefined, [400, 'invalid_request']],
      // RFC 6749, 2.3.1: an empty secret may be left out, so it is a name alone.
      ['an empty secret', shows(clientId, ''), undefined, [401, 'invalid_client']],
      ['no base64', form, 'Basic %%%', [400, 'invalid_request']],
      ['an access token', { ...form, client_id: clientId }, `Bearer ${owner.accessToken}`, [400, 'invalid_request']],
      ['a token of Assure', { ...form, client_id: clientId }, `Bearer ${token}`, [400, 'invalid_request']],
      ['a name alone', { ...form, client_id: clientId }, undefined, [401, 'invalid_client']],
      [
        'an id token',
        { ...form, client_id: clientId, ...ASSERTION, client_assertion: owner.idToken },
        undefined,
        [401, 'invalid_client'],
      ],
      ...[
        ['wrong', { clientId, passKey: 'wrong' }] as const,
        ['a longer secret', { clientId, passKey: `${passKey}x` }] as const,
        ['another’s secret', { clientId, passKey: OTHER.passKey }] as const,
        ['another', OTHER] as const,
        ['another’s name', { clientId: OTHER.clientId, passKey }] as const,
        ['nobody', NOBODY] as const,
      ].flatMap(
        ([what, shown]) =>
          [
            [`${what}, in the header`, form, basic(shown), [401, 'invalid_client']],
            [`${what}, in the body`, shows(shown.clientId, shown.passKey), undefined, [401, 'invalid_client']],
          ] as const,
      ),
    ];
    for (const [what, shown, authorization, outcome] of rows)
      expectAnswer(what, await ask(one, issuerOf(owner), shown, authorization), outcome);
  });
  it('and all is as good as before', expectAllGood);
});

describe.each(owning)('%s', (_, one) => {
  beforeAll(openBoth);

  it('refuses what is broken, of another kind, or left out', async () => {
    const right = one.form(owner);
    for (const [name, outcome] of Object.entries(one.owned)) {
      for (const [what, value] of brokenFor(name, right[name] ?? '')) {
        const answer = await ask(one, issuerOf(owner), { ...right, [name]: value }, credentialsOf(one, owner));
        // RFC 7009 §2.2.1, and the only thing here that is no token of a kind that could be revoked.
        const isJwt = one.operationId === 'postRevoke' && value.startsWith('ey');
        expectAnswer(`${name}: ${what}`, answer, isJwt ? [400, 'unsupported_token_type'] : outcome);
        if (value.length > 40) expect(answer.text).not.toContain(value);
      }
      const { [name]: __, ...rest } = right;
      if (one.optional) continue;
      const left = await ask(one, issuerOf(owner), rest, credentialsOf(one, owner));
      expect([name, left.status]).toEqual([name, one.operationId === 'getUserInfo' ? 401 : 400]);
    }
  });

  it('answers another relying party of the owner’s as of nothing, and does nothing', async () => {
    const askAs = (form: Form) => ask(one, issuerOf(stranger), form, credentialsOf(one, stranger));
    const own = one.form(stranger);
    const [theirs, nobodys] = [one.form(owner), one.form(nobody)];
    for (const [name, outcome] of Object.entries(one.owned)) {
      const answer = await askAs({ ...own, [name]: theirs[name] ?? '' });
      expectAnswer(name, answer, outcome);
      expect([name, answer]).toEqual([name, await askAs({ ...own, [name]: nobodys[name] ?? '' })]);
    }
    expect(await askAs(theirs)).toEqual(await askAs(nobodys));
    await expectAllGood();
  });
});

it.each(living)('%s: refuses what was good for a while', async (_, one) => {
  await openBoth();
  sandbox.clock.advance(1_801_000);
  for (const [name, outcome] of Object.entries(one.owned).filter(([name]) => LIVES.has(name)))
    expectAnswer(name, await ask(one, issuerOf(owner), one.form(owner), credentialsOf(one, owner)), outcome);
});

describe('the way to the check and back', () => {
  beforeAll(openBoth);

  it.each(['/interaction/*', '/interaction/*/return', '/authorize/*'])(
    '%s opens for its own browser alone',
    async (path) => {
      const uidOf = ({ interaction }: BridgeTenant): string => interaction.split('/').at(-1) ?? '';
      const addressAt = (issuer: string, uid: string): string => issuer + path.replace('*', uid);
      for (const issuer of [issuerOf(owner), issuerOf(stranger)]) {
        const never = await new Browser(sandbox).go(addressAt(issuer, uidOf(nobody)));
        const answer = await never.response.text();
        expect(never.response.status).toBe(400);
        for (const browser of [new Browser(sandbox), stranger.browser]) {
          const { url, response } = await browser.go(addressAt(issuer, uidOf(owner)));
          expect([url.origin, response.status, await response.text()]).toEqual(['http://localhost', 400, answer]);
        }
        const named = `_interaction=${uidOf(owner)}; _interaction_resume=${uidOf(owner)}`;
        for (const cookie of [named, `${named}; _interaction.sig=x; _interaction_resume.sig=x`]) {
          const headers = { cookie, accept: 'text/html' };
          const guessed = await readBridge(sandbox, new Request(addressAt(issuer, uidOf(owner)), { headers }));
          expect([guessed.status, guessed.text]).toEqual([400, answer]);
        }
      }
    },
  );
  it('and all is as good as before', expectAllGood);
});

it('writes no secret into the log', () => {
  const logged = JSON.stringify(sandbox.logs);
  expect(logged).toContain('postFaceToken');
  for (const secret of secrets) expect(logged).not.toContain(secret);
});
