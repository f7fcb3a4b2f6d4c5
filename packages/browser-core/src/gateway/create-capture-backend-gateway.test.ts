import {
  requirements as requirementsSchema,
  processState as processStateSchema,
} from '@bonafide/contracts/capture-backend/validators';
import { RECAPTURE_REASONS as CONTRACT_REASONS } from '@bonafide/contracts/capture-backend';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createCaptureBackendGateway } from './create-capture-backend-gateway.ts';
import type { CaptureBackendGatewayOptions } from './create-capture-backend-gateway.ts';
import { RECAPTURE_REASONS } from './identity-gateway.ts';
import { parseProcessState, parseRequirements } from './parse-capture-backend.ts';
import { sendPictureByFetch } from './put-picture.ts';
import { scriptedFetch } from './testing/scripted-fetch.ts';

const { signal } = new AbortController();
const DIGEST = 'a'.repeat(64);
const PICTURE = {
  image: new Blob(['secret-bytes'], { type: 'image/jpeg' }),
  digest: DIGEST,
  evidence: { digest: DIGEST, version: '1' },
};

const REQUIREMENTS = {
  documents: [
    { documentType: 'passport', sides: ['front'] },
    { documentType: 'driversLicense', sides: ['front', 'back'], issuingCountries: ['USA', 'NOR'] },
    { documentType: 'libraryCard', sides: ['front'] },
  ],
  selfie: true,
  countryOfResidence: 'NOR',
  consent: { version: '2026-01', requiredIn: ['USA'], documents: [{ title: 'Policy', url: '/legal/privacy' }] },
};
const CREATED = {
  processId: 'p 1',
  requirements: { sides: ['back', 'front'], selfie: true },
};
const STATE = {
  processId: 'p 1',
  status: 'processing',
  requirements: { sides: ['front', 'back'], selfie: true },
  received: ['front'],
  attempts: { used: 1, max: 3 },
};
const REQUEST = { documentType: 'passport', country: 'NOR', countryOfResidence: null, consent: null } as const;

function scripted(answers: readonly (Response | Error)[], options: Partial<CaptureBackendGatewayOptions> = {}) {
  const { fetch, requests } = scriptedFetch(answers);
  const gateway = createCaptureBackendGateway({
    baseUrl: 'https://partner.example.com/api/identity/',
    fetch,
    sendPicture: sendPictureByFetch(fetch),
    epochNow: () => 0,
    ...options,
  });
  return { gateway, requests };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body as object, { status, headers });
const refusal = (status: number, code: string, retryable = false) =>
  json({ code, message: 'secret-message', retryable }, status);

/** A gateway that has created its process. */
async function created(answers: readonly (Response | Error)[], options: Partial<CaptureBackendGatewayOptions> = {}) {
  const world = scripted([json(CREATED, 201), ...answers], options);
  await world.gateway.create(REQUEST, signal);
  return world;
}

