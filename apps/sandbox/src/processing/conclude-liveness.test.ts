import { expect, it } from 'vitest';
import { concludeLiveness } from './conclude-liveness.ts';

const finding = (decision: 'live' | 'not_live' | 'unsure', score = 0.55) => ({
  decision,
  score,
  reasons: [],
  injectionSuspicion: 0,
  version: 'v',
});

it.each([
  // server, browser, live, basis
  ['not_live', 'live', false, 'server'],
  ['not_live', null, false, 'server'],
  ['live', 'not_live', false, 'browser'],
  ['unsure', 'not_live', false, 'browser'],
  ['live', null, true, 'server'],
  ['live', 'unsure', true, 'server'],
  ['unsure', 'live', true, 'browser'],
  ['unsure', 'unsure', true, 'balance'],
  ['unsure', null, false, 'server'],
] as const)('server %s, browser %s → live %s by %s', (server, browser, isLive, basis) => {
  const claimed = browser === null ? null : finding(browser);
  expect(concludeLiveness(finding(server), claimed)).toEqual({ isLive, basis });
});

it('asks a still without frames for more than the middle, and two doubts for the middle', () => {
  expect(concludeLiveness(finding('unsure', 0.6), null).isLive).toBe(true);
  expect(concludeLiveness(finding('unsure', 0.59), null).isLive).toBe(false);
  expect(concludeLiveness(finding('unsure', 0.4), finding('unsure', 0.6)).isLive).toBe(true);
  expect(concludeLiveness(finding('unsure', 0.4), finding('unsure', 0.59)).isLive).toBe(false);
});
