import { areaOf, centreOf, type Point, type Quad } from '../quad.ts';
import type { QuadCandidate } from './quad-candidates.ts';

/** An outline around the likeliest is the document when it is likely enough itself, and this much larger. Guess. */
const AROUND_SCORE_SHARE = 0.6;
const PORTRAIT_AREA_SHARE = 0.4;
/** A page of an open passport has this share of both. Both together have nearly a page's own proportions. */
const PAGE_AREA_SHARE = [0.42, 0.58] as const;
const PAGE_SCORE_SHARE = 0.6;

/** The soft shadow that a document throws ends a little outside of it, in a step that is so much weaker. Guess. */
const SHADOW_AREA_SHARE = 0.72;
const SHADOW_SCORE_SHARE = 0.7;
const SHADOW_STRENGTH_SHARE = 0.5;

/**
 * The outline that is the document's, of several that lie in each other: inside a shadow's, its own; around a portrait's, the card's; of the two pages of
 * an open passport, the lower, which is the data page when it is held upright. Best first in, null for none.
 */
export function chooseOutline(candidates: readonly QuadCandidate[]): QuadCandidate | null {
  const [likeliest] = candidates;
  if (likeliest === undefined) return null;
  const first = withoutShadow(likeliest, candidates);
  const around = candidates.find(
    ({ quad, score }) =>
      score >= AROUND_SCORE_SHARE * first.score &&
      areaOf(first.quad) < PORTRAIT_AREA_SHARE * areaOf(quad) &&
      contains(quad, first.quad),
  );
  const outer = around ?? first;
  const pages = candidates.filter(({ quad, score }) => {
    const share = areaOf(quad) / areaOf(outer.quad);
    return (
      share > PAGE_AREA_SHARE[0] &&
      share < PAGE_AREA_SHARE[1] &&
      score >= PAGE_SCORE_SHARE * outer.score &&
      contains(outer.quad, quad)
    );
  });
  return pages.toSorted((a, b) => centreOf(b.quad).y - centreOf(a.quad).y)[0] ?? outer;
}

/** Side by side: an outline may have a shadow's edge below and the document's own on the right. */
function withoutShadow(likeliest: QuadCandidate, candidates: readonly QuadCandidate[]): QuadCandidate {
  let outer = likeliest;
  for (let side = 0; side < 4; side += 1) {
    const inner = candidates.find((candidate) => isInsideShadow(candidate, outer, likeliest));
    if (inner === undefined) break;
    outer = inner;
  }
  return outer;
}

function isInsideShadow(candidate: QuadCandidate, outer: QuadCandidate, likeliest: QuadCandidate): boolean {
  return (
    candidate.score >= SHADOW_SCORE_SHARE * likeliest.score &&
    areaOf(candidate.quad) < areaOf(outer.quad) &&
    areaOf(candidate.quad) > SHADOW_AREA_SHARE * areaOf(likeliest.quad) &&
    // Only the sides that differ tell: the others are the same edge.
    strengthBeside(outer, candidate) < SHADOW_STRENGTH_SHARE * strengthBeside(candidate, outer) &&
    contains(outer.quad, candidate.quad)
  );
}

/** Mean strength of the sides that the other does not have; infinite when it has them all. */
function strengthBeside({ sides }: QuadCandidate, other: QuadCandidate): number {
  const own = sides.filter(({ line }) => !other.sides.some((side) => side.line === line));
  return own.length === 0 ? Infinity : own.reduce((sum, { strength }) => sum + strength, 0) / own.length;
}

/** Whether all corners of one lie in the other, or hardly outside. */
function contains(outer: Quad, inner: Quad): boolean {
  const slack = 0.03 * Math.sqrt(areaOf(outer));
  const centre = centreOf(outer);
  return inner.every((corner) =>
    outer.every((from, i) => {
      const to = outer[(i + 1) & 3] as Point;
      const length = Math.max(1e-6, Math.hypot(to.x - from.x, to.y - from.y));
      const side = ({ x, y }: Point): number =>
        ((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)) / length;
      return side(corner) * Math.sign(side(centre)) >= -slack;
    }),
  );
}
