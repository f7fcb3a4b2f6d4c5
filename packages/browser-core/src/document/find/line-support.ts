import type { EdgePoints } from './edge-points.ts';
import { visitNear, type Line } from './find-lines.ts';

/** How far from the line, and how differently directed, a point may be that supports it. */
const NEAR_PIXELS = 1.6;
const NEAR_TURNS = 8;

/** A line that knows along which of its stretches edge points lie. Positions run along it from its foot, pixels. */
export interface SupportedLine {
  readonly line: Line;
  /** Share of the stretch that is supported, 0–1; 0 for an empty stretch. */
  share(from: number, to: number): number;
  /** Mean height of the steps along the stretch; 0 where there are none. */
  strength(from: number, to: number): number;
}

export function supportedLine(line: Line, points: EdgePoints, reach: number): SupportedLine {
  const size = 2 * reach + 1;
  const isThere = new Uint8Array(size);
  const steps = new Float32Array(size);
  visitNear(points, line, NEAR_PIXELS, NEAR_TURNS, (along, _, step) => {
    const at = Math.round(along) + reach;
    // A slanted line's points lie up to 1.4 px apart.
    isThere[at - 1] = isThere[at] = isThere[at + 1] = 1;
    if (step > (steps[at] ?? 0)) steps[at] = step;
  });
  const thereUpTo = new Uint16Array(size + 1);
  const stepsUpTo = new Float32Array(size + 1);
  const pointsUpTo = new Uint16Array(size + 1);
  for (let i = 0; i < size; i += 1) {
    const step = steps[i] ?? 0;
    thereUpTo[i + 1] = (thereUpTo[i] ?? 0) + (isThere[i] ?? 0);
    stepsUpTo[i + 1] = (stepsUpTo[i] ?? 0) + step;
    pointsUpTo[i + 1] = (pointsUpTo[i] ?? 0) + (step > 0 ? 1 : 0);
  }
  const index = (position: number): number => Math.min(size, Math.max(0, Math.round(position) + reach));
  const between = (sums: Uint16Array | Float32Array, from: number, to: number): number =>
    (sums[index(Math.max(from, to))] ?? 0) - (sums[index(Math.min(from, to))] ?? 0);
  return {
    line,
    share(from, to) {
      const length = index(Math.max(from, to)) - index(Math.min(from, to));
      return length <= 0 ? 0 : between(thereUpTo, from, to) / length;
    },
    strength: (from, to) => between(stepsUpTo, from, to) / Math.max(1, between(pointsUpTo, from, to)),
  };
}
