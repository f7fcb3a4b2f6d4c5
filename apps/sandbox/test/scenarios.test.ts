import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  call,
  confirm,
  details,
  partnerToken,
  settled,
  start,
  status,
  submit,
  upload,
  uploadUrls,
} from './support/journey.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await openTestSandbox();
});
afterAll(() => sandbox.close());

const arm = (scenario: unknown, method = 'PUT') =>
  call(sandbox, `/control/api/clients/${ACME.clientId}/scenario`, {
    method,
    ...(method === 'PUT' ? { body: typeof scenario === 'string' ? scenario : JSON.stringify(scenario) } : {}),
  });

describe('a scenario', () => {
  it.each([
    ['valid', 'COMPLETED', 'VALID', null, 'EXIT'],
    ['not-live', 'COMPLETED', 'INVALID', 'NOT_LIVE', 'RETRY'],
    ['face-match-failed', 'COMPLETED', 'INVALID', 'FACE_MATCH_FAILED', 'RETRY'],
    ['reference-invalid', 'COMPLETED', 'INVALID', 'REFERENCE_IMAGE_VALIDATION_FAILED', 'EXIT'],
    ['document-not-found', 'COMPLETED', 'INVALID', 'DOCUMENT_NOT_FOUND', 'RETRY'],
    ['invalid-document', 'COMPLETED', 'INVALID', 'INVALID_DOCUMENT', 'RETRY'],
    ['verification-failed', 'ERROR', undefined, 'VERIFICATION_FAILED', 'RETRY'],
  ])('%s orders the outcome and says that it did', async (name, lifecycle, result, reasonCode, nextAction) => {
    const started = await start(sandbox, { scenario: name });
    // The picture says the opposite of most of them.
    const submissionId = await submit(sandbox, started, picture(name === 'valid' ? 'no-face' : 'live'));
    expect(await settled(sandbox, started, submissionId)).toMatchObject({ status: lifecycle, nextAction });
    const { body } = await details(sandbox, started.partnerToken, { submissionId });
    expect(body.data).toMatchObject({ status: lifecycle, reasonCode });
    expect(body.data.result).toBe(result);
    expect(body.data.submissionDetails['x-bonafide']).toEqual({ scripted: true, scenario: name });
    const { body: shown } = await call(sandbox, `/control/api/submissions/${submissionId}`);
    expect(shown).toMatchObject({ scripted: true, evidence: { scripted: true, scenario: name } });
    const logged = sandbox.logs.find(
      (record) => record['submissionId'] === submissionId && record.event === 'submission-completed',
    );
    expect(logged).toMatchObject({ scripted: true });
  });

  it('asks for another picture first, and then really looks', async () => {
    const started = await start(sandbox, { scenario: 'recapture' });
    expect(await settled(sandbox, started, await submit(sandbox, started))).toMatchObject({
      nextAction: 'RETRY',
      documents: { SELFIE: { status: 'INVALID' } },
    });
    const second = await submit(sandbox, started);
    expect(await settled(sandbox, started, second)).toMatchObject({ nextAction: 'EXIT', status: 'COMPLETED' });
    const { body } = await details(sandbox, started.partnerToken, { submissionId: second });
    expect(body.data.submissionDetails).not.toHaveProperty('x-bonafide');
  });

  it('takes as long as it is told', async () => {
    const startedAt = Date.now();
    const started = await start(sandbox, { scenario: { processingMs: 1_500 } });
    const submissionId = await submit(sandbox, started);
    await settled(sandbox, started, submissionId);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1_500);
  });

  it('answers with faults so many times, then for real', async () => {
    const started = await start(sandbox, {
      scenario: {
        faults: [
          { operation: 'getUploadUrls', times: 2, status: 500 },
          { operation: 'putUpload', times: 1, status: 503, retryAfterSeconds: 7 },
          { operation: 'putConfirmUpload', times: 1, status: 429, retryAfterSeconds: 3 },
          { operation: 'getSubmissionStatus', times: 1, status: 503 },
        ],
      },
    });
    const urls = [
      await uploadUrls(sandbox, started),
      await uploadUrls(sandbox, started),
      await uploadUrls(sandbox, started),
    ];
    expect(urls.map((answer) => answer.status)).toEqual([500, 500, 200]);
    expect(urls[0]?.body.errors).toEqual([{ code: '900', cause: 'SOMETHING_WENT_WRONG' }]);
    const { submissionId, documents } = urls[2]?.body.data ?? {};
    const failedUpload = await upload(sandbox, documents.SELFIE.documentUrl);
    expect([failedUpload.status, failedUpload.headers.get('retry-after')]).toEqual([503, '7']);
    expect((await upload(sandbox, documents.SELFIE.documentUrl)).status).toBe(200);
    const limited = await confirm(sandbox, started, submissionId);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3']);
    // A rate limit and an exhausted quota are both 429 and must be told apart.
    expect(limited.body.errors).toEqual([{ code: '429', cause: 'TOO_MANY_REQUESTS' }]);
    expect((await confirm(sandbox, started, submissionId)).status).toBe(200);
    const unavailable = await status(sandbox, started, submissionId);
    expect(unavailable.body.errors).toEqual([{ code: '903', cause: 'SERVICE_UNAVAILABLE' }]);
    expect((await status(sandbox, started, submissionId)).status).toBe(200);
  });

  it('gives one fault to one of many requests at once', async () => {
    const started = await start(sandbox, {
      scenario: { faults: [{ operation: 'getUploadUrls', times: 3, status: 500 }] },
    });
    const answers = await Promise.all(Array.from({ length: 8 }, () => uploadUrls(sandbox, started)));
    expect(answers.filter((answer) => answer.status === 500)).toHaveLength(3);
  });

  it('fails initiate-flow by the header, and succeeds with the same correlation id afterwards', async () => {
    const correlationId = crypto.randomUUID();
    const scenario = { faults: [{ operation: 'postInitiateFlow', times: 1, status: 503 }] };
    await expect(start(sandbox, { correlationId, scenario })).rejects.toThrow('503');
    const started = await start(sandbox, { correlationId, scenario });
    expect((await uploadUrls(sandbox, started)).status).toBe(200);
  });

  it('lets the token expire in mid-flow, once', async () => {
    const started = await start(sandbox, { scenario: 'token-expires' });
    const { body } = await uploadUrls(sandbox, started);
    await upload(sandbox, body.data.documents.SELFIE.documentUrl);
    const refused = await confirm(sandbox, started, body.data.submissionId);
    expect(refused.status).toBe(401);
    const renewed = await start(sandbox, { correlationId: started.correlationId, scenario: 'token-expires' });
    expect((await confirm(sandbox, renewed, body.data.submissionId)).status).toBe(200);
    expect(await settled(sandbox, renewed, body.data.submissionId)).toMatchObject({ status: 'COMPLETED' });
  });

  it('exhausts the quota', async () => {
    const started = await start(sandbox, { scenario: 'quota-exhausted' });
    const refused = await uploadUrls(sandbox, started);
    expect([refused.status, refused.body.errors[0].cause]).toEqual([429, 'SUBMISSION_QUOTA_EXCEEDED']);
  });

  it('slows every answer to the browser', async () => {
    const started = await start(sandbox, { scenario: { latencyMs: 300 } });
    const startedAt = performance.now();
    await uploadUrls(sandbox, started);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(299);
  });
});

