import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import type { AssureEvent, AssureOptions } from '../src/assure/assure-options.ts';
import { createAssure } from '../src/assure/create-assure.ts';
import { createFakeAssure } from '../src/testing/create-fake-assure.ts';
import type { FakeAssureOptions } from '../src/testing/create-fake-assure.ts';

/** A client on a fake gateway, with a clock that stands until it is moved. */
export function setUpAssure(gatewayOptions: FakeAssureOptions = {}, over: Partial<AssureOptions> = {}) {
  const clock = createManualClock();
  const gateway = createFakeAssure(gatewayOptions);
  const events: AssureEvent[] = [];
  const options = {
    clientId: 'client',
    clientSecret: 'canary-secret',
    urls: { token: 'https://assure.test', gateway: 'https://assure.test' },
    fetch: gateway.fetch,
    clock,
    random: () => 0.5,
    onEvent: (event: AssureEvent) => events.push(event),
    ...over,
  } as AssureOptions;
  return { clock, gateway, events, options, assure: createAssure(options) };
}

/** A Norwegian who shows a passport and their face. */
export const DOCUMENT_SELFIE = {
  processType: 'documentSelfie',
  documentType: 'passport',
  location: { countryOfResidence: 'NOR' },
} as const;

/** An answer of the gateway that says no. */
export const problem =
  (status: number, code?: string, headers: Record<string, string> = {}) =>
  () =>
    Response.json(
      { type: 'base:client-problem', title: 'x', status, detail: 'canary-detail', ...(code && { code }) },
      { status, headers },
    );
