import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Answer,
  call,
  captureEvidence,
  confirm,
  details,
  initiate,
  partnerToken,
  settled,
  start,
  type Started,
  status,
  submit,
  upload,
  uploadUrls,
} from './support/journey.ts';
import { ACME, LIVENESS_PARTNER, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

// What a client of OneKYC asked wrongly, row by row of the documented tables. Wrong credentials are in access-onekyc.test.ts.

let sandbox: TestSandbox;
let token: string;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  token = await partnerToken(sandbox);
});
afterAll(() => sandbox.close());

/** The whole answer, so that a code of the other type, a missing `data` or a stray field is a failure. */
function expectError(answer: Answer, httpStatus: number, code: string | number, cause: string, entity?: string) {
  expect(answer.body).toEqual({
    success: false,
    data: null,
    errors: [{ code, ...(entity === undefined ? {} : { entity }), cause }],
  });
  expect(answer.status).toBe(httpStatus);
}

const TOKEN_SERVICE = 'ONEKYC_TOKEN_SERVICE';
const CREDENTIALS = { 'client-id': ACME.clientId, 'pass-key': ACME.passKey };

describe('token answers', () => {
  it('carry their numbers as strings', async () => {
    const { status: httpStatus, body } = await call(sandbox, '/v1/coe/partner/authentication', {
      headers: CREDENTIALS,
    });
    expect(httpStatus).toBe(200);
    expect(body.data).toEqual({ token: expect.any(String), expiry_seconds: '3600', expires_at: expect.any(String) });
    expect(Number(body.data.expires_at) * 1000 - sandbox.clock.now()).toBeGreaterThan(3_590_000);
  });

  it.each(['x-onboarding-partner', 'x-partner-user-id', 'x-partner-user-id-type'])(
    'of the user need %s',
    async (missing) => {
      const headers = new Headers({
        ...CREDENTIALS,
        'x-onboarding-partner': LIVENESS_PARTNER,
        'x-partner-user-id': 'u',
        'x-partner-user-id-type': 't',
      });
      headers.delete(missing);
      const cause = `${missing.toUpperCase().replaceAll('-', '_')}_CAN_NOT_BE_EMPTY`;
      expectError(await call(sandbox, '/v2/coe/authentication', { headers }), 400, 1539, cause, TOKEN_SERVICE);
    },
  );

  it('of the user bind to the first correlation id that they are used with', async () => {
    const headers = {
      ...CREDENTIALS,
      'x-onboarding-partner': LIVENESS_PARTNER,
      'x-partner-user-id': 'u',
      'x-partner-user-id-type': 't',
    };
    const { body } = await call(sandbox, '/v2/coe/authentication', { headers });
    const userToken: string = body.data.token;
    expect(body.data.expiry_seconds).toBe('900');
    const as = (correlationId: string): Started => ({
      partnerToken: token,
      userToken,
      correlationId,
      userHeaders: { 'x-onekyc-token': userToken, 'x-partner-session-id': correlationId, 'x-sdk-session-id': 's' },
    });
    const first = as(crypto.randomUUID());
    const submissionId = await submit(sandbox, first);
    expect(await settled(sandbox, first, submissionId)).toMatchObject({ status: 'COMPLETED' });
    expectError(await uploadUrls(sandbox, as(crypto.randomUUID())), 401, '110', 'UNAUTHORIZED');
  });

  it('of the user cannot take a correlation id that is in use', async () => {
    const running = await start(sandbox);
    const { body } = await call(sandbox, '/v2/coe/authentication', {
      headers: {
        ...CREDENTIALS,
        'x-onboarding-partner': LIVENESS_PARTNER,
        'x-partner-user-id': 'u',
        'x-partner-user-id-type': 't',
      },
    });
    const headers = { ...running.userHeaders, 'x-onekyc-token': body.data.token };
    expectError(await uploadUrls(sandbox, { ...running, userHeaders: headers }), 401, '110', 'UNAUTHORIZED');
  });
});

