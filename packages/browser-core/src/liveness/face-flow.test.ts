import { describe, expect, it } from 'vitest';
import { syntheticLandmarks } from '../../test/synthetic-head.ts';
import type { FaceMesh } from '../face/face-mesh.ts';
import type { FaceFlow } from '../face/frame-measurement.ts';
import { createRgbaSampler } from '../face/rgba-sampler.ts';
import { createFaceFlowMeasurer } from './face-flow.ts';
import { followPatch } from './follow-patch.ts';

const WIDTH = 640;
const HEIGHT = 480;

/** Blotches with structure everywhere, the same at the same place; `detail` is about their size in pixels. */
function blotch(x: number, y: number, detail: number): number {
  const [u, v] = [x / detail, y / detail];
  return 128 + 40 * Math.sin(u + 1.3 * Math.sin(v * 0.7)) + 40 * Math.cos(v * 1.1 + 1.7 * Math.sin(u * 0.6));
}

interface Moves {
  /** Of the face and of what is around it, pixels to the right. */
  readonly face: number;
  readonly around: number;
  /** Of the face's relief: how much farther its middle goes than its rim. */
  readonly bulge?: number;
  /** Of the landmarks alone, pixels: the mesh errs. */
  readonly mesh?: number;
}

/** A face of 200 px at the middle of the frame, hair close to it; inside the oval its texture is carried, outside it the surroundings'. */
function frameOf({ face, around, bulge = 0, mesh = 0 }: Moves) {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const inside = ((x - 320 - face) / 104) ** 2 + ((y - 240) / 135) ** 2;
      const shift = face + bulge * Math.max(0, 1 - inside);
      const value = inside < 1 ? blotch(x - shift, y, 9) : blotch(x - around + 900, y, 14);
      data.fill(value, (y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3);
    }
  }
  const landmarks = syntheticLandmarks({ yawDegrees: 0, flat: true }).map((value, i) =>
    i % 3 === 0 ? value + face + mesh : value,
  );
  return { sampler: createRgbaSampler({ data, width: WIDTH, height: HEIGHT }), mesh: { landmarks } as FaceMesh };
}

function flow(before: Moves, after: Moves, gapMs = 400): FaceFlow | null {
  const measurer = createFaceFlowMeasurer();
  const [first, second] = [frameOf(before), frameOf(after)];
  expect(measurer.measure(first.sampler, first.mesh, 1000)).toBeNull();
  return measurer.measure(second.sampler, second.mesh, 1000 + gapMs);
}

const STILL = { face: 0, around: 0 };

describe('followPatch', () => {
  const plane = (value: (x: number, y: number) => number) => ({
    data: Float32Array.from({ length: 80 * 80 }, (_, i) => value(i % 80, Math.floor(i / 80))),
    width: 80,
    height: 80,
  });
  const follow = (at: (x: number, y: number) => number, dx: number, dy: number) =>
    followPatch(
      plane(at),
      plane((x, y) => at(x - dx, y - dy)),
      [40, 40],
      [40, 40],
      [[40, 40]],
      8,
    );

  it('finds a patch again to a tenth of a pixel, also in other light', () => {
    const edges = follow((x, y) => blotch(x, y, 6), 1.6, -0.7);
    const [dx, dy] = [0, 1].map((axis) =>
      edges.reduce((sum, { direction, shift }) => sum + shift * (direction[axis as 0 | 1] ?? 0), 0),
    );
    expect(dx).toBeCloseTo(1.6, 1);
    expect(dy).toBeCloseTo(-0.7, 1);
    const brighter = followPatch(
      plane((x, y) => blotch(x, y, 6)),
      plane((x, y) => blotch(x, y, 6) + 20),
      [40, 40],
      [40, 40],
      [[40, 40]],
      8,
    );
    for (const { shift } of brighter) expect(Math.abs(shift)).toBeLessThan(0.1);
  });

  it('tells of an edge only what lies across it, and of a flat patch nothing', () => {
    const edges = follow((x) => 100 + 80 / (1 + Math.exp(-(x - 40))), 1, 3);
    expect(edges).toHaveLength(1);
    expect(Math.abs(edges[0]?.direction[0] ?? 0)).toBeCloseTo(1);
    expect(Math.abs(edges[0]?.shift ?? 0)).toBeCloseTo(1, 1);
    expect(follow(() => 90, 1, 1)).toEqual([]);
  });

  it('does not take another patch for it', () => {
    const found = followPatch(
      plane((x, y) => blotch(x, y, 6)),
      plane((x, y) => blotch(y + 311, x * 1.3, 4)),
      [40, 40],
      [40, 40],
      [[40, 40]],
      8,
    );
    expect(found).toEqual([]);
  });
});

describe('face flow', () => {
  it('has nothing to compare a first frame with, nor one that is too near or too far in time', () => {
    expect(flow(STILL, STILL, 100)).toBeNull();
    expect(flow(STILL, STILL, 900)).toBeNull();
    expect(flow(STILL, STILL)).not.toBeNull();
  });

  it('forgets', () => {
    const measurer = createFaceFlowMeasurer();
    const { sampler, mesh } = frameOf(STILL);
    measurer.measure(sampler, mesh, 1000);
    measurer.reset();
    expect(measurer.measure(sampler, mesh, 1400)).toBeNull();
  });

  it('sees a face move before surroundings that stay, or that move less', () => {
    const alone = flow(STILL, { face: 8, around: 0 })?.surroundings;
    expect((alone?.apart ?? 0) / (alone?.moved ?? 1)).toBeGreaterThan(0.9);
    expect(alone?.moved).toBeGreaterThan(0.02);
    const slower = flow(STILL, { face: 12, around: 5 })?.surroundings;
    expect((slower?.apart ?? 0) / (slower?.moved ?? 1)).toBeCloseTo(7 / 12, 1);
  });

  it('sees that surroundings move with the face, as on a sheet', () => {
    const { apart = 1, moved = 0 } = flow(STILL, { face: 10, around: 10 })?.surroundings ?? {};
    expect(moved).toBeGreaterThan(0.03);
    expect(apart / moved).toBeLessThan(0.1);
  });

  it('believes the pixels when the mesh trembles on a face that stands still', () => {
    const { moved = 1 } = flow(STILL, { ...STILL, mesh: 4 })?.surroundings ?? {};
    expect(moved).toBeLessThan(0.004);
  });

  it('sees relief where the middle of the face goes farther than its rim', () => {
    const flat = flow(STILL, { face: 6, around: 0 })?.relief;
    const head = flow(STILL, { face: 6, around: 0, bulge: 6 })?.relief;
    expect(flat?.similarity).toBeLessThan(0.003);
    expect(head?.similarity).toBeGreaterThan(0.005);
    expect((head?.homography ?? 0) / (head?.similarity ?? 1)).toBeGreaterThan(0.5);
  });
});
