import { describe, expect, it } from 'vitest';

import { CheckOverError, isCheckOverError } from './check-over-error.ts';
import { createOneKycIdentityGateway } from './create-onekyc-identity-gateway.ts';
import type { OneKycIdentityGatewayOptions } from './create-onekyc-identity-gateway.ts';
import { GatewayError } from './gateway-error.ts';
import { putPictureByFetch } from './put-picture.ts';
import { scriptedFetch } from './testing/scripted-fetch.ts';

const { signal } = new AbortController();
const KTP = { image: new Blob(['ktp']), digest: 'k', evidence: { digest: 'k' } };
const SELFIE = { image: new Blob(['selfie']), digest: 's', evidence: { bonafide: { version: '1' } } };
const REQUEST = { documentType: 'ktp', country: 'IDN', countryOfResidence: null, consent: null } as const;

function scripted(answers: readonly (Response | Error)[], options: Partial<OneKycIdentityGatewayOptions> = {}) {
  const { fetch, requests } = scriptedFetch(answers);
  let nowMs = 0;
  const asked: string[] = [];
  const about: (string | null)[] = [];
  const gateway = createOneKycIdentityGateway({
    baseUrl: 'https://gateway.example.com',
    flow: 'KYC_LITE',
    sessionProvider: (reason, _, { correlationId }) => {
      asked.push(reason);
      about.push(correlationId);
      return Promise.resolve({ token: `secret-token-${asked.length}`, correlationId: 'order-1' });
    },
    sdkSessionId: 'sdk-1',
    fetch,
    putPicture: putPictureByFetch(fetch),
    epochNow: () => nowMs,
    ...options,
  });
  return { gateway, requests, asked, about, wait: (ms: number) => void (nowMs += ms) };
}

const json = (body: unknown, status = 200) => Response.json(body as object, { status });
const urls = (submissionId: string, ...types: readonly string[]) =>
  json({
    success: true,
    data: {
      submissionId,
      status: 'INITIATED',
      documents: Object.fromEntries(
        types.map((type) => [
          type,
          {
            documentUrl: `https://bucket.example.net/${submissionId}/${type}`,
            documentReference: type,
            expiryInSeconds: '600',
          },
        ]),
      ),
    },
  });
const status = (data: object) =>
  json({ success: true, data: { submissionId: 'sub-1', submissionType: 'KYC_LITE', createdAt: 'x', ...data } });
const confirmed = (submissionId: string) => json({ success: true, data: { submissionId } });
const stored = () => new Response(null, { status: 200 });

describe('requirements', () => {
  it.each([
    ['KTP_SCAN', ['ktp'], false],
    ['KYC_LITE', ['ktp'], true],
    ['FACE_VERIFICATION', [], true],
  ] as const)('of %s', async (flow, types, selfie) => {
    const { gateway, asked, requests } = scripted([], { flow });
    const requirements = await gateway.open(null, signal);
    expect(requirements.documents.map(({ documentType }) => documentType)).toEqual(types);
    expect(requirements).toMatchObject({ selfie, eager: false });
    expect(asked).toEqual(['start']);
    expect(requests).toHaveLength(0);
  });

  it('ask for a token of the same check after a reload', async () => {
    const { gateway, asked, about } = scripted([]);
    await gateway.open('sub-1', signal, { correlationId: 'order-1' });
    expect([asked, about]).toEqual([['resume'], ['order-1']]);
    const unknown = scripted([]);
    await unknown.gateway.open('sub-1', signal);
    expect(unknown.about).toEqual([null]);
  });

  it('take the first token for what is taken up again only where it is of that check', async () => {
    const session = { token: 'first', correlationId: 'order-1' };
    const same = scripted([], { session });
    await same.gateway.open('sub-1', signal, { correlationId: 'order-1' });
    expect(same.asked).toEqual([]);
    const fresh = scripted([], { session: { token: 'first', correlationId: 'order-2' } });
    await fresh.gateway.open('sub-1', signal, { correlationId: 'order-1' });
    expect([fresh.asked, fresh.about]).toEqual([['resume'], ['order-1']]);
  });
});

