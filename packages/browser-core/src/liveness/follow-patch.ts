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

/** Side of the largest patch that is followed, and of what its slopes are taken from. */
const LARGEST_SIDE = 2 * 8 + 1;
/** One patch at a time is followed: these are written over by the next. Hot loops here name no tuples, which cost more than their sums. */
const WIDE = new Float32Array((LARGEST_SIDE + 2) ** 2);
const VALUES = new Float32Array(LARGEST_SIDE ** 2);
const SLOPES_X = new Float32Array(LARGEST_SIDE ** 2);
const SLOPES_Y = new Float32Array(LARGEST_SIDE ** 2);

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
  const side = 2 * half + 1;
  if (side > LARGEST_SIDE) throw new TypeError('the patch is too large');
  if (!readWide(before, from[0], from[1], half + 1)) return [];
  takeSlopes(side);
  const axes = mainAxes(side * side).filter(({ strength }) => strength > STRUCTURE);
  if (axes.length === 0) return [];
  let energy = 0;
  for (let i = 0; i < side * side; i++) energy += (VALUES[i] ?? 0) ** 2;
  const deviation = Math.sqrt(energy / (side * side));
  let best: { readonly left: number; readonly x: number; readonly y: number } | null = null;
  for (const guess of guesses) {
    const found = descend(axes, after, guess, half, energy);
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

/** The patch in VALUES, from a guess on. `energy`: the sum of its squares. */
function descend(
  axes: readonly Axis[],
  { data, width, height }: LumaPlane,
  guess: readonly [number, number],
  half: number,
  energy: number,
): { readonly left: number; readonly x: number; readonly y: number } | null {
  const side = 2 * half + 1;
  const count = side * side;
  // The slopes times the patch itself: what they are times a difference from it follows without taking the difference.
  let ownX = 0;
  let ownY = 0;
  for (let i = 0; i < count; i++) {
    const value = VALUES[i] ?? 0;
    ownX += (SLOPES_X[i] ?? 0) * value;
    ownY += (SLOPES_Y[i] ?? 0) * value;
  }
  let x = guess[0];
  let y = guess[1];
  let left = Infinity;
  for (let step = 0; step < STEPS; step++) {
    const x0 = Math.floor(x) - half;
    const y0 = Math.floor(y) - half;
    if (!(x0 >= 0 && y0 >= 0 && x0 + side < width && y0 + side < height)) return null;
    const fx = x - Math.floor(x);
    const fy = y - Math.floor(y);
    let sum = 0;
    let squares = 0;
    let alike = 0;
    let gx = 0;
    let gy = 0;
    for (let row = 0, i = 0; row < side; row++) {
      let at = (y0 + row) * width + x0;
      const upper = data[at] ?? 0;
      let leftOf = upper + ((data[at + width] ?? 0) - upper) * fy;
      for (let column = 0; column < side; column++, i++) {
        at += 1;
        const above = data[at] ?? 0;
        const rightOf = above + ((data[at + width] ?? 0) - above) * fy;
        const value = leftOf + (rightOf - leftOf) * fx;
        leftOf = rightOf;
        sum += value;
        squares += value * value;
        alike += value * (VALUES[i] ?? 0);
        gx += value * (SLOPES_X[i] ?? 0);
        gy += value * (SLOPES_Y[i] ?? 0);
      }
    }
    // Of the difference between the two, each less its mean.
    left = Math.sqrt(Math.max(0, squares - (sum * sum) / count - 2 * alike + energy) / count);
    gx -= ownX;
    gy -= ownY;
    let dx = 0;
    let dy = 0;
    for (const { direction, strength } of axes) {
      const along = (gx * direction[0] + gy * direction[1]) / (strength * count);
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

/** Bilinear, into WIDE; false where the patch leaves the plane. */
function readWide({ data, width, height }: LumaPlane, cx: number, cy: number, half: number): boolean {
  const x0 = Math.floor(cx) - half;
  const y0 = Math.floor(cy) - half;
  const side = 2 * half + 1;
  if (!(x0 >= 0 && y0 >= 0 && x0 + side < width && y0 + side < height)) return false;
  const fx = cx - Math.floor(cx);
  const fy = cy - Math.floor(cy);
  for (let row = 0, to = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = (y0 + row) * width + x0 + column;
      const upper = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
      const lower = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx;
      WIDE[to++] = upper * (1 - fy) + lower * fy;
    }
  }
  return true;
}

/** Of the patch in WIDE, which is one pixel larger on each side: the inner luma less its mean, its slopes less theirs. */
function takeSlopes(side: number): void {
  const wide = side + 2;
  let level = 0;
  let levelX = 0;
  let levelY = 0;
  for (let row = 0, to = 0; row < side; row++) {
    for (let column = 0; column < side; column++, to++) {
      const at = (row + 1) * wide + column + 1;
      const value = WIDE[at] ?? 0;
      const slopeX = ((WIDE[at + 1] ?? 0) - (WIDE[at - 1] ?? 0)) / 2;
      const slopeY = ((WIDE[at + wide] ?? 0) - (WIDE[at - wide] ?? 0)) / 2;
      VALUES[to] = value;
      SLOPES_X[to] = slopeX;
      SLOPES_Y[to] = slopeY;
      level += value;
      levelX += slopeX;
      levelY += slopeY;
    }
  }
  const count = side * side;
  for (let i = 0; i < count; i++) {
    VALUES[i] = (VALUES[i] ?? 0) - level / count;
    SLOPES_X[i] = (SLOPES_X[i] ?? 0) - levelX / count;
    SLOPES_Y[i] = (SLOPES_Y[i] ?? 0) - levelY / count;
  }
}

/** Eigenvectors of the mean structure, strongest first. */
function mainAxes(count: number): readonly [Axis, Axis] {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < count; i++) {
    const gx = SLOPES_X[i] ?? 0;
    const gy = SLOPES_Y[i] ?? 0;
    xx += gx * gx;
    xy += gx * gy;
    yy += gy * gy;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const spread = Math.hypot(xx - yy, 2 * xy) / 2;
  const middle = (xx + yy) / 2;
  return [
    { direction: [c, s], strength: (middle + spread) / count },
    { direction: [-s, c], strength: (middle - spread) / count },
  ];
}
