import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  arrive,
  createVerification,
  hostedPage,
  type MosaicBackend,
  openMosaicBackend,
  verify,
} from './support/mosaic.ts';
import { call } from './support/journey.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';

let sandbox: TestSandbox;
let backend: MosaicBackend;

beforeAll(async () => {
  sandbox = await openTestSandbox({ maximumUploadBytes: 4096, statusRequestsPerTenSeconds: 1_000 });
  backend = await openMosaicBackend(sandbox);
});
afterAll(() => sandbox.close());

const query = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('what is kept', () => {
  it('is deleted at once where the partner says so, and the link with it', async () => {
    const { path, startToken } = await verify(sandbox, backend);
    expect((await backend.request('DELETE', path)).status).toBe(204);
    for (const rest of ['/result', '/status', '/images'])
      expect((await backend.request('GET', path + rest)).status).toBe(404);
    expect((await backend.request('DELETE', path)).status).toBe(404);
    expect((await arrive(sandbox, hostedPage(startToken))).status).toBe(404);
  });

  it('goes with its time to live, to the second, whether the sweep has come by or not', async () => {
    const brief = await openTestSandbox();
    const mine = await openMosaicBackend(brief);
    const { path, startToken } = await verify(brief, mine, { request: { time_to_live: '1h' } });
    brief.clock.advance(3_590_000);
    expect((await mine.request('GET', `${path}/result`)).status).toBe(200);
    brief.clock.advance(11_000);
    const later = await openMosaicBackend(brief);
    expect((await later.request('GET', `${path}/result`)).status).toBe(404);
    expect((await arrive(brief, hostedPage(startToken))).status).toBe(404);
    const { body } = await call(brief, '/control/api/retention', { method: 'POST' });
    expect(body).toMatchObject({ verificationsErased: 1 });
    await brief.close();
  });

  it('is kept no longer than all results are, whatever was asked for', async () => {
    const brief = await openTestSandbox({ retention: { resultsDays: 2 } });
    const mine = await openMosaicBackend(brief);
    const { path } = await verify(brief, mine, { request: { time_to_live: '90d' } });
    brief.clock.advance(2 * 86_400_000 + 1_000);
    await call(brief, '/control/api/retention', { method: 'POST' });
    expect((await (await openMosaicBackend(brief)).request('GET', `${path}/result`)).status).toBe(404);
    await brief.close();
  });

  it('is not the time to hand pictures in: that runs out, and says so', async () => {
    const brief = await openTestSandbox();
    const mine = await openMosaicBackend(brief);
    const open = await createVerification(mine);
    brief.clock.advance(31 * 60_000);
    await call(brief, '/control/api/retention', { method: 'POST' });
    expect((await mine.request('GET', `${open.path}/result`)).body).toMatchObject({ status: 'expired' });
    const { location } = await arrive(brief, hostedPage(open.startToken));
    expect(query(location)).toMatchObject({ sessionId: open.sessionId, state: 'af0ifjsldkj' });
    await brief.close();
  });
});

describe('the control interface', () => {
  it('shows sessions with their evidence, and nothing that stands on a document', async () => {
    const { sessionId } = await verify(sandbox, backend, { selfie: 'not-live' });
    const { body: list } = await call(sandbox, `/control/api/verifications?clientId=${ACME.clientId}`);
    expect(list.verifications[0]).toMatchObject({ sessionId, status: 'complete', recommendation: 'DENY', attempts: 3 });
    const { body } = await call(sandbox, `/control/api/verifications/${sessionId}`);
    expect(body).toMatchObject({
      recommendation: 'DENY',
      checks: { biometric_liveness: { recommendation: 'DENY' } },
      evidence: { scripted: false },
      callbacks: [],
    });
    expect(body.attempts.map(({ cause }: { cause: string }) => cause)).toEqual(['not-live', 'not-live', 'not-live']);
    expect(body.documents).toHaveLength(2);
    expect(body.timeline.length).toBeGreaterThan(3);
    expect(JSON.stringify({ list, body })).not.toMatch(/ANNA|SPECIMEN|X0000000|partner\.example\.com|af0ifjsldkj/);
    expect((await call(sandbox, '/control/api/verifications/none')).status).toBe(404);
    expect((await call(sandbox, '/control/api/verifications?clientId=OTHER')).body.verifications).toEqual([]);
  });

  it('forgets the requests of a session that was deleted', async () => {
    const feed = await openTestSandbox();
    const mine = await openMosaicBackend(feed);
    const { path, sessionId } = await createVerification(mine);
    await mine.request('GET', `${path}/result`);
    /** What the stream says up to this word. */
    const eventsUntil = async (word: string): Promise<string> => {
      const stream = await feed.fetch(new Request(`http://localhost/control/api/events?correlationId=${sessionId}`));
      const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
      for (let text = ''; ;) {
        text += new TextDecoder().decode((await reader.read()).value);
        if (!text.includes(word)) continue;
        await reader.cancel();
        return text;
      }
    };
    expect(await eventsUntil('getVerificationResult')).toContain('createVerification');
    await mine.request('DELETE', path);
    expect(await eventsUntil('deleteVerification')).not.toMatch(/getVerificationResult|createVerification/);
    await feed.close();
  });
});
