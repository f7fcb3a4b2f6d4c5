import { DOCUMENT_GUIDANCE_CODES, ERROR_CODES } from '@bonafide/contracts/codes';
import type { DocumentGuidanceCode, ErrorCode } from '@bonafide/contracts/codes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { RECAPTURE_REASONS } from '../../../gateway/identity-gateway.ts';
import type { IdentityPoll, IdentityRequirements } from '../../../gateway/identity-gateway.ts';
import { IDENTITY_SETTINGS, REQUIREMENTS, stampIdentity } from '../testing/drive-identity.ts';
import type { LooseIdentityEvent } from '../testing/drive-identity.ts';
import type { IdentityEffect } from './identity-effect.ts';
import { IDENTITY_DEADLINES } from './identity-deadlines.ts';
import { DEPICTIONS, initialIdentityState, isIdentityEnd } from './identity-state.ts';
import type { IdentityState } from './identity-state.ts';
import { needsOf } from './plan.ts';
import { toResumePoint } from './resume-point.ts';
import { identityTransition } from './transition.ts';

const errorCode = fc.constantFrom(...(Object.keys(ERROR_CODES) as ErrorCode[]));
const problem = fc.constantFrom(...(Object.keys(DOCUMENT_GUIDANCE_CODES) as DocumentGuidanceCode[]));
const depiction = fc.constantFrom(...DEPICTIONS);
const digest = fc.constantFrom('digest-1', 'digest-2', 'digest-3', 'digest-4', 'digest-5', 'digest-6');
const blockers = fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, fc.array(errorCode, { maxLength: 2 }));

const requirements: fc.Arbitrary<IdentityRequirements> = fc.record({
  documents: fc.constantFrom(REQUIREMENTS.documents, REQUIREMENTS.documents.slice(0, 1), []),
  selfie: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  countryOfResidence: fc.constantFrom(null, 'USA', 'NOR'),
  consent: fc.constantFrom(null, { version: '2', requiredIn: ['USA'], documents: [] }),
  eager: fc.boolean(),
});

const pollBase = { retryAfterMs: fc.option(fc.nat(60_000)), attemptsLeft: fc.option(fc.nat(3)) };
const poll: fc.Arbitrary<IdentityPoll> = fc.oneof(
  fc.record({ ...pollBase, state: fc.constant('pending' as const) }),
  fc.record({ ...pollBase, state: fc.constant('processing' as const) }),
  fc.record({
    ...pollBase,
    state: fc.constant('recapture' as const),
    depictions: fc.uniqueArray(depiction, { minLength: 1 }),
    reason: fc.constantFrom(...RECAPTURE_REASONS),
  }),
  fc.record({
    ...pollBase,
    state: fc.constant('done' as const),
    status: fc.constantFrom('passed', 'failed', 'review', 'cancelled', 'expired', 'error'),
    word: fc.constant('word'),
  }),
);
const process = fc.record({
  processId: fc.constantFrom('process-1', 'process-2'),
  depictions: fc.constant(['FRONT', 'BACK', 'SELFIE'] as const),
  received: fc.uniqueArray(depiction),
});

function bare(...types: readonly string[]): fc.Arbitrary<LooseIdentityEvent> {
  return fc.constantFrom(...types.map((type) => ({ type }) as LooseIdentityEvent));
}

const offer = fc.record({
  type: fc.constant('offer-picture' as const),
  depiction,
  digest,
  frameDigest: fc.option(digest),
  origin: fc.constantFrom('auto', 'manual', 'upload'),
  problems: fc.array(problem, { maxLength: 2 }),
  byteCount: fc.nat(1000),
});

const command: fc.Arbitrary<LooseIdentityEvent> = fc.oneof(
  fc.record({ type: fc.constant('start' as const), resume: fc.constant(null) }),
  fc.record({ type: fc.constant('accept-consent' as const), at: fc.constant('2026-01-01T00:00:00.000Z') }),
  fc.record({
    type: fc.constant('select' as const),
    documentType: fc.constantFrom('passport', 'identityCard', 'ktp'),
    country: fc.constantFrom(null, 'NOR', 'USA'),
  }),
  offer,
  fc.record({ type: fc.constant('retake' as const), side: fc.constantFrom('front', 'back') }),
  bare('back', 'back', 'next', 'keep', 'retry', 'hand-over', 'confirm-phone', 'decline-consent', 'reset', 'close'),
  fc.record({ type: fc.constant('cancel' as const), reason: fc.constantFrom('user', 'help') }),
  fc.record({
    type: fc.constant('set-pace' as const),
    pace: fc.record({ moreTime: fc.boolean(), shutterAtOnce: fc.boolean() }),
  }),
  bare('hidden', 'visible', 'offline', 'online', 'leaving'),
);

