import { DEFAULT_DOCUMENT_POLICY } from '@bonafide/browser-core/document';
import { aspectOf, type DocumentFormat } from '@bonafide/browser-core/identity';
import { describe, expect, it } from 'vitest';
import { cardGeometry, type CardMeasure } from './card-geometry.ts';

const STAGES: readonly (readonly [name: string, measure: CardMeasure])[] = [
  ['a phone', stage([390, 844], [358, 500], 'id-1', [720, 1280])],
  ['a phone with a passport', stage([390, 844], [358, 500], 'id-3', [1080, 1920])],
  ['a phone whose camera is 3:4', stage([390, 844], [358, 500], 'id-1', [480, 640])],
  ['a phone that gives a picture on its side', stage([390, 844], [358, 500], 'id-1', [1280, 720])],
  ['a desktop', stage([1280, 744], [640, 480], 'id-1', [1280, 720])],
  ['a desktop with a passport', stage([1280, 744], [640, 480], 'id-3', [640, 480])],
  ['a desktop before an upright camera', stage([1280, 744], [640, 480], 'id-2', [720, 1280])],
  ['a phone on its side', stage([844, 390], [440, 250], 'id-1', [1280, 720])],
  ['the smallest box', stage([280, 420], [248, 160], 'id-1', [640, 480])],
];

type Size = readonly [width: number, height: number];

function stage(
  [stageWidth, stageHeight]: Size,
  [roomWidth, roomHeight]: Size,
  format: DocumentFormat,
  [videoWidth, videoHeight]: Size,
): CardMeasure {
  return { stageWidth, stageHeight, roomWidth, roomHeight, format, videoWidth, videoHeight };
}

describe('cardGeometry', () => {
  for (const [name, measure] of STAGES) {
    it(`${name}: the frame fills its room`, () => {
      const { cardWidth, cardHeight } = cardGeometry(measure);
      expect(cardWidth / cardHeight).toBeCloseTo(aspectOf(measure.format));
      expect(Math.max(cardWidth / measure.roomWidth, cardHeight / measure.roomHeight)).toBeCloseTo(1);
    });

    it(`${name}: a document a fifth smaller or larger than the frame passes the gate`, () => {
      const { cardWidth, cardHeight, videoWidth, videoHeight } = cardGeometry(measure);
      expect(videoWidth / videoHeight).toBeCloseTo(measure.videoWidth / measure.videoHeight);
      const spanRatio = Math.max(cardWidth / videoWidth, cardHeight / videoHeight);
      expect(spanRatio * 0.8).toBeGreaterThan(DEFAULT_DOCUMENT_POLICY.tooFarLeaveSpanRatio);
      expect(spanRatio * 1.2).toBeLessThan(DEFAULT_DOCUMENT_POLICY.tooCloseLeaveSpanRatio);
    });
  }

  it('has a frame before the video says how large it is', () => {
    const { cardWidth, videoWidth, videoHeight } = cardGeometry(stage([390, 844], [358, 500], 'id-1', [0, 0]));
    expect([cardWidth, videoWidth, videoHeight]).toEqual([358, 390, 844]);
  });
});
