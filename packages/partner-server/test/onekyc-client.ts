import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import { createOneKyc } from '../src/onekyc/create-onekyc.ts';
import type { OneKycEvent, OneKycOptions } from '../src/onekyc/onekyc-options.ts';
import { createFakeGateway } from '../src/testing/create-fake-gateway.ts';
import type { FakeGatewayOptions } from '../src/testing/create-fake-gateway.ts';

export const CREDENTIAL = {
  clientId: 'client',
  passKey: 'canary-pass-key',
  onboardingPartner: 'CLIENT-SDK-COE_STANDALONE_LIVENESS',
};
export const URLS = { token: 'https://token.test/onekyc/', gateway: 'https://gateway.test/onekyc' };
export const USER = { id: 'user-1', idType: 'CUSTOMER_ID' };
export const SDK_FLOW = {
  flow: 'STANDALONE_LIVENESS',
  source: 'SDK',
  user: USER,
  correlationId: 'correlation-1',
} as const;

/** A client on a fake gateway, with a clock that stands until it is moved. */
export function setUp(gatewayOptions: FakeGatewayOptions = {}, over: Partial<OneKycOptions> = {}) {
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

/** An answer of the gateway that says no. */
export const refuse =
  (status: number, cause: string, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ success: false, data: null, errors: [{ code: 110, cause }] }, { status, headers });
