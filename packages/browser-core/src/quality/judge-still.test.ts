import { describe, expect, it } from 'vitest';
import { syntheticMeasurement } from '../../test/synthetic-measurement.ts';
import { judgeStill } from './judge-still.ts';

describe('judgeStill', () => {
  it('finds nothing wrong with a good picture and scores it well', () => {
    const { problems, summary } = judgeStill(syntheticMeasurement());
    expect(problems).toEqual([]);
    expect(summary.score).toBeGreaterThan(0.8);
    expect(summary.faceWidthRatio).toBeCloseTo(200 / 480);
  });

  it('names all that is wrong, most urgent first, and scores it lower', () => {
    const frame = syntheticMeasurement({
      face: { sharpness: 0.5, luminanceMean0to255: 20, leftEyeOpenness: 0, rightEyeOpenness: 0 },
    });
    const { problems, summary } = judgeStill(frame);
    expect(problems).toEqual(['too-dark', 'eyes-closed', 'blurry']);
    expect(summary.score).toBeLessThan(judgeStill(syntheticMeasurement()).summary.score / 2);
  });

  it('scores a picture without a face zero', () => {
    expect(judgeStill(syntheticMeasurement({ face: null }))).toMatchObject({
      problems: ['no-face'],
      summary: { score: 0 },
    });
  });
});
