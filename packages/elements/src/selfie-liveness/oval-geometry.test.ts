import { describe, expect, it } from 'vitest';
import { ovalGeometry, type StageMeasure } from './oval-geometry.ts';

const STAGES: readonly (readonly [name: string, measure: StageMeasure])[] = [
  ['a phone', { stageWidth: 390, stageHeight: 844, roomWidth: 334, videoWidth: 480, videoHeight: 640 }],
  ['a desktop', { stageWidth: 1280, stageHeight: 800, roomWidth: 400, videoWidth: 640, videoHeight: 480 }],
  ['a wide camera', { stageWidth: 960, stageHeight: 736, roomWidth: 366, videoWidth: 1280, videoHeight: 720 }],
  ['a phone on its side', { stageWidth: 844, stageHeight: 390, roomWidth: 268, videoWidth: 640, videoHeight: 480 }],
  ['the smallest box', { stageWidth: 280, stageHeight: 420, roomWidth: 150, videoWidth: 640, videoHeight: 480 }],
];

describe('ovalGeometry', () => {
  for (const [name, measure] of STAGES) {
    it(`${name}: the oval fits, and a face that fills it passes the quality gate`, () => {
      const { ovalWidth, videoWidth, videoHeight } = ovalGeometry(measure);
      expect(ovalWidth).toBeLessThanOrEqual(measure.roomWidth);
      // A face fills about four fifths of the oval; the gate's lines are 0.27 and 0.67 short sides.
      const faceWidthRatio = (ovalWidth * 0.8) / Math.min(videoWidth, videoHeight);
      expect(faceWidthRatio).toBeGreaterThan(0.3);
      expect(faceWidthRatio).toBeLessThan(0.6);
    });

    it(`${name}: the picture keeps its shape`, () => {
      const { videoWidth, videoHeight } = ovalGeometry(measure);
      expect(videoWidth / videoHeight).toBeCloseTo(measure.videoWidth / measure.videoHeight);
    });
  }

  it('covers the stage where the oval allows it', () => {
    const { videoWidth, videoHeight } = ovalGeometry(STAGES[0]?.[1] as StageMeasure);
    expect(videoWidth).toBeGreaterThanOrEqual(390);
    expect(videoHeight).toBeCloseTo(844);
  });

  it('has an oval before the video says how large it is', () => {
    const measure = { stageWidth: 390, stageHeight: 844, roomWidth: 334, videoWidth: 0, videoHeight: 0 };
    expect(ovalGeometry(measure)).toEqual({ ovalWidth: 334, videoWidth: 390, videoHeight: 844 });
  });
});
