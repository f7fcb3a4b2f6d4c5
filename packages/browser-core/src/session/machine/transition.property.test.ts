import { ERROR_CODES, GUIDANCE_CODES } from '@bonafide/contracts/codes';
import type { ErrorCode, GuidanceCode } from '@bonafide/contracts/codes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SubmissionStatus } from '../../gateway/liveness-gateway.ts';
import { SETTINGS, stamp } from '../testing/drive-machine.ts';
import type { LooseEvent } from '../testing/drive-machine.ts';
import type { SessionEffect } from './session-effect.ts';
import { initialState, isTerminal } from './session-state.ts';
import type { Lane, SessionState, TimerName } from './session-state.ts';
import { transition } from './transition.ts';

const lanes: readonly Lane[] = ['support', 'token', 'camera', 'vision', 'capture', 'gateway'];
const timers: readonly TimerName[] = ['journey', 'phase', 'manual', 'muted', 'request', 'beat'];
const errorCode = fc.constantFrom(...(Object.keys(ERROR_CODES) as ErrorCode[]));
const guidance = fc.constantFrom(...(Object.keys(GUIDANCE_CODES) as GuidanceCode[]));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const id = fc.constantFrom('id-1', 'id-2');

type Bare = Extract<LooseEvent, { readonly type: string }>['type'];

/** Events that are a name and nothing else. */
function bare(...types: readonly Bare[]): fc.Arbitrary<LooseEvent> {
  return fc.constantFrom(...types.map((type) => ({ type }) as LooseEvent));
}

const status: fc.Arbitrary<SubmissionStatus> = fc.record({
  submissionId: id,
  status: fc.constantFrom('INITIATED', 'IN_PROGRESS', 'PARTIALLY_COMPLETED', 'COMPLETED', 'ERROR'),
  approved: fc.constantFrom(true, false, null),
  pictureRefused: fc.boolean(),
  nextAction: fc.constantFrom('RETRY', 'STATUS', 'EXIT', null),
  attemptsLeft: fc.option(fc.nat(3)),
  retryAfterMs: fc.option(fc.nat(60_000)),
});

const command: fc.Arbitrary<LooseEvent> = fc.oneof(
  fc.record({
    type: fc.constant('start' as const),
    resume: fc.option(
      fc.record({ submissionId: id, correlationId: id, attempt: fc.nat(4), gatewayAttemptsLeft: fc.option(fc.nat(3)) }),
    ),
    correlationId: fc.option(id),
  }),
  bare('accept-consent', 'decline-consent', 'skip-light', 'retry', 'retry', 'shoot', 'reset', 'close'),
  fc.record({ type: fc.constant('cancel' as const), reason: fc.constantFrom('user', 'help') }),
  fc.oneof<[fc.Arbitrary<LooseEvent>, fc.Arbitrary<LooseEvent>]>(
    fc.record({ type: fc.constant('switch-camera' as const), cameraId: id }),
    fc.record({
      type: fc.constant('set-pace' as const),
      pace: fc.record({ moreTime: fc.boolean(), shutterAtOnce: fc.boolean() }),
    }),
  ),
  bare('hidden', 'visible', 'offline', 'online', 'leaving'),
);

/** Weighted towards what goes well, so that the far phases are reached. */
const outcome: fc.Arbitrary<LooseEvent> = fc.oneof(
  fc.record({
    type: fc.constant('support-checked' as const),
    blockers: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(errorCode, { maxLength: 2 })),
  }),
  fc.record({ type: fc.constant('token-ready' as const), correlationId: id }),
  fc.record({ type: fc.constant('camera-opened' as const), cameraId: id }),
  bare(
    'camera-muted',
    'camera-unmuted',
    'camera-ended',
    'vision-ready',
    'captured',
    'captured',
    'uploaded',
    'confirmed',
  ),
  fc.record({ type: fc.constant('vision-progress' as const), share }),
  fc.record({
    type: fc.constant('capture-progress' as const),
    guidance,
    stableProgress: share,
    light: fc.option(fc.constantFrom({ colour: '#30d6d6', rampMs: 700 }, { colour: '#c2c2c2', rampMs: 1500 })),
  }),
  fc.record({ type: fc.constant('upload-granted' as const), submissionId: id }),
  fc.record({ type: fc.constant('upload-progress' as const), share }),
  fc.record({ type: fc.constant('polled' as const), status }),
  fc.record({
    type: fc.constant('work-failed' as const),
    lane: fc.constantFrom(...lanes),
    code: errorCode,
    retryAfterMs: fc.option(fc.nat(60_000)),
    uploadExpired: fc.boolean(),
  }),
  fc.record({ type: fc.constant('timer' as const), timer: fc.constantFrom(...timers) }),
);

