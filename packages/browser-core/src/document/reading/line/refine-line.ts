import type { LinePath } from './line-crop.ts';
import { sampleLuma } from './line-crop.ts';
import type { WorkPlane } from './work-plane.ts';

/** How far above and below the middle the profile is taken, in heights, and how many samples to a height. */
const REACH = 1.25;
const SAMPLES = 12;
/** Where the print ends: this share of the way from the gaps' strokes to the line's own (guess). */
const EDGE_SHARE = 0.35;

/** Lays a smooth curve through a trace and measures the print along it: where its middle is, how high its capitals are. */
export function refineLine(work: WorkPlane, xs: readonly number[], ys: readonly number[], height: number): LinePath {
  const curve = fitCurve(xs, ys);
  const profile = profileAlong(work, xs, curve, height);
  const edges = findEdges(profile);
  const middle = edges === null ? 0 : ((edges.top + edges.bottom) / 2 / SAMPLES - REACH) * height;
  const measured = edges === null ? height : ((edges.bottom - edges.top) / SAMPLES) * height;
  const capitalHeight = Math.min(1.35, Math.max(0.45, measured / height)) * height;
  return toPicture(work, { ...curve, offset: curve.offset + middle }, xs, capitalHeight);
}

/** `offset + slope × (x − centre) + bend × (x − centre)²`, in the plane's pixels. */
interface Curve {
  readonly centre: number;
  readonly offset: number;
  readonly slope: number;
  readonly bend: number;
}

/** Least squares, then once more without the points that lie off. */
function fitCurve(xs: readonly number[], ys: readonly number[]): Curve {
  const first = leastSquares(xs, ys, () => 1);
  const errors = ys.map((y, i) => Math.abs(y - valueAt(first, xs[i] ?? 0)));
  const usual = errors.toSorted((a, b) => a - b)[Math.floor(errors.length * 0.7)] ?? 0;
  return leastSquares(xs, ys, (i) => ((errors[i] ?? 0) <= Math.max(1, 2 * usual) ? 1 : 0));
}

function leastSquares(xs: readonly number[], ys: readonly number[], weightOf: (index: number) => number): Curve {
  const centre = ((xs[0] ?? 0) + (xs.at(-1) ?? 0)) / 2;
  const span = Math.max(1, (xs.at(-1) ?? 0) - (xs[0] ?? 0)) / 2;
  const sums = [0, 0, 0, 0, 0];
  const right = [0, 0, 0];
  for (const [i, x] of xs.entries()) {
    const u = (x - centre) / span;
    const weight = weightOf(i);
    for (let power = 0; power < 5; power += 1) sums[power] = (sums[power] ?? 0) + weight * u ** power;
    for (let power = 0; power < 3; power += 1) right[power] = (right[power] ?? 0) + weight * (ys[i] ?? 0) * u ** power;
  }
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = sums;
  const [r0 = 0, r1 = 0, r2 = 0] = right;
  // A page bends little: the ridge keeps noise from looking like it.
  const ridge = 0.02 * s0;
  const [offset, slope, bend] = solve([s0, s1, s2, s1, s2 + 1e-6, s3, s2, s3, s4 + ridge], [r0, r1, r2]);
  return { centre, offset, slope: slope / span, bend: bend / span ** 2 };
}

/** Cramer's rule on three unknowns. */
function solve(m: readonly number[], r: readonly number[]): [number, number, number] {
  const determinant = (a: readonly number[]): number => {
    const [a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0, a5 = 0, a6 = 0, a7 = 0, a8 = 0] = a;
    return a0 * (a4 * a8 - a5 * a7) - a1 * (a3 * a8 - a5 * a6) + a2 * (a3 * a7 - a4 * a6);
  };
  const whole = determinant(m);
  const column = (k: number): number =>
    determinant(m.map((value, i) => (i % 3 === k ? (r[Math.floor(i / 3)] ?? 0) : value))) / whole;
  return whole === 0 ? [(r[0] ?? 0) / Math.max(1, m[0] ?? 1), 0, 0] : [column(0), column(1), column(2)];
}

function valueAt({ centre, offset, slope, bend }: Curve, x: number): number {
  return offset + slope * (x - centre) + bend * (x - centre) ** 2;
}

/** Mean strokes in rows parallel to the curve, from `REACH` heights above to as many below. */
function profileAlong({ plane }: WorkPlane, xs: readonly number[], curve: Curve, height: number): readonly number[] {
  const count = 2 * REACH * SAMPLES + 1;
  const [from, to] = [Math.round(xs[0] ?? 0), Math.round(xs.at(-1) ?? 0)];
  return Array.from({ length: count }, (_, i) => {
    const shift = (i / SAMPLES - REACH) * height;
    let sum = 0;
    for (let x = from; x < to; x += 1) {
      const y = valueAt(curve, x) + shift;
      sum += Math.min(80, Math.abs(sampleLuma(plane, x + 1.5, y) - sampleLuma(plane, x - 0.5, y)));
    }
    return sum / Math.max(1, to - from);
  });
}

/** The band around the middle in which the profile is high; null when there is none. */
function findEdges(profile: readonly number[]): { readonly top: number; readonly bottom: number } | null {
  const middle = (profile.length - 1) / 2;
  const reach = SAMPLES * 0.35;
  const inside = profile.slice(Math.round(middle - reach), Math.round(middle + reach) + 1);
  const high = inside.reduce((a, b) => a + b, 0) / inside.length;
  const edge = (direction: 1 | -1): number | null => {
    const low = Math.min(...profile.filter((_, i) => (i - middle) * direction > 0));
    const level = low + EDGE_SHARE * (high - low);
    if (high <= low) return null;
    for (let i = middle + direction * Math.round(reach / 2); i >= 0 && i < profile.length; i += direction) {
      const here = profile[i] ?? 0;
      const before = profile[i - direction] ?? 0;
      if (here <= level) return i - direction * (before > here ? (level - here) / (before - here) : 0);
    }
    return null;
  };
  const [top, bottom] = [edge(-1), edge(1)];
  return top === null || bottom === null ? null : { top, bottom };
}

/** From the plane's pixels to the picture's, in the turned frame. */
function toPicture(
  { scale, left, top, angleRadians }: WorkPlane,
  curve: Curve,
  xs: readonly number[],
  height: number,
): LinePath {
  const centre = left + curve.centre * scale;
  const slope = curve.slope;
  const bend = curve.bend / scale;
  return {
    from: left + (xs[0] ?? 0) * scale,
    to: left + (xs.at(-1) ?? 0) * scale,
    offset: top + curve.offset * scale - slope * centre + bend * centre * centre,
    slope: slope - 2 * bend * centre,
    bend,
    capitalHeight: height * scale,
    angleRadians,
  };
}