describe('the armed scenario', () => {
  it('applies to the next flow and to no other', async () => {
    expect((await arm('not-live')).body.nextScenario).toMatchObject({ name: 'not-live' });
    const scripted = await start(sandbox);
    const real = await start(sandbox);
    const first = await submit(sandbox, scripted);
    const second = await submit(sandbox, real);
    expect((await settled(sandbox, scripted, first)).verificationResult.isApproved).toBe(false);
    expect((await settled(sandbox, real, second)).verificationResult.isApproved).toBe(true);
  });

  it('fails token requests before there is a flow, and can be cleared', async () => {
    await arm({ faults: [{ operation: 'getPartnerToken', times: 5, status: 500 }] });
    const headers = { 'client-id': ACME.clientId, 'pass-key': ACME.passKey };
    const failed = await call(sandbox, '/v1/coe/partner/authentication', { headers });
    expect(failed.body.errors).toEqual([
      { code: '900', entity: 'ONEKYC_TOKEN_SERVICE', cause: 'GENERIC_SERVICE_ERROR' },
    ]);
    await arm(null, 'DELETE');
    expect(await partnerToken(sandbox)).toEqual(expect.any(String));
    expect((await call(sandbox, '/control/api/clients')).body.clients[0].nextScenario).toBeNull();
  });

  it('is refused with a reason', async () => {
    const refused = await arm('{"faults":[{"operation":"dance","status":500}]}');
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatch(/^scenario: faults\.0\.operation /);
    expect((await call(sandbox, '/control/api/clients/NOBODY/scenario', { method: 'PUT', body: 'valid' })).status).toBe(
      404,
    );
  });
});
