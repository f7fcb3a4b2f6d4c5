import { waitUnlessAborted } from '#wire/abort.js';
import type { Clock } from '#wire/clock.js';
import { acquireSharedToken } from './shared-token.ts';
import type { IssuedToken, SharedTokenOptions } from './shared-token.ts';

export interface TokenCacheOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Asks the gateway. Must end by itself. Its failure is each waiting caller's failure, and is not remembered. */
  readonly fetchToken: () => Promise<IssuedToken>;
  /** Where processes share the token. Default: this process keeps it for itself. */
  readonly shared?: Omit<SharedTokenOptions, 'clock' | 'random' | 'fetchToken'> | undefined;
  readonly onToken?: (event: TokenEvent) => void;
}

/** How a token came into this process, or why not. */
export type TokenEvent =
  | { readonly kind: 'token'; readonly from: 'store' | 'gateway' }
  | { readonly kind: 'refresh-failed'; readonly error: unknown };

export interface TokenCache {
  /** A token that can be used now. An abort ends this caller's wait, not the request that others wait for. */
  get(signal?: AbortSignal): Promise<string>;
  /** Says that the gateway took a token. */
  accept(value: string): void;
  /**
   * Says that the gateway refused a token (401). True: a retry with what `get` gives next makes sense. However many callers
   * report the same token, one request comes of it.
   */
  reject(value: string): boolean;
}

/** Refresh behind the callers' backs from 5 minutes (or a fifth of the life) before the end. Source: guess. */
const SOFT_MARGIN = { ms: 300_000, share: 0.2 } as const;
/** Do not use from 30 seconds (or a twentieth of the life) before the end: a request takes time. Source: guess. */
const HARD_MARGIN = { ms: 30_000, share: 0.05 } as const;
/** Up to this share of the soft margin is random, so that processes do not refresh in step. */
const SOFT_JITTER = 0.5;
/** After a refresh behind that failed, the next is not begun before this. */
const REFRESH_RETRY_MS = 10_000;
/** A token that never worked is replaced at most this often: the gateway's 401 then has another reason. */
const NEVER_WORKED_COOLDOWN_MS = 10_000;
const REMEMBERED_REJECTIONS = 8;

interface HeldToken {
  readonly value: string;
  /** Monotonic: neither a corrected nor a wrong clock ends a token. */
  readonly softAtMs: number;
  readonly hardAtMs: number;
  /** Wall clock: a machine that slept finds its token ended although no monotonic time passed. */
  readonly hardAtEpochMs: number;
}

interface Flight {
  readonly generation: number;
  readonly promise: Promise<string>;
}

/**
 * The life of one credential's token in one closure. One flight at a time; flights have generations and only the newest
 * publishes what it brought; a slot is cleared only by whoever holds it; failures are not kept.
 */
export function createTokenCache(options: TokenCacheOptions): TokenCache {
  const { clock, random, fetchToken, shared, onToken } = options;
  let generation = 0;
  let held: HeldToken | undefined;
  let flight: Flight | undefined;
  let refreshNotBeforeMs = -Infinity;
  let worked = false;
  let replacedAtMs = -Infinity;
  /** Newest last. A refused token must not come back from the store. */
  let rejected: readonly string[] = [];

  const lifeLeftMs = (token: IssuedToken): number =>
    // Clocks of processes differ: more than the whole life cannot be left.
    Math.min(token.lifetimeMs, token.expiresAtEpochMs - clock.now());

  function hold(token: IssuedToken): HeldToken {
    const leftMs = lifeLeftMs(token);
    const margin = ({ ms, share }: typeof SOFT_MARGIN | typeof HARD_MARGIN): number =>
      Math.min(ms, token.lifetimeMs * share);
    const nowMs = clock.monotonicNow();
    const hardMs = leftMs - margin(HARD_MARGIN);
    return {
      value: token.value,
      softAtMs: nowMs + leftMs - margin(SOFT_MARGIN) * (1 + SOFT_JITTER * random()),
      hardAtMs: nowMs + hardMs,
      hardAtEpochMs: clock.now() + hardMs,
    };
  }

  const isEnded = ({ hardAtMs, hardAtEpochMs }: HeldToken): boolean =>
    clock.monotonicNow() >= hardAtMs || clock.now() >= hardAtEpochMs;

  function isUsable(token: IssuedToken): boolean {
    if (rejected.includes(token.value)) return false;
    const fresh = hold(token);
    // In a refresh, the token that is to be replaced may still lie in the store.
    return !isEnded(fresh) && (token.value !== held?.value || clock.monotonicNow() < fresh.softAtMs);
  }

  async function acquire(): Promise<{ readonly token: IssuedToken; readonly from: 'store' | 'gateway' }> {
    if (shared === undefined) return { token: await fetchToken(), from: 'gateway' };
    return await acquireSharedToken({ ...shared, clock, random, fetchToken }, isUsable);
  }

  function launch(): Flight {
    const mine = (generation += 1);
    const promise = acquire()
      .then(({ token, from }) => {
        if (mine === generation) {
          held = hold(token);
          worked = false;
        }
        onToken?.({ kind: 'token', from });
        return token.value;
      })
      .finally(() => {
        if (flight?.generation === mine) flight = undefined;
      });
    flight = { generation: mine, promise };
    return flight;
  }

  function refreshBehind(): void {
    if (flight !== undefined || clock.monotonicNow() < refreshNotBeforeMs) return;
    launch().promise.catch((error: unknown) => {
      refreshNotBeforeMs = clock.monotonicNow() + REFRESH_RETRY_MS;
      onToken?.({ kind: 'refresh-failed', error });
    });
  }

  return {
    async get(signal) {
      signal?.throwIfAborted();
      if (held !== undefined && !isEnded(held)) {
        if (clock.monotonicNow() >= held.softAtMs) refreshBehind();
        return held.value;
      }
      return await waitUnlessAborted((flight ?? launch()).promise, signal);
    },

    accept(value) {
      if (value === held?.value) worked = true;
    },

    reject(value) {
      // Somebody was faster: there is a newer token, or one is on its way.
      if (value !== held?.value) return true;
      const nowMs = clock.monotonicNow();
      if (!worked && nowMs < replacedAtMs + NEVER_WORKED_COOLDOWN_MS) return false;
      replacedAtMs = nowMs;
      rejected = [...rejected, value].slice(-REMEMBERED_REJECTIONS);
      held = undefined;
      // Whatever is in flight may bring the refused token again.
      generation += 1;
      flight = undefined;
      return true;
    },
  };
}
