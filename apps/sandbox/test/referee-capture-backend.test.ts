import { captureBackendHandler, createAssure } from '@bonafide/partner-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLetThrough } from './support/find-let-through.ts';
import { HostedBrowser } from './support/hosted.ts';
import { until } from './support/journey.ts';
import { createVerification, hostedPage, openMosaicBackend, showPassport } from './support/mosaic.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';
import { type RefereedSystem, refereeOf } from './support/referee-of.ts';

// Both that speak capture-backend, with Prism before them: the hosted pages' side of the sandbox, and a partner's backend of
// partner-server on the sandbox's Assure, which is what the demonstration runs.

/** Prism reads every body as text: pictures come out broken. */
const BYTES = ['putImage'];
/** What a cookie is called is the partner's; the specification's example has this name. */
const SESSION = 'session=anna';

let sandbox: TestSandbox;
let system: RefereedSystem;
/** Who is behind the referee. */
let backend: (request: Request) => Promise<Response>;
beforeAll(async () => {
  sandbox = await openTestSandbox({ publicUrl: 'http://localhost' });
  system = await refereeOf('capture-backend', (request) => backend(request));
}, 120_000);
afterAll(async () => {
  await system.close();
  await sandbox.close();
});

/** By the referee, but for what it would break. */
function through(request: Request, path: string): Promise<Response> {
  const operation = system.find(request.method, path);
  if (operation === undefined || BYTES.includes(operation.operationId)) return backend(request);
  return system.fetch(request, operation, path);
}

