import { describe, expect, it } from 'vitest';
import { faceCrop } from './face-crop.ts';

const FRAME = { width: 641, height: 481 };

// The same cases as test_pipeline.py of training/pad.
describe('the rectangle that the model sees', () => {
  it('is the scaled box, around its middle', () => {
    expect(faceCrop(FRAME, { x: 280, y: 200, width: 80, height: 100 }, 2)).toEqual({
      centreX: 320,
      centreY: 250,
      width: 160,
      height: 200,
      angleRadians: 0,
    });
  });

  it('is shifted into the frame', () => {
    const { centreX, centreY, width, height } = faceCrop(FRAME, { x: 0, y: 400, width: 60, height: 80 }, 2);
    expect([centreX - width / 2, centreY - height / 2, width, height]).toEqual([0, 321, 120, 160]);
  });

  it('is no larger than the frame and keeps the shape of the box', () => {
    const { centreX, centreY, width, height } = faceCrop(FRAME, { x: 200, y: 100, width: 200, height: 300 }, 2.7);
    expect([centreX - width / 2, centreY - height / 2, width, height]).toEqual([140, 1, 320, 480]);
  });
});