describe('postInitiateFlow', () => {
  const post = (
    changes: Record<string, string | null>,
    body: unknown = { flow: 'STANDALONE_LIVENESS', source: 'SDK' },
  ) => {
    const headers = new Headers({
      'content-type': 'application/json',
      'x-onekyc-token': token,
      'x-onboarding-partner': LIVENESS_PARTNER,
      'x-partner-user-id': 'user-1',
      'x-partner-user-id-type': 'INTERNAL',
      'x-partner-session-id': crypto.randomUUID(),
    });
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return call(sandbox, '/coe-partner/v1/initiate-flow', { method: 'POST', headers, body: text });
  };

  it.each([
    ['x-partner-session-id', 'X_PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY'],
    ['x-onboarding-partner', 'X_ONBOARDING_PARTNER_CAN_NOT_BE_EMPTY'],
    ['x-partner-user-id', 'X_PARTNER_USER_ID_CAN_NOT_BE_EMPTY'],
    ['x-partner-user-id-type', 'X_PARTNER_USER_ID_TYPE_CAN_NOT_BE_EMPTY'],
  ])('without %s → %s', async (name, cause) => {
    expectError(await post({ [name]: null }), 400, '1539', cause);
    expectError(await post({ [name]: ' ' }), 400, '1539', cause);
  });

  it.each([
    [{ source: 'SDK' }, 'FLOW_CAN_NOT_BE_EMPTY'],
    [{ flow: 'STANDALONE_LIVENESS' }, 'SOURCE_CAN_NOT_BE_EMPTY'],
    [{ flow: 'DANCE', source: 'SDK' }, 'INVALID_FLOW'],
    [{ flow: 'STANDALONE_LIVENESS', source: 'POST' }, 'INVALID_SOURCE'],
    [
      { flow: 'KTP_SCAN', source: 'WEB_SDK', failureRedirectionUrl: 'https://a.example' },
      'SUCCESS_REDIRECTION_URL_CAN_NOT_BE_EMPTY',
    ],
    [
      { flow: 'STANDALONE_LIVENESS', source: 'SDK', additionalDetails: { userLocale: 'xx' } },
      'INVALID_ADDITIONAL_DETAILS_USER_LOCALE',
    ],
    ['{not json', 'INVALID_REQUEST_BODY'],
    ['[]', 'INVALID_REQUEST_BODY'],
    [{ flow: 'STANDALONE_LIVENESS', source: 'SDK', padding: 'x'.repeat(70_000) }, 'INVALID_REQUEST_BODY'],
  ])('body %j → %s', async (body, cause) => {
    expectError(await post({}, body), 400, '1539', cause);
  });

  it('refuses another client’s onboarding partner', async () => {
    const answer = await post({ 'x-onboarding-partner': 'OTHER-SDK-COE_STANDALONE_LIVENESS' });
    expectError(answer, 403, '110', 'ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT');
  });

  it('refuses a scenario that it does not understand', async () => {
    for (const scenario of ['no-such-name', '{"surprise":1}', '{"processingMs":-1}', '{']) {
      expectError(await post({ 'x-bonafide-scenario': scenario }), 400, '1539', 'INVALID_X_BONAFIDE_SCENARIO');
    }
  });

  it('answers with the address of the hosted page for WEB_SDK', async () => {
    const answer = await post(
      {},
      {
        flow: 'STANDALONE_LIVENESS',
        source: 'WEB_SDK',
        successRedirectionUrl: 'https://partner.example.com/done',
        failureRedirectionUrl: 'https://partner.example.com/failed',
      },
    );
    expect(answer.body.data).toEqual({
      launchUrl: expect.stringMatching(/^http:\/\/localhost\/hosted\/index\.html#\/launch-v1\?token=/),
      expirySeconds: '900',
      expiresAt: expect.stringMatching(/^\d+$/),
    });
  });

  it('takes a correlation id once: again for the same user is a new token, else refused', async () => {
    const started = await start(sandbox, { userId: 'user-7' });
    const { correlationId } = started;
    const stranger = await initiate(sandbox, token, { correlationId, userId: 'user-8' });
    expectError(stranger, 400, '1539', 'X_PARTNER_SESSION_ID_HAS_BEEN_USED');
    const again = await start(sandbox, { correlationId, userId: 'user-7' });
    // The old token ended with the new one.
    expectError(await uploadUrls(sandbox, started), 401, '110', 'UNAUTHORIZED');
    await settled(sandbox, again, await submit(sandbox, again));
    const after = await initiate(sandbox, token, { correlationId, userId: 'user-7' });
    expectError(after, 400, '1539', 'X_PARTNER_SESSION_ID_HAS_BEEN_USED');
  });

  it('opens one flow for the same correlation id at once', async () => {
    const correlationId = crypto.randomUUID();
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((userId) => initiate(sandbox, token, { correlationId, userId })),
    );
    expect(answers.filter(({ status: httpStatus }) => httpStatus === 200)).toHaveLength(1);
  });
});

