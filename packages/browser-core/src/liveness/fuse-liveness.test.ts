import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticMeasurement } from '../../test/synthetic-measurement.ts';
import type { FrameLivenessSignals, FrameMeasurement } from '../face/frame-measurement.ts';
import { fuseLiveness } from './fuse-liveness.ts';
import type { CameraEvidence } from './injection-signals.ts';
import { DEFAULT_LIVENESS_POLICY as policy } from './liveness-policy.ts';

function attempt(
  count: number,
  liveness: Partial<FrameLivenessSignals> | null,
  mouth: (index: number) => number = (index) => 0.05 + 0.04 * Math.sin(index / 3),
): readonly FrameMeasurement[] {
  return Array.from({ length: count }, (_, index) =>
    syntheticMeasurement({
      frame: { index, timestampMs: 1000 + index * 70 + Math.sin(index) },
      face: { mouthOpenness: mouth(index) },
      image: { fingerprint: `f${index}` },
      liveness,
    }),
  );
}

const CAMERA: CameraEvidence = {
  kind: 'ordinary',
  labelled: true,
  settings: { width: 640, height: 480, frameRate: 30, deviceId: 'd' },
  capabilities: { width: { min: 1, max: 1920 }, height: { min: 1, max: 1080 } },
};

describe('fuseLiveness', () => {
  it('is unsure of nothing at all, and says that nothing was seen', () => {
    const nothing = fuseLiveness({ frames: [] });
    expect(nothing).toMatchObject({ score: 0.5, decision: 'unsure', frameCount: 0, durationMs: 0, reasons: [] });
    expect(nothing.injectionSuspicion).toBe(0);
  });

  it('calls a person live when the model and the movements agree', () => {
    const result = fuseLiveness({
      frames: attempt(15, { modelScore: 0.95, modelScores: [0.95, 0.93] }),
      camera: CAMERA,
      modelVersion: 'm1',
    });
    expect(result).toMatchObject({ decision: 'live', frameCount: 15, modelVersion: 'm1' });
    expect(result.durationMs).toBeCloseTo(14 * 70, -1);
    expect(result.reasons[0]).toMatchObject({ signal: 'model', value: 0.95 });
    expect(result.reasons[0]?.weight).toBeGreaterThan(0.7);
    expect(result.injectionSuspicion).toBeLessThan(0.05);
  });

  it('calls a presentation not live when model and texture agree, and lists the strongest reason first', () => {
    const frames = attempt(
      15,
      { modelScore: 0.05, modelScores: [0.05], moireEnergy: 0.4, borderStrength: 0.9 },
      () => 0.05,
    );
    const result = fuseLiveness({ frames, camera: CAMERA });
    expect(result.decision).toBe('not_live');
    const weights = result.reasons.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(result.reasons.find(({ signal }) => signal === 'moire')?.weight).toBeLessThan(0);
  });

  it('is never sure on too few frames', () => {
    expect(fuseLiveness({ frames: attempt(policy.minimumFrames - 1, { modelScore: 0.99 }) }).decision).toBe('unsure');
    expect(fuseLiveness({ frames: attempt(policy.minimumFrames - 1, { modelScore: 0.01 }) }).decision).toBe('unsure');
  });

  it('says live only when a model spoke', () => {
    const frames = attempt(15, {}, (index) => 0.1 + 0.1 * Math.sin(index / 3));
    const trusting = { ...policy, calibration: { ...policy.calibration, slope: 1, biasLogit: 0 } };
    expect(fuseLiveness({ frames }, trusting).decision).toBe('unsure');
    expect(fuseLiveness({ frames }, { ...trusting, liveNeedsModel: false }).decision).toBe('live');
  });

  it('names no model when none spoke', () => {
    expect(fuseLiveness({ frames: attempt(8, {}), modelVersion: 'm1' }).modelVersion).toBeNull();
    const failed = fuseLiveness({ frames: attempt(8, { modelScore: NaN, modelScores: [NaN] }), modelVersion: 'm1' });
    expect(failed.modelVersion).toBeNull();
    expect(Number.isFinite(failed.score)).toBe(true);
  });

  it('keeps the suspicion of injection beside the score', () => {
    const frames = attempt(15, { modelScore: 0.95, modelScores: [0.95] });
    const plain = fuseLiveness({ frames, camera: CAMERA });
    const suspicious = fuseLiveness({
      frames,
      camera: {
        ...CAMERA,
        kind: 'virtual',
        labelled: false,
        capabilities: { width: { min: 640, max: 640 }, height: { min: 480, max: 480 } },
      },
    });
    expect(suspicious.score).toBe(plain.score);
    expect(suspicious.decision).toBe(plain.decision);
    expect(suspicious.injectionSuspicion).toBeGreaterThan(0.6);
  });

  it('suspects a short loop of frames without noise', () => {
    const loop = attempt(30, null).map((frame, index) => ({
      ...frame,
      timestampMs: index * 33,
      image: { ...frame.image, fingerprint: `f${index % 6}`, backgroundMotion0to255: 0 },
    }));
    expect(fuseLiveness({ frames: loop, camera: CAMERA }).injectionSuspicion).toBeGreaterThan(0.8);
  });

  it('does not hold a turned phone or a browser without capabilities against a camera', () => {
    const frames = attempt(15, null).map((frame) => ({ ...frame, width: 480, height: 640 }));
    const result = fuseLiveness({ frames, camera: { ...CAMERA, capabilities: null } });
    expect(result.reasons.find(({ signal }) => signal === 'camera-settings')?.value).toBe(0);
  });

  it('keeps every figure within bounds, a better model score never lowers the score', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const signals = fc.record({
      modelScore: share,
      moireEnergy: share,
      specularShare: share,
      highFrequencyRatio: share,
      borderStrength: share,
      chromaDeviation0to255: fc.double({ min: 0, max: 120, noNaN: true }),
    });
    fc.assert(
      fc.property(signals, share, fc.integer({ min: 0, max: 12 }), (liveness, better, count) => {
        const result = fuseLiveness({ frames: attempt(count, liveness) });
        expect(result.score).toBeGreaterThanOrEqual(0);
        expect(result.score).toBeLessThanOrEqual(1);
        for (const { weight } of result.reasons) expect(Math.abs(weight)).toBeLessThanOrEqual(1);
        const modelScore = Math.max(better, liveness.modelScore);
        const raised = fuseLiveness({ frames: attempt(count, { ...liveness, modelScore }) });
        expect(raised.score).toBeGreaterThanOrEqual(result.score);
      }),
      { numRuns: 100 },
    );
  });
});
