import { describe, expect, it } from 'vitest';

import { createOneKycGateway } from './create-onekyc-gateway.ts';
import type { OneKycGatewayOptions } from './create-onekyc-gateway.ts';
import { putPictureByFetch } from './put-picture.ts';
import { scriptedFetch } from './testing/scripted-fetch.ts';

const NOW = Date.UTC(2026, 0, 1);
const signal = new AbortController().signal;

/** A gateway whose network answers from a list, in order. */
function scripted(answers: readonly (Response | Error)[], options: Partial<OneKycGatewayOptions> = {}) {
  const { fetch, requests } = scriptedFetch(answers);
  const gateway = createOneKycGateway({
    baseUrl: 'https://gateway.example.com/',
    token: 'user-token',
    correlationId: 'order-1',
    sdkSessionId: 'sdk-1',
    fetch,
    putPicture: putPictureByFetch(fetch),
    epochNow: () => NOW,
    ...options,
  });
  return { gateway, requests };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body as object, { status, headers });
const failure = (status: number, cause: string, headers: Record<string, string> = {}) =>
  json({ success: false, data: null, errors: [{ code: String(status), cause }] }, status, headers);

const URLS = {
  success: true,
  data: {
    submissionId: 'sub-1',
    status: 'INITIATED',
    documents: {
      SELFIE: { documentUrl: 'https://bucket.example.net/a?sig=1', documentReference: 'a', expiryInSeconds: '600' },
    },
  },
};
const TARGET = { submissionId: 'sub-1', url: 'https://bucket.example.net/a?sig=1', expiresInMs: 600_000, nonce: null };
const IN_PROGRESS = {
  success: true,
  data: { submissionId: 'sub-1', status: 'IN_PROGRESS', submissionType: 'STANDALONE_LIVENESS', createdAt: 'x' },
};
const picture = new Blob([new Uint8Array(10)], { type: 'image/jpeg' });

it('gives on what a capture is to be signed for, where the gateway says so', async () => {
  const asking = { ...URLS, data: { ...URLS.data, captureNonce: 'a-nonce-of-24-characters' } };
  const { gateway } = scripted([json(asking)]);
  await expect(gateway.requestUpload(signal)).resolves.toMatchObject({ nonce: 'a-nonce-of-24-characters' });
  const odd = scripted([json({ ...URLS, data: { ...URLS.data, captureNonce: 7 } })]);
  await expect(odd.gateway.requestUpload(signal)).rejects.toMatchObject({ code: 'invalid-response' });
});

