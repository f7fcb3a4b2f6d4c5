import { expect, it } from 'vitest';
import { CAPTURE_FAULTS } from '../binding/verify-capture.ts';
import { concludeLiveness, judgeSequence, SEQUENCE_FAULTS } from './conclude-liveness.ts';

const finding = (decision: 'live' | 'not_live' | 'unsure', score = 0.72) => ({
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
  expect(concludeLiveness(finding(server), claimed)).toEqual({ isLive, isUnsure: false, basis });
});

it('asks a still without frames for more than the middle', () => {
  expect(concludeLiveness(finding('unsure', 0.55), null).isLive).toBe(true);
  expect(concludeLiveness(finding('unsure', 0.54), null).isLive).toBe(false);
});

it('asks both scores together for as much as live takes', () => {
  expect(concludeLiveness(finding('unsure', 0.43), finding('unsure', 0.68)).isLive).toBe(true);
  expect(concludeLiveness(finding('unsure', 0.43), finding('unsure', 0.66)).isLive).toBe(false);
});

it('believes no claim about a still that the server leans against', () => {
  expect(concludeLiveness(finding('unsure', 0.42), finding('live', 1))).toEqual({
    isLive: false,
    isUnsure: true,
    basis: 'server',
  });
});

it.each(['bound', 'not-asked', 'absent'] as const)(
  'asks for another picture where the page itself leans against what the server believes (%s)',
  (binding) => {
    expect(concludeLiveness(finding('live', 0.8), finding('unsure', 0.48), binding)).toEqual({
      isLive: false,
      isUnsure: true,
      basis: 'browser',
    });
    expect(concludeLiveness(finding('live', 0.8), finding('unsure', 0.49), binding).isLive).toBe(true);
  },
);

it('weighs by the lines of the policy that both were assessed by', () => {
  const strict = { notLiveToScore: 0.4, liveFromScore: 0.8 };
  const conclude = (server: number, claimed: number | null): boolean =>
    concludeLiveness(finding('unsure', server), claimed === null ? null : finding('live', claimed), 'bound', strict)
      .isLive;
  expect([conclude(0.81, null), conclude(0.79, null)]).toEqual([true, false]);
  expect([conclude(0.61, 1), conclude(0.59, 1)]).toEqual([true, false]);
  expect([conclude(0.7, 0.91), conclude(0.7, 0.89)]).toEqual([true, false]);
});

it('tells what nobody can say from what somebody denies', () => {
  expect(concludeLiveness(finding('unsure', 0.45), null)).toMatchObject({ isLive: false, isUnsure: true });
  expect(concludeLiveness(finding('not_live', 0.2), null)).toMatchObject({ isLive: false, isUnsure: false });
  expect(concludeLiveness(finding('unsure', 0.6), finding('not_live'))).toMatchObject({ isUnsure: false });
  expect(concludeLiveness(finding('live'), null).isUnsure).toBe(false);
});

it.each([...CAPTURE_FAULTS, ...SEQUENCE_FAULTS])(
  'whatever is seen, a capture with the fault %s is not live',
  (fault) => {
    expect(concludeLiveness(finding('live', 1), finding('live', 1), fault)).toEqual({
      isLive: false,
      isUnsure: false,
      basis: 'binding',
    });
  },
);

it('believes a claim for oneself only where nothing signed was asked for, or it came', () => {
  const [server, claimed] = [finding('unsure', 0.45), finding('live', 1)];
  expect(concludeLiveness(server, claimed, 'bound').isLive).toBe(true);
  expect(concludeLiveness(server, claimed, 'not-asked').isLive).toBe(true);
  expect(concludeLiveness(server, claimed, 'absent').isLive).toBe(false);
  // Against oneself it always counts.
  expect(concludeLiveness(finding('live'), finding('not_live'), 'absent')).toMatchObject({ basis: 'browser' });
});

it.each([
  [{ frameCount: 0, faceCount: 0, stillLikeness: null }, null],
  [{ frameCount: 6, faceCount: 6, stillLikeness: 0.9 }, null],
  [{ frameCount: 6, faceCount: 3, stillLikeness: 0.6 }, null],
  [{ frameCount: 6, faceCount: 2, stillLikeness: 0.9 }, 'frames-without-face'],
  [{ frameCount: 6, faceCount: 6, stillLikeness: 0.59 }, 'still-unlike-frames'],
  [{ frameCount: 6, faceCount: 6, stillLikeness: null }, 'still-unlike-frames'],
] as const)('%j → %s', (sequence, fault) => {
  expect(judgeSequence(sequence)).toBe(fault);
});
