import type { RgbaImage } from '../../face/rgba-sampler.ts';
import type { Point, Quad } from '../quad.ts';

/** A quadrilateral whose sides lie on the edges themselves, and where along its border there is such an edge. */
export interface RefinedQuad {
  readonly quad: Quad;
  /** For each side, from its first corner to its second: whether an edge was found at `SAMPLES_A_SIDE` places. */
  readonly edges: readonly (readonly boolean[])[];
}

export const SAMPLES_A_SIDE = 32;
/** Round corners are left out at both ends of a side. */
export const ENDS = 0.08;
/** A step of colour, summed over the three channels, over two pixels. Noise of three channels stays under it. Guess. */
const LEAST_STEP = 9;
/** Samples along the side that are averaged for one place. */
const ALONG = 3;

/**
 * Moves each side onto the steepest step of colour near it, to parts of a pixel. `reach` is how far an edge may be from
 * where it was found, pixels of the image.
 */
export function refineQuad(image: RgbaImage, quad: Quad, reach: number): RefinedQuad {
  const sides = [0, 1, 2, 3].map((i) => refineSide(image, quad[i] as Point, quad[(i + 1) & 3] as Point, reach));
  const corner = (i: number): Point => meet(sides[(i + 3) & 3] as Side, sides[i] as Side) ?? (quad[i] as Point);
  return { quad: [corner(0), corner(1), corner(2), corner(3)], edges: sides.map(({ edges }) => edges) };
}

/** A side as a point and a direction. */
interface Side {
  readonly at: Point;
  readonly along: Point;
  readonly edges: readonly boolean[];
}

function refineSide(image: RgbaImage, from: Point, to: Point, reach: number): Side {
  const length = Math.max(1e-6, Math.hypot(to.x - from.x, to.y - from.y));
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const across = { x: -along.y, y: along.x };
  const positions: number[] = [];
  const shifts: number[] = [];
  for (let i = 0; i < SAMPLES_A_SIDE; i += 1) {
    const position = length * (ENDS + ((1 - 2 * ENDS) * (i + 0.5)) / SAMPLES_A_SIDE);
    positions.push(position);
    shifts.push(stepNear(image, from, along, across, position, reach));
  }
  const fitted = fitRobustly(positions, shifts, length, reach);
  const edges = shifts.map(
    (shift, i) => Math.abs(shift - (fitted.shift + fitted.slope * (positions[i] ?? 0))) <= Math.max(1.5, reach * 0.2),
  );
  return {
    at: { x: from.x + across.x * fitted.shift, y: from.y + across.y * fitted.shift },
    along: { x: along.x + across.x * fitted.slope, y: along.y + across.y * fitted.slope },
    edges,
  };
}

/** How far across from the side the steepest step lies; NaN where there is none. */
function stepNear(
  { data, width, height }: RgbaImage,
  from: Point,
  along: Point,
  across: Point,
  position: number,
  reach: number,
): number {
  const count = 2 * Math.ceil(reach) + 3;
  const profile = new Float32Array(count * 3);
  for (let i = 0; i < count; i += 1) {
    const shift = i - (count - 1) / 2;
    for (let k = 0; k < ALONG; k += 1) {
      const t = position + (k - (ALONG - 1) / 2) * 2;
      const x = Math.floor(from.x + along.x * t + across.x * shift);
      const y = Math.floor(from.y + along.y * t + across.y * shift);
      if (x < 0 || y < 0 || x >= width || y >= height) return Number.NaN;
      const at = 4 * (y * width + x);
      for (let c = 0; c < 3; c += 1) profile[i * 3 + c] = (profile[i * 3 + c] ?? 0) + (data[at + c] ?? 0) / ALONG;
    }
  }
  const steps = new Float32Array(count);
  for (let i = 1; i < count - 1; i += 1) {
    let step = 0;
    for (let c = 0; c < 3; c += 1) step += Math.abs((profile[(i + 1) * 3 + c] ?? 0) - (profile[(i - 1) * 3 + c] ?? 0));
    steps[i] = step;
  }
  let best = 0;
  for (let i = 1; i < count - 1; i += 1) if ((steps[i] ?? 0) > (steps[best] ?? 0)) best = i;
  const size = steps[best] ?? 0;
  if (size < LEAST_STEP) return Number.NaN;
  const [before, after] = [steps[best - 1] ?? 0, steps[best + 1] ?? 0];
  const bend = before + after - 2 * size;
  return best - (count - 1) / 2 + (bend < 0 ? (before - after) / (2 * bend) : 0);
}

/** A line through most of the points: Tukey's weights, tightened from the reach to a pixel or so. */
function fitRobustly(
  positions: readonly number[],
  shifts: readonly number[],
  length: number,
  reach: number,
): { readonly shift: number; readonly slope: number } {
  let [shift, slope] = [medianOf(shifts), 0];
  for (const limit of [reach, reach * 0.6, reach * 0.35, Math.max(1.5, reach * 0.2), Math.max(1.5, reach * 0.2)]) {
    let [n, st, sd, stt, std] = [0, 0, 0, 0, 0];
    for (const [i, found] of shifts.entries()) {
      const t = positions[i] ?? 0;
      const off = (found - shift - slope * t) / limit;
      if (!(Math.abs(off) < 1)) continue;
      const weight = (1 - off * off) ** 2;
      n += weight;
      st += weight * t;
      sd += weight * found;
      stt += weight * t * t;
      std += weight * t * found;
    }
    const spread = n * stt - st * st;
    // Too few, or all in one place: they tell nothing about the direction.
    if (n < SAMPLES_A_SIDE * 0.12 || spread < n * n * (length * 0.1) ** 2) return { shift, slope };
    slope = (n * std - st * sd) / spread;
    shift = (sd - slope * st) / n;
  }
  return { shift, slope };
}

function medianOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  return known.length === 0 ? 0 : (known[known.length >> 1] ?? 0);
}

function meet(a: Side, b: Side): Point | null {
  const determinant = a.along.x * b.along.y - a.along.y * b.along.x;
  if (Math.abs(determinant) < 1e-3) return null;
  const t = ((b.at.x - a.at.x) * b.along.y - (b.at.y - a.at.y) * b.along.x) / determinant;
  return { x: a.at.x + a.along.x * t, y: a.at.y + a.along.y * t };
}
