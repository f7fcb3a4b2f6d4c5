import { ANGLES, ANGLE_STEP, type EdgePoints } from './edge-points.ts';

/** A straight line of edge points: `x cos(angle) + y sin(angle) = offset`, the angle that of its normal. */
export interface Line {
  readonly angle: number;
  readonly cosine: number;
  readonly sine: number;
  readonly offset: number;
}

const COSINES = Float32Array.from({ length: ANGLES }, (_, i) => Math.cos((i + 0.5) * ANGLE_STEP));
const SINES = Float32Array.from({ length: ANGLES }, (_, i) => Math.sin((i + 0.5) * ANGLE_STEP));
/** Each point votes for so many angles on both sides of its own: a step's direction is that uncertain. */
const SPREAD = 4;
/** Peaks of one line's neighbourhood: within so many angles and pixels only the highest counts. */
const APART_ANGLES = 3;
const APART_PIXELS = 3;
/** Lines of each of two directions that are looked at, and the length over the picture's short side that makes one. */
const MOST_LINES = 20;
const SHORTEST_RATIO = 0.16;

/** Straight lines in the two main directions of the picture, by votes of its edge points; the longest first in each. */
export function findLines(
  points: EdgePoints,
  width: number,
  height: number,
): { readonly one: readonly Line[]; readonly other: readonly Line[] } {
  const reach = Math.ceil(Math.hypot(width, height) / 2);
  const offsets = 2 * reach + 1;
  const votes = vote(points, width, height, reach, offsets);
  const peaks = peaksOf(votes, offsets, SHORTEST_RATIO * Math.min(width, height));
  const main = mainDirection(votes, offsets);
  const one: Line[] = [];
  const other: Line[] = [];
  for (const { angleIndex, offsetIndex } of peaks) {
    const away = Math.abs(((angleIndex - main + ANGLES * 1.5) % ANGLES) - ANGLES / 2);
    const group = away <= ANGLES / 4 ? one : other;
    if (group.length >= MOST_LINES) continue;
    group.push(refit(points, width, height, angleIndex, offsetIndex - reach));
  }
  return { one, other };
}

function vote({ x, y, starts }: EdgePoints, width: number, height: number, reach: number, offsets: number) {
  const votes = new Float32Array(ANGLES * offsets);
  for (let nearest = 0; nearest < ANGLES; nearest += 1) {
    const end = starts[nearest + 1] ?? 0;
    for (let turn = -SPREAD; turn <= SPREAD; turn += 1) {
      const index = (nearest + turn + ANGLES) % ANGLES;
      const cosine = COSINES[index] ?? 0;
      const sine = SINES[index] ?? 0;
      const zero = reach - (width / 2) * cosine - (height / 2) * sine;
      for (let i = starts[nearest] ?? 0; i < end; i += 1) {
        const offset = (x[i] ?? 0) * cosine + (y[i] ?? 0) * sine + zero;
        const low = Math.floor(offset);
        const share = offset - low;
        const at = index * offsets + low;
        votes[at] = (votes[at] ?? 0) + 1 - share;
        votes[at + 1] = (votes[at + 1] ?? 0) + share;
      }
    }
  }
  return votes;
}

interface Peak {
  readonly angleIndex: number;
  readonly offsetIndex: number;
  readonly votes: number;
}

function peaksOf(votes: Float32Array, offsets: number, least: number): readonly Peak[] {
  const found: Peak[] = [];
  for (let angleIndex = 0; angleIndex < ANGLES; angleIndex += 1) {
    for (let offsetIndex = 1; offsetIndex < offsets - 1; offsetIndex += 1) {
      const at = angleIndex * offsets + offsetIndex;
      const here = votes[at] ?? 0;
      // Two neighbouring offsets share a line's votes.
      if (here < least / 2 || here < (votes[at - 1] ?? 0) || here <= (votes[at + 1] ?? 0)) continue;
      const sum = here + Math.max(votes[at - 1] ?? 0, votes[at + 1] ?? 0);
      if (sum >= least) found.push({ angleIndex, offsetIndex, votes: sum });
    }
  }
  found.sort((a, b) => b.votes - a.votes);
  const kept: Peak[] = [];
  for (const peak of found) {
    if (kept.length >= 4 * MOST_LINES) break;
    if (!kept.some((other) => isSameLine(peak, other, offsets))) kept.push(peak);
  }
  return kept;
}

