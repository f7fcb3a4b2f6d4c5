import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  call,
  confirm,
  details,
  initiate,
  partnerToken,
  start,
  type Started,
  status,
  submit,
  upload,
  uploadUrls,
} from './support/journey.ts';
import { LIVENESS_PARTNER, openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';

// One client's credentials and one person's token against everything that belongs to another: one `it` an operation.

let sandbox: TestSandbox;
let victim: Started;
let submissionId: string;
let neighbour: Started;
let foreigner: Started;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  victim = await start(sandbox, { userId: 'victim', scenario: { processingMs: 600_000 } });
  submissionId = await submit(sandbox, victim);
  neighbour = await start(sandbox, { userId: 'neighbour' });
  foreigner = await start(sandbox, {
    client: OTHER,
    onboardingPartner: 'OTHER-SDK-COE_STANDALONE_LIVENESS',
    // The same words in another client's mouth are another flow.
    correlationId: victim.correlationId,
    userId: 'victim',
  });
});
afterAll(() => sandbox.close());

it('getPartnerToken: one client’s key opens no other', async () => {
  const headers = { 'client-id': 'ACME', 'pass-key': OTHER.passKey };
  expect((await call(sandbox, '/v1/coe/partner/authentication', { headers })).status).toBe(401);
});

it('getUserToken: not for another client’s onboarding partner', async () => {
  const headers = {
    'client-id': OTHER.clientId,
    'pass-key': OTHER.passKey,
    'x-onboarding-partner': LIVENESS_PARTNER,
    'x-partner-user-id': 'victim',
    'x-partner-user-id-type': 'INTERNAL',
  };
  expect((await call(sandbox, '/v2/coe/authentication', { headers })).status).toBe(401);
});

it('postInitiateFlow: not for another client’s onboarding partner', async () => {
  const token = await partnerToken(sandbox, OTHER);
  expect((await initiate(sandbox, token, { onboardingPartner: LIVENESS_PARTNER })).status).toBe(403);
});

it('getUploadUrls: a correlation id opens nothing by itself', async () => {
  for (const { userToken } of [neighbour, foreigner]) {
    const as = { ...victim, userHeaders: { ...victim.userHeaders, 'x-onekyc-token': userToken } };
    const answer = await uploadUrls(sandbox, as);
    // The neighbour is refused; the foreigner, whose own flow has that id too, gets its own submission.
    if (answer.status === 200) expect(answer.body.data.submissionId).not.toBe(submissionId);
    else expect(answer.status).toBe(401);
  }
});

it('putUpload: an address opens one document', async () => {
  const { body } = await uploadUrls(sandbox, neighbour);
  const other = await uploadUrls(sandbox, await start(sandbox));
  const key = /uploads\/([^?]+)/.exec(other.body.data.documents.SELFIE.documentUrl)?.[1] ?? '';
  const moved = body.data.documents.SELFIE.documentUrl.replace(/uploads\/[^?]+/, `uploads/${key}`);
  expect((await upload(sandbox, moved)).status).toBe(403);
});

it.each(['neighbour', 'foreigner'] as const)('putConfirmUpload: not by the %s', async (who) => {
  const as = who === 'neighbour' ? neighbour : foreigner;
  expect((await confirm(sandbox, as, submissionId)).status).toBe(404);
});

it.each(['neighbour', 'foreigner'] as const)('getSubmissionStatus: not by the %s', async (who) => {
  const as = who === 'neighbour' ? neighbour : foreigner;
  const answer = await status(sandbox, as, submissionId);
  expect(answer.status).toBe(404);
  // Word for word what an id that never existed gets.
  expect(answer.body).toEqual((await status(sandbox, as, crypto.randomUUID())).body);
});

it('getSubmissionDetails: not by another client, by either key', async () => {
  const token = await partnerToken(sandbox, OTHER);
  for (const keys of [{ submissionId }, { submissionId, correlationId: victim.correlationId }]) {
    const answer = await details(sandbox, token, keys);
    expect(answer.body.errors).toEqual([{ code: 1552, cause: 'SUBMISSION_DOES_NOT_EXIST' }]);
  }
  const byCorrelation = await details(sandbox, token, { correlationId: victim.correlationId });
  expect(byCorrelation.body.data?.submissionId).not.toBe(submissionId);
});

it('getSubmissionDetails: not by the person in the browser', async () => {
  expect((await details(sandbox, victim.userToken, { submissionId })).status).toBe(403);
});
