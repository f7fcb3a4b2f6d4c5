import {
  callbackHandler,
  createOneKyc,
  type OneKyc,
  type OneKycCallback,
  referenceImageHandler,
} from '@bonafide/partner-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start, submit, until, userHeaders } from './support/journey.ts';
import { openPartner, type Partner } from './support/open-partner.ts';
import { ACME, LIVENESS_PARTNER, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

// The project's own server client against the gateway, so that drift breaks both sides at once.

const SECRET = `whsec_${Buffer.from('callback-secret-of-32-bytes-long').toString('base64')}`;
const IAB = { clientId: 'IAB', passKey: 'iab-pass-key' };
const USER = { id: 'user-1', idType: 'INTERNAL' };

let sandbox: TestSandbox;
let partner: Partner;
let onekyc: OneKyc;
const callbacks: OneKycCallback[] = [];

beforeAll(async () => {
  const receiveCallback = callbackHandler({
    credentials: IAB,
    signature: { secrets: [SECRET] },
    onEvent: ({ event }) => void callbacks.push(event),
  });
  const giveReferenceImage = referenceImageHandler({ credentials: IAB, resolve: () => `${partner.url}/face.jpg` });
  partner = await openPartner(async ({ method, path, headers, body }) => {
    if (path === '/face.jpg') return { status: 200, body: picture('live') };
    const init = { method, headers: headers as Record<string, string>, ...(method === 'POST' ? { body } : {}) };
    const handler = path === '/callback' ? receiveCallback : giveReferenceImage;
    const response = await handler(new Request(`http://localhost${path}`, init));
    return { status: response.status, body: await response.text() };
  });
  sandbox = await openTestSandbox({
    allowLoopback: true,
    clients: [
      {
        ...ACME,
        callbackUrl: `${partner.url}/callback`,
        callbackSecret: SECRET,
        referenceImageUrl: `${partner.url}/reference-image`,
        iabCredentials: IAB,
      },
    ],
  });
  onekyc = createOneKyc({
    clientId: ACME.clientId,
    passKey: ACME.passKey,
    onboardingPartner: LIVENESS_PARTNER,
    urls: { token: 'http://localhost/onekyc', gateway: 'http://localhost/onekyc' },
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
  });
});
afterAll(async () => {
  await sandbox.close();
  await partner.close();
});

describe('@bonafide/partner-server', () => {
  it('opens a flow, takes the callback and reads the decision', async () => {
    const correlationId = crypto.randomUUID();
    const { token } = await onekyc.initiateFlow({
      flow: 'STANDALONE_LIVENESS',
      source: 'SDK',
      user: USER,
      correlationId,
    });
    const browser = {
      partnerToken: '',
      userToken: token,
      correlationId,
      userHeaders: userHeaders(token, correlationId),
    };
    const submissionId = await submit(sandbox, browser);
    const decided = await onekyc.waitForSubmission({ correlationId, user: USER, timeoutMs: 20_000 });
    expect(decided).toMatchObject({ submissionId, status: 'COMPLETED', result: 'VALID' });
    expect(decided.submissionDetails?.verificationResults?.faceMatch).toMatchObject({ result: true });
    await until(() => callbacks.some((event) => event.submissionId === submissionId));
    expect(callbacks.find((event) => event.submissionId === submissionId)).toMatchObject({
      partnerSessionId: correlationId,
      status: 'COMPLETED',
      result: 'VALID',
    });
  });

  it('hears of a duplicated callback once', async () => {
    const started = await start(sandbox, { scenario: 'duplicated-callback' });
    const submissionId = await submit(sandbox, started);
    const posts = () =>
      partner.requests.filter(({ path, body }) => path === '/callback' && body.includes(submissionId));
    await until(() => posts().length >= 2);
    await until(() => callbacks.some((event) => event.submissionId === submissionId));
    expect(callbacks.filter((event) => event.submissionId === submissionId)).toHaveLength(1);
  });

  it('gets through a gateway that fails and limits', async () => {
    const correlationId = crypto.randomUUID();
    const scenario = { faults: [{ operation: 'getSubmissionDetails', times: 2, status: 503 }] };
    const started = await start(sandbox, { correlationId, scenario });
    await submit(sandbox, started);
    const decided = await onekyc.waitForSubmission({ correlationId, timeoutMs: 20_000 });
    expect(decided.result).toBe('VALID');
    const requests = sandbox.logs.filter(
      (record) => record['operation'] === 'getSubmissionDetails' && record['correlationId'] === correlationId,
    );
    expect(requests.slice(0, 3).map((record) => record['status'])).toEqual([503, 503, 200]);
  });

  it('is told apart by code when it asks for what is not its own', async () => {
    await expect(onekyc.getSubmissionDetails({ correlationId: 'unknown' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
