import { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSandbox } from '../src/index.ts';
import { call, confirm, initiate, partnerToken, settled, start, submit, until, uploadUrls } from './support/journey.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';
import { readingProcessor } from './support/reading-processor.ts';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await openTestSandbox();
});
afterAll(() => sandbox.close());

const preflight = (path: string, method: string, origin = 'https://partner.example') =>
  sandbox.fetch(
    new Request(`http://localhost/onekyc${path}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'x-onekyc-token' },
    }),
  );

describe('cross-origin requests', () => {
  it.each([
    ['/coe/v1/submissions/urls', 'PUT'],
    ['/coe/v1/submissions/some-id/status', 'GET'],
    ['/uploads/some-key', 'PUT'],
  ])('are allowed to %s, without credentials', async (path, method) => {
    const answer = await preflight(path, method);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('access-control-allow-headers')).toContain('x-onekyc-token');
  });

  it.each(['/coe/v1/submissions', '/v1/coe/partner/authentication', '/coe-partner/v1/initiate-flow'])(
    'are not allowed to %s',
    async (path) => {
      expect((await preflight(path, 'GET')).headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('are held to the configured origins, and errors can be read too', async () => {
    const own = await openTestSandbox({ allowedOrigins: ['https://partner.example'] });
    const ask = (origin: string) =>
      own.fetch(new Request('http://localhost/onekyc/coe/v1/submissions/urls', { headers: { origin } }));
    const allowed = await ask('https://partner.example');
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([
      401,
      'https://partner.example',
    ]);
    expect(allowed.headers.get('access-control-expose-headers')).toBe('retry-after');
    expect((await ask('https://other.example')).headers.get('access-control-allow-origin')).toBeNull();
    await own.close();
  });
});

describe('every answer', () => {
  it('carries headers that keep it in its place', async () => {
    const { headers } = await call(sandbox, '/v1/coe/partner/authentication');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'SAMEORIGIN',
    });
  });
});

it('puts the configured origin in presigned URLs', async () => {
  const own = await openTestSandbox({ publicUrl: 'https://gateway.example/' });
  const { body } = await uploadUrls(own, await start(own));
  expect(body.data.documents.SELFIE.documentUrl).toMatch(/^https:\/\/gateway\.example\/onekyc\/uploads\//);
  await own.close();
});

it('logs nothing that names or shows anybody', async () => {
  const started = await start(sandbox, { userId: 'name-canary' });
  await settled(sandbox, started, await submit(sandbox, started));
  const text = JSON.stringify(sandbox.logs);
  for (const canary of [
    'name-canary',
    started.userToken,
    started.partnerToken,
    ACME.passKey,
    'verdict=',
    'signature',
  ]) {
    expect(text).not.toContain(canary);
  }
  expect(text).toContain(started.correlationId);
});

it('completes with an error when the processor keeps failing', async () => {
  const own = await openTestSandbox({
    attempts: 1,
    processor: { ...readingProcessor, inspect: () => Promise.reject(new Error('canary in a foreign message')) },
  });
  const started = await start(own);
  const submissionId = await submit(own, started);
  expect(await settled(own, started, submissionId)).toMatchObject({ status: 'ERROR', nextAction: 'EXIT' });
  expect(JSON.stringify(own.logs)).not.toContain('canary');
  await own.close();
});

it('answers 500 rather than break the contract', async () => {
  const own = await openTestSandbox({
    processor: {
      ...readingProcessor,
      inspect: async () => ({
        width: 1,
        height: 1,
        faceBox: null,
        faceCount: 1,
        quality: null,
        sequence: null,
        // Out of the range that the contract allows.
        liveness: { score: 7, decision: 'live', reasons: [], injectionSuspicion: 0, version: 'x' },
      }),
    },
  });
  const started = await start(own);
  const submissionId = await submit(own, started);
  await settled(own, started, submissionId);
  const answer = await call(own, '/coe/v1/submissions', {
    headers: { 'x-onekyc-token': started.partnerToken, 'x-submission-id': submissionId },
  });
  expect(answer.body.errors).toEqual([{ code: 900, cause: 'GENERIC_SERVICE_ERROR' }]);
  expect(own.logs.some((record) => record.event === 'operation-failed')).toBe(true);
  await own.close();
});

it('says to whoever sent a character that no text may have that this is wrong, and fails at nothing', async () => {
  const own = await openTestSandbox();
  const started = await start(own);
  const answers = [
    await confirm(own, started, '\u0000'),
    await initiate(own, started.partnerToken, { scenario: { name: '\u0000' } }),
    await call(own, '/control/api/submissions/%00'),
    await call(own, '/control/api/submissions?correlationId=%00'),
    await call(own, `/control/api/clients/${ACME.clientId}/users/%00`, { method: 'DELETE' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
  expect(answers[0]?.body.errors).toMatchObject([{ code: '1539', cause: 'INVALID_CHARACTER' }]);
  expect(own.logs.filter((record) => record.level === 'error')).toEqual([]);
  await own.close();
});

it('reports its health', async () => {
  const response = await sandbox.fetch(new Request('http://localhost/health'));
  expect(await response.json()).toEqual({ status: 'ok', database: 'embedded' });
});

it('names itself by an address that works, under IPv6 too', async () => {
  const own = await openTestSandbox();
  const url = await own.listen({ port: 0, host: '::1' }).catch((error: unknown) => {
    // A machine without IPv6 has nothing to name.
    if ((error as { code?: unknown }).code !== 'EADDRNOTAVAIL') throw error;
    return 'http://[::1]:1';
  });
  expect(new URL(url).hostname).toBe('[::1]');
  await own.close();
});

describe('closing', () => {
  it('does not wait for connections whose stream has ended', async () => {
    const own = await openTestSandbox();
    const url = await own.listen({ port: 0 });
    const stream = await fetch(`${url}/control/api/events`);
    const closed = vi.spyOn(Server.prototype, 'closeAllConnections');
    await own.close();
    // Force is for what does not end by itself, seconds later.
    expect(closed).not.toHaveBeenCalled();
    closed.mockRestore();
    expect(await stream.text()).toContain('open');
  });

  it('ends open streams, waits for the running job, and may be asked twice', async () => {
    let release: () => void = () => {};
    let inspecting = false;
    const own = await openTestSandbox({
      processor: {
        ...readingProcessor,
        async inspect(selfie, signal) {
          inspecting = true;
          await new Promise<void>((resolve) => {
            release = resolve;
          });
          return readingProcessor.inspect(selfie, signal);
        },
      },
    });
    const url = await own.listen({ port: 0 });
    expect(own.url).toBe(url);
    const stream = await fetch(`${url}/control/api/events`);
    const started = await start(own);
    await submit(own, started, picture('live'));
    await until(() => inspecting);
    const closing = own.close();
    release();
    await Promise.all([closing, own.close()]);
    expect(own.logs.some((record) => record.event === 'submission-completed')).toBe(true);
    expect(await stream.text()).toContain('open');
    await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
  });
});

describe('options', () => {
  it.each([
    [{ clients: [ACME, ACME] }, 'clients: clientId must be unique'],
    [{ clients: [{ ...ACME, passKey: '' }] }, 'clients: clientId and passKey are required'],
    [{ clients: [{ ...ACME, callbackSecret: 'whsec_c2hvcnQ=' }] }, 'callbackSecret must be whsec_'],
    [{ attempts: 0 }, 'attempts: must be positive'],
    [{ publicUrl: 'not a url' }, 'Invalid URL'],
  ])('%j are refused', async (options, message) => {
    await expect(createSandbox({ ...options, log: null, processor: readingProcessor })).rejects.toThrow(message);
  });

  it('come with a client to try', async () => {
    const plain = await createSandbox({ log: null, processor: readingProcessor });
    expect(await partnerToken(plain, { clientId: 'DEMO-CLIENT', passKey: 'demo-pass-key' })).toEqual(
      expect.any(String),
    );
    await plain.close();
  });
});
