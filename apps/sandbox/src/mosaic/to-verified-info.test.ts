import { describe, expect, it } from 'vitest';
import { ageOn } from './to-verified-info.ts';

describe('ageOn', () => {
  it.each([
    ['1990-02-03', '2026-02-02', 35],
    ['1990-02-03', '2026-02-03', 36],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
    ['1990', '2026-03-01', undefined],
  ])('of somebody born on %s, on %s, is %o', (born, day, age) => {
    expect(ageOn(born, new Date(`${day}T12:00:00Z`))).toBe(age);
  });
});