describe('judged by Prism', () => {
  it('what a hosted page asks, from its requirements to the outcome', async () => {
    const { startToken } = await createVerification(await openMosaicBackend(sandbox));
    const led = await sandbox.fetch(new Request(hostedPage(startToken)));
    let base: string | undefined;
    const asked: string[] = [];
    const browser = new HostedBrowser({
      ...sandbox,
      fetch: (request) => {
        const { pathname } = new URL(request.url);
        if (base === undefined || !pathname.startsWith(`${base}/`)) return sandbox.fetch(request);
        const path = pathname.slice(base.length);
        const operation = system.find(request.method, path);
        if (operation === undefined) return sandbox.fetch(request);
        asked.push(operation.operationId);
        request.headers.append('cookie', SESSION);
        return through(request, path);
      },
    });
    await browser.claim(led.headers.get('location') ?? '');
    const mounted = `/hosted/api/checks/${browser.checkId}`;
    base = mounted;
    // The referee hands on what lies under its root, and pictures come past it.
    backend = (request) => {
      const { pathname } = new URL(request.url);
      const isPast = pathname.startsWith(`${mounted}/`);
      return sandbox.fetch(isPast ? request : new Request(`http://localhost${mounted}${pathname}`, request));
    };
    expect((await browser.call('GET', `/checks/${browser.checkId}/requirements`)).status).toBe(200);
    expect(await showPassport(browser)).toMatchObject({ status: 'accepted' });
    const ended = await browser.call('DELETE', `/checks/${browser.checkId}/processes/${browser.checkId}`);
    expect(ended.status).toBe(204);
    const checks = ['cancelProcess', 'createProcess', 'getProcess', 'getRequirements', 'putImage', 'startVerification'];
    expect([...new Set(asked)].toSorted()).toEqual(checks);
  });

  it('what a page at a computer and one on a phone ask of a partner, from the link to the decision', async () => {
    backend = captureBackendHandler({
      assure: createAssure({
        clientId: ACME.clientId,
        clientSecret: ACME.passKey,
        urls: { token: 'http://localhost', gateway: 'http://localhost' },
        fetch: (input, init) => sandbox.fetch(new Request(input, init)),
        timeoutMs: 60_000,
        totalTimeoutMs: 120_000,
      }),
      processType: 'documentSelfie',
      authorize: ({ headers }) => (headers.get('cookie') === SESSION ? { id: 'anna' } : undefined),
      consent: { version: '1', documents: [], record: () => {} },
      onProcess: () => {},
      handOverMs: 600_000,
      extensions: true,
    });
    async function send(method: string, path: string, credential: object, body?: Uint8Array<ArrayBuffer> | object) {
      const isPicture = body instanceof Uint8Array;
      const headers = {
        ...credential,
        ...(body === undefined ? {} : { 'content-type': isPicture ? 'image/jpeg' : 'application/json' }),
      };
      const init = {
        method,
        headers,
        ...(body === undefined ? {} : { body: isPicture ? body : JSON.stringify(body) }),
      };
      const response = await through(new Request(`http://localhost${path}`, init), path);
      const text = await response.text();
      return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
    }
    const computer = { cookie: SESSION };
    const created = (await send('POST', '/handovers', computer, { documentType: 'passport' })).body;
    const path = `/handovers/${String(created['handoverId'])}`;
    const claimed = (await send('POST', `${path}/claim`, {}, { secret: created['secret'] })).body;
    const phone = { 'x-capture-token': String(claimed['captureToken']) };
    expect((await send('GET', path, computer)).body).toMatchObject({ status: 'joined', code: claimed['code'] });
    const { code } = claimed;
    expect((await send('POST', `${path}/confirmation`, computer, { code })).status).toBe(204);
    expect((await send('GET', path, phone)).body).toMatchObject({ status: 'connected' });

    expect((await send('GET', '/requirements', phone)).status).toBe(200);
    const wanted = { documentType: 'passport', countryOfResidence: 'NOR' };
    const { processId } = (await send('POST', '/processes', phone, wanted)).body;
    const process = `/processes/${String(processId)}`;
    for (const [depiction, verdict] of Object.entries({ front: 'document', selfie: 'live' } as const))
      expect((await send('PUT', `${process}/images/${depiction}`, phone, picture(verdict))).status).toBe(200);
    expect((await send('POST', `${process}/verification`, phone, {})).status).toBe(202);
    await until(async () => (await send('GET', process, phone)).body['status'] !== 'processing');
    expect((await send('GET', process, computer)).body).toMatchObject({ status: 'accepted' });
    expect((await send('GET', path, computer)).body).toMatchObject({ status: 'done', processId });
    expect((await send('DELETE', path, computer)).status).toBe(204);
    // Refusals are described as well.
    expect((await send('POST', `${path}/claim`, {}, { secret: created['secret'] })).status).toBe(409);
    expect((await send('GET', '/requirements', { cookie: 'session=nobody' })).status).toBe(401);
  });

  it('found nothing that is not as described', () => {
    expect(system.faults).toEqual([]);
  });

  it('leaves out only what it cannot judge', () => {
    const missing = system.operations
      .map(({ operationId }) => operationId)
      .filter((operation) => !system.passed.has(operation));
    expect(missing).toEqual(BYTES);
  });

  it('refuses each answer and each request that is spoiled', async () => {
    expect(await findLetThrough(system)).toEqual({ answers: [], statuses: [], bodies: [], bare: [] });
  });

  it('asks nothing of the system that is not as described', async () => {
    let asked = 0;
    backend = async () => {
      asked += 1;
      return new Response(null, { status: 500 });
    };
    const ask = (body: string, type = 'application/json') =>
      through(
        new Request('http://localhost/processes', {
          method: 'POST',
          headers: { cookie: SESSION, 'content-type': type },
          body,
        }),
        '/processes',
      );
    await expect(ask('{"documentType":17}')).rejects.toThrow(/^createProcess: .*UNPROCESSABLE_ENTITY/);
    await expect(ask('documentType=passport', 'text/plain')).rejects.toThrow(
      /^createProcess: .*Supported content types/,
    );
    expect(asked).toBe(0);
  });

  it.each([
    ['an answer of another shape', 200, '{"processType":17}', /VIOLATIONS/],
    ['a success that is not described', 206, '{}', /VIOLATIONS/],
    ['a refusal that is not described', 418, '{}', /Unable to match the returned status code/],
    ['an answer that is no JSON', 200, 'nothing', /not valid JSON/],
    // Prism answers 200 then, with an example.
    ['what Prism makes up for a 501', 501, '{}', /./],
  ])('takes for a fault %s', async (_, status, body, why) => {
    let asked = 0;
    backend = async () => {
      asked += 1;
      return new Response(body, { status, headers: { 'content-type': 'application/json' } });
    };
    const request = new Request('http://localhost/requirements', { headers: { cookie: SESSION } });
    const answer = through(request, '/requirements');
    await expect(answer).rejects.toThrow(/^getRequirements: /);
    await expect(answer).rejects.toThrow(why);
    expect(asked).toBe(1);
  });
});