const outcome: fc.Arbitrary<LooseIdentityEvent> = fc.oneof(
  fc.record({ type: fc.constant('support-checked' as const), blockers }),
  fc.record({ type: fc.constant('opened' as const), requirements }),
  fc.record({ type: fc.constant('created' as const), process }),
  fc.record({ type: fc.constant('resumed' as const), process, poll }),
  fc.record({ type: fc.constant('put-progress' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  bare('put-done', 'submit-done', 'renewed', 'link-confirmed'),
  fc.record({ type: fc.constant('polled' as const), poll }),
  fc.record({ type: fc.constant('link-made' as const), expiresInMs: fc.nat(60_000) }),
  fc.record({
    type: fc.constant('link-polled' as const),
    progress: fc.oneof(
      fc.record({ state: fc.constantFrom('waiting', 'joined', 'connected', 'left', 'expired') }),
      fc.record({
        state: fc.constant('connected' as const),
        processId: fc.constantFrom(null, 'process-1', 'process-3'),
      }),
      fc.record({ state: fc.constant('done' as const), processId: fc.constantFrom('process-1', 'process-3') }),
    ),
  }),
  fc.record({
    type: fc.constant('work-failed' as const),
    lane: fc.constantFrom('support', 'gateway', 'handover'),
    code: errorCode,
    retryAfterMs: fc.option(fc.nat(60_000)),
    uploadExpired: fc.constant(false),
  }),
  fc.record({
    type: fc.constant('timer' as const),
    timer: fc.constantFrom('journey', 'phase', 'request', 'beat', 'look', 'link'),
  }),
);

/** What goes on is what would happen next, whatever the phase, so that random walks get far. */
const move = fc.record({
  event: fc.oneof(
    { weight: 8, arbitrary: fc.constant('along' as const) },
    { weight: 2, arbitrary: outcome },
    { weight: 1, arbitrary: command },
  ),
  late: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  waitMs: fc.nat(20_000),
  digest,
  poll,
  requirements,
  blockers,
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

const settings = fc.record({
  documentType: fc.constantFrom(null, 'passport', 'ktp'),
  country: fc.constantFrom(null, 'NOR'),
  documentTypes: fc.constantFrom(null, ['passport', 'identityCard'] as const),
  countries: fc.constantFrom(null, ['NOR', 'PRT']),
  countryOfResidence: fc.constantFrom(null, 'USA', 'NOR'),
  consent: fc.constantFrom('required', 'none'),
  review: fc.boolean(),
  maxAttempts: fc.integer({ min: 1, max: 3 }),
  handover: fc.constantFrom('off', 'off', 'offer', 'force'),
  allowUpload: fc.boolean(),
});

function along(state: IdentityState, chance: Move): LooseIdentityEvent {
  const { live, job, phase, timers } = state;
  if (phase === 'idle') return { type: 'start', resume: null };
  if (isIdentityEnd(phase)) return state.failure?.retryable === true ? { type: 'retry' } : { type: 'reset' };
  if (live.support !== 0) return { type: 'support-checked', blockers: chance.blockers };
  if (live.gateway !== 0 && job !== null) return answerTo(job, chance);
  if (phase === 'handover') {
    if (state.handover === 'preparing') return { type: 'link-made', expiresInMs: 60_000 };
    if (state.handover === 'expired') return { type: 'back' };
    return live.handover === 0 ? { type: 'timer', timer: 'look' } : { type: 'link-polled', progress: CONNECTED };
  }
  const offered = (taken: 'FRONT' | 'BACK' | 'SELFIE'): LooseIdentityEvent => ({
    type: 'offer-picture',
    depiction: taken,
    digest: chance.digest,
    frameDigest: null,
    origin: 'auto',
    problems: [],
    byteCount: 10,
  });
  switch (phase) {
    case 'consent':
      return { type: 'accept-consent', at: '2026-01-01T00:00:00.000Z' };
    case 'selecting':
      return { type: 'select', documentType: 'identityCard', country: 'NOR' };
    case 'capturing-front':
      return offered('FRONT');
    case 'capturing-back':
      return offered('BACK');
    case 'capturing-selfie':
      return offered('SELFIE');
    case 'flipping':
    case 'reviewing':
    case 'recapture':
      return { type: 'next' };
    default:
      return timers.beat === null ? { type: 'online' } : { type: 'timer', timer: 'beat' };
  }
}

const CONNECTED = { state: 'connected' } as const;

function answerTo(job: NonNullable<IdentityState['job']>, chance: Move): LooseIdentityEvent {
  const known = { processId: 'process-1', depictions: DEPICTIONS, received: [] };
  switch (job) {
    case 'open':
      return { type: 'opened', requirements: chance.requirements };
    case 'create':
      return { type: 'created', process: known };
    case 'resume':
      return { type: 'resumed', process: known, poll: chance.poll };
    case 'put':
      return { type: 'put-done' };
    case 'submit':
      return { type: 'submit-done' };
    case 'poll':
      return { type: 'polled', poll: chance.poll };
    case 'renew':
      return { type: 'renewed' };
  }
}

interface Step {
  readonly before: IdentityState;
  readonly event: LooseIdentityEvent;
  readonly after: IdentityState;
  readonly effects: readonly IdentityEffect[];
}

function walk(chosen: Partial<typeof IDENTITY_SETTINGS>, moves: readonly Move[], visit: (step: Step) => void): void {
  let state = initialIdentityState({ ...IDENTITY_SETTINGS, ...chosen });
  let atMs = 0;
  for (const chance of moves) {
    atMs += chance.waitMs;
    const event = chance.event === 'along' ? along(state, chance) : chance.event;
    const stamped = stampIdentity(state, event, atMs);
    const sent = chance.late && 'epoch' in stamped ? { ...stamped, epoch: stamped.epoch - 1 } : stamped;
    const [after, effects] = identityTransition(state, sent);
    visit({ before: state, event, after, effects });
    state = after;
  }
}

function everyWalk(visitor: () => (step: Step) => void): void {
  fc.assert(
    fc.property(settings, fc.array(move, { maxLength: 70 }), (chosen, moves) => walk(chosen, moves, visitor())),
    { numRuns: 400 },
  );
}

describe('any sequence of events', () => {
  it('reaches every phase, or these properties would prove little', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(settings, fc.array(move, { minLength: 30, maxLength: 80 }), (chosen, moves) =>
        walk(chosen, moves, ({ after }) => void seen.add(after.phase)),
      ),
      { numRuns: 600, seed: 1 },
    );
    const missing = Object.keys(IDENTITY_DEADLINES).filter((phase) => !seen.has(phase));
    expect(missing).toEqual([]);
  });

  it('leaves the state plain data, and nothing in it but ids, codes, counts and flags', () => {
    everyWalk(
      () =>
        ({ after }) =>
          expect(JSON.parse(JSON.stringify(after))).toEqual(after),
    );
  });

  it('leaves an end only by reset, close, or a retry that was offered', () => {
    everyWalk(() => ({ before, event, after }) => {
      if (!isIdentityEnd(before.phase) || after.phase === before.phase) return;
      if (event.type === 'retry') expect(before.failure?.retryable).toBe(true);
      else expect(['reset', 'close']).toContain(event.type);
    });
  });

  it('sends nothing of the person before consent, where consent is asked for', () => {
    everyWalk(() => ({ after, effects }) => {
      if (after.settings.consent === 'none') return;
      for (const effect of effects) {
        if (effect.type === 'create') expect(effect.request.consent).not.toBeNull();
        if (effect.type === 'put') expect(after.consent).not.toBeNull();
      }
    });
  });

  it('asks whoever lives in the United States, whatever the host says', () => {
    everyWalk(() => ({ after, effects }) => {
      const residence = after.requirements?.countryOfResidence ?? after.settings.countryOfResidence;
      for (const effect of effects) {
        if (effect.type === 'create' && residence === 'USA') expect(effect.request.consent?.granted).toBe(true);
      }
    });
  });

  it('holds a picture from the moment it is kept until it is dropped, and none at a good end', () => {
    everyWalk(() => {
      const held = new Set<string>();
      return ({ after, effects }) => {
        for (const effect of effects) {
          if (effect.type === 'keep-picture') held.add(effect.depiction);
          if (effect.type === 'drop-picture') held.delete(effect.depiction);
        }
        const known = DEPICTIONS.filter((one) => after.pictures[one]?.held === true);
        expect([...held].sort()).toEqual([...known].sort());
        if (['passed', 'review', 'failed', 'cancelled', 'expired', 'processing', 'idle'].includes(after.phase)) {
          expect(held.size).toBe(0);
        }
      };
    });
  });

  it('answers every offer of a picture: kept or dropped', () => {
    everyWalk(() => ({ event, effects }) => {
      if (event.type !== 'offer-picture') return;
      const answers = effects.filter(({ type }) => type === 'keep-picture' || type === 'drop-offer');
      expect(answers).toHaveLength(1);
    });
  });

  it('never keeps a picture that the gateway wanted again', () => {
    everyWalk(() => ({ before, event, effects }) => {
      if (event.type !== 'offer-picture' || !before.refusedDigests.includes(event.digest)) return;
      expect(effects).toContainEqual({ type: 'drop-offer', digest: event.digest });
    });
  });

  it('submits only when every picture that is needed has been sent', () => {
    everyWalk(() => ({ after, effects }) => {
      if (!effects.some(({ type }) => type === 'submit')) return;
      for (const needed of needsOf(after)) expect(after.pictures[needed]?.sent).toBe(true);
    });
  });

  it('never hangs: while a journey runs, its deadline runs, and so does that of its phase', () => {
    everyWalk(() => ({ after }) => {
      const running = after.phase !== 'idle' && !isIdentityEnd(after.phase);
      expect(after.timers.journey !== null).toBe(running);
      expect(after.timers.phase !== null).toBe(running);
    });
  });

  it('never waits for nothing: what sends or asks has a request, a pause or the page to wait for', () => {
    everyWalk(() => ({ after }) => {
      if (after.phase !== 'submitting' && after.phase !== 'processing') return;
      const { waiting, live, timers } = after;
      if (waiting === null) expect(live.gateway).not.toBe(0);
      if (waiting === 'beat') expect(timers.beat).not.toBeNull();
      if (waiting === 'online') expect(after.offline).toBe(true);
      if (waiting === 'visible') expect(after.hidden).toBe(true);
      if (live.gateway !== 0) expect(timers.request).not.toBeNull();
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

  it('ends with nothing running but the time that pictures are kept', () => {
    everyWalk(() => ({ after }) => {
      if (!isIdentityEnd(after.phase)) return;
      expect(Object.values(after.live)).toEqual([0, 0, 0]);
      const { beat, ...rest } = after.timers;
      expect(Object.values(rest).every((timer) => timer === null)).toBe(true);
      expect(beat !== null).toBe(DEPICTIONS.some((one) => after.pictures[one]?.held === true));
      expect(after.handover).toBeNull();
    });
  });

  it('has a link exactly while it hands over', () => {
    everyWalk(
      () =>
        ({ after }) =>
          expect(after.handover !== null).toBe(after.phase === 'handover'),
    );
  });

  it('has a failure exactly at a bad end', () => {
    everyWalk(() => ({ after }) => {
      const good = after.phase === 'passed' || after.phase === 'review';
      expect(after.failure !== null).toBe(isIdentityEnd(after.phase) && !good);
    });
  });

  it('can be taken up wherever it is left: the state after a reload is where it was, or where a picture is missing', () => {
    everyWalk(() => ({ after }) => {
      if (after.phase === 'idle' || isIdentityEnd(after.phase)) return;
      const point = toResumePoint(after);
      expect(JSON.parse(JSON.stringify(point))).toEqual(point);
      const fresh = initialIdentityState(after.settings);
      const [resumed] = identityTransition(fresh, { type: 'start', resume: point, atMs: 0 });
      expect(resumed.phase).toBe('checking');
      expect(DEPICTIONS.some((one) => resumed.pictures[one]?.held === true)).toBe(false);
      expect(resumed.consent).toEqual(after.consent);
    });
  });

  it('close and reset leave nothing at all; reset tells the gateway, close leaves what a reload finds', () => {
    everyWalk(() => ({ before, event, after, effects }) => {
      if (event.type !== 'close' && event.type !== 'reset') return;
      expect(after.phase).toBe('idle');
      expect([...Object.values(after.live), ...Object.values(after.timers)].every((x) => x === 0 || x === null)).toBe(
        true,
      );
      const types = effects.map(({ type }) => type);
      expect(types.includes('clear-resume')).toBe(event.type === 'reset');
      const running = before.phase !== 'idle' && !isIdentityEnd(before.phase);
      expect(types.includes('cancel-process')).toBe(event.type === 'reset' && running && before.processId !== null);
    });
  });
});
