import { poseOf } from '../pose.ts';
import { areaOf, furthestCorner, isConvex, type Point, type Quad } from '../quad.ts';
import { angleBetween, type Line } from './find-lines.ts';
import type { SupportedLine } from './line-support.ts';

/** An outline that could be a document's, in the pixels of the shrunk picture. */
export interface QuadCandidate {
  readonly quad: Quad;
  /** 0–1. */
  readonly score: number;
  readonly sides: readonly QuadSide[];
}

/** A side's line, and the mean height of the steps along it. */
export interface QuadSide {
  readonly line: Line;
  readonly strength: number;
}

export interface CandidateOptions {
  readonly width: number;
  readonly height: number;
  readonly proportions: readonly Proportion[];
}

/** Proportions that a document may have: long side over short side, and how welcome they are, 0–1. */
export interface Proportion {
  readonly aspect: number;
  readonly weight: number;
}

/** Opposite sides lean towards each other by perspective, no further than this. */
const MOST_LEAN_RADIANS = 0.62;
/** Neighbouring sides, as they appear. */
const LEAST_CORNER_RADIANS = 0.87;
/** Smallest area over the picture's: a card at a quarter of the frame's width. */
const LEAST_AREA_RATIO = 0.05;
/** Share of each side that must be an edge: a hand may cover half of one. */
const LEAST_SIDE_SHARE = 0.3;
const LEAST_MEAN_SHARE = 0.55;
/** A corner is round: so much of a side, at both its ends, need not be an edge. */
const ROUND_SHARE = 0.07;
/** Beyond a corner, a side ends; the line of a table or of print goes on for at least this share of it. */
const BEYOND_SHARE = 0.14;
const BEYOND_PENALTY = 0.2;
/** How far outside of the picture a corner may lie, over its short side, and how much of each side must be seen. */
const OUTSIDE_RATIO = 0.25;
const LEAST_SEEN_SHARE = 0.45;
/** How far, as a logarithm, proportions may be from those of a format. Spread of what one picture tells of them. */
const ASPECT_SPREAD = 0.075;
const SKEW_SPREAD = 0.14;
const MOST_CANDIDATES = 14;
/** Outlines whose corners all lie nearer than this, over the picture's diagonal, are one. Guess. */
const SAME_RATIO = 0.008;

/** The likeliest outlines that four of the lines make, best first; no two of them nearly the same. */
export function quadCandidates(
  one: readonly SupportedLine[],
  other: readonly SupportedLine[],
  options: CandidateOptions,
): readonly QuadCandidate[] {
  const crossings = one.map((a) => other.map((b) => crossingOf(a, b)));
  const best: QuadCandidate[] = [];
  for (const [i, j] of pairsOf(one)) {
    for (const [k, l] of pairsOf(other)) {
      const corners = [crossings[i]?.[k], crossings[i]?.[l], crossings[j]?.[l], crossings[j]?.[k]];
      if (!corners.every((corner) => corner !== null && corner !== undefined)) continue;
      const [ik, il, jl, jk] = corners as [Crossing, Crossing, Crossing, Crossing];
      const sides: readonly Side[] = [
        { line: one[i] as SupportedLine, from: ik.onOne, to: il.onOne },
        { line: other[l] as SupportedLine, from: il.onOther, to: jl.onOther },
        { line: one[j] as SupportedLine, from: jl.onOne, to: jk.onOne },
        { line: other[k] as SupportedLine, from: jk.onOther, to: ik.onOther },
      ];
      const quad: Quad = [ik.at, il.at, jl.at, jk.at];
      const score = scoreOf(quad, sides, options);
      if (score <= 0) continue;
      const strengths = sides.map(({ line, from, to }) => ({ line: line.line, strength: line.strength(from, to) }));
      keep(best, { quad, score, sides: strengths }, options);
    }
  }
  return best;
}

interface Crossing {
  readonly at: Point;
  /** Positions along both lines. */
  readonly onOne: number;
  readonly onOther: number;
}

interface Side {
  readonly line: SupportedLine;
  readonly from: number;
  readonly to: number;
}

