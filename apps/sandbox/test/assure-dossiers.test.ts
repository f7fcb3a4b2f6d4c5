import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ASSURE_OPERATIONS } from '../src/gateway/operation.ts';
import {
  type Backend,
  createDossier,
  createProcess,
  dataUrl,
  openBackend,
  setImages,
  startVerification,
  verify,
} from './support/assure.ts';
import { type Answer, call } from './support/journey.ts';
import { openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

let sandbox: TestSandbox;
let backend: Backend;
let other: Backend;

beforeAll(async () => {
  sandbox = await openTestSandbox({ maximumUploadBytes: 4096 });
  backend = await openBackend(sandbox);
  other = await openBackend(sandbox, OTHER);
});
afterAll(() => sandbox.close());

const saidOf = ({ status, body }: Answer) => [status, body.detail, body.code];

it('serves every operation of the specification, and none without a token', async () => {
  const path = fileURLToPath(import.meta.resolve('@bonafide/contracts/specs/assure.yaml'));
  const { paths } = parse(await readFile(path, 'utf8')) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;
  };
  const named: string[] = [];
  for (const [template, item] of Object.entries(paths)) {
    for (const [method, { operationId }] of Object.entries(item)) {
      if (operationId === undefined) continue;
      named.push(operationId);
      const url = `http://localhost${template.replaceAll(/\{\w+\}/g, 'x')}`;
      const response = await sandbox.fetch(new Request(url, { method: method.toUpperCase() }));
      expect([operationId, response.status]).toEqual([operationId, 401]);
    }
  }
  expect([...ASSURE_OPERATIONS].sort()).toEqual(named.sort());
});

describe('user data', () => {
  it('is nothing, then what was said last, in its order', async () => {
    const path = `/assure/dossiers/${await createDossier(backend)}/userdata`;
    expect((await backend.request('GET', path)).body).toEqual({});
    await backend.request('PUT', path, { firstName: 'MARIA PAULA', lastName: 'SANTOS MENDES' });
    const said = '{"zebra":1,"apple":{"nested":[true,null]}}';
    expect((await backend.request('PUT', path, said)).status).toBe(204);
    expect(JSON.stringify((await backend.request('GET', path)).body)).toBe(said);
  });

  it.each(['{', '[]', '"name"', JSON.stringify({ much: 'x'.repeat(70_000) })])('is never %.20s', async (body) => {
    const path = `/assure/dossiers/${await createDossier(backend)}/userdata`;
    expect(saidOf(await backend.request('PUT', path, body))).toEqual([400, 'The request is not valid.', undefined]);
  });
});