describe('getUploadUrls', () => {
  it('needs a submission type that the flow has', async () => {
    const started = await start(sandbox);
    for (const type of ['', 'DANCE', 'KTP_SCAN', 'FACE_VERIFICATION']) {
      expectError(await uploadUrls(sandbox, started, type), 400, '1542', 'INVALID_SUBMISSION_TYPE');
    }
  });

  it('needs a correlation id, and the token’s own', async () => {
    const started = await start(sandbox);
    const without = { ...started, userHeaders: { 'x-onekyc-token': started.userToken } };
    expectError(await uploadUrls(sandbox, without), 400, '1539', 'X_PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY');
    const wrong = { ...started, userHeaders: { ...started.userHeaders, 'x-partner-session-id': 'somebody-else' } };
    expectError(await uploadUrls(sandbox, wrong), 401, '110', 'UNAUTHORIZED');
  });
});

describe('putUpload', () => {
  const target = async (): Promise<string> => {
    const { body } = await uploadUrls(sandbox, await start(sandbox));
    expect(body.data.documents.SELFIE.expiryInSeconds).toBe('600');
    return body.data.documents.SELFIE.documentUrl;
  };

  it('refuses what is not a picture of the declared type', async () => {
    const url = await target();
    expectError(await upload(sandbox, url, picture('live'), 'text/html'), 415, '415', 'UNSUPPORTED_MEDIA_TYPE');
    expectError(await upload(sandbox, url, picture('live'), 'image/svg+xml'), 415, '415', 'UNSUPPORTED_MEDIA_TYPE');
    expectError(await upload(sandbox, url, picture('live'), 'image/png'), 422, '422', 'INVALID_UPLOAD_ARTIFACT');
    expectError(await upload(sandbox, url, new TextEncoder().encode('<svg/>')), 422, '422', 'INVALID_UPLOAD_ARTIFACT');
    expectError(await upload(sandbox, url, new Uint8Array()), 422, '422', 'INVALID_UPLOAD_ARTIFACT');
  });

  it('refuses too many bytes, declared or not', async () => {
    const url = await target();
    const large = new Uint8Array(8 * 1024 * 1024 + 1);
    large.set([0xff, 0xd8, 0xff]);
    expectError(await upload(sandbox, url, large), 413, '413', 'UPLOAD_TOO_LARGE');
    const stream = new Blob([large]).stream();
    // `duplex` is required for a streamed body and missing from the DOM's types.
    const init = { method: 'PUT', headers: { 'content-type': 'image/jpeg' }, body: stream, duplex: 'half' };
    const request = new Request(url, init);
    expect((await sandbox.fetch(request)).status).toBe(413);
  });
});

