import { PGlite } from '@electric-sql/pglite';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { call, details, settled, start, submit, uploadUrls } from './support/journey.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

// The tables themselves are read afterwards, by another connection to the same files.

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function openOnDisk(): Promise<{ sandbox: TestSandbox; dump: () => Promise<string> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bonafide-sandbox-'));
  cleanups.push(() => rm(dataDir, { recursive: true, force: true }));
  const sandbox = await openTestSandbox({ dataDir, retention: { imagesMinutes: 60, resultsDays: 30 } });
  cleanups.push(() => sandbox.close());
  return {
    sandbox,
    async dump() {
      await sandbox.close();
      expect(await readdir(dataDir)).toContain('PG_VERSION');
      const database = await PGlite.create({ dataDir });
      const tables = await database.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
         where schemaname not in ('pg_catalog', 'information_schema')`,
      );
      const rows: unknown[] = [];
      for (const { name } of tables.rows) {
        // As text, so that bytes show as hex.
        rows.push((await database.query(`select t::text as row from ${name} t`)).rows);
      }
      await database.close();
      return JSON.stringify(rows);
    },
  };
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const USER = 'erase-me-canary';

it('keeps the bytes while they are needed, in one place', async () => {
  const { sandbox, dump } = await openOnDisk();
  const started = await start(sandbox, { userId: USER });
  await settled(sandbox, started, await submit(sandbox, started));
  const everything = await dump();
  expect(everything.split(hexOf(picture('live'))).length - 1).toBe(1);
  expect(everything).toContain(USER);
});

it('erases pictures when their time is over, and keeps the result', async () => {
  const { sandbox, dump } = await openOnDisk();
  const started = await start(sandbox, { userId: USER });
  const submissionId = await submit(sandbox, started);
  await settled(sandbox, started, submissionId);
  sandbox.clock.advance(59 * 60_000);
  expect((await call(sandbox, '/control/api/retention', { method: 'POST' })).body.imagesErased).toBe(0);
  sandbox.clock.advance(2 * 60_000);
  expect((await call(sandbox, '/control/api/retention', { method: 'POST' })).body).toEqual({
    imagesErased: 1,
    flowsErased: 0,
  });
  const again = await start(sandbox);
  const { body } = await details(sandbox, again.partnerToken, { submissionId });
  expect(body.data.result).toBe('VALID');
  expect(body.data.submissionDetails).not.toHaveProperty('imageUrls');
  const { body: shown } = await call(sandbox, `/control/api/submissions/${submissionId}`);
  expect(shown.documents[0]).toMatchObject({ url: null, erasedAt: expect.any(String) });
  expect(await dump()).not.toContain(hexOf(picture('live')));
});

it('erases results when their time is over', async () => {
  const { sandbox, dump } = await openOnDisk();
  const started = await start(sandbox, { userId: USER });
  const submissionId = await submit(sandbox, started);
  await settled(sandbox, started, submissionId);
  sandbox.clock.advance(31 * 86_400_000);
  expect((await call(sandbox, '/control/api/retention', { method: 'POST' })).body.flowsErased).toBe(1);
  const everything = await dump();
  for (const trace of [hexOf(picture('live')), USER, started.correlationId]) expect(everything).not.toContain(trace);
  // The queue remembers that there was a job, by an id that leads nowhere any more.
});

it('erases one user on demand, everywhere, and ends their tokens', async () => {
  const { sandbox, dump } = await openOnDisk();
  const started = await start(sandbox, {
    userId: USER,
    scenario: { faults: [{ operation: 'getUploadUrls', times: 1, status: 500 }] },
  });
  await uploadUrls(sandbox, started);
  await settled(sandbox, started, await submit(sandbox, started, picture('not-live')));
  await submit(sandbox, started, picture('live'));
  const neighbour = await start(sandbox, { userId: 'neighbour' });
  const kept = await submit(sandbox, neighbour, picture('blurred'));
  await settled(sandbox, neighbour, kept);
  const { body } = await call(sandbox, `/control/api/clients/${ACME.clientId}/users/${USER}`, { method: 'DELETE' });
  expect(body).toEqual({
    receiptId: expect.any(String),
    erasedAt: expect.any(String),
    flows: 1,
    submissions: 2,
    images: 2,
  });
  expect((await uploadUrls(sandbox, started)).status).toBe(401);
  const events = (await sandbox.fetch(new Request('http://localhost/control/api/submissions'))).text();
  expect(await events).not.toContain(started.correlationId);
  expect((await details(sandbox, neighbour.partnerToken, { submissionId: kept })).body.success).toBe(true);
  const everything = await dump();
  const traces = [hexOf(picture('live')), hexOf(picture('not-live')), USER, started.correlationId];
  for (const trace of traces) expect(everything).not.toContain(trace);
  expect(everything).toContain(hexOf(picture('blurred')));
});
