import { describe, expect, it } from 'vitest';
import { afterFailure, type Lockout, NO_FAILURES, secondsLocked } from './lockout.ts';

const MINUTE_MS = 60_000;
const after = (...times: readonly number[]): Lockout => times.reduce(afterFailure, NO_FAILURES);

describe('the lockout', () => {
  it('comes with the fifth failure within ten minutes, for ten minutes', () => {
    const four = after(0, 1, 2, 3);
    expect(secondsLocked(four, 3)).toBeNull();
    const five = afterFailure(four, 10 * MINUTE_MS - 1);
    expect(secondsLocked(five, 10 * MINUTE_MS - 1)).toBe(600);
    expect(secondsLocked(five, 20 * MINUTE_MS - 2)).toBe(1);
    expect(secondsLocked(five, 20 * MINUTE_MS - 1)).toBeNull();
  });

  it('does not come where the first of five is ten minutes old', () => {
    expect(secondsLocked(after(0, 1, 2, 3, 10 * MINUTE_MS), 10 * MINUTE_MS)).toBeNull();
  });

  it('is not made longer by trying during it, and begins anew after it', () => {
    const locked = after(0, 0, 0, 0, 0);
    expect(afterFailure(locked, MINUTE_MS)).toBe(locked);
    expect(secondsLocked(afterFailure(locked, 11 * MINUTE_MS), 11 * MINUTE_MS)).toBeNull();
  });

  it('comes exactly where five failures that count lie within ten minutes', () => {
    // A fixed series (Park and Miller), so that a failure can be looked at.
    let seed = 4711;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let run = 0; run < 500; run += 1) {
      let nowMs = 0;
      let lockout = NO_FAILURES;
      let counted: number[] = [];
      for (let i = 0; i < 30; i += 1) {
        nowMs += Math.floor(random() * 300_000);
        if (secondsLocked(lockout, nowMs) !== null) continue;
        counted = [...counted.filter((at) => at > nowMs - 10 * MINUTE_MS), nowMs];
        lockout = afterFailure(lockout, nowMs);
        expect(secondsLocked(lockout, nowMs) !== null).toBe(counted.length >= 5);
        if (counted.length >= 5) counted = [];
      }
    }
  });
});