/** What goes on is what would happen next, whatever the phase, so that random walks get far. */
type Move = { readonly event: LooseEvent | 'along'; readonly late: boolean; readonly waitMs: number };
const move: fc.Arbitrary<Move> = fc.record({
  event: fc.oneof(
    { weight: 5, arbitrary: fc.constant('along' as const) },
    { weight: 2, arbitrary: outcome },
    { weight: 1, arbitrary: command },
  ),
  late: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  waitMs: fc.nat(20_000),
});

const settings = fc.record({
  consent: fc.constantFrom('required', 'none'),
  capture: fc.constantFrom('auto', 'manual', 'auto-then-manual'),
  manualAfterMs: fc.nat(20_000),
  maxAttempts: fc.integer({ min: 1, max: 3 }),
  timeoutMs: fc.constantFrom(0, 60_000),
  canRenewToken: fc.boolean(),
  screenLight: fc.boolean(),
});

function along(state: SessionState): LooseEvent {
  const { live } = state;
  if (state.phase === 'idle') return { type: 'start', resume: null, correlationId: null };
  if (state.phase === 'consent') return { type: 'accept-consent' };
  if (isTerminal(state.phase)) return state.failure?.retryable === true ? { type: 'retry' } : { type: 'reset' };
  if (live.support !== 0) return { type: 'support-checked', blockers: [] };
  if (live.token !== 0) return { type: 'token-ready', correlationId: 'id-1' };
  if (state.vision === 'loading') return { type: 'vision-ready' };
  if (state.camera === 'opening') return { type: 'camera-opened', cameraId: 'id-1' };
  if (live.capture !== 0) return { type: 'captured' };
  if (live.gateway === 0) return { type: 'timer', timer: 'beat' };
  if (state.step === 'request') return { type: 'upload-granted', submissionId: 'id-1' };
  if (state.step === 'upload') return { type: 'uploaded' };
  if (state.step === 'confirm') return { type: 'confirmed' };
  return { type: 'polled', status: POLLED };
}

const POLLED: SubmissionStatus = {
  submissionId: 'id-1',
  status: 'COMPLETED',
  approved: false,
  pictureRefused: false,
  nextAction: null,
  attemptsLeft: null,
  retryAfterMs: null,
};

interface Step {
  readonly before: SessionState;
  readonly event: LooseEvent;
  readonly after: SessionState;
  readonly effects: readonly SessionEffect[];
}

function walk(chosen: Partial<typeof SETTINGS>, moves: readonly Move[], visit: (step: Step) => void): void {
  let state = initialState({ ...SETTINGS, ...chosen });
  let atMs = 0;
  for (const { event: wanted, late, waitMs } of moves) {
    atMs += waitMs;
    const event = wanted === 'along' ? along(state) : wanted;
    const stamped = stamp(state, event, atMs);
    const sent = late && 'epoch' in stamped ? { ...stamped, epoch: stamped.epoch - 1 } : stamped;
    const [after, effects] = transition(state, sent);
    visit({ before: state, event, after, effects });
    state = after;
  }
}

function everyWalk(visitor: () => (step: Step) => void): void {
  fc.assert(
    fc.property(settings, fc.array(move, { maxLength: 60 }), (chosen, moves) => walk(chosen, moves, visitor())),
    { numRuns: 600 },
  );
}