describe('files', () => {
  const open = async () => `/assure/dossiers/${await createDossier(backend)}/files`;
  const NONE = [404, 'The dossier has no files.', undefined];

  it('stay until they are replaced or erased', async () => {
    const path = await open();
    expect(saidOf(await backend.request('GET', path))).toEqual(NONE);
    await backend.request('POST', path, { front: dataUrl(), selfie: dataUrl(picture('live')) });
    expect((await backend.request('POST', path, { front: dataUrl(picture('copy')) })).status).toBe(204);
    const kept = { front: dataUrl(picture('copy')), selfie: dataUrl(picture('live')) };
    expect((await backend.request('GET', path)).body).toEqual(kept);
    expect((await backend.request('DELETE', path)).status).toBe(204);
    expect(saidOf(await backend.request('GET', path))).toEqual(NONE);
    expect((await backend.request('DELETE', path)).status).toBe(204);
  });

  it('outlive the processes, whose pictures they are not', async () => {
    const process = await verify(backend);
    const path = `/assure/dossiers/${process.dossierId}/files`;
    await backend.request('POST', path, { front: dataUrl(picture('copy')) });
    expect((await backend.request('GET', `${process.path}/images/FRONT`)).body.image).toBe(dataUrl());
    await backend.request('DELETE', process.path);
    expect((await backend.request('GET', path)).body).toEqual({ front: dataUrl(picture('copy')) });
  });

  it.each([
    ['nothing', {}, 'An image is missing.', 'image-missing'],
    ['a portrait', { portrait: dataUrl() }, 'A portrait can only be copied.', undefined],
    [
      'no picture',
      { front: dataUrl(new TextEncoder().encode('<svg/>')) },
      'The image is not a JPEG or PNG picture.',
      'image-unsupported',
    ],
    ['too many bytes', { front: dataUrl(new Uint8Array(4097)) }, 'The image is too large.', 'image-too-large'],
    ['an address', { front: 'https://elsewhere.example/1.jpg' }, 'The request is not valid at front.', undefined],
  ])('are not taken when one is %s', async (_, files, detail, code) => {
    const path = await open();
    const good = code === 'image-missing' ? {} : { selfie: dataUrl(picture('live')) };
    expect(saidOf(await backend.request('POST', path, { ...good, ...files }))).toEqual([400, detail, code]);
    expect(saidOf(await backend.request('GET', path))).toEqual(NONE);
  });

  it('are erased when their time is over, and by whoever erases the user', async () => {
    const own = await openTestSandbox({ retention: { imagesMinutes: 60 } });
    const mine = await openBackend(own);
    const sweep = async () => (await call(own, '/control/api/retention', { method: 'POST' })).body.imagesErased;
    const path = `/assure/dossiers/${await createDossier(mine, 'user-1')}/files`;
    await mine.request('POST', path, { front: dataUrl() });
    own.clock.advance(59 * 60_000);
    // What is replaced begins anew.
    await mine.request('POST', path, { selfie: dataUrl(picture('live')) });
    expect(await sweep()).toBe(0);
    own.clock.advance(2 * 60_000);
    expect(await sweep()).toBe(1);
    const later = await openBackend(own);
    expect((await later.request('GET', path)).body).toEqual({ selfie: dataUrl(picture('live')) });
    const receipt = await call(own, '/control/api/clients/ACME/users/user-1', { method: 'DELETE' });
    expect(receipt.body).toMatchObject({ dossiers: 1, images: 1 });
    expect(saidOf(await later.request('GET', path))).toEqual([404, 'The dossier does not exist.', undefined]);
    await own.close();
  });
});

describe('a capture configuration', () => {
  const PATH = '/assure/capture/configurations';
  const NONE = [404, 'The configuration does not exist.', undefined];
  const CONFIGURATION = { documentTypes: ['passport'], onfidoConfig: { zebra: 1, apple: 2 }, ours: [1] };

  it('is created once, read as it was given, and updated', async () => {
    const path = `${PATH}/our%2Fprofile`;
    expect(saidOf(await backend.request('GET', path))).toEqual(NONE);
    expect(saidOf(await backend.request('PUT', path, CONFIGURATION))).toEqual(NONE);
    const created = await backend.request('POST', path, CONFIGURATION);
    expect([created.status, created.body]).toEqual([201, CONFIGURATION]);
    const again = await backend.request('POST', path, {});
    expect(saidOf(again)).toEqual([409, 'The configuration exists.', undefined]);
    expect(JSON.stringify((await backend.request('GET', path)).body)).toBe(JSON.stringify(CONFIGURATION));
    expect((await backend.request('PUT', path, { documentTypes: [] })).body).toEqual({ documentTypes: [] });
    expect((await backend.request('GET', path)).body).toEqual({ documentTypes: [] });
  });

  it('is one client’s: another has its own of the same name, or none', async () => {
    await backend.request('POST', `${PATH}/shared`, CONFIGURATION);
    expect(saidOf(await other.request('GET', `${PATH}/shared`))).toEqual(NONE);
    expect(saidOf(await other.request('PUT', `${PATH}/shared`, {}))).toEqual(NONE);
    expect((await other.request('POST', `${PATH}/shared`, { theirs: true })).status).toBe(201);
    expect((await backend.request('GET', `${PATH}/shared`)).body).toEqual(CONFIGURATION);
  });

  it('of another kind is refused', async () => {
    const answer = await backend.request('POST', `${PATH}/wrong`, { documentTypes: 'passport' });
    expect(saidOf(answer)).toEqual([400, 'The request is not valid at documentTypes.', undefined]);
    expect(saidOf(await backend.request('GET', `${PATH}/wrong`))).toEqual(NONE);
  });
});