describe('requests', () => {
  it('carry the three documented headers, and a submission type', async () => {
    const { gateway, requests } = scripted([json(URLS)]);
    await expect(gateway.requestUpload(signal)).resolves.toEqual(TARGET);
    expect(requests[0]?.url).toBe(
      'https://gateway.example.com/coe/v1/submissions/urls?submissionType=STANDALONE_LIVENESS',
    );
    expect(requests[0]?.headers.get('x-onekyc-token')).toBe('user-token');
    expect(requests[0]?.headers.get('x-partner-session-id')).toBe('order-1');
    expect(requests[0]?.headers.get('x-sdk-session-id')).toBe('sdk-1');
  });

  it('never carry the token to the storage', async () => {
    const { gateway, requests } = scripted([new Response(null, { status: 200 })]);
    const shares: number[] = [];
    await gateway.upload(TARGET, picture, (share) => shares.push(share), signal);
    expect([...(requests[0]?.headers.keys() ?? [])]).toEqual(['content-type']);
    expect(requests[0]).toMatchObject({ url: TARGET.url, method: 'PUT' });
    expect(shares).toEqual([0, 1]);
  });

  it('confirm with metadata', async () => {
    const { gateway, requests } = scripted([json({ success: true, data: { submissionId: 'sub-1' } })]);
    await gateway.confirm('sub-1', { bonafide: { version: '1' } }, signal);
    expect(requests[0]).toMatchObject({ method: 'PUT', url: 'https://gateway.example.com/coe/v1/submissions/urls' });
    expect(JSON.parse(String(requests[0]?.body))).toEqual({
      submissionId: 'sub-1',
      metadata: { bonafide: { version: '1' } },
    });
  });

  it('go on when the submission was confirmed before', async () => {
    const { gateway } = scripted([failure(409, 'SUBMISSION_STATE_CONFLICT')]);
    await expect(gateway.confirm('sub-1', {}, signal)).resolves.toBeUndefined();
  });

  it('poll, with the pause that the gateway asks for', async () => {
    const { gateway, requests } = scripted([json(IN_PROGRESS, 200, { 'retry-after': '7' })]);
    await expect(gateway.status('sub/1', signal)).rejects.toMatchObject({ code: 'invalid-response' });
    expect(requests[0]?.url).toBe('https://gateway.example.com/coe/v1/submissions/sub%2F1/status');
    const other = scripted([json(IN_PROGRESS, 200, { 'retry-after': '7' })]);
    await expect(other.gateway.status('sub-1', signal)).resolves.toMatchObject({
      status: 'IN_PROGRESS',
      retryAfterMs: 7000,
    });
  });

  it("reject with the signal's own reason when they are given up", async () => {
    const reason = new Error('given up');
    const { gateway } = scripted([json(URLS)]);
    await expect(gateway.requestUpload(AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('failures', () => {
  it.each([
    [400, 'COE_PARTNER_CAN_NOT_BE_EMPTY', 'internal'],
    [400, 'INVALID_SUBMISSION_TYPE', 'internal'],
    [400, 'INVALID_SUBMISSION_ID', 'session-not-found'],
    [401, 'UNAUTHORIZED', 'token-invalid'],
    [401, 'TOKEN_EXPIRED', 'token-expired'],
    [403, 'FORBIDDEN', 'token-invalid'],
    [404, 'SUBMISSION_DOES_NOT_EXIST', 'session-not-found'],
    [408, '', 'server'],
    [409, 'SUBMISSION_STATE_CONFLICT', 'server'],
    [422, 'INVALID_UPLOAD_ARTIFACT', 'upload-rejected'],
    [429, 'SUBMISSION_QUOTA_EXCEEDED', 'attempts-exhausted'],
    [429, 'TOO_MANY_REQUESTS', 'rate-limited'],
    [500, 'SOMETHING_WENT_WRONG', 'server'],
    [503, 'SERVICE_UNAVAILABLE', 'server'],
  ])('%i %s is %s', async (status, cause, code) => {
    const { gateway } = scripted([failure(status, cause)]);
    await expect(gateway.requestUpload(signal)).rejects.toMatchObject({ code, httpStatus: status });
  });

  it('tell how long to wait', async () => {
    const { gateway } = scripted([failure(429, 'TOO_MANY_REQUESTS', { 'retry-after': '12' })]);
    await expect(gateway.requestUpload(signal)).rejects.toMatchObject({ retryAfterMs: 12_000 });
  });

  it('a token that worked before has expired, and so has one whose own time is over', async () => {
    const worked = scripted([json(URLS), failure(401, 'UNAUTHORIZED')]);
    await worked.gateway.requestUpload(signal);
    await expect(worked.gateway.status('sub-1', signal)).rejects.toMatchObject({ code: 'token-expired' });
    const jwt = (exp: number) => `h.${btoa(JSON.stringify({ exp })).replaceAll('=', '')}.s`;
    const over = scripted([failure(401, 'UNAUTHORIZED')], { token: jwt(NOW / 1000 - 1) });
    await expect(over.gateway.requestUpload(signal)).rejects.toMatchObject({ code: 'token-expired' });
    const young = scripted([failure(401, 'UNAUTHORIZED')], { token: jwt(NOW / 1000 + 60) });
    await expect(young.gateway.requestUpload(signal)).rejects.toMatchObject({ code: 'token-invalid' });
  });

  it('no answer is the network, a page of a proxy is an invalid response', async () => {
    const silent = scripted([new TypeError('fetch failed')]);
    await expect(silent.gateway.requestUpload(signal)).rejects.toMatchObject({ code: 'network', httpStatus: null });
    const portal = scripted([new Response('<html>Log in to this Wi-Fi</html>')]);
    await expect(portal.gateway.requestUpload(signal)).rejects.toMatchObject({ code: 'invalid-response' });
  });

  it.each([
    [403, 'upload-rejected', true],
    [410, 'upload-rejected', true],
    [413, 'upload-rejected', false],
    [415, 'upload-rejected', false],
    [422, 'upload-rejected', false],
    [429, 'rate-limited', false],
    [503, 'server', false],
  ])('a storage that answers %i: %s, worth a new address: %s', async (status, code, uploadExpired) => {
    const { gateway } = scripted([new Response(null, { status })]);
    await expect(gateway.upload(TARGET, picture, () => {}, signal)).rejects.toMatchObject({ code, uploadExpired });
  });

  it('say nothing of token, address or body', async () => {
    const { gateway } = scripted([
      failure(401, 'UNAUTHORIZED'),
      new TypeError('GET https://bucket.example.net/a?sig=1'),
    ]);
    const errors = [
      await gateway.requestUpload(signal).catch((error: unknown) => error),
      await gateway.upload(TARGET, picture, () => {}, signal).catch((error: unknown) => error),
    ];
    for (const error of errors) {
      expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/user-token|sig=1|UNAUTHORIZED/);
    }
  });
});