describe('any sequence of events', () => {
  it('reaches every phase, or these properties would prove little', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(settings, fc.array(move, { minLength: 20, maxLength: 60 }), (chosen, moves) =>
        walk(chosen, moves, ({ after }) => void seen.add(after.phase)),
      ),
      { numRuns: 600, seed: 1 },
    );
    expect(seen.size).toBe(15);
  });

  it('leaves the state plain data, and nothing in it but ids, codes, counts and flags', () => {
    everyWalk(() => ({ after }) => {
      expect(structuredClone(after)).toEqual(after);
      expect(JSON.parse(JSON.stringify(after))).toEqual(after);
      for (const text of texts(after)) expect(text.length).toBeLessThan(64);
    });
  });

  it('closes every camera that was opened, once, before the journey ends', () => {
    everyWalk(() => {
      let open = 0;
      return ({ after, effects }) => {
        for (const { type } of effects) {
          if (type === 'open-camera') open += 1;
          if (type === 'close-camera') open -= 1;
          expect(open === 0 || open === 1).toBe(true);
        }
        expect(open).toBe(after.camera === 'closed' ? 0 : 1);
        if (isTerminal(after.phase) || after.phase === 'idle' || after.phase === 'captured') expect(open).toBe(0);
      };
    });
  });

  it('stops every capture and unloads every model that is replaced', () => {
    everyWalk(() => {
      const held = { capture: 0, vision: 0 };
      return ({ after, effects }) => {
        for (const { type } of effects) {
          if (type === 'start-capture') held.capture += 1;
          if (type === 'stop-capture') held.capture -= 1;
          if (type === 'load-vision') held.vision += 1;
          if (type === 'unload-vision') held.vision -= 1;
        }
        expect(held.capture).toBe(after.live.capture === 0 ? 0 : 1);
        expect(held.vision).toBe(after.live.vision === 0 ? 0 : 1);
      };
    });
  });

  it('leaves a terminal phase only by reset, close, or a retry that was offered', () => {
    everyWalk(() => ({ before, event, after }) => {
      if (!isTerminal(before.phase) || after.phase === before.phase) return;
      if (event.type === 'retry') expect(before.failure?.retryable).toBe(true);
      else expect(['reset', 'close']).toContain(event.type);
    });
  });

  it('has a result exactly in a terminal phase, and a failure unless it passed', () => {
    everyWalk(() => ({ after }) => {
      expect(after.result !== null).toBe(isTerminal(after.phase));
      expect(after.failure !== null).toBe(isTerminal(after.phase) && after.phase !== 'passed');
    });
  });

  it('never hangs: while a journey runs, its deadline runs', () => {
    everyWalk(() => ({ after }) => {
      const running = after.phase !== 'idle' && !isTerminal(after.phase);
      expect(after.timers.journey !== null).toBe(running);
      expect(after.timers.journey?.leftMs ?? null).toBeNull();
    });
  });

  it('never waits for nothing: a delivery has a request, a pause, a token or the page to wait for', () => {
    everyWalk(() => ({ after }) => {
      if (after.phase !== 'submitting' && after.phase !== 'processing') return;
      const { waiting, live, timers, token } = after;
      if (waiting === null) expect(live.gateway).not.toBe(0);
      if (waiting === 'beat') expect(timers.beat).not.toBeNull();
      if (waiting === 'token') expect(token).toBe('asking');
      if (waiting === 'online') expect(after.offline).toBe(true);
      if (waiting === 'visible') expect(after.hidden).toBe(true);
    });
  });

  it('gives every piece of work an epoch of its own, higher than any before', () => {
    everyWalk(() => {
      let last = 0;
      return ({ effects }) => {
        for (const effect of effects) {
          if (!('epoch' in effect)) continue;
          expect(effect.epoch).toBeGreaterThan(last);
          last = effect.epoch;
        }
      };
    });
  });

  it('ends with nothing running but a loaded model and the time that a picture is kept', () => {
    everyWalk(() => ({ after }) => {
      if (!isTerminal(after.phase)) return;
      const { vision, ...others } = after.live;
      expect(Object.values(others).every((epoch) => epoch === 0)).toBe(true);
      expect(vision !== 0).toBe(after.vision === 'ready');
      const { beat, ...rest } = after.timers;
      expect(Object.values(rest).every((timer) => timer === null)).toBe(true);
      expect(beat !== null).toBe(after.pictureHeld);
    });
  });

  it('holds a picture only on its way to the gateway', () => {
    everyWalk(() => {
      let held = false;
      return ({ event, after, effects }) => {
        if (event.type === 'captured' && after.phase === 'captured') held = true;
        if (effects.some(({ type }) => type === 'drop-picture')) held = false;
        expect(after.pictureHeld).toBe(held);
        if (held) expect(['captured', 'submitting', 'error']).toContain(after.phase);
      };
    });
  });

  it('close and reset leave nothing at all', () => {
    everyWalk(() => ({ event, after }) => {
      if (event.type !== 'close' && event.type !== 'reset') return;
      expect(after.phase).toBe('idle');
      expect([...Object.values(after.live), ...Object.values(after.timers)].every((x) => x === 0 || x === null)).toBe(
        true,
      );
      expect(after.pictureHeld).toBe(false);
    });
  });
});

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}
