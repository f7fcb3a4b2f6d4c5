import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createDossier,
  createProcess,
  dataUrl,
  openBackend,
  type OpenProcess,
  setImages,
  verify,
} from './support/assure.ts';
import { call, details, settled, start, type Started, submit, uploadUrls } from './support/journey.ts';
import { openMosaicBackend, verify as verifyWithMosaic } from './support/mosaic.ts';
import { openIdnow, pass } from './support/idnow.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

// One story in order; at its end the tables themselves are read, by another connection to the same files. The neighbour,
// who is never erased, proves that reading them finds what is there.

let dataDir: string;
let sandbox: TestSandbox;
let timedOut: Started;
let onDemand: Started;
let neighbour: Started;
let onDemandProcess: OpenProcess;
let deletedSession: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bonafide-sandbox-'));
  sandbox = await openTestSandbox({ dataDir, retention: { imagesMinutes: 60, resultsDays: 30 } });
});
afterAll(async () => {
  await sandbox.close();
  await rm(dataDir, { recursive: true, force: true });
});

const sweep = async () => (await call(sandbox, '/control/api/retention', { method: 'POST' })).body;

describe('erasure', () => {
  it('of results, when their time is over', async () => {
    const old = await start(sandbox, { userId: 'old-user' });
    const submissionId = await submit(sandbox, old, picture('two-faces'));
    await settled(sandbox, old, submissionId);
    const oldProcess = await verify(await openBackend(sandbox), { externalReference: 'old-user' });
    sandbox.clock.advance(31 * 86_400_000);
    expect(await sweep()).toEqual({
      imagesErased: 3,
      flowsErased: 1,
      processesErased: 1,
      hostedChecksErased: 0,
      verificationsErased: 0,
      faceLoginsErased: 0,
      sessionsErased: 0,
      templatesErased: 0,
    });
    const { partnerToken } = await start(sandbox, { userId: 'another' });
    expect((await details(sandbox, partnerToken, { submissionId })).body.errors[0].code).toBe(1552);
    // The dossier went with the last of its processes.
    const backend = await openBackend(sandbox);
    expect((await backend.request('GET', `/assure/dossiers/${oldProcess.dossierId}`)).status).toBe(404);
  });

  it('of pictures, when their time is over; the result stays', async () => {
    timedOut = await start(sandbox, { userId: 'timed-out-user' });
    const submissionId = await submit(sandbox, timedOut, picture('live'));
    await settled(sandbox, timedOut, submissionId);
    const timedOutProcess = await verify(await openBackend(sandbox), { externalReference: 'timed-out-user' });
    sandbox.clock.advance(59 * 60_000);
    expect(await sweep()).toEqual({
      imagesErased: 0,
      flowsErased: 0,
      processesErased: 0,
      hostedChecksErased: 0,
      verificationsErased: 0,
      faceLoginsErased: 0,
      sessionsErased: 0,
      templatesErased: 0,
    });
    sandbox.clock.advance(2 * 60_000);
    expect(await sweep()).toEqual({
      imagesErased: 3,
      flowsErased: 0,
      processesErased: 0,
      hostedChecksErased: 0,
      verificationsErased: 0,
      faceLoginsErased: 0,
      sessionsErased: 0,
      templatesErased: 0,
    });
    const { partnerToken } = await start(sandbox, { userId: 'another' });
    const { body } = await details(sandbox, partnerToken, { submissionId });
    expect(body.data.result).toBe('VALID');
    expect(body.data.submissionDetails).not.toHaveProperty('imageUrls');
    const backend = await openBackend(sandbox);
    expect((await backend.request('GET', timedOutProcess.path)).body.status).toBe('accepted');
    expect((await backend.request('GET', `${timedOutProcess.path}/images/FRONT`)).status).toBe(404);
    const { body: shown } = await call(sandbox, `/control/api/submissions/${submissionId}`);
    expect(shown.documents[0]).toMatchObject({ url: null, erasedAt: expect.any(String) });
    expect(shown.timeline.at(-1)).toMatchObject({ kind: 'image-erased' });
  });

  it('of one user on demand, with a receipt; their tokens end', async () => {
    const scenario = { faults: [{ operation: 'getUploadUrls', times: 1, status: 500 }] };
    onDemand = await start(sandbox, { userId: 'on-demand-user', scenario });
    await uploadUrls(sandbox, onDemand);
    await settled(sandbox, onDemand, await submit(sandbox, onDemand, picture('not-live')));
    await submit(sandbox, onDemand, picture('other-person'));
    const backend = await openBackend(sandbox);
    const dossierId = await createDossier(backend, 'on-demand-user');
    await verify(backend, { dossierId, front: picture('expired') });
    onDemandProcess = await createProcess(backend, { dossierId, scenario });
    await setImages(backend, onDemandProcess, { front: dataUrl(picture('copy')) });
    await verify(backend, {
      externalReference: 'neighbour-user',
      front: picture('unclear-document'),
      selfie: picture('no-face'),
    });
    neighbour = await start(sandbox, { userId: 'neighbour-user' });
    await settled(sandbox, neighbour, await submit(sandbox, neighbour, picture('blurred')));
    const enrolled = await pass(sandbox, openIdnow(sandbox), 'biometric-enrollment', 'on-demand-user', 'live');
    expect(enrolled.outcome).toBe('accepted');
    const path = `/control/api/clients/${ACME.clientId}/users/on-demand-user`;
    expect((await call(sandbox, path, { method: 'DELETE' })).body).toEqual({
      receiptId: expect.any(String),
      erasedAt: expect.any(String),
      flows: 1,
      submissions: 2,
      dossiers: 1,
      faceProfiles: 0,
      processes: 2,
      images: 5,
      sessions: 1,
      templates: 1,
    });
    expect((await uploadUrls(sandbox, onDemand)).status).toBe(401);
    expect((await backend.request('GET', onDemandProcess.path)).status).toBe(404);
    const { correlationId } = neighbour;
    expect((await details(sandbox, neighbour.partnerToken, { correlationId })).body.success).toBe(true);
  });

  it('of a session of Mosaic, where the partner deletes it', async () => {
    const backend = await openMosaicBackend(sandbox);
    const scenario = { faults: [{ operation: 'getVerificationImages', times: 1, status: 500 }] };
    const request = { state: 'deleted-state', customer_information: { reference: 'deleted-reference' } };
    const { path, sessionId } = await verifyWithMosaic(sandbox, backend, { front: 'minor', request, scenario });
    expect((await backend.request('DELETE', path)).status).toBe(204);
    deletedSession = sessionId;
  });

  it('leaves nothing in any table', async () => {
    await sandbox.close();
    const everything = await dump();
    for (const verdict of [
      'two-faces',
      'live',
      'not-live',
      'other-person',
      'document',
      'expired',
      'copy',
      'minor',
    ] as const) {
      expect(everything).not.toContain(hexOf(picture(verdict)));
    }
    // The template of the enrolled face: 1.5 and 3.
    expect(everything).not.toContain('0000c03f00004040');
    for (const trace of [
      'old-user',
      'on-demand-user',
      onDemand.correlationId,
      onDemandProcess.processId,
      deletedSession,
      'deleted-',
    ])
      expect(everything).not.toContain(trace);
    // What may stay is there: each picture in one place, and the results whose pictures are gone.
    for (const verdict of ['blurred', 'unclear-document', 'no-face'] as const) {
      expect(everything.split(hexOf(picture(verdict)))).toHaveLength(2);
    }
    expect(everything).toContain('timed-out-user');
    expect(everything).toContain(timedOut.correlationId);
    expect(everything).toContain('neighbour-user');
  });
});

/** Every row of every table of ours and of the queue, as text, so that bytes show as hex. */
async function dump(): Promise<string> {
  const database = await PGlite.create({ dataDir });
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const rows: unknown[] = [];
  for (const { name } of tables.rows) rows.push((await database.query(`select t::text as row from ${name} t`)).rows);
  await database.close();
  return JSON.stringify(rows);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
