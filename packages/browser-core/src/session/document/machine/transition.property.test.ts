import { DOCUMENT_GUIDANCE_CODES, ERROR_CODES } from '@bonafide/contracts/codes';
import type { DocumentGuidanceCode, ErrorCode } from '@bonafide/contracts/codes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DOCUMENT_SETTINGS, stampDocument } from '../testing/drive-document.ts';
import type { LooseDocumentEvent } from '../testing/drive-document.ts';
import type { DocumentEffect } from './document-effect.ts';
import { initialDocumentState, isDocumentEnd } from './document-state.ts';
import type { DocumentState } from './document-state.ts';
import { documentTransition } from './transition.ts';

const errorCode = fc.constantFrom(...(Object.keys(ERROR_CODES) as ErrorCode[]));
const guidance = fc.constantFrom(...(Object.keys(DOCUMENT_GUIDANCE_CODES) as DocumentGuidanceCode[]));
const problems = fc.oneof(fc.constant([]), fc.array(guidance, { maxLength: 3 }));
const share = fc.double({ min: 0, max: 1, noNaN: true });

function bare(...types: readonly string[]): fc.Arbitrary<LooseDocumentEvent> {
  return fc.constantFrom(...types.map((type) => ({ type }) as LooseDocumentEvent));
}

const command: fc.Arbitrary<LooseDocumentEvent> = fc.oneof(
  fc.record({ type: fc.constant('start' as const), side: fc.constantFrom('front', 'back', null) }),
  bare('shoot', 'upload', 'upload', 'retry', 'retry', 'cancel', 'reset', 'close'),
  fc.record({
    type: fc.constant('set-pace' as const),
    pace: fc.record({ moreTime: fc.boolean(), shutterAtOnce: fc.boolean() }),
  }),
  bare('hidden', 'visible', 'offline', 'online', 'leaving'),
  fc.record({ type: fc.constant('switch-camera' as const), cameraId: fc.constantFrom('id-1', 'id-2') }),
  fc.record({ type: fc.constant('set-torch' as const), on: fc.boolean() }),
);

const outcome: fc.Arbitrary<LooseDocumentEvent> = fc.oneof(
  fc.record({
    type: fc.constant('support-checked' as const),
    blockers: fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, fc.array(errorCode, { maxLength: 2 })),
  }),
  bare('camera-muted', 'camera-unmuted', 'camera-ended', 'vision-ready', 'taken'),
  fc.record({ type: fc.constant('captured' as const), problems }),
  fc.record({ type: fc.constant('file-read' as const), problems }),
  fc.record({ type: fc.constant('camera-opened' as const), cameraId: fc.constant('id-1') }),
  fc.record({ type: fc.constant('torch-changed' as const), torch: fc.constantFrom(true, false, null) }),
  fc.record({ type: fc.constant('vision-progress' as const), share }),
  fc.record({ type: fc.constant('capture-progress' as const), guidance, stableProgress: share }),
  fc.record({
    type: fc.constant('work-failed' as const),
    lane: fc.constantFrom('support', 'camera', 'vision', 'capture', 'file'),
    code: errorCode,
    retryAfterMs: fc.constant(null),
    uploadExpired: fc.constant(false),
  }),
  fc.record({ type: fc.constant('timer' as const), timer: fc.constantFrom('phase', 'manual', 'muted') }),
);

