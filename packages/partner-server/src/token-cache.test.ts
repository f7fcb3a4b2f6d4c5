import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import { describe, expect, it, vi } from 'vitest';
import { fakeIssuer } from '../test/fake-issuer.ts';
import { createTokenCache } from './token-cache.ts';
import type { TokenCacheOptions, TokenEvent } from './token-cache.ts';

const HOUR_MS = 3_600_000;

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
