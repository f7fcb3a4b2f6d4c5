import { describe, expect, it } from 'vitest';
import { decodeFaces } from './face-detector.ts';

/** No candidate anywhere. */
const nothing = (): Float32Array => new Float32Array(896 * 17).fill(-20);

/** A candidate on anchor `index` whose box has its middle on the anchor, in pixels of 128. */
function put(values: Float32Array, index: number, logit: number, size: number): void {
  values.set([logit, 0, 0, size, size, ...Array.from({ length: 12 }, () => 0)], index * 17);
}

describe('decodeFaces', () => {
  it('finds nothing under the threshold', () => {
    const values = nothing();
    put(values, 0, -0.1, 30);
    expect(decodeFaces(values)).toEqual([]);
  });

  it('averages candidates that overlap into one face, by score', () => {
    const values = nothing();
    // Anchors 0 and 2 lie in neighbouring cells, an eighth of the boxes apart.
    put(values, 0, 3, 64);
    put(values, 2, 3, 64);
    const faces = decodeFaces(values);
    expect(faces).toHaveLength(1);
    expect(faces[0]?.[1]).toBeCloseTo((0.5 / 16 + 1.5 / 16) / 2, 5);
    expect(faces[0]?.[3]).toBeCloseTo(0.5, 5);
  });

  it('keeps faces apart that do not overlap, the largest first', () => {
    const values = nothing();
    put(values, 0, 5, 16);
    put(values, 2 * (15 * 16 + 15), 1, 32);
    const faces = decodeFaces(values);
    expect(faces.map((face) => face[3])).toEqual([0.25, 0.125]);
    expect(faces[0]?.[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 5);
  });

  it('places the second layer of anchors on its coarser grid', () => {
    const values = nothing();
    put(values, 512 + 6 * (8 * 3 + 5), 4, 20);
    expect(decodeFaces(values)[0]?.[1]).toBeCloseTo(5.5 / 8, 5);
    expect(decodeFaces(values)[0]?.[2]).toBeCloseTo(3.5 / 8, 5);
  });
});
