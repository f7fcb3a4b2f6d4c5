import type { RgbaImage } from '../../face/rgba-sampler.ts';
import { aspectOf, type DocumentFormat } from '../document-format.ts';
import { FORMATS_OF_TYPE, type ExpectedDocument } from '../expected-document.ts';
import { poseOf } from '../pose.ts';
import { cornerDistance, scaleQuad, type Quad } from '../quad.ts';
import { findEdgePoints } from './edge-points.ts';
import { findLines, type Line } from './find-lines.ts';
import { supportedLine, type SupportedLine } from './line-support.ts';
import { chooseOutline } from './choose-outline.ts';
import { quadCandidates, shapeFit, type Proportion } from './quad-candidates.ts';
import { printedPicture } from './printed-picture.ts';
import { refineQuad, SAMPLES_A_SIDE, type RefinedQuad } from './refine-quad.ts';
import { shrink } from './shrink.ts';
import { uprightQuad } from './upright-quad.ts';

export interface FindDocumentOptions {
  readonly expected?: ExpectedDocument | null;
  /** Where it was in the frame before: of two likely outlines, the one that is still there. */
  readonly previous?: Quad | null;
}

/** A document's outline in one picture. */
export interface FoundDocument {
  /** Corners clockwise from the one that is the top left when the long side is read as horizontally as it lies. */
  readonly quad: Quad;
  /** By proportions and expectation; null when they fit none. */
  readonly format: DocumentFormat | null;
  /** 0–1. */
  readonly confidence: number;
  /** Where along each side, top first, an edge was seen. */
  readonly edges: RefinedQuad['edges'];
}

/** Long side of the picture in which outlines are looked for: a card's edge is a pixel wide, its print is not yet. */
const SEARCH_SIDE = 320;
/** How far, in pixels of that picture, an edge may lie from where it was found. */
const REFINE_REACH = 1.6;
/** What the outline of the frame before is worth, and how near it must be over the diagonal. Guess. */
const STEADINESS = 0.06;
const STEADY_DISTANCE = 0.03;
/** Proportions that were not expected are an outline too: of the wrong document. Guess. */
const UNEXPECTED_WEIGHT = 0.8;
/** Scores of background clutter end where those of documents begin. */
const NO_SCORE = 0.25;
const FULL_SCORE = 0.75;
/** What is found by its print alone, since it has no edge, is believed so far: to be looked at and flagged. Guess. */
const PRINTED_CONFIDENCE = 0.52;
/** Proportions that fit no format less than this are of something else. */
const LEAST_FIT = 0.3;

/** Finds the outline of a card or of a passport's page; null when there is none. About 6 ms for a picture of 1280×720. */
export function findDocument(image: RgbaImage, options: FindDocumentOptions = {}): FoundDocument | null {
  const { expected = null, previous = null } = options;
  const small = shrink(image, SEARCH_SIDE);
  const points = findEdgePoints(small);
  const { one, other } = findLines(points, small.width, small.height);
  const reach = Math.ceil(Math.hypot(small.width, small.height)) + 2;
  const supported = (lines: readonly Line[]): SupportedLine[] =>
    lines.map((line) => supportedLine(line, points, reach));
  const proportions = proportionsOf(expected);
  const { width, height } = small;
  const candidates = quadCandidates(supported(one), supported(other), { width, height, proportions });

  const diagonal = Math.hypot(width, height);
  const before = previous === null ? null : scaleQuad(previous, 1 / small.scale);
  const scored = candidates.map((candidate) => {
    const { quad, score } = candidate;
    const moved = before === null ? 1 : cornerDistance(before, quad) / (STEADY_DISTANCE * diagonal);
    // By nearness: a document and its shadow are both near where one of them was.
    return { ...candidate, score: score + STEADINESS * Math.max(0, 1 - moved) };
  });
  const best = chooseOutline(scored.toSorted((a, b) => b.score - a.score));
  const confidence = best === null ? 0 : Math.min(1, Math.max(0, (best.score - NO_SCORE) / (FULL_SCORE - NO_SCORE)));
  if (best === null || confidence < PRINTED_CONFIDENCE) {
    const printed = printedPicture(
      image,
      small,
      points,
      expected === null ? ['id-1', 'id-3'] : FORMATS_OF_TYPE[expected.documentType],
    );
    if (printed !== null) {
      const edges = [0, 1, 2, 3].map(() => Array.from({ length: SAMPLES_A_SIDE }, () => true));
      return {
        quad: scaleQuad(printed.quad, small.scale),
        format: printed.format,
        confidence: PRINTED_CONFIDENCE,
        edges,
      };
    }
  }
  if (best === null) return null;

  const quad = uprightQuad(scaleQuad(best.quad, small.scale), image);
  const refined = refineQuad(image, quad, REFINE_REACH * small.scale);
  return { ...refined, format: formatOf(refined.quad, image, expected), confidence };
}

function proportionsOf(expected: ExpectedDocument | null): readonly Proportion[] {
  const wanted: readonly DocumentFormat[] =
    expected === null ? ['id-1', 'id-3'] : FORMATS_OF_TYPE[expected.documentType];
  return (['id-1', 'id-2', 'id-3'] as const).map((format) => ({
    aspect: aspectOf(format),
    weight: expected === null || wanted.includes(format) ? 1 : UNEXPECTED_WEIGHT,
  }));
}

/** Two formats share their proportions: then the expected one it is, or a passport's page. */
function formatOf(quad: Quad, image: RgbaImage, expected: ExpectedDocument | null): DocumentFormat | null {
  if (poseOf(quad, image) === null) return null;
  const order: readonly DocumentFormat[] = [
    ...(expected === null ? [] : FORMATS_OF_TYPE[expected.documentType]),
    'id-1',
    'id-3',
  ];
  const fits = order.map((format) => shapeFit(quad, image, [{ aspect: aspectOf(format), weight: 1 }]));
  const best = Math.max(...fits);
  return best < LEAST_FIT ? null : (order[fits.indexOf(best)] ?? null);
}
