import * as validators from '@bonafide/contracts/capture-backend/validators';
import { describe, expect, it } from 'vitest';
import { AMERICAN, BASE, CONSENT, NORWEGIAN, setUpBackend } from '../../test/capture-backend.ts';
import { jpegHead, pngHead } from '../../test/pictures.ts';
import { createMemoryStore } from '../stores/memory.ts';
import { captureBackendHandler } from './capture-backend-handler.ts';
import type { CaptureBackendOptions } from './capture-backend-options.ts';
import { toDigest } from './digest.ts';

describe('captureBackendHandler', () => {
  it.each<[string, Partial<Record<keyof CaptureBackendOptions, unknown>>]>([
    ['nobody to say who asks', { authorize: undefined }],
    ['nobody to keep the process', { onProcess: undefined }],
    ['no consent although a face is compared', { consent: undefined }],
    ['a consent that nobody records', { consent: { version: '1', documents: [] } }],
    ['a consent without a version', { consent: { version: '', documents: [], record: () => {} } }],
    ['another process type', { processType: 'documentVideo' }],
    ['no documents', { documents: [] }],
    ['no attempts', { maxAttempts: 0 }],
    ['a link that is over at once', { handOverMs: 60_000, handOverLinkMs: 0 }],
    ['an origin with a path', { allowedOrigins: ['https://app.partner.test/'] }],
  ])('has no way to go on with %s', (_, over) => {
    const { options } = setUpBackend();
    expect(() => captureBackendHandler({ ...options, ...over } as CaptureBackendOptions)).toThrow(TypeError);
  });

  it('takes a document alone without a consent', () => {
    const { options } = setUpBackend();
    const { consent: _, ...rest } = options;
    expect(() => captureBackendHandler({ ...rest, processType: 'document' })).not.toThrow();
  });

  it('leads from the requirements to the decision', async () => {
    const { send, gateway, processes, errors } = setUpBackend({}, { looksUntilFinal: 1 });
    const requirements = await send('GET', '/requirements');
    expect(validators.requirements.parse(requirements.body)).toMatchObject({
      selfie: true,
      consent: { version: '2026-01', requiredIn: ['USA'] },
    });
    const created = await send('POST', '/processes', { ...NORWEGIAN, documentType: 'identityCard' });
    const { processId, ...rest } = validators.createdProcess.parse(created.body);
    expect([created.status, rest]).toEqual([201, { requirements: { sides: ['front', 'back'], selfie: true } }]);
    const path = `/processes/${processId}`;

    const front = await send('PUT', `${path}/images/front`, jpegHead());
    expect([front.status, front.body]).toEqual([200, { depiction: 'front', digest: await toDigest(jpegHead()) }]);
    expect((await send('GET', path)).body).toMatchObject({ status: 'pending', received: ['front'] });
    await send('PUT', `${path}/images/back`, pngHead());
    expect(await send('POST', `${path}/verification`, {})).toMatchObject({
      status: 409,
      body: { code: 'images-missing' },
    });
    await send('PUT', `${path}/images/selfie`, jpegHead(720, 1280));

    const started = await send('POST', `${path}/verification`, {});
    expect([started.status, started.headers.get('retry-after')]).toEqual([202, '2']);
    const processing = await send('GET', path);
    expect(processing.body).toMatchObject({ status: 'processing', received: ['front', 'back', 'selfie'] });
    expect(processing.headers.get('cache-control')).toBe('no-store');
    const accepted = await send('GET', path);
    expect(validators.processState.parse(accepted.body)).toEqual({
      processId,
      status: 'accepted',
      requirements: { sides: ['front', 'back'], selfie: true },
      received: ['front', 'back', 'selfie'],
      attempts: { used: 1, max: 3 },
    });
    expect(processes).toEqual([
      { subjectId: 'user-1', captureId: processId, attempt: 1, dossierId: 'dossier-1', processId: 'process-1' },
    ]);
    expect(gateway.processes[0]?.request).toEqual({
      provider: 'onfido',
      processType: 'documentSelfie',
      documentType: 'identityCard',
      processParameters: { location: { countryOfResidence: 'NOR' } },
    });
    expect(errors).toEqual([]);
  });

  it('tells the page words and digests, whatever the gateway says', async () => {
    const canary = 'CANARY-4711';
    const person = { firstName: canary, documentNumber: canary, mrzLine1: canary, documentType: canary };
    const { send, begin, run } = setUpBackend(
      {},
      {
        outcome: () => ({
          status: 'inconclusive',
          finalResult: person,
          providerSpecific: { documentVerification: { result: 'consider', subResult: 'suspected', ...person } },
          failReason: { type: canary, message: canary },
        }),
      },
    );
    const path = await begin();
    await run(path);
    const answer = await send('GET', path);
    expect(answer.body).toMatchObject({ status: 'inconclusive' });
    expect(JSON.stringify([answer.body, [...answer.headers]])).not.toMatch(/CANARY|suspected|dossier-1|process-1"/);
  });

  it('remembers the end when the process is gone at the gateway', async () => {
    const { send, begin, run, assure } = setUpBackend();
    const path = await begin();
    await run(path);
    expect((await send('GET', path)).body).toMatchObject({ status: 'accepted' });
    await assure.deleteDossier({ dossierId: 'dossier-1' });
    expect((await send('GET', path)).body).toMatchObject({ status: 'accepted' });
  });

  it('several server processes share a check through a store', async () => {
    const store = createMemoryStore();
    const { send, begin, options, run } = setUpBackend({ store });
    const other = captureBackendHandler(options);
    const path = await begin();
    await run(path);
    const answer = await other(new Request(BASE + path, { headers: { 'x-user': 'user-1' } }));
    expect(await answer.json()).toEqual((await send('GET', path)).body);
  });

  it('forgets a check after its time', async () => {
    const { send, begin, clock } = setUpBackend({ maxAgeMs: 60_000, store: createMemoryStore() });
    const path = await begin();
    await clock.advance(60_000);
    expect(await send('GET', path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

describe('consent and location', () => {
  it.each<[string, unknown, string]>([
    ['an American says nothing', AMERICAN, 'consent-required'],
    ['an American refuses', { ...AMERICAN, consents: { privacy: { ...CONSENT, granted: false } } }, 'consent-required'],
    [
      'a Norwegian refuses',
      { ...NORWEGIAN, consents: { privacy: { ...CONSENT, granted: false } } },
      'consent-required',
    ],
    [
      'an American agrees to another text',
      { ...AMERICAN, consents: { privacy: { ...CONSENT, version: '2025-01' } } },
      'consent-outdated',
    ],
    ['nobody knows where they live', { documentType: 'passport' }, 'location-required'],
    ['the document is not taken', { ...NORWEGIAN, documentType: 'voterCard' }, 'document-unsupported'],
  ])('nothing reaches the gateway when %s', async (_, wanted, code) => {
    const { send, gateway, consents, processes } = setUpBackend();
    expect(await send('POST', '/processes', wanted)).toMatchObject({ status: 422, body: { code, retryable: false } });
    expect([gateway.requests, consents, processes]).toEqual([[], [], []]);
  });

  it('records a consent before anything is sent, by the backend’s own clock', async () => {
    const { begin, consents, gateway, clock } = setUpBackend();
    await begin({ ...AMERICAN, consents: { privacy: CONSENT } });
    expect(consents).toEqual([
      {
        subjectId: 'user-1',
        countryOfResidence: 'USA',
        documentType: 'passport',
        version: '2026-01',
        recordedAt: new Date(clock.now()).toISOString(),
        givenAt: CONSENT.at,
      },
    ]);
    expect(gateway.processes[0]?.request.processParameters).toEqual({
      location: { countryOfResidence: 'USA' },
      consents: { privacy: true },
    });
  });

  it('begins nothing when a consent cannot be recorded', async () => {
    const failure = new Error('database down');
    const record = () => Promise.reject(failure);
    const { send, gateway, errors } = setUpBackend({ consent: { version: '2026-01', documents: [], record } });
    const answer = await send('POST', '/processes', { ...AMERICAN, consents: { privacy: CONSENT } });
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal', retryable: true } });
    expect([gateway.requests, errors]).toEqual([[], [failure]]);
  });

  it('believes the backend and not the page about where a person lives', async () => {
    const { send } = setUpBackend({ authorize: () => ({ id: 'user-1', countryOfResidence: 'USA' }) });
    expect((await send('GET', '/requirements')).body).toMatchObject({ countryOfResidence: 'USA' });
    expect((await send('POST', '/processes', NORWEGIAN)).body).toMatchObject({ code: 'consent-required' });
  });

  it('takes documents of the countries that are listed', async () => {
    const documents = [{ documentType: 'driversLicense', sides: ['front' as const], issuingCountries: ['NOR'] }];
    const { send } = setUpBackend({ documents });
    const wanted = { ...NORWEGIAN, documentType: 'driversLicense' };
    expect((await send('POST', '/processes', { ...wanted, issuingCountry: 'SWE' })).status).toBe(422);
    expect((await send('POST', '/processes', { ...wanted, issuingCountry: undefined })).status).toBe(422);
    expect((await send('POST', '/processes', wanted)).status).toBe(201);
  });

  it('leaves nothing behind when the process cannot be kept', async () => {
    const { send, gateway } = setUpBackend({ onProcess: () => Promise.reject(new Error('database down')) });
    expect((await send('POST', '/processes', NORWEGIAN)).status).toBe(500);
    expect([gateway.dossiers.size, gateway.processes]).toEqual([0, []]);
  });

  it('uses the person’s own dossier, and does not delete it', async () => {
    const { send, gateway, assure } = setUpBackend({
      authorize: () => ({ id: 'user-1', dossierId: 'dossier-1' }),
      onProcess: () => Promise.reject(new Error('database down')),
    });
    await assure.createDossier();
    expect((await send('POST', '/processes', NORWEGIAN)).status).toBe(500);
    expect(gateway.dossiers).toEqual(new Set(['dossier-1']));
  });
});

describe('who may ask', () => {
  it('nobody without a session', async () => {
    const { handle, begin } = setUpBackend();
    const path = await begin();
    for (const [method, rest] of [
      ['GET', '/requirements'],
      ['POST', '/processes'],
      ['GET', path],
      ['PUT', `${path}/images/front`],
      ['POST', `${path}/verification`],
      ['DELETE', path],
    ] as const) {
      const response = await handle(new Request(BASE + rest, { method }));
      expect([rest, response.status]).toEqual([rest, 401]);
    }
  });

  it('nobody about another’s check, which is not there for them', async () => {
    const { send, begin, run, gateway } = setUpBackend();
    const path = await begin();
    await run(path);
    const other = { 'x-user': 'user-2' };
    for (const answer of [
      await send('GET', path, undefined, other),
      await send('PUT', `${path}/images/front`, jpegHead(), other),
      await send('POST', `${path}/verification`, {}, other),
      await send('DELETE', path, undefined, other),
      await send('GET', `/processes/${'0'.repeat(32)}`),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(gateway.processes[0]?.started).toBeDefined();
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
    [{ 'sec-fetch-site': '', origin: 'https://evil.test' }, 403],
    [{ 'sec-fetch-site': '', origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 201],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://app.partner.test' }, 201],
  ])('a page that is %s is answered %i', async (headers, status) => {
    const { send, gateway } = setUpBackend({ allowedOrigins: ['https://app.partner.test'] });
    expect((await send('POST', '/processes', NORWEGIAN, headers)).status).toBe(status);
    expect(gateway.processes).toHaveLength(status === 201 ? 1 : 0);
  });

  it.each([
    ['https://partner.test', {}, 201],
    ['https://public.test', { host: 'public.test' }, 201],
    ['https://public.test:8443', { host: 'public.test' }, 403],
  ])('without Sec-Fetch-Site, an origin %s beside %o is answered %i', async (origin, headers, status) => {
    const { handle } = setUpBackend();
    const response = await handle(
      new Request(`${BASE}/processes`, {
        method: 'POST',
        body: JSON.stringify(NORWEGIAN),
        headers: { 'x-user': 'user-1', 'content-type': 'application/json', origin, ...headers },
      }),
    );
    expect(response.status).toBe(status);
  });
});

describe('what is asked', () => {
  it.each([
    ['no JSON', '/processes', 'nope', 'application/json', 400],
    ['a form', '/processes', 'documentType=passport', 'application/x-www-form-urlencoded', 415],
    ['another shape', '/processes', '{"documentType":1}', 'application/json', 400],
    ['much', '/processes', ' '.repeat(65_537), 'application/json', 413],
  ])('%s is not understood', async (_, path, body, type, status) => {
    const { handle } = setUpBackend();
    const headers = { 'x-user': 'user-1', 'content-type': type };
    const response = await handle(new Request(BASE + path, { method: 'POST', body, headers }));
    expect([response.status, await response.json()]).toMatchObject([status, { code: 'request-invalid' }]);
  });

  it.each([
    ['a GIF that calls itself JPEG', new TextEncoder().encode('GIF89a'), 415, 'image-unsupported'],
    ['a bomb', pngHead(60_000, 60_000), 413, 'image-too-large'],
    ['more bytes than are taken', jpegHead(1280, 720, 4_000_000), 413, 'image-too-large'],
  ])('%s does not reach the gateway', async (_, bytes, status, code) => {
    const { send, begin, gateway, errors } = setUpBackend();
    const path = await begin();
    const sent = gateway.requests.length;
    expect(await send('PUT', `${path}/images/front`, bytes)).toMatchObject({ status, body: { code } });
    expect([gateway.requests.length, errors]).toEqual([sent, []]);
  });

  it.each([
    ['PATCH', '/processes', 405, 'POST'],
    ['GET', '/processes', 405, 'POST'],
    ['POST', `/processes/${'0'.repeat(32)}`, 405, 'GET, DELETE'],
    ['PUT', `/handovers/${'0'.repeat(32)}`, 405, 'GET, DELETE'],
    ['GET', `/handovers/${'0'.repeat(32)}/claim`, 405, 'POST'],
    ['constructor', '/requirements', 405, 'GET'],
    ['GET', '/processes/../admin', 404, null],
    ['PUT', `/processes/${'0'.repeat(32)}/images/portrait`, 404, null],
  ])('%s %s is answered %i', async (method, path, status, allow) => {
    const { send } = setUpBackend();
    const answer = await send(method, path);
    expect([answer.status, answer.headers.get('allow')]).toEqual([status, allow]);
  });

  it('a side that the document does not have is not taken', async () => {
    const { send, begin } = setUpBackend();
    const path = await begin();
    expect(await send('PUT', `${path}/images/back`, jpegHead())).toMatchObject({ status: 400 });
  });

  it('throws when something has read the body before it', async () => {
    const { handle } = setUpBackend();
    const request = new Request(`${BASE}/processes`, { method: 'POST', body: '{}' });
    await request.text();
    await expect(handle(request)).rejects.toMatchObject({ code: 'body-not-raw' });
  });
});
