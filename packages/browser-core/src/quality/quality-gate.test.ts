import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUIDANCE_CODES, type GuidanceCode } from '@bonafide/contracts/codes';
import { syntheticMeasurement, type MeasurementChanges } from '../../test/synthetic-measurement.ts';
import type { FrameMeasurement } from '../face/frame-measurement.ts';
import { initialGateState, nextGateState, type GateContext, type GateState } from './quality-gate.ts';
import { DEFAULT_QUALITY_POLICY as policy, type QualityThreshold } from './quality-policy.ts';

const STEP_MS = 50;

function run(
  state: GateState,
  changes: MeasurementChanges,
  frames: number,
  context: GateContext = {},
  stepMs = STEP_MS,
): GateState {
  let current = state;
  for (let i = 0; i < frames; i++) {
    const timestampMs = (current.motion.timestampMs ?? 0) + stepMs;
    const frame = syntheticMeasurement({ ...changes, frame: { ...changes.frame, timestampMs } });
    current = nextGateState(current, frame, policy, context);
  }
  return current;
}

const pose = (yawDegrees: number, pitchDegrees: number, rollDegrees: number): MeasurementChanges => ({
  face: { pose: { yawDegrees, pitchDegrees, rollDegrees } },
});
const box = (x: number, y: number, width: number, height = width): MeasurementChanges => ({
  face: { box: { x, y, width, height } },
});

/** Halfway between a problem's two lines. */
function mid(problem: string, quantity: string): number {
  const line = (side: string): number => policy[`${problem}${side}${quantity}` as QualityThreshold];
  return (line('Enter') + line('Leave')) / 2;
}

interface Reached {
  readonly code: GuidanceCode;
  readonly enter: MeasurementChanges;
  /** Past the enter line's good side, still short of the leave line. */
  readonly between?: MeasurementChanges;
  readonly context?: GateContext;
  readonly betweenContext?: GateContext;
}

const REACHED: readonly Reached[] = [
  { code: 'no-face', enter: { face: null } },
  { code: 'no-face', enter: { face: { presence: 0.3 } }, between: { face: { presence: 0.55 } } },
  { code: 'multiple-faces', enter: { frame: { faceCount: 2 } } },
  { code: 'device-tilted', enter: {}, context: { deviceTiltDegrees: 60 }, betweenContext: { deviceTiltDegrees: -36 } },
  { code: 'too-dark', enter: { face: { luminanceMean0to255: 30 } }, between: { face: { luminanceMean0to255: 44 } } },
  { code: 'too-dark', enter: { face: { darkShare: 0.6 } }, between: { face: { darkShare: 0.5 } } },
  {
    code: 'too-bright',
    enter: { face: { luminanceMean0to255: 230 } },
    between: { face: { luminanceMean0to255: 216 } },
  },
  { code: 'too-bright', enter: { face: { brightShare: 0.4 } }, between: { face: { brightShare: 0.2 } } },
  {
    code: 'backlit',
    enter: { face: { luminanceMean0to255: 60 }, image: { backgroundLuminanceMean0to255: 200 } },
    between: { face: { luminanceMean0to255: 60 }, image: { backgroundLuminanceMean0to255: 140 } },
  },
  {
    code: 'uneven-light',
    enter: { face: { sideLightRatio: 3 } },
    between: { face: { sideLightRatio: mid('unevenLight', 'Ratio') } },
  },
  { code: 'too-far', enter: box(280, 200, 80), between: box(258, 178, 122) },
  { code: 'too-close', enter: box(140, 60, 360), between: box(155, 75, 330) },
  { code: 'partial-face', enter: box(180, -20, 280, 200), between: box(180, -2, 280, 200) },
  { code: 'move-left', enter: box(120, 140, 200), between: box(135, 140, 200) },
  { code: 'move-right', enter: box(320, 140, 200), between: box(305, 140, 200) },
  { code: 'move-up', enter: box(220, 250, 200), between: box(220, 225, 200) },
  { code: 'move-down', enter: box(220, 30, 200), between: box(220, 55, 200) },
  { code: 'eyes-covered', enter: { face: { eyesOcclusion: 0.9 } }, between: { face: { eyesOcclusion: 0.6 } } },
  { code: 'mouth-covered', enter: { face: { mouthOcclusion: 0.9 } }, between: { face: { mouthOcclusion: 0.6 } } },
  { code: 'turn-left', enter: pose(-40, 0, 0), between: pose(-mid('yaw', 'Degrees'), 0, 0) },
  { code: 'turn-right', enter: pose(40, 0, 0), between: pose(mid('yaw', 'Degrees'), 0, 0) },
  { code: 'chin-up', enter: pose(0, -40, 0), between: pose(0, -mid('pitch', 'Degrees'), 0) },
  { code: 'chin-down', enter: pose(0, 40, 0), between: pose(0, mid('pitch', 'Degrees'), 0) },
  { code: 'tilt-level', enter: pose(0, 0, -30), between: pose(0, 0, 18) },
  {
    code: 'look-straight',
    enter: pose(23, 26, 0),
    between: pose(0.6 * mid('lookStraight', 'Degrees'), 0.8 * mid('lookStraight', 'Degrees'), 0),
  },
  {
    code: 'eyes-closed',
    enter: { face: { leftEyeOpenness: 0.05, rightEyeOpenness: 0.05 } },
    between: {
      face: { leftEyeOpenness: mid('eyesClosed', 'Openness'), rightEyeOpenness: mid('eyesClosed', 'Openness') },
    },
  },
  {
    code: 'blurry',
    enter: { face: { sharpness: 10 } },
    between: { face: { sharpness: mid('blurry', 'Sharpness'), luminanceMean0to255: 100 } },
  },
];

