import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as contract from '@bonafide/contracts/assure/validators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  type Backend,
  createDossier,
  createProcess,
  dataUrl,
  ended,
  openBackend,
  requestToken,
  setImages,
  startVerification,
  verify,
} from './support/assure.ts';
import { call, settled, start, submit } from './support/journey.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

let sandbox: TestSandbox;
let backend: Backend;
let examples: Readonly<Record<string, { readonly value: Record<string, unknown> }>>;

beforeAll(async () => {
  // Nobody is called: the address in the vendor's examples is a stranger's.
  sandbox = await openTestSandbox({ lookup: async () => [] });
  backend = await openBackend(sandbox);
  const path = fileURLToPath(import.meta.resolve('@bonafide/contracts/specs/assure.yaml'));
  const specification = parse(await readFile(path, 'utf8'));
  const read = specification.paths['/assure/dossiers/{dossierId}/processes/{processId}'].get;
  examples = read.responses['200'].content['application/json'].examples;
});
afterAll(() => sandbox.close());

const arm = (scenario: string) =>
  call(sandbox, `/control/api/clients/${ACME.clientId}/scenario`, { method: 'PUT', body: scenario });

/** The address in the examples. */
const NOTIFICATION_URL = 'https://webhook.site/#!/705bcdd5-72dc-4018-832f-5b64ba26b5d8';

describe('the vendor’s own examples', () => {
  it.each(['accepted', 'inconclusive', 'rejected', 'canceled', 'failed'])(
    'assure-%s comes out to the byte, but for ids and times',
    async (status) => {
      // The picture says the opposite of most of them.
      const { answer, path, processId } = await verify(backend, {
        scenario: `assure-${status}`,
        front: picture(status === 'accepted' ? 'no-document' : 'document'),
        request: { notificationUrl: NOTIFICATION_URL },
      });
      expect(contract.process.parse(answer.body).status).toBe(status);
      const example = examples[status]?.value ?? {};
      const response = await sandbox.fetch(
        new Request(`http://localhost${path}`, { headers: { authorization: `Bearer ${backend.token}` } }),
      );
      const minted = JSON.stringify({ ...example, processId, ...timesOf(answer.body) });
      expect(await response.text()).toBe(minted);
      // And whoever looks here is told that nobody looked there.
      const { body: shown } = await call(sandbox, `/control/api/processes/${processId}`);
      expect(shown).toMatchObject({
        status,
        scripted: true,
        evidence: { scripted: true, scenario: `assure-${status}`, document: { checks: expect.any(Array) } },
      });
      const logged = sandbox.logs.filter((record) => record['processId'] === processId);
      expect(logged).toContainEqual(expect.objectContaining({ event: 'process-ended', scripted: true }));
      const requests = sandbox.logs.filter((record) => record['submissionId'] === processId);
      expect(requests.every((record) => record['scripted'] === true)).toBe(true);
    },
  );
});

function timesOf({ createdAt, updatedAt }: { readonly createdAt: string; readonly updatedAt: string }) {
  return { createdAt, updatedAt };
}

describe('a scenario', () => {
  it('asks for another picture first, and then really looks', async () => {
    const first = await verify(backend, { scenario: 'recapture' });
    expect(first.answer.body).toMatchObject({
      status: 'rejected',
      providerSpecific: { documentVerification: { result: 'consider', imageIntegrity: 'consider' } },
    });
    const second = await verify(backend, { dossierId: first.dossierId });
    expect(second.answer.body.status).toBe('accepted');
    const { body: shown } = await call(sandbox, `/control/api/processes/${second.processId}`);
    expect(shown.evidence.scripted).toBe(false);
    const third = await createProcess(backend, { dossierId: first.dossierId });
    const { body } = await call(sandbox, `/control/api/processes/${third.processId}`);
    expect(body).toMatchObject({ attempt: 3, scripted: false });
  });

  it('is armed for the next process, and one for the other gateway waits for that', async () => {
    await arm('assure-rejected');
    const started = await start(sandbox);
    expect(await settled(sandbox, started, await submit(sandbox, started))).toMatchObject({ status: 'COMPLETED' });
    expect((await verify(backend)).answer.body.status).toBe('rejected');
    expect((await verify(backend)).answer.body.status).toBe('accepted');
    await arm('not-live');
    expect((await verify(backend)).answer.body.status).toBe('accepted');
    const scripted = await start(sandbox);
    const last = await settled(sandbox, scripted, await submit(sandbox, scripted));
    expect(last.verificationResult.isApproved).toBe(false);
  });

  it('answers with faults so many times, then for real', async () => {
    const dossierId = await createDossier(backend);
    const scenario = {
      faults: [
        { operation: 'createProcess', times: 1, status: 503, retryAfterSeconds: 7 },
        { operation: 'setImages', times: 1, status: 429, retryAfterSeconds: 3 },
        { operation: 'startVerification', times: 1, status: 500 },
        { operation: 'getProcess', times: 2, status: 503 },
      ],
    };
    const refused = await createProcess(backend, { dossierId, scenario });
    expect([refused.created.status, refused.created.headers.get('retry-after')]).toEqual([503, '7']);
    const open = await createProcess(backend, { dossierId, scenario });
    const images = { front: dataUrl(), selfie: dataUrl(picture('live')) };
    const limited = await setImages(backend, open, images);
    expect([limited.status, limited.headers.get('retry-after'), limited.body.title]).toEqual([
      429,
      '3',
      'Too Many Requests',
    ]);
    expect((await setImages(backend, open, images)).status).toBe(204);
    const failed = await startVerification(backend, open);
    expect([failed.status, failed.body.type]).toEqual([500, 'base:server-problem']);
    expect((await startVerification(backend, open)).status).toBe(202);
    expect((await backend.request('GET', open.path)).status).toBe(503);
    expect((await backend.request('GET', open.path)).status).toBe(503);
    expect((await ended(backend, open)).body.status).toBe('accepted');
  });

  it('fails token requests before there is a process', async () => {
    await arm(JSON.stringify({ faults: [{ operation: 'postToken', times: 1, status: 503 }] }));
    const failed = await requestToken(sandbox);
    expect([failed.status, failed.body.error]).toEqual([503, 'server_error']);
    expect((await requestToken(sandbox)).status).toBe(200);
    await call(sandbox, `/control/api/clients/${ACME.clientId}/scenario`, { method: 'DELETE' });
  });

  it('takes as long as it is told', async () => {
    const startedAt = Date.now();
    await verify(backend, { scenario: { processingMs: 1_000 } });
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1_000);
  });
});
