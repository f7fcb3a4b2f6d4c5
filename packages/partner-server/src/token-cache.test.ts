import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import type { ManualClock } from '@bonafide/wire/testing/manual-clock.js';
import { describe, expect, it, vi } from 'vitest';
import type { AtomicStore } from './atomic-store.ts';
import type { IssuedToken } from './shared-token.ts';
import { createMemoryStore } from './stores/memory.ts';
import { createTokenCache } from './token-cache.ts';
import type { TokenCache, TokenCacheOptions, TokenEvent } from './token-cache.ts';
import { createTokenVault } from './token-vault.ts';

const HOUR_MS = 3_600_000;
const LEASE_MS = 14_000;

interface Pending {
  readonly succeed: (value?: string, lifetimeMs?: number) => void;
  readonly fail: (error: unknown) => void;
}

/** A gateway whose answers a test settles one by one. */
function fakeIssuer(clock: ManualClock) {
  const requests: Pending[] = [];
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

function setUp(over: Partial<TokenCacheOptions> = {}) {
  const clock = createManualClock();
  const issuer = fakeIssuer(clock);
  const events: TokenEvent[] = [];
  const cache = createTokenCache({
    clock,
    random: () => 0,
    fetchToken: issuer.fetchToken,
    onToken: (event) => events.push(event),
    ...over,
  });
  return { clock, issuer, events, cache, requests: issuer.requests };
}

/** A cache that holds `token-1`. */
async function setUpWarm() {
  const given = setUp();
  const first = given.cache.get();
  given.requests[0]?.succeed();
  await first;
  return given;
}

describe('token cache', () => {
  it('one flight per instance and credential', async () => {
    const { cache, requests } = setUp();
    const waits = Array.from({ length: 1_000 }, () => cache.get());
    expect(requests).toHaveLength(1);
    requests[0]?.succeed();
    expect(new Set(await Promise.all(waits))).toEqual(new Set(['token-1']));
    await cache.get();
    expect(requests).toHaveLength(1);
    const other = setUp();
    void other.cache.get();
    expect(other.requests).toHaveLength(1);
  });

  it('flights have generations, only the newest publishes, in whichever order they end', async () => {
    for (const order of ['old first', 'new first']) {
      const { clock, cache, requests } = await setUpWarm();
      await clock.advance(HOUR_MS - 200_000);
      await cache.get();
      expect(requests, 'a refresh behind is under way').toHaveLength(2);
      expect(cache.reject('token-1')).toBe(true);
      const renewed = cache.get();
      const [old, young] = [() => requests[1]?.succeed('of-old-flight'), () => requests[2]?.succeed('of-new-flight')];
      for (const settle of order === 'old first' ? [old, young] : [young, old]) {
        settle();
        await clock.advance(0);
      }
      expect(await renewed).toBe('of-new-flight');
      expect(await cache.get(), order).toBe('of-new-flight');
      expect(requests).toHaveLength(3);
    }
  });

  it('a flight from before a 401 publishes nothing, also when nobody has asked again', async () => {
    const { clock, cache, requests } = await setUpWarm();
    await clock.advance(HOUR_MS - 200_000);
    await cache.get();
    cache.reject('token-1');
    requests[1]?.succeed('token-1');
    await clock.advance(0);
    void cache.get();
    expect(requests).toHaveLength(3);
  });

  it('a slot is cleared only if still yours', async () => {
    const { clock, cache, requests } = await setUpWarm();
    await clock.advance(HOUR_MS - 200_000);
    await cache.get();
    cache.reject('token-1');
    const renewed = cache.get();
    requests[1]?.fail(new Error('the old flight crashed'));
    await clock.advance(0);
    const joined = cache.get();
    expect(requests, 'the new flight still holds the slot').toHaveLength(3);
    requests[2]?.succeed();
    expect(await Promise.all([renewed, joined])).toEqual(['token-3', 'token-3']);
  });

  it('fresh: serve', async () => {
    const { clock, cache, requests } = await setUpWarm();
    await clock.advance(HOUR_MS - 300_001);
    expect(await cache.get()).toBe('token-1');
    expect(requests).toHaveLength(1);
  });

  it('soft-expired: serve and refresh behind, once', async () => {
    const { clock, cache, requests } = await setUpWarm();
    await clock.advance(HOUR_MS - 300_000);
    expect(await Promise.all([cache.get(), cache.get()])).toEqual(['token-1', 'token-1']);
    expect(requests).toHaveLength(2);
    requests[1]?.succeed();
    await clock.advance(0);
    expect(await cache.get()).toBe('token-2');
  });

  it('soft-expired: a refresh that fails is nobody’s failure, is told, and is not begun again at once', async () => {
    const { clock, cache, requests, events } = await setUpWarm();
    await clock.advance(HOUR_MS - 300_000);
    await cache.get();
    const error = new Error('down');
    requests[1]?.fail(error);
    await clock.advance(0);
    expect(events).toContainEqual({ kind: 'refresh-failed', error });
    expect(await cache.get()).toBe('token-1');
    expect(requests).toHaveLength(2);
    await clock.advance(10_000);
    expect(await cache.get()).toBe('token-1');
    expect(requests).toHaveLength(3);
  });

  it('hard-expired: wait', async () => {
    const { clock, cache, requests } = await setUpWarm();
    await clock.advance(HOUR_MS - 30_000);
    const seen = vi.fn();
    const wait = cache.get();
    void wait.then(seen);
    await clock.advance(0);
    expect(seen).not.toHaveBeenCalled();
    requests[1]?.succeed();
    expect(await wait).toBe('token-2');
  });

  it('a token of a short life is usable for most of it', async () => {
    const { clock, cache, requests } = setUp();
    const first = cache.get();
    requests[0]?.succeed('short', 10_000);
    await first;
    await clock.advance(7_900);
    expect(await cache.get()).toBe('short');
    expect(requests).toHaveLength(1);
  });

  it('a 401 bumps the generation and permits one retry, however many callers report it', async () => {
    const { clock, cache, requests } = await setUpWarm();
    cache.accept('token-1');
    const retries = Array.from({ length: 500 }, () => {
      expect(cache.reject('token-1')).toBe(true);
      return cache.get();
    });
    expect(requests).toHaveLength(2);
    requests[1]?.succeed();
    expect(new Set(await Promise.all(retries))).toEqual(new Set(['token-2']));
    expect(cache.reject('token-1'), 'a late report of the old token').toBe(true);
    await clock.advance(0);
    expect(await cache.get()).toBe('token-2');
    expect(requests).toHaveLength(2);
  });

  it('a replacement that never worked is not replaced again at once: the 401 has another reason', async () => {
    const { clock, cache, requests } = await setUpWarm();
    expect(cache.reject('token-1')).toBe(true);
    const second = cache.get();
    requests[1]?.succeed();
    await second;
    expect(cache.reject('token-2')).toBe(false);
    expect(await cache.get()).toBe('token-2');
    await clock.advance(10_000);
    expect(cache.reject('token-2')).toBe(true);
  });

  it('a replacement that worked is replaced as soon as it is refused', async () => {
    const { cache, requests } = await setUpWarm();
    cache.reject('token-1');
    const second = cache.get();
    requests[1]?.succeed();
    cache.accept(await second);
    expect(cache.reject('token-2')).toBe(true);
  });

  it('a caller’s abort cancels its own wait, not the flight', async () => {
    const { cache, requests } = setUp();
    const controller = new AbortController();
    const impatient = cache.get(controller.signal);
    const patient = cache.get();
    controller.abort('left');
    await expect(impatient).rejects.toBe('left');
    requests[0]?.succeed();
    expect(await patient).toBe('token-1');
    await expect(cache.get(AbortSignal.abort('too late'))).rejects.toBe('too late');
    expect(requests).toHaveLength(1);
  });

  it('a flight that everybody left still fills the cache, and may fail unheard', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const { clock, cache, requests } = setUp();
    const controller = new AbortController();
    const wait = cache.get(controller.signal);
    controller.abort('left');
    await expect(wait).rejects.toBe('left');
    requests[0]?.fail(new Error('nobody hears'));
    await clock.advance(0);
    await new Promise((resolve) => setTimeout(resolve, 0));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('failures are not cached', async () => {
    const { cache, requests } = setUp();
    const waits = [cache.get(), cache.get()];
    const error = new Error('503');
    requests[0]?.fail(error);
    for (const wait of waits) await expect(wait).rejects.toBe(error);
    const next = cache.get();
    requests[1]?.succeed();
    expect(await next).toBe('token-2');
  });

  it('the clock is injected: a wall clock that is set back does not lengthen a token’s life', async () => {
    const { clock, cache, requests } = await setUpWarm();
    clock.jump(-12 * HOUR_MS);
    await clock.advance(HOUR_MS);
    void cache.get();
    expect(requests).toHaveLength(2);
  });

  it('the clock is injected: a machine that slept through the token’s life asks for a new one', async () => {
    const { clock, cache, requests } = await setUpWarm();
    clock.jump(2 * HOUR_MS);
    const wait = cache.get();
    expect(requests).toHaveLength(2);
    requests[1]?.succeed();
    expect(await wait).toBe('token-2');
    expect(await cache.get()).toBe('token-2');
    expect(requests).toHaveLength(2);
  });
});

/** `count` processes with clocks of their own that share a store. All timers run on one clock. */
function setUpProcesses(count: number, wrap: (store: AtomicStore, process: number) => AtomicStore = (store) => store) {
  const clock = createManualClock();
  const store = createMemoryStore({ clock });
  const issuer = fakeIssuer(clock);
  const failures: unknown[] = [];
  const credential = { clientId: 'client', passKey: 'canary-pass-key', tokenUrl: 'https://token.test' };
  const caches = Array.from({ length: count }, (_, i): TokenCache => {
    const vault = createTokenVault(credential);
    return createTokenCache({
      clock,
      random: () => i / count,
      fetchToken: issuer.fetchToken,
      shared: {
        store: wrap(store, i),
        vault: () => vault,
        leaseMs: LEASE_MS,
        storeTimeoutMs: 1_000,
        onStoreFailure: (error) => failures.push(error),
      },
    });
  });
  return { clock, store, caches, failures, requests: issuer.requests };
}

describe('token cache with a shared store', () => {
  it('makes many processes fetch once', async () => {
    const { clock, caches, requests } = setUpProcesses(4);
    const waits = caches.flatMap((cache) => Array.from({ length: 250 }, () => cache.get()));
    await clock.advance(300);
    expect(requests).toHaveLength(1);
    requests[0]?.succeed();
    await clock.advance(300);
    expect(new Set(await Promise.all(waits))).toEqual(new Set(['token-1']));
    expect(requests).toHaveLength(1);
  });

  it('makes many processes replace a revoked token once', async () => {
    const { clock, caches, requests } = setUpProcesses(4);
    const cold = caches.map((cache) => cache.get());
    await clock.advance(300);
    requests[0]?.succeed();
    await clock.advance(300);
    await Promise.all(cold);
    const renewed = caches.map((cache) =>
      cache.reject('token-1') ? cache.get() : Promise.reject(new Error('no retry')),
    );
    await clock.advance(300);
    requests[1]?.succeed();
    await clock.advance(300);
    expect(new Set(await Promise.all(renewed))).toEqual(new Set(['token-2']));
    expect(requests).toHaveLength(2);
  });

  it('makes many processes refresh behind once', async () => {
    const { clock, caches, requests } = setUpProcesses(4);
    const cold = caches.map((cache) => cache.get());
    await clock.advance(300);
    requests[0]?.succeed();
    await clock.advance(300);
    await Promise.all(cold);
    await clock.advance(HOUR_MS - 200_000);
    expect(await Promise.all(caches.map((cache) => cache.get()))).toEqual(Array(4).fill('token-1'));
    await clock.advance(300);
    requests[1]?.succeed();
    await clock.advance(300);
    expect(await Promise.all(caches.map((cache) => cache.get()))).toEqual(Array(4).fill('token-2'));
    expect(requests).toHaveLength(2);
  });

  it('looks again once it holds the lease: the holder before may just have stored a token', async () => {
    const { clock, caches, requests } = setUpProcesses(2, (store, process) => ({
      ...store,
      async setIfAbsent(key, value, ttlMs) {
        // The second process is stopped between its look and the lease, until the first one is done.
        if (process === 1)
          while ((await store.get(key)) !== undefined) await new Promise((resolve) => setTimeout(resolve, 0));
        return await store.setIfAbsent(key, value, ttlMs);
      },
    }));
    const first = caches[0]?.get();
    const second = caches[1]?.get();
    await clock.advance(0);
    requests[0]?.succeed();
    await clock.advance(10);
    expect([await first, await second]).toEqual(['token-1', 'token-1']);
    expect(requests).toHaveLength(1);
  });

  it('survives a holder that crashes: its lease runs out and one other fetches', async () => {
    const { clock, caches, requests } = setUpProcesses(3);
    const crashed = caches[0]?.get();
    void crashed;
    await clock.advance(0);
    const waits = caches.slice(1).map((cache) => cache.get());
    await clock.advance(LEASE_MS - 1_000);
    expect(requests).toHaveLength(1);
    await clock.advance(1_500);
    expect(requests).toHaveLength(2);
    requests[1]?.succeed();
    await clock.advance(500);
    expect(await Promise.all(waits)).toEqual(['token-2', 'token-2']);
  });

  it('passes the lease on at once when the holder’s request fails', async () => {
    const { clock, caches, requests } = setUpProcesses(2);
    const first = caches[0]?.get();
    await clock.advance(0);
    const second = caches[1]?.get();
    await clock.advance(100);
    const seen = expect(first).rejects.toThrow('503');
    requests[0]?.fail(new Error('503'));
    await seen;
    await clock.advance(300);
    expect(requests).toHaveLength(2);
    requests[1]?.succeed();
    expect(await second).toBe('token-2');
  });

  it('does without a store that refuses: each process fetches for itself', async () => {
    const down = (): Promise<never> => Promise.reject(new Error('ECONNREFUSED'));
    const { clock, caches, requests, failures } = setUpProcesses(2, () => ({
      get: down,
      set: down,
      setIfAbsent: down,
      deleteIfEquals: down,
    }));
    const waits = caches.map((cache) => cache.get());
    await clock.advance(10);
    expect(requests).toHaveLength(2);
    for (const request of requests) request.succeed();
    expect(await Promise.all(waits)).toEqual(['token-1', 'token-2']);
    expect(failures.length).toBeGreaterThan(0);
  });

  it('does without a store that hangs, after one store timeout', async () => {
    const hang = (): Promise<never> => new Promise(() => {});
    const { clock, caches, requests } = setUpProcesses(1, () => ({
      get: hang,
      set: hang,
      setIfAbsent: hang,
      deleteIfEquals: hang,
    }));
    const wait = caches[0]?.get();
    await clock.advance(999);
    expect(requests).toHaveLength(0);
    await clock.advance(1);
    requests[0]?.succeed();
    expect(await wait).toBe('token-1');
  });

  it('does not lose its token to a store that fails only when it is written to', async () => {
    const { clock, caches, requests, failures } = setUpProcesses(1, (store) => ({
      ...store,
      set: () => Promise.reject(new Error('read-only replica')),
    }));
    const wait = caches[0]?.get();
    await clock.advance(10);
    requests[0]?.succeed();
    await clock.advance(10);
    expect(await wait).toBe('token-1');
    expect(failures).toHaveLength(1);
  });

  it('never waits for others longer than a lease and a store timeout', async () => {
    const { clock, caches, requests } = setUpProcesses(1, (store) => ({
      ...store,
      setIfAbsent: () => Promise.resolve(false),
    }));
    const wait = caches[0]?.get();
    await clock.advance(LEASE_MS + 1_000 + 300);
    requests[0]?.succeed();
    expect(await wait).toBe('token-1');
  });

  it('takes no token for longer than its life, whatever another process’s clock says', async () => {
    const { clock, store, caches, requests } = setUpProcesses(1);
    const vault = await createTokenVault({
      clientId: 'client',
      passKey: 'canary-pass-key',
      tokenUrl: 'https://token.test',
    });
    const ahead: IssuedToken = { value: 'ahead', lifetimeMs: HOUR_MS, expiresAtEpochMs: clock.now() + 100 * HOUR_MS };
    await store.set(vault.storeKey, await vault.seal(JSON.stringify(ahead)), HOUR_MS);
    const wait = caches[0]?.get();
    await clock.advance(10);
    expect(await wait).toBe('ahead');
    await clock.advance(HOUR_MS);
    void caches[0]?.get();
    await clock.advance(10);
    expect(requests).toHaveLength(1);
  });

  it('replaces what it cannot open', async () => {
    const { clock, store, caches, requests } = setUpProcesses(1);
    const vault = await createTokenVault({
      clientId: 'client',
      passKey: 'canary-pass-key',
      tokenUrl: 'https://token.test',
    });
    await store.set(vault.storeKey, 'garbage', HOUR_MS);
    const wait = caches[0]?.get();
    await clock.advance(10);
    requests[0]?.succeed();
    await clock.advance(10);
    expect(await wait).toBe('token-1');
    expect(await vault.open((await store.get(vault.storeKey)) ?? '')).toContain('token-1');
  });

  it('keeps no token and no secret in clear', async () => {
    const written: string[] = [];
    const { clock, caches, requests } = setUpProcesses(1, (store) => ({
      ...store,
      set(key, value, ttlMs) {
        written.push(key, value);
        return store.set(key, value, ttlMs);
      },
      setIfAbsent(key, value, ttlMs) {
        written.push(key, value);
        return store.setIfAbsent(key, value, ttlMs);
      },
    }));
    const wait = caches[0]?.get();
    await clock.advance(10);
    requests[0]?.succeed('canary-token');
    await clock.advance(10);
    await wait;
    expect(written).toHaveLength(4);
    expect(written.join(' ')).not.toMatch(/canary|client/);
  });
});

describe('token vault', () => {
  const credential = { clientId: 'client', passKey: 'pass', tokenUrl: 'https://token.test' };

  it('opens what it sealed and nothing else', async () => {
    const vault = await createTokenVault(credential);
    const sealed = await vault.seal('secret');
    expect(await vault.open(sealed)).toBe('secret');
    expect(await (await createTokenVault({ ...credential, passKey: 'other' })).open(sealed)).toBeUndefined();
    const flipped = sealed.slice(0, -1) + (sealed.endsWith('0') ? '1' : '0');
    for (const damaged of [flipped, sealed.slice(0, 20), '', 'no hex', sealed.toUpperCase()])
      expect(await vault.open(damaged)).toBeUndefined();
  });

  it('gives each credential and gateway a name of its own', async () => {
    const names = await Promise.all(
      [
        credential,
        { ...credential, clientId: 'x' },
        { ...credential, passKey: 'x' },
        { ...credential, tokenUrl: 'https://x.test' },
      ].map(async (each) => (await createTokenVault(each)).storeKey),
    );
    expect(new Set(names).size).toBe(4);
    expect((await createTokenVault(credential)).storeKey).toBe(names[0]);
  });
});
