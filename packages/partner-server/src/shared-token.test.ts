import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import { describe, expect, it } from 'vitest';
import { fakeIssuer } from '../test/fake-issuer.ts';
import type { AtomicStore } from './atomic-store.ts';
import type { IssuedToken } from './shared-token.ts';
import { createMemoryStore } from './stores/memory.ts';
import { createTokenCache } from './token-cache.ts';
import type { TokenCache } from './token-cache.ts';
import { createTokenVault } from './token-vault.ts';

const HOUR_MS = 3_600_000;
const LEASE_MS = 14_000;

/** `count` processes with clocks of their own that share a store. All timers run on one clock. */
function setUpProcesses(count: number, wrap: (store: AtomicStore, process: number) => AtomicStore = (store) => store) {
  const clock = createManualClock();
  const store = createMemoryStore({ clock });
  const issuer = fakeIssuer(clock);
  const failures: unknown[] = [];
  const credential = { clientId: 'client', secret: 'canary-pass-key', tokenUrl: 'https://token.test' };
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
    let sayHeld = (): void => {};
    const held = new Promise<void>((resolve) => (sayHeld = resolve));
    const { clock, caches, requests } = setUpProcesses(2, (store, process) => ({
      ...store,
      async setIfAbsent(key, value, ttlMs) {
        // The second process is stopped between its look and the lease, until the first one has had it and is done.
        if (process === 1) {
          await held;
          while ((await store.get(key)) !== undefined) await new Promise((resolve) => setTimeout(resolve, 0));
        }
        const isSet = await store.setIfAbsent(key, value, ttlMs);
        if (process === 0) sayHeld();
        return isSet;
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
      secret: 'canary-pass-key',
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
      secret: 'canary-pass-key',
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