describe('putConfirmUpload', () => {
  it('walks through its table', async () => {
    const started = await start(sandbox);
    const { body } = await uploadUrls(sandbox, started);
    const { submissionId, documents } = body.data;
    const { 'x-sdk-session-id': _, ...withoutSdk } = started.userHeaders;
    expectError(
      await confirm(sandbox, { ...started, userHeaders: withoutSdk }, submissionId),
      400,
      '1539',
      'X_SDK_SESSION_ID_CAN_NOT_BE_EMPTY',
    );
    expectError(await confirm(sandbox, started, ''), 400, '1542', 'INVALID_CONFIRM_UPLOAD_REQUEST');
    expectError(await confirm(sandbox, started, 'unknown'), 404, '404', 'SUBMISSION_DOES_NOT_EXIST');
    expectError(await confirm(sandbox, started, submissionId), 422, '422', 'INVALID_UPLOAD_ARTIFACT');
    await upload(sandbox, documents.SELFIE.documentUrl, picture('live'));
    const claimed = { bonafide: captureEvidence(picture('not-live')) };
    // The evidence speaks of other bytes than those that were uploaded.
    expectError(await confirm(sandbox, started, submissionId, claimed), 422, '422', 'INVALID_UPLOAD_ARTIFACT');
    const broken = { bonafide: { version: '1' } };
    expectError(await confirm(sandbox, started, submissionId, broken), 400, '1542', 'INVALID_CONFIRM_UPLOAD_REQUEST');
    expect((await confirm(sandbox, started, submissionId)).body).toMatchObject({
      success: true,
      data: { submissionId },
    });
    expectError(await confirm(sandbox, started, submissionId), 409, '409', 'SUBMISSION_STATE_CONFLICT');
  });
});

describe('getSubmissionStatus', () => {
  it('walks through its table', async () => {
    const started = await start(sandbox);
    expectError(await status(sandbox, started, 'not-a-uuid'), 400, '1541', 'INVALID_SUBMISSION_ID');
    expectError(await status(sandbox, started, crypto.randomUUID()), 404, '1543', 'SUBMISSION_DOES_NOT_EXIST');
  });

  it('limits polling and says how long to wait', async () => {
    const own = await openTestSandbox({ statusRequestsPerTenSeconds: 2 });
    const started = await start(own);
    const { body } = await uploadUrls(own, started);
    for (let n = 0; n < 2; n += 1) expect((await status(own, started, body.data.submissionId)).status).toBe(200);
    const limited = await status(own, started, body.data.submissionId);
    expectError(limited, 429, '429', 'TOO_MANY_REQUESTS');
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    own.clock.advance(5_000);
    expect((await status(own, started, body.data.submissionId)).status).toBe(200);
    await own.close();
  });
});

describe('getSubmissionDetails', () => {
  it('walks through its table, with integer codes', async () => {
    const started = await start(sandbox);
    const other = await start(sandbox);
    const submissionId = await submit(sandbox, started);
    expectError(await details(sandbox, token, {}), 400, 1550, 'PARTNER_USER_ID_CAN_NOT_BE_EMPTY');
    expectError(await details(sandbox, token, { correlationId: 'unknown' }), 400, 1552, 'SUBMISSION_DOES_NOT_EXIST');
    expectError(await details(sandbox, token, { submissionId: 'unknown' }), 400, 1552, 'SUBMISSION_DOES_NOT_EXIST');
    const { correlationId } = other;
    expectError(
      await details(sandbox, token, { submissionId, correlationId }),
      400,
      1553,
      'PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER',
    );
    const asUser = (userId: string) =>
      call(sandbox, '/coe/v1/submissions', {
        headers: { 'x-onekyc-token': token, 'x-submission-id': submissionId, 'x-partner-user-id': userId },
      });
    expectError(await asUser(''), 400, 1550, 'PARTNER_USER_ID_CAN_NOT_BE_EMPTY');
    expectError(await asUser('user-2'), 400, 1553, 'PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER');
    expect((await asUser('user-1')).status).toBe(200);
    const { body } = await details(sandbox, token, { submissionId, correlationId: started.correlationId });
    expect(body.data.submissionId).toBe(submissionId);
  });
});

it('answers an unknown path in the envelope', async () => {
  expectError(await call(sandbox, '/coe/v9/anything'), 404, '404', 'NO_SUCH_OPERATION');
});
