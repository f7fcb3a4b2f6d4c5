import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Backend,
  createProcess,
  dataUrl,
  ended,
  openBackend,
  requestToken,
  setImages,
  startVerification,
  verify,
} from './support/assure.ts';
import { call, captureEvidence, until } from './support/journey.ts';
import { openPartner, type Partner } from './support/open-partner.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';
import { readingProcessor } from './support/reading-processor.ts';

let partner: Partner;
let sandbox: TestSandbox;
let backend: Backend;
/** What the partner's server answers, by how often it was asked for one process. */
let answers: readonly number[] = [200];

beforeAll(async () => {
  const counts = new Map<string, number>();
  partner = await openPartner(({ body }) => {
    const { processId } = JSON.parse(body);
    const count = counts.get(processId) ?? 0;
    counts.set(processId, count + 1);
    return { status: answers[count] ?? 200 };
  });
  sandbox = await openTestSandbox({
    allowLoopback: true,
    clients: [{ ...ACME, minimumAgeYears: 18 }],
    callbacks: { retryDelaysMs: [10, 10] },
  });
  backend = await openBackend(sandbox);
});
afterAll(async () => {
  await sandbox.close();
  await partner.close();
});

const TIMESTAMP = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

describe('a process', () => {
  it('goes from a token to an accepted document and face', async () => {
    const { body: token } = await requestToken(sandbox);
    expect(token).toEqual({ access_token: expect.any(String), expires_in: 3600, token_type: 'Bearer' });
    const open = await createProcess(backend);
    expect(open.created.status).toBe(201);
    expect(open.created.body).toEqual({
      processId: open.processId,
      status: 'pending',
      createdAt: TIMESTAMP,
      updatedAt: TIMESTAMP,
      provider: 'onfido',
      processType: 'documentSelfie',
    });
    const images = { front: dataUrl(), selfie: dataUrl(picture('live')) };
    expect((await setImages(backend, open, images)).status).toBe(204);
    expect((await backend.request('GET', `${open.path}/images/FRONT`)).body).toEqual({
      depiction: 'FRONT',
      image: images.front,
    });
    expect((await backend.request('GET', `${open.path}/images/SELFIE`)).body.image).toBe(images.selfie);
    for (const depiction of ['BACK', 'PORTRAIT']) {
      expect((await backend.request('GET', `${open.path}/images/${depiction}`)).status).toBe(404);
    }
    expect((await startVerification(backend, open)).status).toBe(202);
    const { body } = await ended(backend, open);
    expect(body).toEqual({
      provider: 'onfido',
      status: 'accepted',
      processId: open.processId,
      createdAt: TIMESTAMP,
      updatedAt: TIMESTAMP,
      finalResult: {
        firstName: 'ANNA',
        lastName: 'SPECIMEN',
        dateOfBirth: '1990-02-03',
        documentType: 'passport',
        documentNumber: 'X0000000',
        similarityScore: 'high',
      },
      providerSpecific: {
        facialSimilarity: expect.objectContaining({ result: 'clear', faceComparison: 'clear' }),
        documentVerification: expect.objectContaining({ result: 'clear', subResult: 'clear', ageValidation: 'clear' }),
      },
    });
    // What nobody looked at is not said to be fine.
    for (const check of ['policeRecord', 'compromisedDocument', 'dataComparison']) {
      expect(body.providerSpecific.documentVerification).not.toHaveProperty(check);
    }
  });

  it.each([
    ['another face', 'document', 'other-person', 'inconclusive', { faceComparison: 'consider' }, { result: 'clear' }],
    ['nobody alive', 'document', 'not-live', 'inconclusive', { visualAuthenticity: 'consider' }, { result: 'clear' }],
    ['an expired document', 'expired', 'live', 'inconclusive', { result: 'clear' }, { dataValidation: 'consider' }],
    ['a photocopy', 'copy', 'live', 'inconclusive', { result: 'clear' }, { visualAuthenticity: 'consider' }],
    ['a blurred document', 'unclear-document', 'live', 'rejected', {}, { imageIntegrity: 'consider' }],
    ['somebody too young', 'minor', 'live', 'rejected', {}, { ageValidation: 'consider' }],
  ] as const)('with %s is not accepted', async (_, front, selfie, status, faces, document) => {
    const { answer } = await verify(backend, { front: picture(front), selfie: picture(selfie) });
    expect(answer.body.status).toBe(status);
    expect(answer.body).not.toHaveProperty('finalResult');
    expect(answer.body.providerSpecific).toMatchObject({ facialSimilarity: faces, documentVerification: document });
  });

  it.each([
    ['two faces', 'document', 'two-faces'],
    ['a file that is no picture', 'unreadable', 'live'],
  ] as const)('with %s fails and says why', async (_, front, selfie) => {
    const { answer, processId } = await verify(backend, { front: picture(front), selfie: picture(selfie) });
    expect(answer.body).toEqual({
      status: 'failed',
      processId,
      provider: 'onfido',
      processType: 'documentSelfie',
      createdAt: TIMESTAMP,
      updatedAt: TIMESTAMP,
      failReason: { type: 'upload_failed', message: expect.stringContaining('Field errors') },
    });
  });

  it('of the document alone looks at no face', async () => {
    const open = await createProcess(backend, { request: { processType: 'document' } });
    await setImages(backend, open, { front: dataUrl() });
    await startVerification(backend, open);
    const { body } = await ended(backend, open);
    expect(body.status).toBe('accepted');
    expect(body.providerSpecific).not.toHaveProperty('facialSimilarity');
    expect(body.finalResult).not.toHaveProperty('similarityScore');
  });

  it('takes the picture that was set last, and keeps those that were not named', async () => {
    const open = await createProcess(backend);
    await setImages(backend, open, { front: dataUrl(picture('expired')), selfie: dataUrl(picture('live')) });
    await setImages(backend, open, { front: dataUrl(picture('document')) });
    await startVerification(backend, open);
    expect((await ended(backend, open)).body.status).toBe('accepted');
  });

  it('weighs what the page says of the selfie, as far as it speaks of that selfie', async () => {
    const live = picture('live');
    const evidence = captureEvidence(live);
    const against = { ...evidence, liveness: { ...evidence.liveness, decision: 'not_live' } };
    const about = async (selfieEvidence: unknown) => {
      const open = await createProcess(backend);
      await setImages(backend, open, { front: dataUrl(), selfie: dataUrl(live) });
      await startVerification(backend, open, { bonafide: { selfie: selfieEvidence } });
      return (await ended(backend, open)).body.status;
    };
    expect(await about(against)).toBe('inconclusive');
    expect(await about({ ...against, capture: { ...against.capture, digest: '0'.repeat(64) } })).toBe('accepted');
  });

  it('is canceled once, before or while it is looked at, and not after its end', async () => {
    const open = await createProcess(backend);
    expect((await backend.request('POST', `${open.path}/cancellation`)).status).toBe(204);
    expect((await backend.request('POST', `${open.path}/cancellation`)).status).toBe(204);
    expect((await backend.request('GET', open.path)).body).toMatchObject({ status: 'canceled', providerSpecific: {} });
    const running = await createProcess(backend, { scenario: { processingMs: 60_000 } });
    await setImages(backend, running, { front: dataUrl(), selfie: dataUrl(picture('live')) });
    await startVerification(backend, running);
    expect((await backend.request('GET', running.path)).body.status).toBe('processing');
    expect((await backend.request('POST', `${running.path}/cancellation`)).status).toBe(204);
    expect((await backend.request('GET', running.path)).body.status).toBe('canceled');
    const { path } = await verify(backend);
    const refused = await backend.request('POST', `${path}/cancellation`);
    expect([refused.status, refused.body.code]).toEqual([409, 'process-ended']);
  });

  it('is gone when it, or its dossier, is deleted', async () => {
    const first = await verify(backend, { externalReference: 'somebody' });
    const second = await createProcess(backend, { dossierId: first.dossierId });
    const dossier = `/assure/dossiers/${first.dossierId}`;
    expect((await backend.request('GET', dossier)).body).toEqual({
      dossierId: first.dossierId,
      externalReference: 'somebody',
      createdAt: TIMESTAMP,
      updatedAt: TIMESTAMP,
    });
    expect((await backend.request('DELETE', first.path)).status).toBe(204);
    expect((await backend.request('GET', first.path)).status).toBe(404);
    expect((await backend.request('GET', second.path)).status).toBe(200);
    expect((await backend.request('DELETE', dossier)).status).toBe(204);
    expect((await backend.request('GET', second.path)).status).toBe(404);
    expect((await backend.request('GET', dossier)).status).toBe(404);
  });

  it('fails as the vendor says it when the processor keeps failing', async () => {
    const own = await openTestSandbox({
      processor: {
        ...readingProcessor,
        verifyDocument: () => Promise.reject(new Error('canary in a foreign message')),
      },
    });
    const { answer } = await verify(await openBackend(own));
    expect(answer.body).toMatchObject({ status: 'failed', failReason: { type: 'verification_failed' } });
    expect(JSON.stringify(own.logs)).not.toContain('canary');
    await own.close();
  });
});

