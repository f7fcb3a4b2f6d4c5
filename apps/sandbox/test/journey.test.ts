import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { details, settled, start, status, submit, upload, uploadUrls, confirm } from './support/journey.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await openTestSandbox();
});
afterAll(() => sandbox.close());

describe('a journey', () => {
  it('goes from a token to a decision', async () => {
    const started = await start(sandbox);
    const submissionId = await submit(sandbox, started);
    const last = await settled(sandbox, started, submissionId);
    expect(last).toMatchObject({
      status: 'COMPLETED',
      nextAction: 'EXIT',
      verificationResult: { isApproved: true, riskLevel: 'LOW', confidence: '94.0' },
      documents: { SELFIE: { status: 'VERIFIED' } },
      attempts: { used: 1, max: 3 },
    });
    const { body } = await details(sandbox, started.partnerToken, { correlationId: started.correlationId });
    expect(body.data).toMatchObject({
      status: 'COMPLETED',
      submissionId,
      flow: 'STANDALONE_LIVENESS',
      partnerSessionId: started.correlationId,
      result: 'VALID',
      reasonCode: null,
    });
    expect(body.data.submissionDetails.verificationResults).toEqual({
      liveness: {
        result: true,
        version: 'test-1',
        evidence: expect.objectContaining({ score: 0.94, decision: 'live', clientScore: 0.95 }),
      },
    });
    expect(body.data.submissionDetails).not.toHaveProperty('x-bonafide');
  });

  it('gives the picture back at a presigned address that ends', async () => {
    const started = await start(sandbox);
    const bytes = picture('live');
    const submissionId = await submit(sandbox, started, bytes);
    await settled(sandbox, started, submissionId);
    const { body } = await details(sandbox, started.partnerToken, { submissionId });
    const url = body.data.submissionDetails.imageUrls.selfie;
    const response = await sandbox.fetch(new Request(url));
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect((await sandbox.fetch(new Request(`${url}0`))).status).toBe(403);
    sandbox.clock.advance(601_000);
    expect((await sandbox.fetch(new Request(url))).status).toBe(403);
  });

  it.each([
    ['not-live', { status: 'COMPLETED', result: 'INVALID', reasonCode: 'NOT_LIVE' }],
    ['no-face', { status: 'ERROR', reasonCode: 'VERIFICATION_FAILED' }],
    ['two-faces', { status: 'ERROR', reasonCode: 'VERIFICATION_FAILED' }],
    ['blurred', { status: 'ERROR', reasonCode: 'VERIFICATION_FAILED' }],
    ['unreadable', { status: 'ERROR', reasonCode: 'VERIFICATION_FAILED' }],
  ] as const)('judges a picture: %s', async (verdict, expected) => {
    const started = await start(sandbox);
    const submissionId = await submit(sandbox, started, picture(verdict));
    expect(await settled(sandbox, started, submissionId)).toMatchObject({ nextAction: 'RETRY' });
    const { body } = await details(sandbox, started.partnerToken, { submissionId });
    expect(body.data).toMatchObject(expected);
    if (expected.status === 'ERROR') expect(body.data).not.toHaveProperty('result');
  });

  it('offers another attempt until the quota is used up', async () => {
    const started = await start(sandbox);
    for (const used of [1, 2, 3]) {
      const submissionId = await submit(sandbox, started, picture('not-live'));
      const last = await settled(sandbox, started, submissionId);
      expect(last).toMatchObject({ nextAction: used < 3 ? 'RETRY' : 'EXIT', attempts: { used, max: 3 } });
    }
    const refused = await uploadUrls(sandbox, started);
    expect(refused.status).toBe(429);
    expect(refused.body).toEqual({
      success: false,
      data: null,
      errors: [{ code: '429', cause: 'SUBMISSION_QUOTA_EXCEEDED' }],
    });
    expect(refused.headers.get('retry-after')).toBeNull();
  });

  it('succeeds at the second attempt, and the details speak of the newest', async () => {
    const started = await start(sandbox);
    await settled(sandbox, started, await submit(sandbox, started, picture('not-live')));
    const second = await submit(sandbox, started, picture('live'));
    expect(await settled(sandbox, started, second)).toMatchObject({ nextAction: 'EXIT', attempts: { used: 2 } });
    const { body } = await details(sandbox, started.partnerToken, { correlationId: started.correlationId });
    expect(body.data).toMatchObject({ submissionId: second, result: 'VALID' });
    // A flow that has ended takes no further attempt.
    expect((await uploadUrls(sandbox, started)).status).toBe(429);
  });

  it('opens one attempt for calls at once, and again for a reload', async () => {
    const started = await start(sandbox);
    const answers = await Promise.all(Array.from({ length: 5 }, () => uploadUrls(sandbox, started)));
    expect(new Set(answers.map(({ body }) => body.data.submissionId)).size).toBe(1);
    expect(answers[0]?.body.data.attempts).toEqual({ used: 1, max: 3 });
  });

  it('takes a replaced picture until the upload is confirmed, and the same one after', async () => {
    const started = await start(sandbox);
    const { body } = await uploadUrls(sandbox, started);
    const url = body.data.documents.SELFIE.documentUrl;
    expect((await upload(sandbox, url, picture('not-live'))).status).toBe(200);
    expect((await upload(sandbox, url, picture('live'))).status).toBe(200);
    expect((await confirm(sandbox, started, body.data.submissionId)).status).toBe(200);
    expect((await upload(sandbox, url, picture('live'))).status).toBe(200);
    const late = await upload(sandbox, url, picture('not-live'));
    expect(late.status).toBe(409);
    expect(await settled(sandbox, started, body.data.submissionId)).toMatchObject({ status: 'COMPLETED' });
    const { body: last } = await details(sandbox, started.partnerToken, { correlationId: started.correlationId });
    expect(last.data.result).toBe('VALID');
    // No evidence came with this confirmation.
    expect(last.data.submissionDetails.verificationResults.liveness.evidence.clientScore).toBeNull();
  });

  it('is in progress for the partner until it is over', async () => {
    const started = await start(sandbox, { scenario: { processingMs: 60_000 } });
    const submissionId = await submit(sandbox, started);
    const { body } = await details(sandbox, started.partnerToken, { submissionId });
    expect(body.data.status).toBe('IN_PROGRESS');
    expect(body.data).not.toHaveProperty('result');
    expect((await status(sandbox, started, submissionId)).body.data).toMatchObject({
      status: 'IN_PROGRESS',
      nextAction: 'STATUS',
      documents: { SELFIE: { status: 'UPLOADED' } },
    });
  });
});