describe('quality gate', () => {
  it('becomes ready on good frames, and only after enough of them and enough time', () => {
    const early = run(initialGateState, {}, policy.stableFrames);
    expect(early).toMatchObject({ guidance: 'hold-still', ready: false });
    expect(early.stableProgress).toBeGreaterThan(0);
    const later = run(early, {}, Math.ceil(policy.stableMs / STEP_MS));
    expect(later).toMatchObject({ guidance: 'ready', ready: true, stableProgress: 1, problems: [] });
    const slow = run(initialGateState, {}, policy.stableFrames - 1, {}, 230);
    expect(slow.ready).toBe(false);
  });

  for (const { code, enter, between, context = {}, betweenContext } of REACHED) {
    it(`says ${code} when ${JSON.stringify({ ...enter, ...context })}, keeps it between its lines, and lets go`, () => {
      const ready = run(initialGateState, {}, 30);
      const bad = run(ready, enter, 30, context);
      expect(bad).toMatchObject({ guidance: code, ready: false, stableProgress: 0 });
      if (between !== undefined || betweenContext !== undefined) {
        const kept = run(bad, between ?? {}, 30, betweenContext ?? {});
        expect(kept.guidance).toBe(code);
        const neverEntered = run(ready, between ?? {}, 30, betweenContext ?? {});
        expect(neverEntered.problems).not.toContain(code);
      }
      expect(run(bad, {}, 80)).toMatchObject({ guidance: 'ready', ready: true });
    });
  }

  it('says moving while the face runs across the picture, and lets go when it rests', () => {
    let state = run(initialGateState, {}, 20);
    for (let i = 0; i < 20; i++) state = run(state, box(220 + (i % 2 === 0 ? 20 : -20), 140, 200), 1);
    expect(state).toMatchObject({ guidance: 'moving', ready: false });
    expect(run(state, {}, 60)).toMatchObject({ guidance: 'ready' });
  });

  it('says frame-rate-low when frames come too seldom, but not during warm-up or after a pause', () => {
    const slow = run(initialGateState, {}, 12, {}, 700);
    expect(slow).toMatchObject({ guidance: 'frame-rate-low', ready: false });
    expect(run(initialGateState, {}, 3, {}, 700).problems).toEqual([]);
    expect(run(run(initialGateState, {}, 20), {}, 1, {}, 30_000).problems).toEqual([]);
    expect(run(slow, {}, 120, {}, STEP_MS)).toMatchObject({ guidance: 'ready' });
  });

  it('shows the most urgent of several problems', () => {
    const changes = {
      face: { sharpness: 0.5, luminanceMean0to255: 20, pose: { yawDegrees: 40, pitchDegrees: 0, rollDegrees: 0 } },
    };
    const state = run(initialGateState, changes, 30);
    expect(state.guidance).toBe('too-dark');
    expect(state.problems).toEqual(['too-dark', 'turn-right', 'blurry']);
  });

  it('keeps a hint for its minimum display time', () => {
    const dark = run(initialGateState, { face: { luminanceMean0to255: 20 } }, 1);
    expect(dark.guidance).toBe('too-dark');
    const frames = GUIDANCE_CODES['too-dark'].minimumDisplayMs / STEP_MS;
    expect(run(dark, {}, frames - 1).guidance).toBe('too-dark');
    expect(run(dark, {}, frames).guidance).not.toBe('too-dark');
  });

  it('lets a blink pass: the count pauses, nothing is said, and no frame with closed eyes is ready', () => {
    const holding = run(initialGateState, {}, 12);
    const blink = run(holding, { face: { leftEyeOpenness: 0.05, rightEyeOpenness: 0.05 } }, 4);
    expect(blink).toMatchObject({ guidance: 'hold-still', ready: false, stableFrames: holding.stableFrames });
    expect(run(blink, {}, 10).ready).toBe(true);
  });

  it('does not call a face blurred because there is little light on it', () => {
    const dim = run(initialGateState, { face: { luminanceMean0to255: 50, sharpness: 10 } }, 30);
    expect(dim.problems).toEqual([]);
    const bright = run(initialGateState, { face: { luminanceMean0to255: 150, sharpness: 25 } }, 30);
    expect(bright.problems).toEqual(['blurry']);
  });

  it('does not speak of a problem that lasts a single frame', () => {
    const ready = run(initialGateState, {}, 30);
    const glitch = run(ready, { face: { sharpness: 1 } }, 1);
    expect(glitch).toMatchObject({ guidance: 'hold-still', ready: false, problems: ['blurry'] });
  });

  it('reaches every problem code of the registry but those of documents', () => {
    const reached = new Set<string>([...REACHED.map(({ code }) => code), 'moving', 'frame-rate-low']);
    const codes = Object.entries(GUIDANCE_CODES).filter(([, { severity }]) => severity === 'problem');
    expect(codes.map(([code]) => code).filter((code) => !reached.has(code))).toEqual([]);
  });

  it('is total: one known code, ready only without problems, progress within bounds, whatever the frames say', () => {
    const number = fc.oneof(fc.double({ min: -500, max: 500 }), fc.constantFrom(NaN, Infinity, -Infinity));
    const frame = fc
      .record({
        gapMs: fc.integer({ min: -20, max: 3000 }),
        faceCount: fc.integer({ min: 0, max: 3 }),
        width: fc.constantFrom(640, 480, 1),
        faceless: fc.boolean(),
        values: fc.array(number, { minLength: 16, maxLength: 16 }),
        tilt: fc.option(number),
      })
      .filter(({ values }) => values.length === 16);
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 40 }), (frames) => {
        let state = initialGateState;
        let timestampMs = 0;
        for (const { gapMs, faceCount, width, faceless, values, tilt } of frames) {
          timestampMs += gapMs;
          state = nextGateState(state, wild(timestampMs, faceCount, width, faceless, values), policy, {
            deviceTiltDegrees: tilt,
          });
          expect(Object.hasOwn(GUIDANCE_CODES, state.guidance)).toBe(true);
          if (state.ready) expect(state.problems).toEqual([]);
          if (state.ready) expect(state.guidance).toBe('ready');
          expect(state.stableProgress).toBeGreaterThanOrEqual(0);
          expect(state.stableProgress).toBeLessThanOrEqual(1);
          const priorities = state.problems.map((code) => GUIDANCE_CODES[code].priority);
          expect(priorities).toEqual([...priorities].sort((a, b) => a - b));
        }
      }),
      { numRuns: 150 },
    );
  });
});

function wild(
  timestampMs: number,
  faceCount: number,
  width: number,
  faceless: boolean,
  values: readonly number[],
): FrameMeasurement {
  const at = (index: number): number => values[index] ?? 0;
  const face = {
    box: { x: at(0), y: at(1), width: at(2), height: at(3) },
    pose: { yawDegrees: at(4), pitchDegrees: at(5), rollDegrees: at(6) },
    leftEyeOpenness: at(7),
    rightEyeOpenness: at(8),
    eyesOcclusion: at(9),
    mouthOcclusion: at(10),
    luminanceMean0to255: at(11),
    darkShare: at(12),
    brightShare: at(13),
    sideLightRatio: at(14),
    sharpness: at(15),
  };
  return syntheticMeasurement({ frame: { timestampMs, faceCount, width }, face: faceless ? null : face });
}
