import { PATHS } from '@bonafide/contracts/onekyc';
import { describe, expect, it } from 'vitest';
import { CREDENTIAL, refuse, SDK_FLOW, setUp, URLS } from '../../test/onekyc-client.ts';
import { createMemoryStore } from '../stores/memory.ts';
import { createOneKyc } from './create-onekyc.ts';
import type { OneKycOptions } from './onekyc-options.ts';

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
