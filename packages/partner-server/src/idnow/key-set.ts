import type { Clock } from '#wire/clock.js';
import { call } from '#wire/call.js';
import { DEFAULT_RETRY_POLICY } from '#wire/retry.js';
import type { Fetch } from '#wire/request.js';
import { createLocalJWKSet, errors } from 'jose';
import type { CryptoKey, FlattenedJWSInput, JWSHeaderParameters, JWK } from 'jose';
import { fromWireFailure } from '../gateway/wire-failure.ts';
import { PartnerServerError } from '../partner-server-error.ts';

export interface KeySetOptions {
  readonly url: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: () => number;
}

/** Finds the key that a token names. Rejects with jose's `JWKSNoMatchingKey`, or because the keys cannot be had. */
export type KeySet = (header: JWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;

/** A key that was taken back is believed this long at most. Source: guess; jose's own default. */
const MAX_AGE_MS = 600_000;
/** An unknown name makes us look again, but strangers who invent names do not make us look without end. Source: guess. */
const UNKNOWN_KEY_COOLDOWN_MS = 30_000;
const TIMEOUT_MS = 5_000;
/** As many times the size of a set as anybody publishes. Source: guess. */
const MAX_BYTES = 65_536;

/**
 * A published set of keys, kept for ten minutes. A token by a key that is not in it has it fetched once more, which is how a
 * rotation is learned of; after that, unknown names cause no further request for thirty seconds.
 */
export function createKeySet({ url, fetch, clock, random }: KeySetOptions): KeySet {
  let kept: { readonly find: ReturnType<typeof createLocalJWKSet>; readonly fetchedAtMs: number } | undefined;
  let flight: Promise<NonNullable<typeof kept>> | undefined;
  let unknownAtMs = -Infinity;

  async function load(): Promise<NonNullable<typeof kept>> {
    const response = await call(url, {
      headers: { accept: 'application/jwk-set+json, application/json' },
      fetch,
      clock,
      random,
      policy: { ...DEFAULT_RETRY_POLICY, maxAttempts: 2 },
      timeoutMs: TIMEOUT_MS,
      totalTimeoutMs: 2 * TIMEOUT_MS,
      maxResponseBytes: MAX_BYTES,
    }).catch((error: unknown) => {
      throw fromWireFailure(error);
    });
    const { status, requestId } = response;
    if (status !== 200)
      throw new PartnerServerError('server', `the keys' address answered ${status}`, { status, requestId });
    try {
      const set = response.json() as { readonly keys: JWK[] };
      kept = { find: createLocalJWKSet(set), fetchedAtMs: clock.monotonicNow() };
      return kept;
    } catch (cause) {
      throw new PartnerServerError('invalid-response', 'what is published is no set of keys', {
        status,
        requestId,
        cause,
      });
    }
  }

  async function fresh(): Promise<NonNullable<typeof kept>> {
    flight ??= load().finally(() => {
      flight = undefined;
    });
    return await flight;
  }

  return async (header, token) => {
    const isKept = kept !== undefined && clock.monotonicNow() - kept.fetchedAtMs < MAX_AGE_MS;
    const current = isKept && kept !== undefined ? kept : await fresh();
    try {
      return await current.find(header, token);
    } catch (error) {
      const mayLook = clock.monotonicNow() - unknownAtMs >= UNKNOWN_KEY_COOLDOWN_MS;
      if (!(error instanceof errors.JWKSNoMatchingKey) || !isKept || !mayLook) throw error;
      unknownAtMs = clock.monotonicNow();
      return await (await fresh()).find(header, token);
    }
  };
}
