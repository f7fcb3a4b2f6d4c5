import type { DocumentGuidanceCode } from '@bonafide/contracts/codes';
import { describe, expect, it } from 'vitest';
import type { SeenDocument } from '../document-measurement.ts';
import type { DocumentContext } from '../document-vision.ts';
import { documentMeasurement, type MeasurementChanges } from '../testing/synthetic-document.ts';
import { initialDocumentGateState, nextDocumentGateState } from './document-gate.ts';
import type { DocumentGateState } from './document-gate-state.ts';
import { createDocumentPolicy, DEFAULT_DOCUMENT_POLICY as policy, DOCUMENT_THRESHOLDS } from './document-policy.ts';
import { judgeDocumentStill } from './judge-document-still.ts';

const FRONT: DocumentContext = { side: 'front', expected: { documentType: 'identityCard', country: null } };
const STEP_MS = 80;

/** Frames one after the other, from a state. */
function run(frames: readonly MeasurementChanges[], context = FRONT, start = initialDocumentGateState) {
  const states: DocumentGateState[] = [];
  let state = start;
  for (const changes of frames) {
    const timestampMs = (state.timestampMs ?? -STEP_MS) + STEP_MS;
    state = nextDocumentGateState(state, documentMeasurement({ timestampMs, ...changes }), policy, context);
    states.push(state);
  }
  return states;
}

const times = (count: number, changes: MeasurementChanges = {}): MeasurementChanges[] =>
  Array.from({ length: count }, () => changes);
const last = (states: readonly DocumentGateState[]): DocumentGateState => states.at(-1) ?? initialDocumentGateState;

const PROBLEMS: readonly [DocumentGuidanceCode, Partial<SeenDocument>, DocumentContext?][] = [
  ['no-document', { confidence: 0.2 }],
  ['wrong-side', { features: { portrait: false, mrz: true, barcode: false } }],
  ['wrong-side', { features: { portrait: true, mrz: false, barcode: false } }, { ...FRONT, side: 'back' }],
  ['unsupported-document', { format: 'id-3' }, { side: 'front', expected: { documentType: 'ktp', country: 'IDN' } }],
  ['too-dark', { luminanceMean0to255: 30 }],
  ['too-dark', { darkRatio: 0.7 }],
  ['too-bright', { luminanceMean0to255: 240 }],
  ['too-bright', { brightRatio: 0.5 }],
  ['too-far', { spanRatio: 0.3 }],
  ['too-close', { spanRatio: 1.05, edgeGapRatio: -0.02 }],
  ['too-close-to-edge', { edgeGapRatio: -0.01 }],
  ['off-centre', { centreOffsetRatio: 0.4 }],
  ['rotate', { rotationDegrees: 25 }],
  ['rotate', { rotationDegrees: 115 }],
  ['tilted', { tiltDegrees: 35 }],
  ['occluded', { occlusionRatio: 0.2 }],
  ['photo-occluded', { isPortraitCovered: true }],
  ['glare', { glareRatio: 0.03 }],
  ['not-original', { screenSuspicion: 0.9 }],
  ['not-original', { copySuspicion: 0.9 }],
  ['blurry', { sharpness: 0.12 }],
];

