import { expect, it } from 'vitest';
import { concludeLiveness } from './conclude-liveness.ts';

const finding = (decision: 'live' | 'not_live' | 'unsure', score = 0.65) => ({
  decision,
  score,
});

it.each([
  // server, browser, live, basis
  ['not_live', 'live', false, 'server'],
  ['not_live', null, false, 'server'],
  ['live', 'not_live', false, 'browser'],
  ['unsure', 'not_live', false, 'browser'],
  ['live', null, true, 'server'],
  ['live', 'unsure', true, 'server'],
  ['unsure', 'live', true, 'balance'],
  ['unsure', 'unsure', true, 'balance'],
  ['unsure', null, true, 'server'],
] as const)('server %s, browser %s → live %s by %s', (server, browser, isLive, basis) => {
  const claimed = browser === null ? null : finding(browser);
  expect(concludeLiveness(finding(server), claimed)).toEqual({ isLive, basis });
});

it('asks a still without frames for more than the middle', () => {
  expect(concludeLiveness(finding('unsure', 0.6), null).isLive).toBe(true);
  expect(concludeLiveness(finding('unsure', 0.59), null).isLive).toBe(false);
});

it('asks both scores together for more than the middle', () => {
  expect(concludeLiveness(finding('unsure', 0.55), finding('unsure', 0.65)).isLive).toBe(true);
  expect(concludeLiveness(finding('unsure', 0.55), finding('unsure', 0.64)).isLive).toBe(false);
});

it('believes no claim about a still that the server leans against', () => {
  expect(concludeLiveness(finding('unsure', 0.49), finding('live', 1))).toEqual({ isLive: false, basis: 'server' });
});