describe('the notification', () => {
  const notified = async (scenario?: unknown) => {
    const open = await verify(backend, {
      ...(scenario === undefined ? {} : { scenario }),
      request: { notificationUrl: `${partner.url}/notify`, authorizationHeader: 'Basic bm90aWZ5LWNhbmFyeQ==' },
    });
    return { open, requests: () => partner.requests.filter(({ body }) => body.includes(open.processId)) };
  };

  it('carries ids, the status and the partner’s own header value, and nothing of the person', async () => {
    const { open, requests } = await notified();
    await until(() => requests().length > 0);
    const [request] = requests();
    expect(request).toMatchObject({ method: 'POST', path: '/notify' });
    expect(request?.headers).toMatchObject({
      authorization: 'Basic bm90aWZ5LWNhbmFyeQ==',
      'content-type': 'application/json',
    });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      dossierId: open.dossierId,
      processId: open.processId,
      status: 'accepted',
    });
    const { body: shown } = await call(sandbox, `/control/api/processes/${open.processId}`);
    expect(JSON.stringify([sandbox.logs, shown])).not.toContain('bm90aWZ5');
  });

  it('is made again until it is taken', async () => {
    answers = [500, 503, 200];
    const { requests } = await notified();
    await until(() => requests().length === 3);
    answers = [200];
  });

  it('is given up by 410, for this process alone', async () => {
    answers = [410];
    const gone = await notified();
    await until(async () => {
      const { body } = await call(sandbox, `/control/api/processes/${gone.open.processId}`);
      return body.callbacks[0]?.state === 'DISABLED';
    });
    answers = [200];
    const { requests } = await notified();
    await until(() => requests().length === 1);
  });

  it('is lost or doubled by scenario', async () => {
    const lost = await notified('lost-callback');
    const { body } = await call(sandbox, `/control/api/processes/${lost.open.processId}`);
    expect(body.callbacks).toMatchObject([{ state: 'LOST', attempts: 0 }]);
    const twice = await notified('duplicated-callback');
    await until(() => twice.requests().length === 2);
  });
});
