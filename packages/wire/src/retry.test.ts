import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';
import { DEFAULT_RETRY_POLICY, nextRetry, retry } from './retry.ts';
import type { RetryOptions } from './retry.ts';
import { createRetryBudget } from './retry-budget.ts';
import { createManualClock } from './testing/manual-clock.ts';

const policy = { ...DEFAULT_RETRY_POLICY, maxAttempts: 4 };

describe('backoffMs', () => {
  it('is a random share of a bound that doubles up to its cap', () => {
    const options = { baseMs: 50, capMs: 20_000, random: () => 0.999_999 };
    expect([0, 1, 2, 8, 9, 1_000].map((failures) => backoffMs(failures, options))).toEqual([
      49, 99, 199, 12_799, 19_999, 19_999,
    ]);
    expect(backoffMs(5, { ...options, random: () => 0 })).toBe(0);
  });
});

describe('nextRetry', () => {
  const input = fc.record({
    attempts: fc.integer({ min: 1, max: 10 }),
    failure: fc.record({
      cause: fc.constantFrom('failure' as const, 'throttle' as const),
      retryAfterMs: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
    }),
    remainingMs: fc.oneof(fc.integer({ min: -1_000, max: 60_000 }), fc.constant(Infinity)),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }).map((x) => () => x),
  });

  it('never waits less than the server asks, beyond the deadline, or after the last attempt', () => {
    fc.assert(
      fc.property(input, (given) => {
        const delayMs = nextRetry(policy, given);
        if (delayMs === undefined) return;
        expect(given.attempts).toBeLessThan(policy.maxAttempts);
        expect(delayMs).toBeGreaterThanOrEqual(given.failure.retryAfterMs ?? 0);
        expect(delayMs).toBeLessThan(given.remainingMs);
        expect(delayMs).toBeLessThanOrEqual(Math.max(policy.capMs, policy.maxRetryAfterMs));
      }),
    );
  });

  it('gives up at once when the server asks for more patience than there is', () => {
    const failure = { cause: 'throttle', retryAfterMs: policy.maxRetryAfterMs + 1 } as const;
    expect(nextRetry(policy, { attempts: 1, failure, remainingMs: Infinity, random: () => 0 })).toBeUndefined();
  });
});

function setUp(over: Partial<RetryOptions<string>> = {}) {
  const clock = createManualClock();
  const options: RetryOptions<string> = {
    policy,
    clock,
    random: () => 0.5,
    judge: (outcome) => ('error' in outcome ? { cause: 'failure' } : undefined),
    ...over,
  };
  return { clock, options };
}

describe('retry', () => {
  it('tries until it succeeds and waits in between', async () => {
    const waits: number[] = [];
    const { clock, options } = setUp({ onRetry: ({ delayMs }) => waits.push(delayMs) });
    let calls = 0;
    const result = retry(async () => {
      calls += 1;
      if (calls < 3) throw new Error('not yet');
      return 'done';
    }, options);
    await clock.advance(1_000);
    expect(await result).toBe('done');
    expect(waits).toEqual([25, 50]);
  });

  it('throws the last failure when the attempts are used up', async () => {
    const { clock, options } = setUp();
    let calls = 0;
    const result = retry(() => Promise.reject(new Error(`failure ${(calls += 1)}`)), options);
    const seen = expect(result).rejects.toThrow('failure 4');
    await clock.advance(60_000);
    await seen;
  });

  it('rejects with the reason of a caller that leaves during a wait, and leaves no timer', async () => {
    const controller = new AbortController();
    const { clock, options } = setUp({ signal: controller.signal, random: () => 0.99 });
    const result = retry(() => Promise.reject(new Error('down')), options);
    const seen = expect(result).rejects.toBe('gone');
    await clock.advance(0);
    controller.abort('gone');
    await seen;
    expect(clock.pendingMs).toEqual([]);
  });

  it('stops when the budget is spent', async () => {
    const budget = createRetryBudget({ capacity: 28 });
    const { clock, options } = setUp({ budget, policy: { ...policy, maxAttempts: 10 } });
    let calls = 0;
    const result = retry(() => Promise.reject(new Error(`failure ${(calls += 1)}`)), options);
    const seen = expect(result).rejects.toThrow('failure 3');
    await clock.advance(60_000);
    await seen;
    expect(budget.balance).toBe(0);
  });

  it('gets back what a retry cost once the call succeeds', async () => {
    const budget = createRetryBudget();
    const { clock, options } = setUp({ budget });
    let calls = 0;
    const result = retry(async () => {
      if ((calls += 1) === 1) throw new Error('once');
      return 'done';
    }, options);
    await clock.advance(0);
    expect(budget.balance).toBe(486);
    await clock.advance(1_000);
    await result;
    expect(budget.balance).toBe(500);
  });
});

describe('createRetryBudget', () => {
  it('lets a client that only fails retry 35 times, or 100 times when it is throttled', () => {
    const count = (cause: 'failure' | 'throttle'): number => {
      const budget = createRetryBudget();
      let taken = 0;
      while (budget.take(cause)) taken += 1;
      return taken;
    };
    expect([count('failure'), count('throttle')]).toEqual([35, 100]);
  });

  it('never holds more than its capacity nor less than nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('failure' as const, 'throttle' as const), fc.nat(50))), (steps) => {
        const budget = createRetryBudget({ capacity: 60 });
        for (const step of steps) {
          if (typeof step === 'number') budget.succeed(step);
          else budget.take(step);
          expect(budget.balance).toBeGreaterThanOrEqual(0);
          expect(budget.balance).toBeLessThanOrEqual(60);
        }
      }),
    );
  });
});