describe('requests', () => {
  it('ask what is required, with cookies, and pass over documents that are not known here', async () => {
    const { gateway, requests } = scripted([json(REQUIREMENTS)]);
    await expect(gateway.open(null, signal)).resolves.toEqual({
      documents: [
        { documentType: 'passport', sides: ['front'], countries: null },
        { documentType: 'driversLicense', sides: ['front', 'back'], countries: ['USA', 'NOR'] },
      ],
      selfie: true,
      countryOfResidence: 'NOR',
      consent: REQUIREMENTS.consent,
      eager: true,
    });
    expect(requests[0]).toMatchObject({
      url: 'https://partner.example.com/api/identity/requirements',
      credentials: 'include',
    });
  });

  it('create with what was chosen and agreed to, and give the pictures their order', async () => {
    const { gateway, requests } = scripted([json(CREATED, 201)]);
    const consent = { granted: true, version: '2026-01', at: '2026-01-01T00:00:00.000Z' } as const;
    const request = { documentType: 'passport', country: 'NOR', countryOfResidence: 'USA', consent } as const;
    await expect(gateway.create(request, signal)).resolves.toEqual({
      processId: 'p 1',
      depictions: ['FRONT', 'BACK', 'SELFIE'],
      received: [],
    });
    expect(JSON.parse(String(requests[0]?.body))).toEqual({
      documentType: 'passport',
      issuingCountry: 'NOR',
      countryOfResidence: 'USA',
      consents: { privacy: consent },
    });
  });

  it('take a check of the face alone, which does not speak of a document', async () => {
    const { gateway } = scripted([json({ processId: 'p 1', requirements: { selfie: true } }, 201)]);
    await expect(gateway.create(REQUEST, signal)).resolves.toMatchObject({ depictions: ['SELFIE'] });
  });

  it('leave out what nobody said', async () => {
    const { requests } = await created([]);
    expect(JSON.parse(String(requests[0]?.body))).toEqual({ documentType: 'passport', issuingCountry: 'NOR' });
  });

  it('put a picture under its escaped process, with the phone’s token, and check what arrived', async () => {
    const answers = [json({ depiction: 'back', digest: DIGEST })];
    const { gateway, requests } = await created(answers, { captureToken: 'secret-token' });
    const shares: number[] = [];
    await gateway.put('BACK', PICTURE, (share) => shares.push(share), signal);
    expect(requests[1]).toMatchObject({
      method: 'PUT',
      url: 'https://partner.example.com/api/identity/processes/p%201/images/back',
      credentials: 'include',
      body: PICTURE.image,
    });
    expect(requests.map(({ headers }) => headers.get('x-capture-token'))).toEqual(['secret-token', 'secret-token']);
    expect(requests[1]?.headers.get('content-type')).toBe('image/jpeg');
    expect(shares).toEqual([0, 1]);
  });

  it('refuse an answer that speaks of other bytes or another picture', async () => {
    const other = await created([json({ depiction: 'back', digest: 'b'.repeat(64) })]);
    await expect(other.gateway.put('BACK', PICTURE, () => {}, signal)).rejects.toMatchObject({
      code: 'invalid-response',
    });
    const front = await created([json({ depiction: 'front', digest: DIGEST })]);
    await expect(front.gateway.put('BACK', PICTURE, () => {}, signal)).rejects.toMatchObject({
      code: 'invalid-response',
    });
  });

  it('submit with the evidence of what was sent', async () => {
    const { gateway, requests } = await created([json({ depiction: 'front', digest: DIGEST }), json(STATE, 202)]);
    await gateway.put('FRONT', PICTURE, () => {}, signal);
    await gateway.submit(signal);
    expect(requests[2]).toMatchObject({
      method: 'POST',
      url: expect.stringContaining('/p%201/verification') as string,
    });
    expect(JSON.parse(String(requests[2]?.body))).toEqual({ evidence: { front: PICTURE.evidence } });
  });

  it('a submission that got through although its answer was lost is no failure', async () => {
    const { gateway } = await created([refusal(409, 'state-conflict')]);
    await expect(gateway.submit(signal)).resolves.toBeUndefined();
  });

  it('a cancelled process that is gone is what was wanted', async () => {
    const { gateway, requests } = await created([refusal(404, 'not-found')]);
    await expect(gateway.cancel(signal)).resolves.toBeUndefined();
    expect(requests[1]?.method).toBe('DELETE');
    const { gateway: fresh, requests: none } = scripted([]);
    await fresh.cancel(signal);
    expect(none).toHaveLength(0);
  });
});

describe('polling', () => {
  it.each([
    [{ status: 'pending' }, { state: 'pending' }],
    [{ status: 'processing' }, { state: 'processing' }],
    [
      { status: 'recapture', recapture: { depictions: ['selfie'], reason: 'multiple-faces' } },
      { state: 'recapture', depictions: ['SELFIE'], reason: 'multiple-faces' },
    ],
    [
      { status: 'recapture', recapture: { depictions: ['front', 'back'], reason: 'something-new' } },
      { state: 'recapture', depictions: ['FRONT', 'BACK'], reason: 'other' },
    ],
    [{ status: 'accepted' }, { state: 'done', status: 'passed', word: 'accepted' }],
    [{ status: 'rejected' }, { state: 'done', status: 'failed', word: 'rejected' }],
    [{ status: 'inconclusive' }, { state: 'done', status: 'review', word: 'inconclusive' }],
    [{ status: 'canceled' }, { state: 'done', status: 'cancelled', word: 'canceled' }],
    [{ status: 'failed' }, { state: 'done', status: 'error', word: 'failed' }],
  ])('%o', async (changes, expected) => {
    const { gateway } = await created([json({ ...STATE, ...changes }, 200, { 'retry-after': '3' })]);
    await expect(gateway.poll(signal)).resolves.toEqual({ ...expected, attemptsLeft: 2, retryAfterMs: 3000 });
  });

  it('takes a process up again, and believes nobody who speaks of another', async () => {
    const { gateway } = scripted([json({ ...STATE, processId: 'p2' }), json({ ...STATE, processId: 'p3' })]);
    await expect(gateway.resume('p2', signal)).resolves.toEqual({
      process: { processId: 'p2', depictions: ['FRONT', 'BACK', 'SELFIE'], received: ['FRONT'] },
      poll: { state: 'processing', attemptsLeft: 2, retryAfterMs: null },
    });
    await expect(gateway.poll(signal)).rejects.toMatchObject({ code: 'invalid-response' });
  });
});