describe('a check that the gateway has ended meanwhile', () => {
  const over = new CheckOverError({ status: 'passed', word: 'COMPLETED' });
  const done = { state: 'done', status: 'passed', word: 'COMPLETED' };

  it('is shown as ended after a reload, without a token', async () => {
    const { gateway, requests } = scripted([], { sessionProvider: () => Promise.reject(over) });
    await gateway.open('sub-1', signal, { correlationId: 'order-1' });
    const resumed = await gateway.resume('sub-1', signal);
    expect(resumed).toMatchObject({ process: { processId: 'sub-1', correlationId: 'order-1' }, poll: done });
    expect(requests).toHaveLength(0);
  });

  it('is shown as ended when its token has run out', async () => {
    const { gateway } = scripted([urls('sub-1', 'KTP', 'SELFIE')], {
      sessionProvider: (reason) =>
        reason === 'start' ? Promise.resolve({ token: 't', correlationId: 'order-1' }) : Promise.reject(over),
    });
    await gateway.open(null, signal);
    await gateway.create(REQUEST, signal);
    await gateway.renew?.('token-expired', signal);
    expect(await gateway.poll(signal)).toMatchObject(done);
  });

  it('cannot be one that begins', async () => {
    const { gateway } = scripted([], { sessionProvider: () => Promise.reject(over) });
    await expect(gateway.open(null, signal)).rejects.toMatchObject({ code: 'session-not-found' });
  });

  it('is told apart from a provider that fails', async () => {
    const { gateway } = scripted([], { sessionProvider: () => Promise.reject(new Error('backend')) });
    await expect(gateway.open('sub-1', signal, { correlationId: 'order-1' })).rejects.toMatchObject({ code: 'server' });
    expect([isCheckOverError(over), isCheckOverError(new GatewayError('session-not-found', 'x'))]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a submission', () => {
  it('puts each picture at its own address, and confirms with the evidence of all', async () => {
    const { gateway, requests } = scripted([urls('sub-1', 'KTP', 'SELFIE'), stored(), stored(), confirmed('sub-1')]);
    await gateway.open(null, signal);
    await expect(gateway.create(REQUEST, signal)).resolves.toEqual({
      processId: 'sub-1',
      depictions: ['FRONT', 'SELFIE'],
      received: [],
      correlationId: 'order-1',
    });
    await gateway.put('FRONT', KTP, () => {}, signal);
    await gateway.put('SELFIE', SELFIE, () => {}, signal);
    await gateway.submit(signal);
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      'GET /coe/v1/submissions/urls',
      'PUT /sub-1/KTP',
      'PUT /sub-1/SELFIE',
      'PUT /coe/v1/submissions/urls',
    ]);
    expect(requests[0]?.url).toContain('submissionType=KYC_LITE');
    expect(requests[1]?.headers.get('x-onekyc-token')).toBeNull();
    expect(JSON.parse(String(requests[3]?.body))).toEqual({
      submissionId: 'sub-1',
      metadata: { bonafide: { version: '1' }, documents: { ktp: KTP.evidence, selfie: SELFIE.evidence } },
    });
  });

  it('asks for another address when one has run out, by the clock or by the storage', async () => {
    const world = scripted([urls('sub-1', 'KTP', 'SELFIE'), urls('sub-1', 'KTP', 'SELFIE'), stored()]);
    await world.gateway.open(null, signal);
    await world.gateway.create(REQUEST, signal);
    world.wait(600_000);
    await world.gateway.put('FRONT', KTP, () => {}, signal);
    expect(world.requests).toHaveLength(3);
    const gone = new Response(null, { status: 403 });
    const refused = scripted([urls('sub-1', 'KTP'), gone, urls('sub-1', 'KTP'), stored()], { flow: 'KTP_SCAN' });
    await refused.gateway.open(null, signal);
    await refused.gateway.create(REQUEST, signal);
    await refused.gateway.put('FRONT', KTP, () => {}, signal);
    expect(refused.requests.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET', 'PUT']);
  });

  it('does not try a refused picture at another address', async () => {
    const { gateway, requests } = scripted([urls('sub-1', 'KTP'), new Response(null, { status: 413 })], {
      flow: 'KTP_SCAN',
    });
    await gateway.open(null, signal);
    await gateway.create(REQUEST, signal);
    await expect(gateway.put('FRONT', KTP, () => {}, signal)).rejects.toMatchObject({ code: 'upload-rejected' });
    expect(requests).toHaveLength(2);
  });

  it('gives the good picture to the next submission as well, when only the other is wanted again', async () => {
    const retry = status({
      status: 'COMPLETED',
      nextAction: 'RETRY',
      documents: { KTP: { status: 'VERIFIED' }, SELFIE: { status: 'REJECTED', reason: 'multiple-faces' } },
      attempts: { used: 1, max: 3 },
    });
    const first = [urls('sub-1', 'KTP', 'SELFIE'), stored(), stored(), confirmed('sub-1'), retry];
    const second = [urls('sub-2', 'KTP', 'SELFIE'), stored(), stored(), confirmed('sub-2')];
    const { gateway, requests } = scripted([...first, ...second]);
    await gateway.open(null, signal);
    await gateway.create(REQUEST, signal);
    await gateway.put('FRONT', KTP, () => {}, signal);
    await gateway.put('SELFIE', SELFIE, () => {}, signal);
    await gateway.submit(signal);
    await expect(gateway.poll(signal)).resolves.toEqual({
      state: 'recapture',
      depictions: ['SELFIE'],
      reason: 'multiple-faces',
      attemptsLeft: 2,
      retryAfterMs: null,
    });
    await gateway.put('SELFIE', SELFIE, () => {}, signal);
    await gateway.submit(signal);
    expect(requests.slice(5).map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      'GET /coe/v1/submissions/urls',
      'PUT /sub-2/SELFIE',
      'PUT /sub-2/KTP',
      'PUT /coe/v1/submissions/urls',
    ]);
  });
});

describe('polling', () => {
  it.each([
    [{ status: 'INITIATED' }, { state: 'pending' }],
    [{ status: 'IN_PROGRESS' }, { state: 'processing' }],
    [
      { status: 'COMPLETED', verificationResult: { isApproved: true } },
      { state: 'done', status: 'passed', word: 'COMPLETED' },
    ],
    [
      { status: 'COMPLETED', nextAction: 'EXIT', verificationResult: { isApproved: false } },
      { state: 'done', status: 'failed', word: 'COMPLETED' },
    ],
    [
      { status: 'ERROR', nextAction: 'EXIT' },
      { state: 'done', status: 'error', word: 'ERROR' },
    ],
    [
      { status: 'IN_PROGRESS', nextAction: 'EXIT' },
      { state: 'done', status: 'review', word: 'IN_PROGRESS' },
    ],
    [
      { status: 'COMPLETED', nextAction: 'RETRY', documents: { KTP: { status: 'INVALID', reason: 'glare' } } },
      { state: 'recapture', depictions: ['FRONT'], reason: 'image-quality' },
    ],
    [
      { status: 'COMPLETED', nextAction: 'RETRY' },
      { state: 'recapture', depictions: ['FRONT', 'SELFIE'], reason: 'other' },
    ],
  ])('%o', async (data, expected) => {
    const { gateway } = scripted([urls('sub-1', 'KTP', 'SELFIE'), status(data)]);
    await gateway.open(null, signal);
    await gateway.create(REQUEST, signal);
    await expect(gateway.poll(signal)).resolves.toEqual({ ...expected, attemptsLeft: null, retryAfterMs: null });
  });

  describe('after a reload of which the known submission wants pictures again', () => {
    const refused = (type: string) =>
      status({ status: 'COMPLETED', nextAction: 'RETRY', documents: { [type]: { status: 'REJECTED' } } });
    const second = (data: object) =>
      json({ success: true, data: { submissionId: 'sub-2', submissionType: 'KYC_LITE', createdAt: 'x', ...data } });

    it('goes on with the next one where that was confirmed already', async () => {
      const running = () => second({ status: 'IN_PROGRESS', documents: { SELFIE: { status: 'UPLOADED' } } });
      const { gateway, requests } = scripted([refused('SELFIE'), urls('sub-2', 'SELFIE'), running(), running()]);
      await gateway.open('sub-1', signal, { correlationId: 'order-1' });
      await expect(gateway.resume('sub-1', signal)).resolves.toMatchObject({
        process: { processId: 'sub-2', received: ['SELFIE'] },
        poll: { state: 'processing' },
      });
      await gateway.poll(signal);
      expect(requests.at(-1)?.url).toContain('/sub-2/status');
    });

    it('asks for what that one wants where it was not', async () => {
      // The first attempt lacked a good card, the second a good selfie: this is the third.
      const open = second({ status: 'INITIATED', documents: { SELFIE: { status: 'PENDING' } } });
      const { gateway, requests } = scripted([refused('KTP'), urls('sub-2', 'SELFIE'), open, stored()]);
      await gateway.open('sub-1', signal, { correlationId: 'order-1' });
      await expect(gateway.resume('sub-1', signal)).resolves.toMatchObject({
        process: { processId: 'sub-2', received: [] },
        poll: { state: 'recapture', depictions: ['SELFIE'] },
      });
      await gateway.put('SELFIE', SELFIE, () => {}, signal);
      expect(requests.map(({ url }) => new URL(url).pathname).at(-1)).toBe('/sub-2/SELFIE');
    });
  });

  it('after a reload believes what the gateway has once it was confirmed, and nothing before', async () => {
    const documents = { KTP: { status: 'UPLOADED' }, SELFIE: { status: 'UPLOADED' } };
    const running = scripted([status({ status: 'IN_PROGRESS', documents })]);
    await running.gateway.open('sub-1', signal);
    expect((await running.gateway.resume('sub-1', signal)).process.received).toEqual(['FRONT', 'SELFIE']);
    const before = scripted([status({ status: 'INITIATED', documents })]);
    await before.gateway.open('sub-1', signal);
    expect((await before.gateway.resume('sub-1', signal)).process.received).toEqual([]);
  });
});

it('a token is renewed for the same correlation id, and stands in no error', async () => {
  const unauthorised = json({ success: false, data: null, errors: [{ code: '110', cause: 'TOKEN_EXPIRED' }] }, 401);
  const { gateway, asked, requests } = scripted([unauthorised, urls('sub-1', 'KTP', 'SELFIE')]);
  await gateway.open(null, signal);
  const error: unknown = await gateway.create(REQUEST, signal).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'token-expired' });
  expect(JSON.stringify(error) + String(error)).not.toContain('secret');
  await gateway.renew?.('token-expired', signal);
  await gateway.create(REQUEST, signal);
  expect(asked).toEqual(['start', 'token-expired']);
  expect(requests[1]?.headers.get('x-onekyc-token')).toBe('secret-token-2');
});

it.each([
  { baseUrl: 'javascript:alert(1)' },
  { flow: 'STANDALONE_LIVENESS' as never },
  { sessionProvider: undefined as never },
  { session: { token: 'ö', correlationId: 'x' } },
])('options %o are refused at once', (options) => {
  expect(() => scripted([], options)).toThrow(TypeError);
});
