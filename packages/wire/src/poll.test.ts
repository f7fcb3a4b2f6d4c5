import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLL_POLICY, nextPollDelay, poll } from './poll.ts';
import type { NextPollInput, PollAnswer, PollEnvironment, PollStep } from './poll.ts';
import { createManualClock } from './testing/manual-clock.ts';

const PENDING: PollAnswer = { kind: 'pending' };
const input = (over: Partial<NextPollInput> = {}): NextPollInput => ({
  asked: 1,
  answer: PENDING,
  hidden: false,
  offline: false,
  remainingMs: Infinity,
  random: () => 0,
  ...over,
});
const next = (over: Partial<NextPollInput> = {}) => nextPollDelay(DEFAULT_POLL_POLICY, input(over));

describe('nextPollDelay', () => {
  it('grows up to a limit', () => {
    const delays = [1, 2, 3, 7, 100].map((asked) => next({ asked }));
    expect(delays).toEqual([1_000, 1_500, 2_250, 10_000, 10_000].map((delayMs) => ({ kind: 'wait', delayMs })));
  });

  it('waits at least as long as Retry-After asks', () => {
    expect(next({ answer: { kind: 'pending', retryAfterMs: 7_000 } })).toEqual({ kind: 'wait', delayMs: 7_000 });
    expect(next({ answer: { kind: 'failed', httpStatus: 429, retryAfterMs: 30_000 } })).toEqual({
      kind: 'wait',
      delayMs: 30_000,
    });
  });

  it('pauses while the page is hidden or offline', () => {
    expect(next({ hidden: true })).toEqual({ kind: 'pause' });
    expect(next({ offline: true })).toEqual({ kind: 'pause' });
  });

  it.each([400, 401, 403, 404, 410, 422])('ends at %i', (httpStatus) => {
    expect(next({ answer: { kind: 'failed', httpStatus }, hidden: true })).toEqual({ kind: 'end', reason: 'fatal' });
  });

  it.each([408, 409, 425, 429, 500, 502, 503, 504, undefined])('goes on after %s', (httpStatus) => {
    expect(next({ answer: { kind: 'failed', httpStatus } }).kind).toBe('wait');
  });

  it('never asks again beyond the deadline and never sooner than the server wants', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
        fc.integer({ min: -10, max: 60_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (asked, retryAfterMs, remainingMs, random) => {
          const step = next({ asked, answer: { kind: 'pending', retryAfterMs }, remainingMs, random: () => random });
          if (step.kind !== 'wait') return;
          expect(step.delayMs).toBeLessThan(remainingMs);
          expect(step.delayMs).toBeGreaterThanOrEqual(retryAfterMs ?? 0);
        },
      ),
    );
  });
});

/** A page whose state a test sets. */
function fakePage() {
  let listeners: (() => void)[] = [];
  const page = { hidden: false, offline: false };
  return {
    environment: {
      get hidden() {
        return page.hidden;
      },
      get offline() {
        return page.offline;
      },
      watch(listener, signal) {
        listeners.push(listener);
        signal.addEventListener('abort', () => (listeners = listeners.filter((each) => each !== listener)));
      },
    } satisfies PollEnvironment,
    set(change: Partial<typeof page>) {
      Object.assign(page, change);
      for (const listener of listeners) listener();
    },
    get listening() {
      return listeners.length;
    },
  };
}

function start(steps: readonly PollStep<string>[], over: { timeoutMs?: number; signal?: AbortSignal } = {}) {
  const clock = createManualClock();
  const page = fakePage();
  const askedAtMs: number[] = [];
  const result = poll<string>({
    ask: () => {
      askedAtMs.push(clock.monotonicNow());
      return Promise.resolve(steps[Math.min(askedAtMs.length, steps.length) - 1] ?? PENDING);
    },
    clock,
    random: () => 0,
    environment: page.environment,
    ...over,
  });
  return { clock, page, askedAtMs, result };
}

describe('poll', () => {
  it('asks at once, then at growing distances, until it is done', async () => {
    const { clock, askedAtMs, result } = start([PENDING, PENDING, { kind: 'done', value: 'yes' }]);
    await clock.advance(10_000);
    expect(await result).toEqual({ kind: 'done', value: 'yes' });
    expect(askedAtMs).toEqual([0, 1_000, 2_500]);
    expect(clock.pendingMs).toEqual([]);
  });

  it('ends with the fatal answer', async () => {
    const { result } = start([{ kind: 'failed', httpStatus: 404 }]);
    expect(await result).toEqual({ kind: 'fatal', last: { kind: 'failed', httpStatus: 404 } });
  });

  it('ends before the deadline rather than ask beyond it', async () => {
    const { clock, askedAtMs, result } = start([PENDING], { timeoutMs: 4_000 });
    await clock.advance(10_000);
    expect(await result).toEqual({ kind: 'deadline', last: PENDING });
    expect(askedAtMs).toEqual([0, 1_000, 2_500]);
  });

  it('asks nothing while hidden and at once on return', async () => {
    const { clock, page, askedAtMs, result } = start([PENDING, PENDING, { kind: 'done', value: 'yes' }]);
    await clock.advance(500);
    page.set({ hidden: true });
    await clock.advance(100_000);
    expect(askedAtMs).toEqual([0]);
    page.set({ hidden: false });
    await clock.advance(0);
    expect(askedAtMs).toEqual([0, 100_500]);
    page.set({ offline: true });
    await clock.advance(50_000);
    expect(askedAtMs).toHaveLength(2);
    page.set({ offline: false });
    await clock.advance(0);
    expect(await result).toEqual({ kind: 'done', value: 'yes' });
    expect(page.listening).toBe(0);
  });

  it('reaches its deadline in a pause', async () => {
    const { clock, page, result } = start([PENDING], { timeoutMs: 5_000 });
    page.set({ hidden: true });
    await clock.advance(5_000);
    expect(await result).toEqual({ kind: 'deadline', last: PENDING });
    expect(page.listening).toBe(0);
  });

  it('rejects with the reason of the caller, and leaves nothing behind', async () => {
    const controller = new AbortController();
    const { clock, page, result } = start([PENDING], { signal: controller.signal });
    const seen = expect(result).rejects.toBe('left');
    await clock.advance(100);
    controller.abort('left');
    await seen;
    expect(clock.pendingMs).toEqual([]);
    expect(page.listening).toBe(0);
  });
});
