import { describe, expect, it } from 'vitest';
import { squareCrop } from './square-crop.ts';

const FRAME = { width: 640, height: 480 };

describe('the square that the model sees', () => {
  it('is the scaled longer side of the box, around its middle', () => {
    expect(squareCrop(FRAME, { x: 280, y: 200, width: 80, height: 100 }, 1.2)).toEqual({
      centreX: 320,
      centreY: 250,
      width: 120,
      height: 120,
      angleRadians: 0,
    });
  });

  it('is shifted into the frame', () => {
    const { centreX, centreY, width } = squareCrop(FRAME, { x: 0, y: 400, width: 60, height: 80 }, 2);
    expect([centreX, centreY, width]).toEqual([80, 400, 160]);
  });

  it('is never larger than the frame', () => {
    const { centreX, centreY, width, height } = squareCrop(FRAME, { x: 200, y: 100, width: 200, height: 300 }, 2.7);
    expect([centreX, centreY, width, height]).toEqual([300, 240, 480, 480]);
  });
});
