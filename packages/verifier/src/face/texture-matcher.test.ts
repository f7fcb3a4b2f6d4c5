import { describe, expect, it } from 'vitest';
import type { AlignedFace } from './aligned-face.ts';
import { EYES_112 } from './face-alignment.ts';
import { describeTexture, textureMatcher } from './texture-matcher.ts';

const ALIGNED_SIDE = EYES_112.side;
const picture = (level: (x: number, y: number) => number): AlignedFace => ({
  rgba: Uint8ClampedArray.from({ length: ALIGNED_SIDE * ALIGNED_SIDE * 4 }, (_, i) =>
    level((i >> 2) % ALIGNED_SIDE, Math.floor((i >> 2) / ALIGNED_SIDE)),
  ),
  side: ALIGNED_SIDE,
  descriptor: null,
});

const stripes = picture((x) => (x % 8 < 4 ? 60 : 160));
const checks = picture((x, y) => (((x >> 3) + (y >> 3)) % 2 === 0 ? 60 : 160));

describe('textureMatcher', () => {
  it('finds a picture like itself, also when it is brighter', async () => {
    const brighter = picture((x) => (x % 8 < 4 ? 90 : 190));
    expect(await textureMatcher.compare(stripes, stripes)).toEqual({ score: expect.closeTo(1, 5), result: true });
    expect((await textureMatcher.compare(stripes, brighter)).score).toBeCloseTo(1, 5);
  });

  it('finds other textures unlike, the same from both sides', async () => {
    const grain = picture((x, y) => (Math.imul(x * 7919 + y * 104_729, 2_654_435_761) >>> 24) & 0xff);
    const one = await textureMatcher.compare(stripes, grain);
    expect(one.score).toBeLessThan(0.55);
    expect(one.result).toBe(false);
    expect(await textureMatcher.compare(grain, stripes)).toEqual(one);
  });

  it('describes each cell by a histogram of length one', () => {
    const histograms = describeTexture(checks);
    expect(histograms).toHaveLength(64 * 59);
    const squares = histograms.slice(0, 59).reduce((sum, value) => sum + value * value, 0);
    expect(squares).toBeCloseTo(1, 5);
  });
});
