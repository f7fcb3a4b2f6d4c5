import { expect, it } from 'vitest';

// The page's script has no types, and touches no document before it is asked to.
const PARTS = '../src/control/page/parts.js';
const { attemptCount } = (await import(PARTS)) as { readonly attemptCount: (attempts: number) => string };

it('counts one attempt, and several attempts', () => {
  expect([0, 1, 2].map(attemptCount)).toEqual(['0 attempts', '1 attempt', '2 attempts']);
});
