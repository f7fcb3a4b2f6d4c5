import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import { createIdnow } from '../src/idnow/create-idnow.ts';
import type { IdnowEvent, IdnowOptions } from '../src/idnow/idnow-options.ts';
import { createFakeIdnow } from '../src/testing/create-fake-idnow.ts';
import type { FakeIdnowOptions } from '../src/testing/create-fake-idnow.ts';

/** A client on a fake platform, with a clock that stands until it is moved. */
export function setUpIdnow(platformOptions: FakeIdnowOptions = {}, over: Partial<IdnowOptions> = {}) {
  const clock = createManualClock();
  const platform = createFakeIdnow({ now: () => clock.now(), ...platformOptions });
  const events: IdnowEvent[] = [];
  const options: IdnowOptions = {
    clientId: 'client',
    clientSecret: 'canary-secret',
    urls: { token: 'https://token.test', gateway: 'https://idnow.test' },
    environment: 'staging',
    keyless: { region: { url: 'https://keyless.test' }, apiKey: 'canary-api-key' },
    fetch: platform.fetch,
    clock,
    random: () => 0.5,
    onEvent: (event) => events.push(event),
    ...over,
  };
  return { clock, platform, events, options, idnow: createIdnow(options) };
}

/** A recognition by the flow of Authentication v2. */
export const AUTHENTICATION = { flowId: 'authentication-v2', subjectId: 'subject-4711' } as const;
