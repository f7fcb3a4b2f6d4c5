import { PATHS } from '@bonafide/contracts/onekyc';
import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../stores/memory.ts';
import { createFakeGateway } from '../testing/create-fake-gateway.ts';
import type { FakeGatewayOptions } from '../testing/create-fake-gateway.ts';
import { createOneKyc } from './create-onekyc.ts';
import type { OneKycEvent, OneKycOptions } from './onekyc-options.ts';

const CREDENTIAL = {
  clientId: 'client',
  passKey: 'canary-pass-key',
  onboardingPartner: 'CLIENT-SDK-COE_STANDALONE_LIVENESS',
};
const URLS = { token: 'https://token.test/onekyc/', gateway: 'https://gateway.test/onekyc' };
const USER = { id: 'user-1', idType: 'CUSTOMER_ID' };
const SDK_FLOW = { flow: 'STANDALONE_LIVENESS', source: 'SDK', user: USER, correlationId: 'correlation-1' } as const;

function setUp(gatewayOptions: FakeGatewayOptions = {}, over: Partial<OneKycOptions> = {}) {
  const clock = createManualClock();
  const gateway = createFakeGateway(gatewayOptions);
  const events: OneKycEvent[] = [];
  // The fake serves the contract's paths; ours come below a base path.
  const fetch: typeof gateway.fetch = (input, init) => gateway.fetch(input.replace('/onekyc/', '/'), init);
  const options = {
    ...CREDENTIAL,
    urls: URLS,
    fetch,
    clock,
    random: () => 0.5,
    onEvent: (event: OneKycEvent) => events.push(event),
    ...over,
  } as OneKycOptions;
  return { clock, gateway, events, options, onekyc: createOneKyc(options) };
}

const refuse =
  (status: number, cause: string, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ success: false, data: null, errors: [{ code: 110, cause }] }, { status, headers });

