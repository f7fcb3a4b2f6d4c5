import { describe, expect, it } from 'vitest';
import { syntheticLandmarks } from '../../test/synthetic-head.ts';
import { syntheticMeasurement, type MeasurementChanges } from '../../test/synthetic-measurement.ts';
import type { FaceFlow, FrameMeasurement } from '../face/frame-measurement.ts';
import { planarResidual } from './planar-residual.ts';
import { measureSequence } from './sequence-signals.ts';

function sequence(count: number, at: (index: number) => MeasurementChanges): readonly FrameMeasurement[] {
  return Array.from({ length: count }, (_, index) => {
    const { frame, image, ...rest } = at(index);
    return syntheticMeasurement({
      ...rest,
      frame: { index, timestampMs: index * 66.7, ...frame },
      image: { fingerprint: `f${index}`, ...image },
    });
  });
}

/** As if the pixels had been followed: what moved, and how much of it was not the motion of one sheet. */
const flowing = (relief: FaceFlow['relief'], surroundings: FaceFlow['surroundings']) =>
  measureSequence(sequence(20, () => ({ liveness: { flow: { relief, surroundings } } })));

describe('planar residual', () => {
  it('leaves nothing of a flat sheet that turns, however far, and something of a head', () => {
    const straight = (flat: boolean) => syntheticLandmarks({ yawDegrees: 0, flat });
    const turned = (flat: boolean) => syntheticLandmarks({ yawDegrees: 14, pitchDegrees: 6, flat });
    const sheet = planarResidual(straight(true), turned(true), 200);
    const head = planarResidual(straight(false), turned(false), 200);
    expect(sheet?.similarity).toBeGreaterThan(0.005);
    expect(sheet?.homography).toBeLessThan(1e-5);
    expect(head?.homography).toBeGreaterThan(0.005);
  });

  it('does not fit points that coincide', () => {
    expect(planarResidual(new Float32Array(1404), new Float32Array(1404), 100)).toBeNull();
    expect(planarResidual(new Float32Array(1404), new Float32Array(1404), 0)).toBeNull();
  });
});

