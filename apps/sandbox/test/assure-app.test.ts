import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Backend,
  backendOf,
  createDossier,
  createProcess,
  dataUrl,
  ended,
  openBackend,
  type OpenProcess,
  setImages,
  startVerification,
} from './support/assure.ts';
import { operationsOf, readSpecification } from './support/described-operations.ts';
import { until } from './support/journey.ts';
import { openPartner, type Partner } from './support/open-partner.ts';
import { ACME, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

// The vendor's "use case 2": the provider's SDK in the person's app hands the pictures in, by the `authorization` of the process.

let partner: Partner;
let sandbox: TestSandbox;
let backend: Backend;

beforeAll(async () => {
  partner = await openPartner(() => ({ status: 200 }));
  sandbox = await openTestSandbox({ allowLoopback: true });
  backend = await openBackend(sandbox);
});
afterAll(async () => {
  await sandbox.close();
  await partner.close();
});

const PICTURES = { front: dataUrl(), selfie: dataUrl(picture('live')) };
const LOCATION = { countryOfResidence: 'PRT' };

async function openForApp(
  request: object = {},
): Promise<OpenProcess & { readonly app: Backend; readonly token: string }> {
  const processParameters = { mobileAppId: 'com.example.mymobileapp', location: LOCATION };
  const open = await createProcess(backend, { request: { processParameters, ...request } });
  const token: string = open.created.body.authorization;
  return { ...open, token, app: backendOf(sandbox, token) };
}

it('goes through the five steps of the page', async () => {
  const dossierId = await createDossier(backend);
  const open = await createProcess(backend, {
    dossierId,
    request: {
      notificationUrl: `${partner.url}/app`,
      processParameters: { mobileAppId: 'com.example.mymobileapp', location: LOCATION },
    },
  });
  expect(Object.keys(open.created.body)).toEqual([
    'processId',
    'status',
    'createdAt',
    'updatedAt',
    'authorization',
    'provider',
    'processType',
  ]);
  const app = backendOf(sandbox, open.created.body.authorization);
  expect((await setImages(app, open, PICTURES)).status).toBe(204);
  expect((await startVerification(backend, open)).status).toBe(202);
  expect((await ended(backend, open)).body).toMatchObject({ status: 'accepted', finalResult: { firstName: 'ANNA' } });
  await until(() => partner.requests.some(({ body }) => body.includes(open.processId)));
});

it('takes the printed request, whose missing location is asked for at the start only', async () => {
  const open = await createProcess(backend, {
    request: {
      processType: 'document',
      documentType: undefined,
      notificationUrl: `${partner.url}/app`,
      processParameters: { mobileAppId: 'com.example.mymobileapp' },
    },
  });
  expect(open.created.body).toMatchObject({
    status: 'pending',
    processType: 'document',
    authorization: expect.any(String),
  });
  await setImages(backendOf(sandbox, open.created.body.authorization), open, { front: dataUrl() });
  const refused = await startVerification(backend, open);
  expect([refused.status, refused.body.code]).toEqual([400, 'location-missing']);
});

describe('the authorization', () => {
  it('is told once, and only where there is an app', async () => {
    const open = await openForApp();
    expect((await backend.request('GET', open.path)).body).not.toHaveProperty('authorization');
    expect((await createProcess(backend)).created.body).not.toHaveProperty('authorization');
    const events = await sandbox.fetch(new Request('http://localhost/control/api/events'));
    await setImages(open.app, open, PICTURES);
    const reader = events.body?.getReader();
    let shown = '';
    while (!/setImages[\s\S]*?\n\n/.test(shown)) {
      const { value } = (await reader?.read()) ?? {};
      shown += new TextDecoder().decode(value);
    }
    await reader?.cancel();
    expect(open.token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(JSON.stringify(sandbox.logs) + shown).not.toContain(open.token);
  });

  const others = operationsOf(readSpecification('assure')).filter(
    ({ operationId, security }) => security.includes('accessToken') && operationId !== 'setImages',
  );
  it.each(others.map((operation) => [operation.operationId, operation] as const))(
    'does not open %s',
    async (_, { method, template, body }) => {
      const { app, dossierId, processId } = await openForApp();
      const names: Readonly<Record<string, string>> = {
        dossierId,
        processId,
        depiction: 'FRONT',
        configurationId: 'x',
      };
      const path = template.replaceAll(/\{(\w+)\}/g, (__, name: string) => names[name] ?? name);
      expect((await app.request(method, path, body)).status).toBe(401);
    },
  );

  it('opens no other process, of this client or another', async () => {
    const { app } = await openForApp();
    const sibling = await createProcess(backend);
    const foreign = await createProcess(await openBackend(sandbox, OTHER));
    for (const other of [sibling, foreign]) expect((await setImages(app, other, PICTURES)).status).toBe(401);
    expect((await backend.request('GET', `${sibling.path}/images/FRONT`)).status).toBe(404);
  });

  it.each(['altered', 'cut'] as const)('that is %s opens nothing', async (how) => {
    const open = await openForApp();
    const { token } = open;
    const wrong = how === 'cut' ? token.slice(0, -9) : token.replace(/^./, (first) => (first === 'e' ? 'f' : 'e'));
    expect((await setImages(backendOf(sandbox, wrong), open, PICTURES)).status).toBe(401);
  });

  it('adds no picture once the verification has begun', async () => {
    const open = await openForApp();
    await setImages(open.app, open, PICTURES);
    await startVerification(backend, open);
    const late = await setImages(open.app, open, PICTURES);
    expect([late.status, late.body.code]).toEqual([409, 'process-not-pending']);
  });

  it('is gone with the process', async () => {
    const open = await openForApp();
    await backend.request('DELETE', open.path);
    expect((await setImages(open.app, open, PICTURES)).status).toBe(404);
  });

  it('ends after 90 minutes, to the second', async () => {
    const own = await openTestSandbox({ clients: [ACME] });
    const mine = await openBackend(own);
    const processParameters = { mobileAppId: 'com.example.mymobileapp', location: LOCATION };
    const open = await createProcess(mine, { request: { processParameters } });
    const app = backendOf(own, open.created.body.authorization);
    own.clock.advance(90 * 60_000 - 1_000);
    expect((await setImages(app, open, PICTURES)).status).toBe(204);
    own.clock.advance(1_000);
    expect((await setImages(app, open, PICTURES)).status).toBe(401);
    await own.close();
  });
});
