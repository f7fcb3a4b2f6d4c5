import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import { createMosaicStep } from '../src/mosaic/create-mosaic-step.ts';
import type { MosaicStepOptions } from '../src/mosaic/create-mosaic-step.ts';
import { createMosaic } from '../src/mosaic/create-mosaic.ts';
import type { MosaicEvent, MosaicOptions } from '../src/mosaic/mosaic-options.ts';
import { createMemoryStore } from '../src/stores/memory.ts';
import { createFakeMosaic } from '../src/testing/create-fake-mosaic.ts';
import type { FakeMosaicOptions } from '../src/testing/create-fake-mosaic.ts';

/** A client on a fake gateway, with a clock that stands until it is moved. */
export function setUpMosaic(gatewayOptions: FakeMosaicOptions = {}, over: Partial<MosaicOptions> = {}) {
  const clock = createManualClock();
  const gateway = createFakeMosaic(gatewayOptions);
  const events: MosaicEvent[] = [];
  const options = {
    clientId: 'client',
    clientSecret: 'canary-secret',
    urls: { token: 'https://mosaic.test', gateway: 'https://mosaic.test' },
    fetch: gateway.fetch,
    clock,
    random: () => 0.5,
    onEvent: (event: MosaicEvent) => events.push(event),
    ...over,
  } as MosaicOptions;
  return { clock, gateway, events, options, mosaic: createMosaic(options) };
}

export const CALLBACK_URL = 'https://partner.test/done?from=mosaic';

/** A step on that client. */
export function setUpStep(gatewayOptions: FakeMosaicOptions = {}, over: Partial<MosaicStepOptions> = {}) {
  const set = setUpMosaic(gatewayOptions);
  const { clock, mosaic } = set;
  const store = createMemoryStore({ clock });
  const step = createMosaicStep({ mosaic, callbackUrl: CALLBACK_URL, store, clock, ...over });
  return { ...set, store, step };
}

/** An answer of the gateway that says no. */
export const refusal =
  (status: number, errorCode?: string, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ ...(errorCode && { error_code: errorCode }), message: 'canary-message' }, { status, headers });
