import { createHandover } from '@bonafide/contracts/capture-backend/validators';
import { describe, expect, it } from 'vitest';

import { createCaptureBackendHandoverPort } from './create-capture-backend-handover-port.ts';
import type { CaptureBackendHandoverOptions } from './create-capture-backend-handover-port.ts';
import { scriptedFetch } from './testing/scripted-fetch.ts';

const { signal } = new AbortController();
const NOTHING = { processId: null, documentType: null, country: null, consent: null } as const;
const CONSENT = { granted: true, version: '2026-01', at: '2026-01-01T00:00:00.000Z' } as const;
const MADE = { handoverId: 'h 1', secret: 'secret-s', expiresInSeconds: 300 };

function scripted(answers: readonly (Response | Error)[], options: Partial<CaptureBackendHandoverOptions> = {}) {
  const { fetch, requests } = scriptedFetch(answers);
  const port = createCaptureBackendHandoverPort({
    baseUrl: 'https://partner.example.com/api/identity/',
    phoneUrl: 'https://partner.example.com/phone.html?lang=id',
    fetch,
    epochNow: () => 0,
    ...options,
  });
  return { port, requests };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body as object, { status, headers });
const refusal = (status: number, code: string) => json({ code, message: 'secret-message', retryable: false }, status);

describe('the link', () => {
  it('carries its secret in the fragment, with what was chosen told to the backend alone', async () => {
    const { port, requests } = scripted([json(MADE, 201)]);
    const request = { processId: 'p1', documentType: 'passport', country: 'NOR', consent: CONSENT } as const;
    expect(await port.create(request, signal)).toEqual({
      id: 'h 1',
      url: 'https://partner.example.com/phone.html?lang=id#handover=h+1.secret-s',
      expiresInMs: 300_000,
    });
    const body: unknown = JSON.parse(String(requests[0]?.body));
    expect(createHandover.parse(body)).toEqual({
      processId: 'p1',
      documentType: 'passport',
      issuingCountry: 'NOR',
      consents: { privacy: CONSENT },
    });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://partner.example.com/api/identity/handovers',
      credentials: 'include',
    });
  });

  it('is asked for with nothing when nothing was chosen', async () => {
    const { port, requests } = scripted([json(MADE, 201)]);
    await port.create(NOTHING, signal);
    expect(requests[0]?.body).toBe('{}');
  });

  it.each([
    [[refusal(404, 'not-found')], 'session-not-found'],
    [[refusal(409, 'state-conflict')], 'internal'],
    [[json({ handoverId: 'h', secret: 'secret-s' }, 201)], 'invalid-response'],
    [[new TypeError('gone')], 'network'],
  ])('that cannot be had says why, and no secret (%#)', async (answers, code) => {
    const error: unknown = await scripted(answers)
      .port.create(NOTHING, signal)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code });
    expect(JSON.stringify(error) + String(error) + String((error as Error).cause)).not.toMatch(
      /secret|partner\.example/,
    );
  });
});

describe('where the phone is', () => {
  it.each([
    [{ status: 'waiting' }, { state: 'waiting', processId: null, retryAfterMs: 2000 }],
    [
      { status: 'joined', code: '4071' },
      { state: 'joined', code: '4071', processId: null, retryAfterMs: 2000 },
    ],
    [
      { status: 'connected', code: '4071', processId: 'p1', documentType: 'passport' },
      { state: 'connected', code: '4071', processId: 'p1', retryAfterMs: 2000 },
    ],
    [
      { status: 'done', processId: 'p1' },
      { state: 'done', processId: 'p1', retryAfterMs: 2000 },
    ],
  ])('%o', async (said, progress) => {
    const { port, requests } = scripted([json({ handoverId: 'h 1', ...said }, 200, { 'retry-after': '2' })]);
    expect(await port.poll('h 1', signal)).toEqual(progress);
    expect(requests[0]?.url).toBe('https://partner.example.com/api/identity/handovers/h%201');
  });

  it.each(['handover-expired', 'handover-revoked'])('%s asks for a new link', async (code) => {
    expect(await scripted([refusal(410, code)]).port.poll('h1', signal)).toEqual({ state: 'expired' });
  });

  it('a troubled backend is heard of, with how long to wait', async () => {
    const { port } = scripted([json({ code: 'gateway-unavailable', retryable: true }, 503, { 'retry-after': '7' })]);
    await expect(port.poll('h1', signal)).rejects.toMatchObject({ code: 'server', retryAfterMs: 7000 });
  });

  it('what is not in the contract is refused', async () => {
    const { port } = scripted([json({ handoverId: 'h1', status: 'stolen' })]);
    await expect(port.poll('h1', signal)).rejects.toMatchObject({ code: 'invalid-response' });
  });
});

describe('the person’s word', () => {
  it('names the phone that was seen', async () => {
    const { port, requests } = scripted([new Response(null, { status: 204 })]);
    await port.confirm?.('h1', '4071', signal);
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://partner.example.com/api/identity/handovers/h1/confirmation',
      body: '{"code":"4071"}',
    });
  });

  it('takes a link back, also one that is gone', async () => {
    const { port, requests } = scripted([new Response(null, { status: 204 }), refusal(404, 'not-found')]);
    await port.cancel?.('h1', signal, 'p 1');
    await port.cancel?.('h1', signal, null);
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'DELETE https://partner.example.com/api/identity/handovers/h1?keep=p+1',
      'DELETE https://partner.example.com/api/identity/handovers/h1',
    ]);
  });

  it('that does not get through is heard of', async () => {
    const { port } = scripted([refusal(409, 'state-conflict'), refusal(500, 'internal')]);
    await expect(port.confirm?.('h1', '4071', signal)).rejects.toMatchObject({ code: 'internal' });
    await expect(port.cancel?.('h1', signal, null)).rejects.toMatchObject({ code: 'server' });
  });
});

it.each([
  ['no backend', { baseUrl: '' }],
  ['another scheme', { baseUrl: 'data:,x' }],
  ['a phone page that is relative', { phoneUrl: '/phone' }],
  ['a phone page that is no page', { phoneUrl: 'javascript:alert(1)' }],
])('throws at once on %s', (_, options) => {
  expect(() => scripted([], options)).toThrow(TypeError);
});
