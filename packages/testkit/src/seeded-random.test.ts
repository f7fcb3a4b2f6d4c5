import { expect, it } from 'vitest';
import { seededRandom } from './seeded-random.ts';

it('repeats itself for the same seed only, between 0 and 1, evenly', () => {
  const take = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 1000 }, random);
  };
  const numbers = take(3);
  expect(take(3)).toEqual(numbers);
  expect(take(4)).not.toEqual(numbers);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(numbers.reduce((sum, number) => sum + number) / 1000).toBeCloseTo(0.5, 1);
});