describe('the full result', () => {
  async function unpack(path: string, by = backend) {
    const response = await sandbox.fetch(
      new Request(`http://localhost${path}/full-result`, { headers: { authorization: `Bearer ${by.token}` } }),
    );
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const json = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
    return { files, json, names: Object.keys(files).sort() };
  }

  it('has the answer, every check with its parts, and the pictures', async () => {
    const process = await verify(backend, { front: picture('copy') });
    const { files, json, names } = await unpack(process.path);
    expect(names).toEqual(['checks.json', 'images/front.jpg', 'images/selfie.jpg', 'process.json']);
    expect(json('process.json')).toEqual(process.answer.body);
    expect(json('checks.json')).toMatchObject({
      scripted: false,
      document: { checks: expect.arrayContaining([expect.objectContaining({ name: 'visualAuthenticity' })]) },
      faces: { checks: expect.any(Array) },
    });
    expect(files['images/front.jpg']).toEqual(picture('copy'));
    expect(files['images/selfie.jpg']).toEqual(picture('live'));
  });

  it('says that a scenario decided', async () => {
    const { path } = await verify(backend, { scenario: 'assure-rejected' });
    expect((await unpack(path)).json('checks.json')).toMatchObject({ scripted: true, scenario: 'assure-rejected' });
  });

  it('of a process that was canceled has no checks', async () => {
    const process = await createProcess(backend);
    await backend.request('POST', `${process.path}/cancellation`, {});
    const { json, names } = await unpack(process.path);
    expect(names).toEqual(['checks.json', 'process.json']);
    expect(json('checks.json')).toBeNull();
  });

  it('comes without pictures once they are erased', async () => {
    const own = await openTestSandbox();
    const { path } = await verify(await openBackend(own));
    own.clock.advance(61 * 60_000);
    await call(own, '/control/api/retention', { method: 'POST' });
    const { token } = await openBackend(own);
    const response = await own.fetch(
      new Request(`http://localhost${path}/full-result`, { headers: { authorization: `Bearer ${token}` } }),
    );
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(Object.keys(files).sort()).toEqual(['checks.json', 'process.json']);
    await own.close();
  });

  it('is not there before the end', async () => {
    const open = await createProcess(backend, { scenario: { processingMs: 600_000 } });
    const NOT_ENDED = [409, 'The process has not ended.', undefined];
    expect(saidOf(await backend.request('GET', `${open.path}/full-result`))).toEqual(NOT_ENDED);
    await setImages(backend, open, { front: dataUrl(), selfie: dataUrl(picture('live')) });
    await startVerification(backend, open);
    expect(saidOf(await backend.request('GET', `${open.path}/full-result`))).toEqual(NOT_ENDED);
  });

  it('fails as often as a scenario says', async () => {
    const scenario = { faults: [{ operation: 'downloadFullResult', times: 1, status: 503, retryAfterSeconds: 2 }] };
    const { path } = await verify(backend, { scenario });
    const failed = await backend.request('GET', `${path}/full-result`);
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, '2']);
    await unpack(path);
  });
});

it('asks who asks too often to wait, by client and dossier', async () => {
  const own = await openTestSandbox({ assureRequestsPerTenSeconds: 5 });
  const [mine, theirs] = [await openBackend(own), await openBackend(own, OTHER)];
  const [one, two] = [await createDossier(mine), await createDossier(mine)];
  const ask = (by: Backend, dossierId: string) => by.request('GET', `/assure/dossiers/${dossierId}/userdata`);
  for (let asked = 0; asked < 5; asked += 1) expect((await ask(mine, one)).status).toBe(200);
  const limited = await ask(mine, one);
  expect([limited.status, limited.body.title, limited.headers.get('retry-after')]).toEqual([
    429,
    'Too Many Requests',
    '2',
  ]);
  expect((await ask(mine, two)).status).toBe(200);
  // Somebody else's requests do not count against it, nor tell that it is there.
  for (let asked = 0; asked < 5; asked += 1) expect((await ask(theirs, one)).status).toBe(404);
  own.clock.advance(2_000);
  expect((await ask(mine, one)).status).toBe(200);
  await own.close();
});