/** Pairs that can be opposite sides. */
function pairsOf(lines: readonly SupportedLine[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (const [i, a] of lines.entries()) {
    for (let j = i + 1; j < lines.length; j += 1) {
      if (angleBetween(a.line.angle, (lines[j] as SupportedLine).line.angle) <= MOST_LEAN_RADIANS) pairs.push([i, j]);
    }
  }
  return pairs;
}

function crossingOf({ line: a }: SupportedLine, { line: b }: SupportedLine): Crossing | null {
  if (angleBetween(a.angle, b.angle) < LEAST_CORNER_RADIANS) return null;
  const determinant = a.cosine * b.sine - a.sine * b.cosine;
  const x = (a.offset * b.sine - a.sine * b.offset) / determinant;
  const y = (a.cosine * b.offset - a.offset * b.cosine) / determinant;
  return { at: { x, y }, onOne: y * a.cosine - x * a.sine, onOther: y * b.cosine - x * b.sine };
}

/** 0 for what is no outline. Cheap refusals come first: most combinations are none. */
function scoreOf(quad: Quad, sides: readonly Side[], { width, height, proportions }: CandidateOptions): number {
  const area = areaOf(quad) / (width * height);
  if (area < LEAST_AREA_RATIO) return 0;
  const slack = OUTSIDE_RATIO * Math.min(width, height);
  for (const { x, y } of quad) if (x < -slack || y < -slack || x > width + slack || y > height + slack) return 0;

  let weighted = 0;
  let total = 0;
  let weakest = 1;
  let ends = 1;
  for (const side of sides) {
    const length = side.to - side.from;
    const { line, from, to } = seenPart(side, width, height);
    const seen = (to - from) / length;
    if (!(seen > LEAST_SEEN_SHARE)) return 0;
    const share = line.share(from + ROUND_SHARE * length, to - ROUND_SHARE * length);
    if (share < LEAST_SIDE_SHARE) return 0;
    // What lies outside of the frame is a guess.
    weighted += share * Math.sqrt(seen) * Math.abs(length);
    total += Math.abs(length);
    weakest = Math.min(weakest, share);
    const further = BEYOND_SHARE * length;
    const gap = Math.sign(length) * 2.5;
    ends *= 1 - BEYOND_PENALTY * line.share(from - gap - further, from - gap);
    ends *= 1 - BEYOND_PENALTY * line.share(to + gap, to + gap + further);
  }
  const mean = weighted / total;
  if (mean < LEAST_MEAN_SHARE || !isConvex(quad)) return 0;
  const edges = 0.7 * mean + 0.3 * weakest;
  const shape = shapeFit(quad, { width, height }, proportions);
  // Of nested outlines (a printed frame, a header) the larger one is the document's.
  const size = Math.min(1, 0.75 + 0.5 * Math.sqrt(area));
  return edges * ends * (0.35 + 0.65 * shape) * size;
}

/** The part of a side that lies in the picture. */
function seenPart({ line, from, to }: Side, width: number, height: number): Side {
  const { cosine, sine, offset } = line.line;
  let low = Math.min(from, to);
  let high = Math.max(from, to);
  // A point of the line is (offset·cosine − t·sine, offset·sine + t·cosine).
  for (const [at, step, size] of [
    [offset * cosine, -sine, width],
    [offset * sine, cosine, height],
  ] as const) {
    if (Math.abs(step) < 1e-6) continue;
    low = Math.max(low, Math.min((1 - at) / step, (size - 1 - at) / step));
    high = Math.min(high, Math.max((1 - at) / step, (size - 1 - at) / step));
  }
  return from < to ? { line, from: low, to: high } : { line, from: high, to: low };
}

/** 1 for a rectangle in space that has the most welcome of the proportions, either way round. */
export function shapeFit(
  quad: Quad,
  frame: { readonly width: number; readonly height: number },
  proportions: readonly Proportion[],
): number {
  const pose = poseOf(quad, frame);
  if (pose === null) return 0;
  const aspect = Math.log(Math.max(pose.aspect, 1 / pose.aspect));
  let best = 0;
  for (const { aspect: wanted, weight } of proportions) {
    best = Math.max(best, weight * Math.exp(-0.5 * ((aspect - Math.log(wanted)) / ASPECT_SPREAD) ** 2));
  }
  return best * Math.exp(-0.5 * (pose.skew / SKEW_SPREAD) ** 2);
}

function keep(best: QuadCandidate[], candidate: QuadCandidate, { width, height }: CandidateOptions): void {
  if (best.length >= MOST_CANDIDATES && candidate.score <= (best.at(-1)?.score ?? 0)) return;
  const near = SAME_RATIO * Math.hypot(width, height);
  // The furthest corner tells: a document and its shadow share two or three of their sides.
  const same = best.findIndex(({ quad }) => furthestCorner(quad, candidate.quad) < near);
  if (same >= 0) {
    if ((best[same]?.score ?? 0) >= candidate.score) return;
    best.splice(same, 1);
  }
  best.push(candidate);
  best.sort((a, b) => b.score - a.score);
  if (best.length > MOST_CANDIDATES) best.pop();
}
