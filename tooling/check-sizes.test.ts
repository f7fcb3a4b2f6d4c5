import { describe, expect, it } from 'vitest';
import { budgetsFor, problemsOf } from './check-sizes.ts';

describe('size budgets', () => {
  it('are met by what they were set for, with room for a sentence', () => {
    const sizes = { small: 120, large: 64_919 };
    const budgets = budgetsFor(sizes);
    expect(budgets).toEqual({ small: 200, large: 66_300 });
    expect(problemsOf('entries', sizes, budgets)).toEqual([]);
    expect(problemsOf('entries', { small: 200, large: 66_300 }, budgets)).toEqual([]);
  });

  it('name what has grown, what nobody gave a budget, what is gone, and a budget that watches nothing', () => {
    expect(problemsOf('entries', { grown: 1001 }, { grown: 1000 })).toEqual([
      'entries: grown is 1001 bytes, 1 over its budget',
    ]);
    expect(problemsOf('entries', { fresh: 5 }, {})).toEqual(['entries: fresh has no budget (5 bytes)']);
    expect(problemsOf('entries', {}, { gone: 5 })).toEqual(['entries: gone has a budget and is gone']);
    expect(problemsOf('entries', { shrunk: 60_000 }, { shrunk: 90_000 })).toEqual([
      'entries: shrunk is 60000 bytes, its budget of 90000 is idle',
    ]);
  });
});