describe('createOneKyc', () => {
  it.each([
    ['no clientId', { clientId: '' }],
    ['a passKey with a line break', { passKey: 'a\r\nx-evil: 1' }],
    ['a passKey with a space at its end', { passKey: 'canary-pass-key ' }],
    ['an address with a user', { urls: { ...URLS, token: 'https://user:canary@token.test' } }],
    ['an address with a query', { urls: { ...URLS, gateway: 'https://gateway.test?canary' } }],
    ['no onboardingPartner', { onboardingPartner: undefined }],
    ['an unknown environment', { urls: undefined, environment: 'staging' }],
    ['no address at all', { urls: undefined }],
    ['an address without encryption', { urls: { ...URLS, token: 'http://token.test' } }],
    ['an address that is none', { urls: { ...URLS, gateway: 'gateway' } }],
    ['no time', { timeoutMs: 0 }],
  ])('%s is a mistake that is thrown at once, unquoted', (_, wrong) => {
    const { options } = setUp();
    const failure = (() => {
      try {
        return createOneKyc({ ...options, ...wrong } as OneKycOptions);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(TypeError);
    expect((failure as Error).message).not.toMatch(/canary|evil/);
  });

  it('takes this machine without encryption, and the vendor’s environments by name', () => {
    const { options } = setUp();
    const loopback = 'http://127.0.0.1:8787/onekyc';
    expect(() =>
      createOneKyc({ ...options, urls: { token: loopback, gateway: loopback } } as OneKycOptions),
    ).not.toThrow();
    for (const environment of ['sandbox', 'production'] as const)
      expect(() => createOneKyc({ ...CREDENTIAL, environment })).not.toThrow();
  });
});

describe('partnerToken', () => {
  it('asks the token gateway with the credential, once', async () => {
    const { gateway, onekyc, events } = setUp();
    expect(await onekyc.partnerToken()).toBe('partner-token-1');
    expect(await onekyc.partnerToken()).toBe('partner-token-1');
    expect(gateway.requests).toHaveLength(1);
    expect(gateway.requests[0]).toMatchObject({
      method: 'GET',
      path: PATHS.partnerToken,
      headers: { 'client-id': 'client', 'pass-key': 'canary-pass-key' },
    });
    expect(events.map(({ kind }) => kind)).toEqual(['exchange', 'token']);
  });

  it('does not take a token that no header can carry', async () => {
    const { gateway, onekyc } = setUp();
    const data = { token: 'canary\nx', expiry_seconds: '3600', expires_at: '1900000000' };
    gateway.next(PATHS.partnerToken, () => Response.json({ success: true, data }));
    const failure: unknown = await onekyc.partnerToken().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'invalid-response' });
    expect(JSON.stringify(failure) + String((failure as Error).stack)).not.toContain('canary');
  });

  it('1,000 concurrent cold calls make one token request', async () => {
    const { gateway, onekyc } = setUp();
    await Promise.all(
      Array.from({ length: 1_000 }, (_, i) => onekyc.getSubmissionDetails({ correlationId: `c-${i}` })),
    );
    expect(gateway.countOf(PATHS.partnerToken)).toBe(1);
    expect(gateway.countOf(PATHS.submissionDetails)).toBe(1_000);
  });

  it('a revoked token costs one refresh for 500 concurrent calls, and none of them fails', async () => {
    const { gateway, onekyc } = setUp();
    await onekyc.getSubmissionDetails({ correlationId: 'warm' });
    gateway.revokeTokens();
    await Promise.all(Array.from({ length: 500 }, (_, i) => onekyc.getSubmissionDetails({ correlationId: `c-${i}` })));
    expect(gateway.countOf(PATHS.partnerToken)).toBe(2);
    expect(gateway.countOf(PATHS.submissionDetails)).toBe(1 + 2 * 500);
  });

  it('one 503 of the token gateway fails none of 1,000 calls', async () => {
    const { clock, gateway, onekyc } = setUp();
    gateway.next(PATHS.partnerToken, refuse(503, 'SERVICE_UNAVAILABLE'));
    const waits = Promise.all(
      Array.from({ length: 1_000 }, (_, i) => onekyc.getSubmissionDetails({ correlationId: `c-${i}` })),
    );
    await clock.advance(5_000);
    await waits;
    expect(gateway.countOf(PATHS.partnerToken)).toBe(2);
  });

  it('instances of one credential share a token through a store', async () => {
    const { clock, gateway, options } = setUp();
    const tokenStore = createMemoryStore({ clock });
    const instances = Array.from({ length: 4 }, () => createOneKyc({ ...options, tokenStore }));
    const waits = Promise.all(instances.map((instance) => instance.partnerToken()));
    await clock.advance(1_000);
    expect(new Set(await waits)).toEqual(new Set(['partner-token-1']));
    expect(gateway.countOf(PATHS.partnerToken)).toBe(1);
  });

  it('a wrong pass key is said at once, and is not tried again', async () => {
    const { gateway, onekyc } = setUp();
    gateway.next(PATHS.partnerToken, refuse(401, 'UNAUTHORIZED'));
    await expect(onekyc.partnerToken()).rejects.toMatchObject({
      code: 'credentials-rejected',
      retryable: false,
      userAction: 'check-credentials',
      status: 401,
      gatewayCauses: ['UNAUTHORIZED'],
    });
    expect(gateway.requests).toHaveLength(1);
  });

  it('a caller that leaves does not take the token from the others', async () => {
    const { onekyc } = setUp();
    const controller = new AbortController();
    const impatient = onekyc.partnerToken({ signal: controller.signal });
    const patient = onekyc.partnerToken();
    controller.abort('left');
    await expect(impatient).rejects.toBe('left');
    expect(await patient).toBe('partner-token-1');
  });
});

describe('initiateFlow', () => {
  it('sends what the contract asks for and gives the user token', async () => {
    const { gateway, onekyc } = setUp();
    const flow = await onekyc.initiateFlow({
      ...SDK_FLOW,
      theme: 'DARK_MODE',
      additionalDetails: { userLocale: 'en_ID' },
      headers: { traceparent: '00-1', 'X-Onekyc-Token': 'mine' },
    });
    expect(flow).toEqual({
      source: 'SDK',
      token: 'user-token-1',
      correlationId: 'correlation-1',
      expiresInMs: 5_184_000_000,
    });
    expect(gateway.requests[1]).toMatchObject({
      method: 'POST',
      path: PATHS.initiateFlow,
      headers: {
        'x-onekyc-token': 'partner-token-1',
        'x-onboarding-partner': CREDENTIAL.onboardingPartner,
        'x-partner-user-id': 'user-1',
        'x-partner-user-id-type': 'CUSTOMER_ID',
        'x-partner-session-id': 'correlation-1',
        traceparent: '00-1',
      },
      body: {
        flow: 'STANDALONE_LIVENESS',
        source: 'SDK',
        theme: 'DARK_MODE',
        additionalDetails: { userLocale: 'en_ID' },
      },
    });
  });

  it('gives the address of the hosted page', async () => {
    const { gateway, onekyc } = setUp();
    const data = { launchUrl: 'https://hosted.test/#/launch?token=t', expirySeconds: '600', expiresAt: '1' };
    gateway.next(PATHS.initiateFlow, () => Response.json({ success: true, data }));
    const returning = {
      successRedirectionUrl: 'https://partner.test/ok',
      failureRedirectionUrl: 'https://partner.test/no',
    };
    const flow = await onekyc.initiateFlow({ ...SDK_FLOW, source: 'WEB_SDK', ...returning });
    expect(flow).toMatchObject({ source: 'WEB_SDK', launchUrl: data.launchUrl });
    expect(gateway.requests[1]?.body).toMatchObject(returning);
  });

  it.each([
    ['WEB_SDK without addresses to return to', { source: 'WEB_SDK' }],
    ['WEB_SDK with one of them', { source: 'WEB_SDK', successRedirectionUrl: 'https://partner.test' }],
    ['another source', { source: 'WEB' }],
    ['no correlationId', { correlationId: '' }],
    ['no user', { user: undefined }],
    ['a user without a type', { user: { id: 'a' } }],
    ['a user id that would end its header', { user: { id: 'a\nb', idType: 'x' } }],
  ])('%s is a mistake, and no request', async (_, wrong) => {
    const { gateway, onekyc } = setUp();
    await expect(onekyc.initiateFlow({ ...SDK_FLOW, ...wrong } as typeof SDK_FLOW)).rejects.toThrow(TypeError);
    expect(gateway.requests).toHaveLength(0);
  });

  it('is not made twice when the gateway may have begun', async () => {
    const { gateway, onekyc } = setUp();
    gateway.next(PATHS.initiateFlow, refuse(500, 'GENERIC_SERVICE_ERROR'));
    await expect(onekyc.initiateFlow(SDK_FLOW)).rejects.toMatchObject({ code: 'server', status: 500, retryable: true });
    gateway.next(PATHS.initiateFlow, () => Promise.reject(new TypeError('fetch failed')));
    await expect(onekyc.initiateFlow(SDK_FLOW)).rejects.toMatchObject({ code: 'network' });
    expect(gateway.countOf(PATHS.initiateFlow)).toBe(2);
  });

  it('is made again after 429 and after a refused token', async () => {
    const { clock, gateway, onekyc } = setUp();
    gateway.next(PATHS.initiateFlow, refuse(429, 'TOO_MANY_REQUESTS', { 'retry-after': '2' }));
    gateway.next(PATHS.initiateFlow, refuse(401, 'UNAUTHORIZED'));
    const flow = onekyc.initiateFlow(SDK_FLOW);
    await clock.advance(1_999);
    expect(gateway.countOf(PATHS.initiateFlow)).toBe(1);
    await clock.advance(1);
    expect((await flow).token).toBe('user-token-1');
    expect(gateway.countOf(PATHS.partnerToken)).toBe(2);
  });

  it('permits one retry after a 401, not more', async () => {
    const { gateway, onekyc } = setUp();
    for (let i = 0; i < 3; i += 1) gateway.next(PATHS.initiateFlow, refuse(401, 'UNAUTHORIZED'));
    await expect(onekyc.initiateFlow(SDK_FLOW)).rejects.toMatchObject({ code: 'token-rejected', status: 401 });
    expect(gateway.countOf(PATHS.initiateFlow)).toBe(2);
    expect(gateway.countOf(PATHS.partnerToken)).toBe(2);
  });

  it('permits one retry after a 401 although the new token works elsewhere', async () => {
    const { gateway, onekyc } = setUp();
    for (let i = 0; i < 5; i += 1) {
      gateway.next(PATHS.initiateFlow, async () => {
        await onekyc.getSubmissionDetails({ correlationId: 'c-1' });
        return refuse(401, 'UNAUTHORIZED')();
      });
    }
    await expect(onekyc.initiateFlow(SDK_FLOW)).rejects.toMatchObject({ code: 'token-rejected' });
    expect(gateway.countOf(PATHS.initiateFlow)).toBe(2);
  });

  it('says when the onboarding partner is another client’s', async () => {
    const { gateway, onekyc } = setUp();
    gateway.next(PATHS.initiateFlow, refuse(403, 'ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT'));
    await expect(onekyc.initiateFlow(SDK_FLOW)).rejects.toMatchObject({
      code: 'forbidden',
      userAction: 'check-configuration',
      gatewayCauses: ['ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT'],
    });
  });

  it.each([
    ['no token', { expirySeconds: '1', expiresAt: '1' }],
    ['a number where the contract says text', { token: 't', expirySeconds: 1, expiresAt: '1' }],
    ['nothing', null],
  ])('does not accept an answer with %s', async (_, data) => {
    const { gateway, onekyc } = setUp();
    gateway.next(PATHS.initiateFlow, () => Response.json({ success: true, data }));
    await expect(onekyc.initiateFlow(SDK_FLOW)).rejects.toMatchObject({ code: 'invalid-response' });
  });
});

describe('getSubmissionDetails', () => {
  it.each([
    ['value', { traceparent: 'canary\r\nx-evil: 1' }],
    ['name', { 'x evil': 'canary' }],
  ])('takes a header whose %s cannot be sent for a mistake, before anything is sent', async (_, headers) => {
    const { gateway, onekyc } = setUp();
    const failure: unknown = await onekyc
      .getSubmissionDetails({ correlationId: 'c-1', headers })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TypeError);
    expect((failure as Error).message).not.toContain('canary');
    expect(gateway.requests).toEqual([]);
  });

  it('asks by correlation id, by submission id and for a user', async () => {
    const { gateway, onekyc } = setUp();
    await onekyc.getSubmissionDetails({ correlationId: 'c-1' });
    await onekyc.getSubmissionDetails({ submissionId: 's-1', user: USER });
    expect(gateway.requests[1]?.headers).toMatchObject({ 'x-partner-session-id': 'c-1' });
    expect(gateway.requests[2]?.headers).toMatchObject({ 'x-submission-id': 's-1', 'x-partner-user-id': 'user-1' });
    await expect(onekyc.getSubmissionDetails({} as { submissionId: string })).rejects.toThrow(TypeError);
  });

  it('loses nothing that it does not know: open reason codes, new fields', async () => {
    const details = { reasonCode: 'A_CODE_OF_NEXT_YEAR', future: { nested: [1] } };
    const { onekyc } = setUp({ details });
    expect(await onekyc.getSubmissionDetails({ correlationId: 'c-1' })).toMatchObject(details);
  });

  it.each(['status', 'result'])('does not take an unknown word in %s for anything', async (field) => {
    const { onekyc } = setUp({ details: { [field]: 'APPROVED_MAYBE' } });
    const failure: unknown = await onekyc
      .getSubmissionDetails({ correlationId: 'c-1' })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'invalid-response',
      message: expect.stringContaining(`data.${field}`) as string,
    });
    expect((failure as Error).message).not.toContain('APPROVED_MAYBE');
  });

  it('does not take another submission’s answer', async () => {
    const { onekyc } = setUp({ details: { partnerSessionId: 'of-somebody-else' } });
    await expect(onekyc.getSubmissionDetails({ correlationId: 'c-1' })).rejects.toMatchObject({
      code: 'invalid-response',
    });
  });

  it.each([
    [400, 'SUBMISSION_DOES_NOT_EXIST', 'not-found'],
    [400, 'PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER', 'request-rejected'],
    [401, 'UNAUTHORIZED', 'token-rejected'],
    [403, 'FORBIDDEN', 'forbidden'],
    [409, 'SUBMISSION_STATE_CONFLICT', 'conflict'],
    [429, 'TOO_MANY_REQUESTS', 'rate-limited'],
    [500, 'GENERIC_SERVICE_ERROR', 'server'],
    [302, 'X', 'invalid-response'],
    [204, 'X', 'invalid-response'],
  ] as const)('%i %s is %s', async (status, cause, code) => {
    const { clock, gateway, onekyc } = setUp();
    const answer = status === 204 ? () => new Response(null, { status }) : refuse(status, cause);
    for (let i = 0; i < 3; i += 1) gateway.next(PATHS.submissionDetails, answer);
    const seen = expect(onekyc.getSubmissionDetails({ correlationId: 'c-1' })).rejects.toMatchObject({ code, status });
    await clock.advance(60_000);
    await seen;
  });

  it.each([
    ['a page instead of JSON', () => new Response('<html>login</html>')],
    ['2 MiB', () => new Response('x'.repeat(2_097_152))],
    ['a success that says it is none', () => Response.json({ success: false, data: null, errors: [] })],
  ])('does not accept %s', async (_, answer) => {
    const { gateway, onekyc } = setUp();
    gateway.next(PATHS.submissionDetails, answer);
    await expect(onekyc.getSubmissionDetails({ correlationId: 'c-1' })).rejects.toMatchObject({
      code: 'invalid-response',
    });
  });

  it('tries again what may pass, within its whole time', async () => {
    const { clock, gateway, events, onekyc } = setUp();
    gateway.next(PATHS.submissionDetails, refuse(503, 'SERVICE_UNAVAILABLE'));
    gateway.next(PATHS.submissionDetails, () => Promise.reject(new TypeError('fetch failed')));
    const details = onekyc.getSubmissionDetails({ correlationId: 'c-1' });
    await clock.advance(30_000);
    expect(await details).toMatchObject({ result: 'VALID' });
    expect(events.filter(({ kind }) => kind === 'retry')).toHaveLength(2);
  });
});

