import { describe, expect, it } from 'vitest';
import { toCrop, toFrame } from './crop-sampler.ts';

describe('toCrop', () => {
  it('undoes toFrame on a turned region', () => {
    const region = { centreX: 210, centreY: 90, width: 120, height: 60, angleRadians: 0.4 };
    for (const [x, y] of [
      [0, 0],
      [96, 96],
      [20, 150],
    ] as const) {
      const [inCropX, inCropY] = toCrop(region, 192, 192, ...toFrame(region, 192, 192, x, y));
      expect(inCropX).toBeCloseTo(x, 6);
      expect(inCropY).toBeCloseTo(y, 6);
    }
  });
});
