import { describe, expect, it } from 'vitest';
import { parseTimeToLive } from './time-to-live.ts';

describe('parseTimeToLive', () => {
  it.each([
    ['90d', 7_776_000_000],
    ['1h', 3_600_000],
    ['5m', 300_000],
    ['3600', 3_600_000],
    ['3600s', 3_600_000],
    ['0', null],
    ['', null],
    ['1y', null],
    ['1.5h', null],
    ['-1h', null],
    ['9999999999s', null],
  ])('%o is %o ms', (text, ms) => {
    expect(parseTimeToLive(text)).toBe(ms);
  });
});