describe('sequence signals', () => {
  it('tells nothing of an empty attempt, and nothing false of a short one', () => {
    for (const frames of [[], sequence(2, () => ({ liveness: {} }))]) {
      expect(measureSequence(frames)).toMatchObject({
        modelScore: null,
        modelDeviation: null,
        parallaxRatio: null,
        relativeMotion: null,
        motionRatio: null,
        microMotion: null,
        blinks: null,
        exposureAgreement: null,
        repeatShare: null,
        intervalJitterMs: null,
        noiseFloor0to255: null,
      });
    }
  });

  it('hears a raster that comes and goes, if only in one frame', () => {
    const heardIn = (share: number) =>
      measureSequence(
        sequence(10, (index) => ({
          liveness: { rasterPeakDb: index < share * 10 ? 15 : 0, moireEnergy: index < share * 10 ? 1 : 0 },
        })),
      ).texture;
    expect(heardIn(0.1)).toMatchObject({ rasterPeakDb: 15, moireEnergy: 0 });
    expect(heardIn(0)).toMatchObject({ rasterPeakDb: 0 });
  });

  it('sees depth where a homography leaves much of the change of shape, and none where it explains it', () => {
    expect(flowing({ similarity: 0.014, homography: 0.011 }, null).parallaxRatio).toBeCloseTo(0.79, 1);
    expect(flowing({ similarity: 0.014, homography: 0.004 }, null).parallaxRatio).toBeCloseTo(0.29, 1);
  });

  it('asks for no depth of a face whose shape did not change, and none of one without structure', () => {
    expect(flowing({ similarity: 0.002, homography: 0.002 }, null).parallaxRatio).toBeNull();
    expect(flowing(null, null).parallaxRatio).toBeNull();
  });

  it('tells a face that moves before its surroundings from one that they move with, and nothing where all is still', () => {
    expect(flowing(null, { apart: 0.04, moved: 0.05 }).relativeMotion).toBeCloseTo(0.8);
    expect(flowing(null, { apart: 0.01, moved: 0.1 }).relativeMotion).toBeCloseTo(0.1);
    expect(flowing(null, { apart: 0.002, moved: 0.002 }).relativeMotion).toBeNull();
    expect(flowing(null, null).relativeMotion).toBeNull();
  });

  it('weighs frames by how much they moved', () => {
    const frames = sequence(20, (index) => ({
      liveness: {
        flow: { relief: null, surroundings: index < 5 ? { apart: 0.01, moved: 0.2 } : { apart: 0.002, moved: 0.002 } },
      },
    }));
    expect(measureSequence(frames).relativeMotion).toBeLessThan(0.1);
  });

  it('counts blinks, not closed eyes and not narrow ones', () => {
    const eyes = (openness: (index: number) => number) =>
      measureSequence(
        sequence(40, (index) => ({ face: { leftEyeOpenness: openness(index), rightEyeOpenness: openness(index) } })),
      ).blinks;
    expect(eyes((index) => (index % 15 === 7 ? 0.08 : 0.3))).toBe(3);
    expect(eyes((index) => (index > 20 ? 0.08 : 0.3))).toBe(0);
    expect(eyes((index) => 0.17 + (index % 3) * 0.01)).toBe(0);
    // The mesh takes a closed eye for a narrow one, as long as it is steady otherwise.
    expect(eyes((index) => (index % 20 < 3 && index > 3 ? 0.23 : 0.31 + (index % 2) * 0.01))).toBe(1);
    expect(eyes((index) => 0.28 + 0.05 * Math.sin(index * 2.5))).toBe(0);
    expect(eyes((index) => 0.34 - index * 0.003)).toBe(0);
    // Narrower for good, with a moment at the narrowest: as a smile ends.
    expect(eyes((index) => (index < 20 ? 0.26 : index < 23 ? 0.21 : 0.235))).toBe(0);
  });

  it('tells lips and lids that move from the noise of a photograph', () => {
    const person = measureSequence(sequence(30, (i) => ({ face: { mouthOpenness: 0.05 + 0.05 * Math.sin(i / 3) } })));
    const photograph = measureSequence(sequence(30, (i) => ({ face: { mouthOpenness: 0.05 + 0.001 * (i % 2) } })));
    expect(person.microMotion).toBeGreaterThan(0.02);
    expect(photograph.microMotion).toBeLessThan(0.004);
  });

  it('finds frames that repeat', () => {
    const loop = sequence(30, (index) => ({ image: { fingerprint: `f${index % 10}` } }));
    expect(measureSequence(loop).repeatShare).toBeCloseTo(2 / 3);
    expect(measureSequence(sequence(30, () => ({}))).repeatShare).toBe(0);
  });

  it('measures the jitter of intervals also when frames were dropped', () => {
    const at = (times: readonly number[]) =>
      measureSequence(sequence(times.length, (index) => ({ frame: { timestampMs: times[index] ?? 0 } })))
        .intervalJitterMs;
    expect(at([0, 33, 66, 132, 165, 264, 297])).toBeCloseTo(0);
    expect(at([0, 33.4, 65.9, 132.8, 165.1, 263.6, 297.2])).toBeGreaterThan(0.2);
  });

  it('takes the median over frames, so that one bad frame does not speak for all', () => {
    const frames = sequence(9, (index) => ({
      liveness: { modelScore: index === 4 ? 0.01 : 0.9, modelScores: [0.9], moireEnergy: index === 4 ? 0.9 : 0.01 },
    }));
    const { modelScore, texture } = measureSequence(frames);
    expect(modelScore).toBe(0.9);
    expect(texture?.moireEnergy).toBe(0.01);
  });

  it('sees a source without sensor noise', () => {
    const silent = sequence(20, () => ({ image: { backgroundMotion0to255: 0, faceMotion0to255: 0 } }));
    expect(measureSequence(silent).noiseFloor0to255).toBe(0);
    expect(measureSequence(sequence(20, () => ({}))).noiseFloor0to255).toBeGreaterThan(1);
  });
});
