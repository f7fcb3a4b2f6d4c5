import type { ManualClock } from '@bonafide/wire/testing/manual-clock.js';
import type { IssuedToken } from '../src/shared-token.ts';

const HOUR_MS = 3_600_000;

interface PendingToken {
  readonly succeed: (value?: string, lifetimeMs?: number) => void;
  readonly fail: (error: unknown) => void;
}

/** A gateway whose answers a test settles one by one. */
export function fakeIssuer(clock: ManualClock) {
  const requests: PendingToken[] = [];
  return {
    requests,
    fetchToken: () =>
      new Promise<IssuedToken>((resolve, reject) => {
        const serial = requests.length + 1;
        requests.push({
          succeed: (value = `token-${serial}`, lifetimeMs = HOUR_MS) =>
            resolve({ value, lifetimeMs, expiresAtEpochMs: clock.now() + lifetimeMs }),
          fail: reject,
        });
      }),
  };
}