/** Angles wrap around: a half turn on, the offset changes its sign. */
function isSameLine(a: Peak, b: Peak, offsets: number): boolean {
  const turn = Math.abs(a.angleIndex - b.angleIndex);
  if (turn <= APART_ANGLES) return Math.abs(a.offsetIndex - b.offsetIndex) <= APART_PIXELS + turn;
  if (turn < ANGLES - APART_ANGLES) return false;
  return Math.abs(a.offsetIndex - (offsets - 1 - b.offsetIndex)) <= APART_PIXELS + (ANGLES - turn);
}

/** The angle along which, and square to which, most votes gather: sums of squares prefer few long lines to many short. */
function mainDirection(votes: Float32Array, offsets: number): number {
  const strength = new Float32Array(ANGLES);
  for (let angleIndex = 0; angleIndex < ANGLES; angleIndex += 1) {
    for (let i = angleIndex * offsets; i < (angleIndex + 1) * offsets; i += 1) {
      strength[angleIndex] = (strength[angleIndex] ?? 0) + (votes[i] ?? 0) ** 2;
    }
  }
  let best = 0;
  let bestSum = -1;
  for (let angleIndex = 0; angleIndex < ANGLES; angleIndex += 1) {
    let sum = 0;
    for (let turn = -4; turn <= 4; turn += 1) {
      const index = (angleIndex + turn + ANGLES) % ANGLES;
      sum += ((strength[index] ?? 0) + (strength[(index + ANGLES / 2) % ANGLES] ?? 0)) * (5 - Math.abs(turn));
    }
    if (sum > bestSum) [best, bestSum] = [angleIndex, sum];
  }
  return best;
}

/** Least squares over the points near a peak, since votes are coarse; coordinates of the picture from here on. */
function refit(points: EdgePoints, width: number, height: number, angleIndex: number, offset: number): Line {
  let angle = (angleIndex + 0.5) * ANGLE_STEP;
  let at = offset + (width / 2) * Math.cos(angle) + (height / 2) * Math.sin(angle);
  for (const [near, turns] of [
    [2, 5],
    [1.2, 4],
  ] as const) {
    const fitted = fitNear(points, angle, at, near, turns);
    if (fitted === null) break;
    [angle, at] = fitted;
  }
  return { angle, cosine: Math.cos(angle), sine: Math.sin(angle), offset: at };
}

function fitNear(
  points: EdgePoints,
  angle: number,
  offset: number,
  near: number,
  turns: number,
): readonly [number, number] | null {
  let n = 0;
  let st = 0;
  let sd = 0;
  let stt = 0;
  let std = 0;
  visitNear(points, { angle, cosine: Math.cos(angle), sine: Math.sin(angle), offset }, near, turns, (t, d) => {
    n += 1;
    st += t;
    sd += d;
    stt += t * t;
    std += t * d;
  });
  const spread = n * stt - st * st;
  if (n < 8 || spread < 1e-6) return null;
  const slope = (n * std - st * sd) / spread;
  const shift = (sd - slope * st) / n;
  // d = shift + slope·t is the line turned by −atan(slope) about the foot of its normal.
  const turned = angle - Math.atan(slope);
  return [turned, (offset + shift) * Math.cos(angle - turned)];
}

/**
 * Visits the points no further than `near` pixels from a line and no more than `turns` directions from its own: with
 * the position along the line, from its foot, the distance from it, and the height of the step.
 */
export function visitNear(
  { x, y, steps, starts }: EdgePoints,
  { angle, cosine, sine, offset }: Line,
  near: number,
  turns: number,
  visit: (along: number, away: number, step: number) => void,
): void {
  const own = Math.floor(angle / ANGLE_STEP);
  for (let turn = -turns; turn <= turns; turn += 1) {
    const index = (own + turn + 2 * ANGLES) % ANGLES;
    const end = starts[index + 1] ?? 0;
    for (let i = starts[index] ?? 0; i < end; i += 1) {
      const px = x[i] ?? 0;
      const py = y[i] ?? 0;
      const away = px * cosine + py * sine - offset;
      if (away <= near && away >= -near) visit(py * cosine - px * sine, away, steps[i] ?? 0);
    }
  }
}

/** Between two directions without a sign, 0 to π/2. */
export function angleBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % Math.PI;
  return turn > Math.PI / 2 ? Math.PI - turn : turn;
}
