import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDossier, createProcess, dataUrl, openBackend, setImages } from './support/assure.ts';
import { type DescribedOperation, operationsOf, readSpecification } from './support/described-operations.ts';
import { openIdnow, pass } from './support/idnow.ts';
import { call, partnerToken, start } from './support/journey.ts';
import { openMosaicBackend, verify } from './support/mosaic.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';
import { tampered } from './support/tampered.ts';

// Each operation that a specification opens with an access token, whatever it is: with every wrong token, and as another client. An
// operation that comes into a specification is asked here without anybody thinking of it. OneKYC’s are in access-onekyc.test.ts, the
// bridge's in access-face-oidc.test.ts: who asks there is not said in a header alone. What is opened otherwise is in
// access-secrets.test.ts.

const BASES = { assure: '', mosaic: '/mosaic', idnow: '/idnow' } as const;
type System = keyof typeof BASES;
const SYSTEMS = Object.keys(BASES) as readonly System[];
/** Of what has no id of a resource in its path there is nothing that could be another's. */
const isOfResource = ({ template }: DescribedOperation): boolean => /Id\}/.test(template.replace('{flowId}', ''));

const operations: readonly (readonly [name: string, system: System, operation: DescribedOperation])[] = SYSTEMS.flatMap(
  (system) =>
    operationsOf(readSpecification(system))
      .filter(({ security }) => security.includes('accessToken'))
      .map((operation) => [`${system} ${operation.operationId}`, system, operation] as const),
);

interface Tenant {
  readonly token: Readonly<Record<System, string>>;
}

let sandbox: TestSandbox;
let owner: Tenant;
let stranger: Tenant;
/** What the owner has, by the names of the paths' parameters. */
let owned: Readonly<Record<System, Readonly<Record<string, string>>>>;
/** The same names, and nothing that they name. */
let nothing: typeof owned;

beforeAll(async () => {
  sandbox = await openTestSandbox({ statusRequestsPerTenSeconds: 10_000 });
  owner = await tenantOf(ACME);
  stranger = await tenantOf(OTHER);
  owned = await fill();
  nothing = {
    assure: {
      dossierId: crypto.randomUUID(),
      processId: crypto.randomUUID(),
      configurationId: 'nobodys',
      depiction: 'FRONT',
    },
    mosaic: { sessionId: '0'.repeat(32), imageId: crypto.randomUUID(), deviceSessionId: 'x'.repeat(43) },
    idnow: {
      sessionId: crypto.randomUUID(),
      entryId: crypto.randomUUID(),
      environment: 'staging',
      flowId: 'authentication-v2',
    },
  };
});
afterAll(() => sandbox.close());

async function tenantOf(client: typeof ACME): Promise<Tenant> {
  const idnow = openIdnow(sandbox, { clientId: client.clientId, clientSecret: client.passKey });
  return {
    token: {
      assure: (await openBackend(sandbox, client)).token,
      mosaic: (await openMosaicBackend(sandbox, client)).token,
      idnow: await idnow.accessToken(),
    },
  };
}

/** Something of each kind, with a person in it. */
async function fill(): Promise<typeof owned> {
  const assure = await openBackend(sandbox);
  const dossierId = await createDossier(assure);
  const process = await createProcess(assure, { dossierId });
  await setImages(assure, process, { front: dataUrl() });
  await assure.request('PUT', `/assure/dossiers/${dossierId}/userdata`, { firstName: 'ANNA' });
  await assure.request('POST', `/assure/dossiers/${dossierId}/files`, { front: dataUrl() });
  await assure.request('POST', '/assure/capture/configurations/web', { documentTypes: ['passport'] });

  const mosaic = await openMosaicBackend(sandbox);
  const { sessionId, path } = await verify(sandbox, mosaic);
  const imageId: string = (await mosaic.request('GET', `${path}/images`)).body.session_images[0].id;
  const content = `data:image/jpeg;base64,${Buffer.from(picture('live')).toString('base64')}`;
  const face = { reference: { type: 'raw', content, format: 'string' }, use_case: 'login' };
  const deviceSessionId: string = (await mosaic.request('POST', '/verify/api/v1/face-auth', face)).body
    .device_session_id;

  const idnow = openIdnow(sandbox);
  await pass(sandbox, idnow, 'biometric-enrollment', 'anna', 'live');
  const session = await pass(sandbox, idnow, 'authentication-v2', 'anna', 'live');
  const entryId = session.results?.verification?.methods[0]?.evidence[0]?.ref.$id ?? '';
  return {
    assure: { dossierId, processId: process.processId, configurationId: 'web', depiction: 'FRONT' },
    mosaic: { sessionId, imageId, deviceSessionId },
    idnow: { sessionId: session.sessionId, entryId, environment: 'staging', flowId: 'authentication-v2' },
  };
}

/** Status and body of an operation's answer; ids of what was asked for, and of the request itself, are cut out. */
async function ask(
  system: System,
  { method, template, body }: DescribedOperation,
  names: Readonly<Record<string, string>>,
  token: string | null,
) {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`no value for ${name}`);
    return encodeURIComponent(value);
  });
  const answer = await call(sandbox, `http://localhost${BASES[system]}${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  let text = JSON.stringify(answer.body).replace(/"traceId":"\w+"/, '');
  for (const value of Object.values(names)) text = text.replaceAll(value, 'id');
  return { status: answer.status, text };
}

const reading = operations.filter(([, , { method }]) => method === 'GET');
const readAll = () =>
  Promise.all(
    reading.map(async ([name, system, one]) => [name, await ask(system, one, owned[system], owner.token[system])]),
  );

/** What it says, signed by somebody else, or by nobody. */
async function forgeriesOf(token: string): Promise<readonly string[]> {
  const [, payload = '', signature = ''] = token.split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as JWTPayload;
  const forged = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' });
  return [
    `${none}.${payload}.`,
    `${none}.${payload}.${signature}`,
    await forged.sign(new TextEncoder().encode('x'.repeat(32))),
  ];
}

describe('every operation', () => {
  it('that reads is answered to whom it belongs', async () => {
    const statuses = (await readAll()).map(([name, answer]) => [name, (answer as { readonly status: number }).status]);
    // The check is not made yet, so there is no full result.
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([['assure downloadFullResult', 409]]);
  });

  it.each(operations)('%s: wants a token, this gateway’s, whole', async (_, system, operation) => {
    const token = owner.token[system];
    const others = SYSTEMS.filter((other) => other !== system).map((other) => owner.token[other]);
    const wrong = [
      null,
      '',
      'x.y.z',
      `${token}x`,
      tampered(token),
      ...(await forgeriesOf(token)),
      await partnerToken(sandbox),
      (await start(sandbox)).userToken,
      ...others,
    ];
    for (const one of wrong) {
      const { status, text } = await ask(system, operation, owned[system], one);
      expect([one, status]).toEqual([one, 401]);
      if (one) expect(text).not.toContain(one);
    }
  });

  it.each(operations.filter(([, , operation]) => isOfResource(operation)))(
    '%s: of another client’s is answered as of nothing, and does nothing',
    async (_, system, operation) => {
      const before = await readAll();
      const theirs = await ask(system, operation, owned[system], stranger.token[system]);
      const nobodys = await ask(system, operation, nothing[system], stranger.token[system]);
      expect(theirs).toEqual(nobodys);
      expect(await readAll()).toEqual(before);
    },
  );

  it.each(operations)('%s: refuses a token whose time is over', async (_, system, operation) => {
    sandbox.clock.advance(25 * 60 * 60_000);
    expect((await ask(system, operation, nothing[system], owner.token[system])).status).toBe(401);
  });
});