describe('refusals', () => {
  it.each([
    [401, 'unauthorized', 'token-expired'],
    [403, 'origin-forbidden', 'token-invalid'],
    [404, 'not-found', 'session-not-found'],
    [409, 'busy', 'server'],
    [409, 'images-missing', 'upload-rejected'],
    [409, 'state-conflict', 'internal'],
    [413, 'image-too-large', 'file-too-large'],
    [415, 'image-unsupported', 'file-unsupported'],
    [422, 'consent-outdated', 'internal'],
    [422, 'document-unsupported', 'document-unsupported'],
    [403, 'handover-unconfirmed', 'token-invalid'],
    [409, 'handover-claimed', 'handover-claimed'],
    [410, 'handover-expired', 'handover-expired'],
    [410, 'handover-revoked', 'handover-ended'],
    [429, 'rate-limited', 'rate-limited'],
    [500, 'internal', 'server'],
    [502, 'gateway-refused', 'internal'],
    [503, 'gateway-unavailable', 'server'],
  ])('%i %s is %s', async (status, code, expected) => {
    const { gateway } = await created([refusal(status, code)]);
    await expect(gateway.put('FRONT', PICTURE, () => {}, signal)).rejects.toMatchObject({
      code: expected,
      httpStatus: status,
    });
  });

  it('of a proxy, which says nothing that can be read, go by their status', async () => {
    const { gateway } = await created([new Response('<html>secret', { status: 502 })]);
    await expect(gateway.poll(signal)).rejects.toMatchObject({ code: 'server' });
  });

  it('a lost network is `network`, and a caller that gives up is told its own reason', async () => {
    const { gateway } = await created([new TypeError('gone')]);
    await expect(gateway.poll(signal)).rejects.toMatchObject({ code: 'network' });
    const reason = new Error('given up');
    await expect(gateway.poll(AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('carry neither token nor picture, message, body or address', async () => {
    const { gateway } = await created([refusal(500, 'internal'), json({ ...STATE, status: 'secret-status' })], {
      captureToken: 'secret-token',
    });
    for (const failing of [gateway.poll(signal), gateway.poll(signal)]) {
      const error: unknown = await failing.catch((caught: unknown) => caught);
      expect(JSON.stringify(error) + String(error) + String((error as Error).cause)).not.toMatch(
        /secret|partner\.example/,
      );
    }
  });
});

describe('the session', () => {
  it('is renewed by the host, where it can be', async () => {
    const asked: AbortSignal[] = [];
    const { gateway } = scripted([], { renewSession: (given) => Promise.resolve(void asked.push(given)) });
    await gateway.renew?.('token-expired', signal);
    expect(asked).toEqual([signal]);
    expect('renew' in scripted([]).gateway).toBe(false);
  });

  it('that cannot be renewed has run out', async () => {
    const { gateway } = scripted([], { renewSession: () => Promise.reject(new Error('no')) });
    await expect(gateway.renew?.('token-expired', signal)).rejects.toMatchObject({ code: 'token-expired' });
  });
});

it('every reason of the contract has a word here', () => {
  expect(RECAPTURE_REASONS).toEqual(expect.arrayContaining([...CONTRACT_REASONS]));
});

it.each(['', 'javascript:alert(1)', 'data:,x'])('an address %o is refused at once', (baseUrl) => {
  expect(() => createCaptureBackendGateway({ baseUrl })).toThrow(TypeError);
});

describe('readers', () => {
  it('accept what the full validators accept of the answers above', () => {
    expect(requirementsSchema.safeParse(REQUIREMENTS).success).toBe(true);
    expect(processStateSchema.safeParse(STATE).success).toBe(true);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x'])('refuse a consent document at %s', (url) => {
    const consent = { ...REQUIREMENTS.consent, documents: [{ title: 'x', url }] };
    expect(() => parseRequirements({ ...REQUIREMENTS, consent })).toThrow(TypeError);
  });

  it('never crash in any other way than by a TypeError', () => {
    for (const [good, parse] of [
      [REQUIREMENTS, parseRequirements],
      [STATE, (body: unknown) => parseProcessState(body, 'p 1')],
    ] as const) {
      fc.assert(
        fc.property(fc.oneof(mutated(good), fc.anything()), (body) => {
          try {
            parse(body);
          } catch (error) {
            expect(error).toBeInstanceOf(TypeError);
          }
        }),
        { numRuns: 300 },
      );
    }
  });
});

/** Replaces one field of the outermost object. */
function mutated(body: object): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...Object.keys(body)), fc.anything({ maxDepth: 2 }))
    .map(([key, value]) => ({ ...body, [key]: value }));
}
