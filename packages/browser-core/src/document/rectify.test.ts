import { describe, expect, it } from 'vitest';
import { rectifyDocument } from './rectify.ts';
import { paintCard, renderScene, seenFrom, type Painter } from './testing/card-scene.ts';

/** Four colours in four quarters, so that a turned or mirrored picture shows. */
const QUARTERS: Painter = (u, v) =>
  v < 0.5 ? (u < 0.5 ? [200, 40, 40] : [40, 200, 40]) : u < 0.5 ? [40, 40, 200] : [220, 220, 60];

const colourAt = (image: ReturnType<typeof rectifyDocument>, u: number, v: number): number[] => {
  const at = 4 * (Math.floor(v * image.height) * image.width + Math.floor(u * image.width));
  return Array.from(image.data.subarray(at, at + 3));
};

describe('rectifyDocument', () => {
  const quad = seenFrom('id-1', { pitch: 24, yaw: 16, roll: 200, distance: 1.7 });
  const scene = renderScene({ quad, card: QUARTERS, noise: 0 });

  it('lays a tilted, turned document flat and upright', () => {
    const image = rectifyDocument(scene, quad, 'id-1', { longSide: 400 });
    expect([image.width, image.height]).toEqual([400, 252]);
    for (const [u, v] of [
      [0.25, 0.25],
      [0.48, 0.48],
      [0.52, 0.48],
      [0.75, 0.75],
      [0.48, 0.53],
    ] as const) {
      const wanted = QUARTERS(u, v);
      colourAt(image, u, v).forEach((value, i) => expect(Math.abs(value - (wanted[i] ?? 0))).toBeLessThan(6));
    }
  });

  it('cuts out a part, in the same pixels', () => {
    const whole = rectifyDocument(scene, quad, 'id-1', { longSide: 400 });
    const part = rectifyDocument(scene, quad, 'id-1', {
      longSide: 400,
      part: { left: 0.5, top: 0.5, width: 0.5, height: 0.5 },
    });
    expect([part.width, part.height]).toEqual([200, 126]);
    expect(colourAt(part, 0.3, 0.3)).toEqual(colourAt(whole, 0.65, 0.65));
  });

  it('takes the proportions that are seen where the format is not known', () => {
    const { width, height } = rectifyDocument(scene, quad, null, { longSide: 400 });
    expect(width / height).toBeCloseTo(1.586, 1);
  });

  it('keeps the mean of what it shrinks', () => {
    const fine = renderScene({
      quad,
      card: (u) => (Math.floor(u * 300) % 2 === 0 ? [0, 0, 0] : [200, 200, 200]),
      noise: 0,
    });
    const [red = 0] = colourAt(rectifyDocument(fine, quad, 'id-1', { longSide: 60 }), 0.5, 0.5);
    expect(Math.abs(red - 100)).toBeLessThan(25);
  });

  it('is black where there is no picture, and for corners that are none', () => {
    const outside = seenFrom('id-1', { distance: 1.3, x: 4 });
    expect(colourAt(rectifyDocument(scene, outside, 'id-1', { longSide: 40 }), 0.5, 0.5)).toEqual([0, 0, 0]);
    const point = { x: 5, y: 5 };
    const nothing = rectifyDocument(scene, [point, point, point, point], 'id-1', { longSide: 40 });
    expect(nothing.data.every((value) => value === 0)).toBe(true);
    expect(renderScene({ width: 8, height: 8, quad: outside, card: paintCard() }).data).toHaveLength(256);
  });
});
