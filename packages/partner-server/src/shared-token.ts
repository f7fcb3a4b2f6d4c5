import type { Clock } from '#wire/clock.js';
import { sleep } from '#wire/sleep.js';
import type { AtomicStore } from './atomic-store.ts';
import type { TokenVault } from './token-vault.ts';

/** A token as it was issued. */
export interface IssuedToken {
  readonly value: string;
  /** Whole life from issuing. */
  readonly lifetimeMs: number;
  /** Wall clock of the process that fetched it. */
  readonly expiresAtEpochMs: number;
}

export interface SharedTokenOptions {
  readonly store: AtomicStore;
  readonly vault: () => Promise<TokenVault>;
  readonly clock: Clock;
  readonly random: () => number;
  /** Asks the gateway. Must end by itself within `leaseMs`. */
  readonly fetchToken: () => Promise<IssuedToken>;
  /** How long a process that fetches keeps the others waiting, should it crash. */
  readonly leaseMs: number;
  /** How long one operation of the store may take before the store counts as out of order. */
  readonly storeTimeoutMs: number;
  readonly onStoreFailure: (error: unknown) => void;
}

const FIRST_LOOK_MS = 20;
const LONGEST_LOOK_MS = 250;

/**
 * Gets a token so that many processes fetch once: from the store, else by fetching under a lease while the others look
 * for what comes of it. The lease of a crashed process runs out. A store that fails or hangs is left aside: then this
 * process fetches for itself, and never waits longer than one store timeout and one lease.
 *
 * @param isUsable Whether a token of the store will do: not one that was refused, nor one about to end.
 */
export async function acquireSharedToken(
  options: SharedTokenOptions,
  isUsable: (token: IssuedToken) => boolean,
): Promise<{ readonly token: IssuedToken; readonly from: 'store' | 'gateway' }> {
  const { clock, random, fetchToken, leaseMs, storeTimeoutMs, onStoreFailure } = options;
  const vault = await options.vault();
  const store = withTimeout(options.store, clock, storeTimeoutMs);
  const leaseKey = `${vault.storeKey}:lease`;
  const holder = crypto.randomUUID();
  const giveUpAtMs = clock.monotonicNow() + leaseMs + storeTimeoutMs;

  async function look(): Promise<IssuedToken | undefined> {
    const sealed = await store.get(vault.storeKey);
    const token = sealed === undefined ? undefined : parseToken(await vault.open(sealed));
    return token !== undefined && isUsable(token) ? token : undefined;
  }

  let leased = false;
  try {
    for (
      let lookMs = FIRST_LOOK_MS;
      clock.monotonicNow() < giveUpAtMs;
      lookMs = Math.min(lookMs * 1.5, LONGEST_LOOK_MS)
    ) {
      const token = await look();
      if (token !== undefined) return { token, from: 'store' };
      leased = await store.setIfAbsent(leaseKey, holder, leaseMs);
      if (leased) break;
      await sleep(lookMs * (0.75 + random() / 2), clock);
    }
    // Between the look and the lease, the holder before may have stored a token and let go.
    const token = leased ? await look() : undefined;
    if (token !== undefined) {
      await store.deleteIfEquals(leaseKey, holder);
      return { token, from: 'store' };
    }
  } catch (error) {
    onStoreFailure(error);
  }

  try {
    const token = await fetchToken();
    if (leased && token.lifetimeMs > 0)
      await quietly(async () => store.set(vault.storeKey, await vault.seal(JSON.stringify(token)), token.lifetimeMs));
    return { token, from: 'gateway' };
  } finally {
    if (leased) await quietly(() => store.deleteIfEquals(leaseKey, holder));
  }

  /** A store that fails now costs other processes a request, not this one its token. */
  async function quietly(operation: () => Promise<unknown>): Promise<void> {
    try {
      await operation();
    } catch (error) {
      onStoreFailure(error);
    }
  }
}

function parseToken(text: string | undefined): IssuedToken | undefined {
  if (text === undefined) return undefined;
  const { value, lifetimeMs, expiresAtEpochMs } = JSON.parse(text) as Record<string, unknown>;
  return typeof value === 'string' && typeof lifetimeMs === 'number' && typeof expiresAtEpochMs === 'number'
    ? { value, lifetimeMs, expiresAtEpochMs }
    : undefined;
}

/** Every operation of `store` with a time limit: a connection that hangs must not hang what waits for a token. */
function withTimeout(store: AtomicStore, clock: Clock, timeoutMs: number): AtomicStore {
  function limit<T>(operation: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const timer = clock.setTimer(
        () => reject(new Error(`the store did not answer within ${timeoutMs} ms`)),
        timeoutMs,
      );
      // A client that is closed may throw at once instead of rejecting.
      Promise.resolve()
        .then(operation)
        .then(resolve, reject)
        .finally(() => timer.cancel());
    });
  }
  return {
    get: (key) => limit(() => store.get(key)),
    set: (key, value, ttlMs) => limit(() => store.set(key, value, ttlMs)),
    setIfAbsent: (key, value, ttlMs) => limit(() => store.setIfAbsent(key, value, ttlMs)),
    deleteIfEquals: (key, value) => limit(() => store.deleteIfEquals(key, value)),
  };
}