describe('the whole time of an operation', () => {
  it('includes the wait for a token', async () => {
    const { clock, onekyc } = setUp(
      { delay: (path) => (path === PATHS.partnerToken ? new Promise(() => {}) : Promise.resolve()) },
      { totalTimeoutMs: 5_000 },
    );
    const seen = expect(onekyc.getSubmissionDetails({ correlationId: 'c-1' })).rejects.toMatchObject({
      code: 'timeout',
      retryable: true,
    });
    await clock.advance(5_000);
    await seen;
  });

  it('includes the second attempt after a refused token', async () => {
    const { clock, gateway, onekyc } = setUp({}, { totalTimeoutMs: 15_000 });
    gateway.next(PATHS.submissionDetails, refuse(401, 'UNAUTHORIZED'));
    for (let i = 0; i < 3; i += 1) gateway.next(PATHS.submissionDetails, () => new Promise(() => {}));
    const startMs = clock.monotonicNow();
    const end = onekyc
      .getSubmissionDetails({ correlationId: 'c-1' })
      .catch((error: unknown) => [error, clock.monotonicNow()]);
    await clock.advance(60_000);
    expect(await end).toMatchObject([{ code: 'timeout' }, startMs + 15_000]);
  });
});

describe('waitForSubmission', () => {
  const pending =
    (headers: Record<string, string> = {}) =>
    () =>
      Response.json(
        { success: true, data: { status: 'IN_PROGRESS', submissionId: 's-1', flow: 'X', partnerSessionId: 'c-1' } },
        { headers },
      );

  it('asks until processing is over', async () => {
    const { clock, gateway, onekyc } = setUp();
    gateway.next(PATHS.submissionDetails, pending());
    gateway.next(PATHS.submissionDetails, pending({ 'retry-after': '8' }));
    gateway.next(PATHS.submissionDetails, refuse(503, 'SERVICE_UNAVAILABLE'));
    const result = onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 60_000 });
    await clock.advance(5_000);
    expect(gateway.countOf(PATHS.submissionDetails)).toBe(2);
    await clock.advance(30_000);
    expect(await result).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
    expect(clock.pendingMs).toEqual([]);
  });

  it('gives an ERROR as a result: it is final too', async () => {
    const { onekyc } = setUp({ details: { status: 'ERROR', reasonCode: 'VERIFICATION_FAILED' } });
    expect(await onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 1_000 })).toMatchObject({
      status: 'ERROR',
    });
  });

  it('says that processing goes on when time is up', async () => {
    const { clock, onekyc } = setUp({ details: { status: 'IN_PROGRESS' } });
    const seen = expect(onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 20_000 })).rejects.toMatchObject({
      code: 'still-processing',
      retryable: true,
    });
    await clock.advance(20_000);
    await seen;
    expect(clock.pendingMs).toEqual([]);
  });

  it('keeps to its time although the gateway hangs', async () => {
    const { clock, onekyc } = setUp({
      delay: (path) => (path === PATHS.submissionDetails ? new Promise(() => {}) : Promise.resolve()),
    });
    const seen = expect(onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 3_000 })).rejects.toMatchObject({
      code: 'still-processing',
    });
    await clock.advance(3_000);
    await seen;
  });

  it.each([
    [400, 'SUBMISSION_DOES_NOT_EXIST', 'not-found'],
    [403, 'FORBIDDEN', 'forbidden'],
  ])('ends at once at %i %s', async (status, cause, code) => {
    const { gateway, onekyc } = setUp();
    gateway.next(PATHS.submissionDetails, refuse(status, cause));
    await expect(onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 60_000 })).rejects.toMatchObject({ code });
  });

  it('waits for a submission to exist when it is told to', async () => {
    const { clock, gateway, onekyc } = setUp();
    gateway.next(PATHS.submissionDetails, refuse(400, 'SUBMISSION_DOES_NOT_EXIST'));
    const result = onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 60_000, untilItExists: true });
    await clock.advance(5_000);
    expect((await result).status).toBe('COMPLETED');
  });

  it('ends at an answer that it does not understand', async () => {
    const { onekyc } = setUp({ details: { status: 'HALF_DONE' as 'ERROR' } });
    await expect(onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 60_000 })).rejects.toMatchObject({
      code: 'invalid-response',
    });
  });

  it('rejects with the reason of a caller that leaves', async () => {
    const { clock, onekyc } = setUp({ details: { status: 'IN_PROGRESS' } });
    const controller = new AbortController();
    const wait = onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 60_000, signal: controller.signal });
    const seen = expect(wait).rejects.toBe('left');
    await clock.advance(500);
    controller.abort('left');
    await seen;
    expect(clock.pendingMs).toEqual([]);
  });
});

describe('onEvent', () => {
  it('may throw without harm', async () => {
    const { onekyc } = setUp(
      {},
      {
        onEvent: () => {
          throw new Error('the metrics are down');
        },
      },
    );
    expect(await onekyc.getSubmissionDetails({ correlationId: 'c-1' })).toMatchObject({ result: 'VALID' });
  });

  it('hears of exchanges, and of nothing secret', async () => {
    const { onekyc, events } = setUp();
    await onekyc.initiateFlow(SDK_FLOW);
    expect(events).toContainEqual({
      kind: 'exchange',
      operation: 'initiateFlow',
      status: 200,
      requestId: undefined,
      durationMs: 0,
    });
    expect(JSON.stringify(events)).not.toMatch(/canary|token-1|user-1/);
  });
});
