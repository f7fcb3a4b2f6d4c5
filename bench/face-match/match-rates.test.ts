import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Pair } from './match-rates.ts';
import { acceptedAt, accuracyAcrossFolds, accuracyAt, shareOf } from './match-rates.ts';

const pair = (score: number, same: boolean, fold: string): Pair => ({ score, same, fold });

void describe('match rates', () => {
  void it("Wilson's interval of 9 in 10 is the one in the tables", () => {
    const { rate, low, high } = shareOf(9, 10);
    assert.equal(rate, 0.9);
    assert.deepEqual([low.toFixed(4), high.toFixed(4)], ['0.5958', '0.9821']);
    assert.equal(shareOf(10, 10).high.toFixed(9), '1.000000000');
  });

  void it('a fold is judged by the threshold of the other', () => {
    const pairs = [pair(0.9, true, '0'), pair(0.1, false, '0'), pair(0.8, true, '1'), pair(0.6, false, '1')];
    // Fold 0 is parted at 0.5, where fold 1's impostor passes; fold 1 at 0.7, where fold 0 is right.
    assert.equal(accuracyAcrossFolds(pairs).rate, 0.75);
    assert.equal(accuracyAt(pairs, 0.7).rate, 1);
  });

  void it('the share accepted is that over the score which the given share of impostors exceeds', () => {
    const impostors = Array.from({ length: 100 }, (_, i) => i / 100);
    assert.deepEqual(acceptedAt([0.99, 0.985, 0.5], impostors, 0.01).rate, 2 / 3);
    assert.equal(acceptedAt([0.2], impostors, 1).rate, 1);
  });
});
