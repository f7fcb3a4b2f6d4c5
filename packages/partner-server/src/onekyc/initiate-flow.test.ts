import { PATHS } from '@bonafide/contracts/onekyc';
import { describe, expect, it } from 'vitest';
import { CREDENTIAL, refuse, SDK_FLOW, setUp } from '../../test/onekyc-client.ts';

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