describe('document gate', () => {
  it('becomes ready after enough stable good frames, and not before', () => {
    const states = run(times(14));
    const readyAt = states.findIndex(({ ready }) => ready);
    expect(states[0]).toMatchObject({ guidance: 'hold-still', problems: [] });
    expect(readyAt * STEP_MS).toBeGreaterThanOrEqual(policy.stableMs);
    expect(readyAt + 1).toBeGreaterThanOrEqual(policy.stableFrames);
    expect(states[readyAt]).toMatchObject({ guidance: 'ready', stableProgress: 1 });
    const progress = states.slice(0, readyAt + 1).map(({ stableProgress }) => stableProgress);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  it.each(PROBLEMS)('says %s for %o', (code, document, context = FRONT) => {
    const { problems, guidance, ready } = last(run(times(20, { document }), context));
    expect(problems).toEqual([code]);
    expect(guidance).toBe(code);
    expect(ready).toBe(false);
    expect(judgeDocumentStill(documentMeasurement({ document }), context).problems).toEqual([code]);
  });

  it('takes what is no number for a problem', () => {
    expect(last(run(times(3, { document: { sharpness: Number.NaN } }))).problems).toEqual(['blurry']);
  });

  it('asks for stillness while the card moves', () => {
    expect(last(run(times(10, { motionRatio: 0.08 })))).toMatchObject({ guidance: 'moving', ready: false });
    expect(last(run([...times(10, { motionRatio: 0.08 }), ...times(30)])).ready).toBe(true);
  });

  it('holds a hint for its time, and speaks of the most urgent problem', () => {
    const glare = { document: { glareRatio: 0.05, luminanceMean0to255: 20 } };
    const states = run([...times(4, glare), ...times(3)]);
    expect(states[0]?.problems).toEqual(['too-dark', 'glare']);
    expect(states.map(({ guidance }) => guidance)).toEqual(Array(7).fill('too-dark'));
  });

  it('lets a problem go only at its leave line', () => {
    const between = (policy.tiltedEnterDegrees + policy.tiltedLeaveDegrees) / 2;
    expect(last(run(times(3, { document: { tiltDegrees: between } }))).problems).toEqual([]);
    const states = run([
      ...times(3, { document: { tiltDegrees: 40 } }),
      ...times(3, { document: { tiltDegrees: between } }),
    ]);
    expect(last(states).problems).toEqual(['tilted']);
  });

  it('does not speak of the other side while a card is being turned', () => {
    const turning = { document: { features: { portrait: false, mrz: true, barcode: false } } };
    const states = run([...times(3), ...times(5, turning)]);
    expect(states.map(({ guidance }) => guidance)).not.toContain('wrong-side');
    expect(last(states).ready).toBe(false);
    expect(last(run(times(20, turning), FRONT, last(states))).guidance).toBe('wrong-side');
  });

  it('makes no side wrong that it cannot judge', () => {
    const unknown = { document: { features: { portrait: null, mrz: true, barcode: true } } };
    for (const side of ['front', 'back'] as const) expect(last(run(times(3, unknown), { side })).problems).toEqual([]);
    const page = { document: { format: 'id-3' as const, features: { portrait: false, mrz: true, barcode: false } } };
    expect(last(run(times(3, page), { side: 'front' })).problems).toEqual([]);
  });

  it('forgets the speed of before a pause', () => {
    const before = last(run(times(5, { motionRatio: 0.1 })));
    const after = nextDocumentGateState(
      before,
      documentMeasurement({ timestampMs: 60_000, motionRatio: 0.5 }),
      policy,
      FRONT,
    );
    expect(after.speedSpansPerSecond).toBeNull();
  });
});

describe('document policy', () => {
  it('gives every threshold a unit and a source', () => {
    for (const [name, { unit, source }] of Object.entries(DOCUMENT_THRESHOLDS)) {
      expect(unit, name).not.toBe('');
      expect(source, name).not.toBe('');
    }
  });

  it('refuses unknown names and lines on the wrong side at once', () => {
    expect(() => createDocumentPolicy({ tiltedEnterDegrees: 10 })).toThrow('wrong side of tiltedEnterDegrees');
    expect(() => createDocumentPolicy({ tilted: 1 } as never)).toThrow('"tilted" is not a document threshold');
    expect(createDocumentPolicy({ stableFrames: 9 }).stableFrames).toBe(9);
  });
});

describe('judgeDocumentStill', () => {
  it('ranks a sharp picture over a soft one, and both over none', () => {
    const scoreOf = (changes: MeasurementChanges): number =>
      judgeDocumentStill(documentMeasurement(changes), FRONT).summary.score;
    const scores = [scoreOf({}), scoreOf({ document: { sharpness: 0.2 } }), scoreOf({ document: null })];
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(3);
  });
});
