import { expect, it } from 'vitest';
import { concludeInjection } from './conclude-injection.ts';

it.each([
  ['nothing claimed', 0.2, null, 0.2],
  ['a claim against oneself is believed', 0.2, 0.7, 0.7],
  ['a claim for oneself is not', 0.7, 0, 0.7],
  ['a claim out of bounds is cut off', 0.2, 9, 1],
  ['a claim below nothing', 0.2, -5, 0.2],
  ['no number', 0.2, NaN, 0.2],
])('%s', (_, seen, claimed, expected) => {
  expect(concludeInjection(seen, claimed)).toBe(expected);
});
