import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from './score-readings.ts';
import { editDistance, scoreReadings } from './score-readings.ts';

const outcome = (change: Partial<Outcome>): Outcome => ({
  source: 's',
  truth: ['AB', 'CD'],
  isConforming: true,
  lines: ['AB', 'CD'],
  isValid: true,
  isCertain: true,
  cpuMs: 1,
  ...change,
});

void test('counts what is read, and what is read wrong although its digits hold', () => {
  const score = scoreReadings([
    outcome({}),
    outcome({ lines: ['AB', 'CX'] }),
    outcome({ lines: ['AB', 'CX'], isCertain: false }),
    outcome({ lines: null, isValid: false, isCertain: false }),
    outcome({ isConforming: false, lines: ['A'], isCertain: false }),
  ]);
  assert.deepEqual(
    [score.n, score.valid, score.exact, score.misread, score.certain, score.certainMisread],
    [4, 3, 1, 3, 2, 1],
  );
  assert.equal(score.characterErrorRate, (1 + 1 + 5) / 20);
});

void test('a system without certainty has none', () => {
  assert.equal(scoreReadings([outcome({ isCertain: null })]).certain, null);
});

void test('edits', () => {
  assert.deepEqual([editDistance('', 'AB'), editDistance('AB', 'AB'), editDistance('ABC', 'AC')], [2, 0, 1]);
});
