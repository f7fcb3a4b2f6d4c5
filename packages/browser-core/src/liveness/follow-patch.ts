import type { LumaPlane } from './luma-plane.ts';

/** One direction in which a patch has structure enough to say how far it moved, and how far that was. */
export interface FollowedEdge {
  /** Unit vector. */
  readonly direction: readonly [number, number];
  /** Pixels along it, from where the patch was expected. */
  readonly shift: number;
}

/** Mean square of the luma's slope along a direction, levels a pixel, under which noise says more than the scene. Guess. */
const STRUCTURE = 8;
/** What may be left between the two patches, over the patch's own deviation. Guess: a correlation of about 0.9. */
const ALIKE = 0.45;
const STEPS = 12;
const SETTLED_PIXELS = 0.02;
/** A patch that went farther than this from all guesses, over its half side, is another one. */
const FARTHEST = 0.75;

/**
 * Finds the square patch around `from` in a later plane, near one of `guesses`, by Lucas and Kanade's method on luma less its
 * mean: shifts are relative to `expected`. A patch across a straight edge tells of one direction alone, a flat one of none.
 */
export function followPatch(
  before: LumaPlane,
  after: LumaPlane,
  from: readonly [number, number],
  expected: readonly [number, number],
  guesses: readonly (readonly [number, number])[],
  half: number,
): readonly FollowedEdge[] {
  const template = readPatch(before, from, half + 1);
  if (template === null) return [];
  const { values, slopesX, slopesY, deviation } = toSlopes(template, half);
  const axes = mainAxes(slopesX, slopesY).filter(({ strength }) => strength > STRUCTURE);
  let best: { readonly left: number; readonly x: number; readonly y: number } | null = null;
  for (const guess of axes.length === 0 ? [] : guesses) {
    const found = descend(values, slopesX, slopesY, axes, after, guess, half);
    if (found !== null && found.left < (best?.left ?? ALIKE * deviation)) best = found;
  }
  if (best === null) return [];
  const { x, y } = best;
  return axes.map(({ direction }) => ({
    direction,
    shift: (x - expected[0]) * direction[0] + (y - expected[1]) * direction[1],
  }));
}

interface Axis {
  readonly direction: readonly [number, number];
  readonly strength: number;
}

function descend(
  values: Float32Array,
  slopesX: Float32Array,
  slopesY: Float32Array,
  axes: readonly Axis[],
  after: LumaPlane,
  guess: readonly [number, number],
  half: number,
): { readonly left: number; readonly x: number; readonly y: number } | null {
  let [x, y] = guess;
  let left = Infinity;
  for (let step = 0; step < STEPS; step++) {
    const patch = readPatch(after, [x, y], half);
    if (patch === null) return null;
    const level = mean(patch);
    let [gx, gy, squares] = [0, 0, 0];
    for (let i = 0; i < patch.length; i++) {
      const error = (patch[i] ?? 0) - level - (values[i] ?? 0);
      gx += (slopesX[i] ?? 0) * error;
      gy += (slopesY[i] ?? 0) * error;
      squares += error * error;
    }
    left = Math.sqrt(squares / patch.length);
    let [dx, dy] = [0, 0];
    for (const { direction, strength } of axes) {
      const along = (gx * direction[0] + gy * direction[1]) / (strength * patch.length);
      dx -= along * direction[0];
      dy -= along * direction[1];
    }
    if (Math.hypot(dx, dy) < SETTLED_PIXELS) break;
    x += dx;
    y += dy;
    if (Math.hypot(x - guess[0], y - guess[1]) > FARTHEST * half) return null;
  }
  return { left, x, y };
}

/** Bilinear; null where the patch leaves the plane. */
function readPatch({ data, width, height }: LumaPlane, [cx, cy]: readonly [number, number], half: number) {
  const [x0, y0] = [Math.floor(cx) - half, Math.floor(cy) - half];
  const side = 2 * half + 1;
  if (!(x0 >= 0 && y0 >= 0 && x0 + side < width && y0 + side < height)) return null;
  const [fx, fy] = [cx - Math.floor(cx), cy - Math.floor(cy)];
  const patch = new Float32Array(side * side);
  for (let row = 0, to = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = (y0 + row) * width + x0 + column;
      const upper = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
      const lower = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx;
      patch[to++] = upper * (1 - fy) + lower * fy;
    }
  }
  return patch;
}

/** Of a patch that is one pixel larger on each side: the inner luma less its mean, its slopes less theirs. */
function toSlopes(patch: Float32Array, half: number) {
  const side = 2 * half + 1;
  const wide = side + 2;
  const [values, slopesX, slopesY] = [0, 1, 2].map(() => new Float32Array(side * side)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (let row = 0, to = 0; row < side; row++) {
    for (let column = 0; column < side; column++, to++) {
      const at = (row + 1) * wide + column + 1;
      values[to] = patch[at] ?? 0;
      slopesX[to] = ((patch[at + 1] ?? 0) - (patch[at - 1] ?? 0)) / 2;
      slopesY[to] = ((patch[at + wide] ?? 0) - (patch[at - wide] ?? 0)) / 2;
    }
  }
  for (const plane of [values, slopesX, slopesY]) {
    const level = mean(plane);
    for (let i = 0; i < plane.length; i++) plane[i] = (plane[i] ?? 0) - level;
  }
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
  return { values, slopesX, slopesY, deviation };
}

/** Eigenvectors of the mean structure, strongest first. */
function mainAxes(slopesX: Float32Array, slopesY: Float32Array): readonly [Axis, Axis] {
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < slopesX.length; i++) {
    const [gx, gy] = [slopesX[i] ?? 0, slopesY[i] ?? 0];
    xx += gx * gx;
    xy += gx * gy;
    yy += gy * gy;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const spread = Math.hypot(xx - yy, 2 * xy) / 2;
  const middle = (xx + yy) / 2;
  return [
    { direction: [c, s], strength: (middle + spread) / slopesX.length },
    { direction: [-s, c], strength: (middle - spread) / slopesX.length },
  ];
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