/** What goes on is what would happen next, whatever the phase, so that random walks get far. */
const move = fc.record({
  event: fc.oneof(
    { weight: 5, arbitrary: fc.constant('along' as const) },
    { weight: 2, arbitrary: outcome },
    { weight: 1, arbitrary: command },
  ),
  late: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  waitMs: fc.nat(20_000),
  problems,
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

const settings = fc.record({
  capture: fc.constantFrom('auto', 'manual', 'auto-then-manual', 'upload'),
  manualAfterMs: fc.nat(20_000),
  allowUpload: fc.boolean(),
  maxRefusals: fc.nat(3),
  timeoutMs: fc.constantFrom(0, 60_000),
});

function along(state: DocumentState, found: readonly DocumentGuidanceCode[]): LooseDocumentEvent {
  const { live, phase } = state;
  if (phase === 'idle' && state.settings.capture === 'upload') return { type: 'upload' };
  if (phase === 'idle' || phase === 'captured') return { type: 'start', side: 'front' };
  if (phase === 'refused' || state.failure?.retryable === true) return { type: 'retry' };
  if (isDocumentEnd(phase)) return { type: 'reset' };
  if (live.support !== 0) return { type: 'support-checked', blockers: [] };
  if (live.file !== 0) return { type: 'file-read', problems: found };
  if (state.vision === 'loading') return { type: 'vision-ready' };
  if (state.camera === 'opening') return { type: 'camera-opened', cameraId: 'id-1' };
  return phase === 'reading' ? { type: 'captured', problems: found } : { type: 'taken' };
}

interface Step {
  readonly before: DocumentState;
  readonly event: LooseDocumentEvent;
  readonly after: DocumentState;
  readonly effects: readonly DocumentEffect[];
}

function walk(chosen: Partial<typeof DOCUMENT_SETTINGS>, moves: readonly Move[], visit: (step: Step) => void): void {
  let state = initialDocumentState({ ...DOCUMENT_SETTINGS, ...chosen }, 'front');
  let atMs = 0;
  for (const { event: wanted, late, waitMs, problems: found } of moves) {
    atMs += waitMs;
    const event = wanted === 'along' ? along(state, found) : wanted;
    const stamped = stampDocument(state, event, atMs);
    const sent = late && 'epoch' in stamped ? { ...stamped, epoch: stamped.epoch - 1 } : stamped;
    const [after, effects] = documentTransition(state, sent);
    visit({ before: state, event, after, effects });
    state = after;
  }
}

function everyWalk(visitor: () => (step: Step) => void): void {
  fc.assert(
    fc.property(settings, fc.array(move, { maxLength: 60 }), (chosen, moves) => walk(chosen, moves, visitor())),
    { numRuns: 500 },
  );
}

describe('any sequence of events', () => {
  it('reaches every phase, or these properties would prove little', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(settings, fc.array(move, { minLength: 20, maxLength: 60 }), (chosen, moves) =>
        walk(chosen, moves, ({ after }) => void seen.add(after.phase)),
      ),
      { numRuns: 500, seed: 1 },
    );
    expect(seen.size).toBe(12);
  });

  it('leaves the state plain data, and nothing in it but ids, codes, counts and flags', () => {
    everyWalk(
      () =>
        ({ after }) =>
          expect(JSON.parse(JSON.stringify(after))).toEqual(after),
    );
  });

  it('closes every camera that was opened, once, and none is open at an end', () => {
    everyWalk(() => {
      let open = 0;
      return ({ after, effects }) => {
        for (const { type } of effects) {
          if (type === 'open-camera') open += 1;
          if (type === 'close-camera') open -= 1;
        }
        expect(open).toBe(after.camera === 'closed' ? 0 : 1);
        if (isDocumentEnd(after.phase) || after.phase === 'idle' || after.phase === 'refused') expect(open).toBe(0);
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

  it('leaves an end only by reset, close, a file, the next side, or a retry that was offered', () => {
    everyWalk(() => ({ before, event, after }) => {
      if (!isDocumentEnd(before.phase) || after.phase === before.phase) return;
      if (event.type === 'retry') expect(before.failure?.retryable).toBe(true);
      else if (event.type === 'start') expect(before.phase).toBe('captured');
      else if (event.type === 'upload') expect(['error', 'unsupported']).toContain(before.phase);
      else expect(['reset', 'close']).toContain(event.type);
    });
  });

  it('holds a picture exactly where one is shown', () => {
    everyWalk(() => {
      let held = false;
      return ({ after, effects }) => {
        if (effects.some(({ type }) => type === 'drop-picture')) held = false;
        if (after.phase === 'refused' || after.phase === 'captured') held = true;
        expect(after.pictureHeld).toBe(held);
        expect(held).toBe(after.phase === 'refused' || after.phase === 'captured');
      };
    });
  });

  it('refuses no more often than it may', () => {
    everyWalk(
      () =>
        ({ after }) =>
          expect(after.refusals).toBeLessThanOrEqual(after.settings.maxRefusals),
    );
  });

  it('has a failure exactly at a bad end', () => {
    everyWalk(() => ({ after }) => {
      expect(after.failure !== null).toBe(isDocumentEnd(after.phase) && after.phase !== 'captured');
    });
  });

  it('never hangs: what waits for a machine has a deadline', () => {
    everyWalk(() => ({ after }) => {
      const waits = ['checking', 'requesting-permission', 'loading', 'reading', 'refused'].includes(after.phase);
      if (waits) expect(after.timers.phase).not.toBeNull();
      if (isDocumentEnd(after.phase)) expect(Object.values(after.timers)).toEqual([null, null, null]);
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

  it('close and reset leave nothing at all', () => {
    everyWalk(() => ({ event, after }) => {
      if (event.type !== 'close' && event.type !== 'reset') return;
      expect(after).toMatchObject({ phase: 'idle', pictureHeld: false, fileHeld: false });
      expect([...Object.values(after.live), ...Object.values(after.timers)].every((x) => x === 0 || x === null)).toBe(
        true,
      );
    });
  });
});
