import { describe, expect, it } from 'vitest';
import { lumaOf } from './measure/luma-patch.ts';
import type { Quad } from './quad.ts';
import { rectifyDocument } from './rectify.ts';
import { rectifyLuma } from './rectify-luma.ts';
import { renderScene, seenFrom, woodenDesk } from './testing/card-scene.ts';

const FRAME = { width: 640, height: 360 };
const POSE = { pitch: 24, yaw: 16, roll: 200, distance: 1.7 };

describe('rectifyLuma', () => {
  const quad = seenFrom('id-1', POSE, FRAME);
  const scene = renderScene({ ...FRAME, quad, desk: woodenDesk, noise: 4 });

  it.each<[string, Quad, number]>([
    ['one that is enlarged', quad, 500],
    ['one that is shrunk', quad, 120],
    ['one that reaches over the edge of the frame', seenFrom('id-1', { ...POSE, x: 0.9 }, FRAME), 500],
    ['one outside of the frame', seenFrom('id-1', { distance: 1.3, x: 4 }, FRAME), 60],
  ])('is the luma of the coloured document: %s', (_, corners, longSide) => {
    const part = { left: 0.2, top: 0.1, width: 0.7, height: 0.8 };
    const plane = rectifyLuma(scene, corners, 'id-1', { longSide, part });
    const wanted = lumaOf(rectifyDocument(scene, corners, 'id-1', { longSide, part }));
    expect([plane.width, plane.height]).toEqual([wanted.width, wanted.height]);
    // Colours are rounded to whole numbers, luma is not.
    const off = plane.data.reduce((most, value, i) => Math.max(most, Math.abs(value - (wanted.data[i] ?? 0))), 0);
    expect(off).toBeLessThan(0.6);
  });

  it('takes pixels that lie anywhere in their buffer', () => {
    const shifted = new Uint8Array(scene.data.length + 1).subarray(1);
    shifted.set(scene.data);
    const options = { longSide: 200 };
    expect(rectifyLuma({ ...scene, data: shifted }, quad, 'id-1', options)).toEqual(
      rectifyLuma(scene, quad, 'id-1', options),
    );
  });
});
