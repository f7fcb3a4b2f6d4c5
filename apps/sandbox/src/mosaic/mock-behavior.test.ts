import { expect, it } from 'vitest';
import { processingMsOf, toHostedScenario } from './mock-behavior.ts';

it.each([
  [undefined, 0],
  ['5s', 5_000],
  ['5', 5_000],
  [5, 5_000],
  [0, 0],
  ['1500ms', 1_500],
  ['10m', 600_000],
  ['11m', null],
  ['5 s', null],
  ['-5s', null],
  [0.5, null],
  [Number.NaN, null],
  ['', null],
  ['5h', null],
])('a processing time of %o is %o ms', (time, ms) => {
  expect(processingMsOf(time)).toBe(ms);
});

it('says nothing where nothing was ordered', () => {
  expect(toHostedScenario(null, null)).toBeNull();
  expect(toHostedScenario({}, null)).toEqual({ name: 'mock' });
});

it('leaves a scenario its own, and lets the session end as ordered whatever the pictures show', () => {
  expect(toHostedScenario({ force_retry: true, processing_time: 2 }, { name: 'x', verification: 'deny' })).toEqual({
    name: 'x',
    verification: 'deny',
    recaptures: 1,
    processingMs: 2_000,
    outcome: { status: 'COMPLETED', result: 'VALID' },
  });
});
