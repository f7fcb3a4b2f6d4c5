import type { ShrunkImage } from './shrink.ts';

/** Directions that are told apart, over a half turn. */
export const ANGLES = 128;
export const ANGLE_STEP = Math.PI / ANGLES;

/** Pixels where brightness or colour steps, thinned to the crest of each step, in the order of their direction. */
export interface EdgePoints {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** How high each step is, over a pixel's width. */
  readonly steps: Float32Array;
  /** Where in `x` and `y` the points of each of `ANGLES` directions begin, and at last the count. */
  readonly starts: Int32Array;
}

/** Step over a pixel's width that counts, in medians of the picture: noise and soft shading stay under it. Guess. */
const OVER_MEDIAN = 2.6;
/** Bounds of that: quantisation below, and above what a low-contrast outline on a busy desk still has. Guess. */
const LEAST_STEP = 1.1;
const MOST_STEP = 5;
/** A border of the frame that has no neighbours. */
const MARGIN = 2;

export function findEdgePoints(image: ShrunkImage): EdgePoints {
  const { width, height } = image;
  const gx = new Float32Array(width * height);
  const gy = new Float32Array(width * height);
  const step = new Float32Array(width * height);
  for (const plane of [image.luma, image.blue, image.red])
    addGradient(smooth(plane, width, height), width, height, gx, gy, step);
  const line = Math.min(MOST_STEP, Math.max(LEAST_STEP, OVER_MEDIAN * medianOf(step)));
  return thin(gx, gy, step, width, height, line);
}

/** Binomial 3×3, in two passes. */
function smooth(plane: Float32Array, width: number, height: number): Float32Array {
  const across = new Float32Array(plane.length);
  for (let i = 1; i < plane.length - 1; i += 1) {
    across[i] = ((plane[i - 1] ?? 0) + 2 * (plane[i] ?? 0) + (plane[i + 1] ?? 0)) / 4;
  }
  const both = new Float32Array(plane.length);
  for (let i = width; i < width * (height - 1); i += 1) {
    both[i] = ((across[i - width] ?? 0) + 2 * (across[i] ?? 0) + (across[i + width] ?? 0)) / 4;
  }
  return both;
}

/** Keeps the steepest of the planes at every pixel. */
function addGradient(
  plane: Float32Array,
  width: number,
  height: number,
  gx: Float32Array,
  gy: Float32Array,
  step: Float32Array,
): void {
  for (let y = MARGIN; y < height - MARGIN; y += 1) {
    for (let x = MARGIN, i = y * width + MARGIN; x < width - MARGIN; x += 1, i += 1) {
      const dx = ((plane[i + 1] ?? 0) - (plane[i - 1] ?? 0)) / 2;
      const dy = ((plane[i + width] ?? 0) - (plane[i - width] ?? 0)) / 2;
      const size = Math.sqrt(dx * dx + dy * dy);
      if (size <= (step[i] ?? 0)) continue;
      gx[i] = dx;
      gy[i] = dy;
      step[i] = size;
    }
  }
}

/** Of every third pixel, to a sixteenth: exact enough for a line that is a guess. */
function medianOf(values: Float32Array): number {
  const histogram = new Uint32Array(1024);
  let count = 0;
  for (let i = 0; i < values.length; i += 3, count += 1) {
    const bin = Math.min(1023, Math.floor((values[i] ?? 0) * 16));
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  for (let bin = 0, below = 0; bin < 1024; bin += 1) {
    below += histogram[bin] ?? 0;
    if (below * 2 >= count) return (bin + 0.5) / 16;
  }
  return 0;
}

function thin(
  gx: Float32Array,
  gy: Float32Array,
  step: Float32Array,
  width: number,
  height: number,
  line: number,
): EdgePoints {
  const room = (width * height) >> 1;
  const x = new Float32Array(room);
  const y = new Float32Array(room);
  const steps = new Float32Array(room);
  const direction = new Uint8Array(room);
  let count = 0;
  for (let row = MARGIN; row < height - MARGIN; row += 1) {
    for (let column = MARGIN, i = row * width + MARGIN; column < width - MARGIN; column += 1, i += 1) {
      const size = step[i] ?? 0;
      if (size < line || count === room) continue;
      const dx = gx[i] ?? 0;
      const dy = gy[i] ?? 0;
      const isAcross = Math.abs(dx) >= Math.abs(dy);
      const before = step[isAcross ? i - 1 : i - width] ?? 0;
      const after = step[isAcross ? i + 1 : i + width] ?? 0;
      if (size < before || size <= after) continue;
      // The crest of a parabola through the three, so that a line of points is straighter than pixels are.
      const bend = before + after - 2 * size;
      const shift = bend < 0 ? (before - after) / (2 * bend) : 0;
      x[count] = column + 0.5 + (isAcross ? shift : 0);
      y[count] = row + 0.5 + (isAcross ? 0 : shift);
      steps[count] = size;
      const angle = Math.atan2(dy, dx);
      direction[count] = Math.floor((angle < 0 ? angle + Math.PI : angle) / ANGLE_STEP) % ANGLES;
      count += 1;
    }
  }
  return inOrder(count, x, y, steps, direction);
}

/** Counting sort: every line then looks at the points of its own direction alone. */
function inOrder(
  count: number,
  x: Float32Array,
  y: Float32Array,
  steps: Float32Array,
  direction: Uint8Array,
): EdgePoints {
  const starts = new Int32Array(ANGLES + 1);
  for (let i = 0; i < count; i += 1) {
    const after = (direction[i] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let i = 0; i < ANGLES; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const sortedX = new Float32Array(count);
  const sortedY = new Float32Array(count);
  const sortedSteps = new Float32Array(count);
  for (let i = 0; i < count; i += 1) {
    const bin = direction[i] ?? 0;
    const at = next[bin] ?? 0;
    next[bin] = at + 1;
    sortedX[at] = x[i] ?? 0;
    sortedY[at] = y[i] ?? 0;
    sortedSteps[at] = steps[i] ?? 0;
  }
  return { count, x: sortedX, y: sortedY, steps: sortedSteps, starts };
}
