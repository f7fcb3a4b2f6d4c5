import type { AlignedFace } from './aligned-face.ts';
import { EYES_112 } from './face-alignment.ts';
import type { FaceMatch, FaceMatcher } from './face-matcher.ts';

const ALIGNED_SIDE = EYES_112.side;
const CELL = 14;
const CELLS = ALIGNED_SIDE / CELL;
const BINS = 59;
/** Similarity above which two pictures show one person, and under which they do not; between them it says nothing. */
const SAME_FROM = 0.75; // measured: no false match among 600 pairs of different people (see the README)
const OTHER_UNTIL = 0.55; // measured: 1 % of the pairs of one person lie under it (see the README)

/**
 * Compares faces by their local texture: histograms of uniform local binary patterns in 8×8 cells of the aligned face,
 * after Ahonen et al. 2006. It learned nothing from anybody's picture and has no licence to clear, and it is weak: it
 * recognises the same photograph and photographs taken in the same light, and is no match for a trained
 * network. Its error rates are in the README.
 */
export const textureMatcher: FaceMatcher = {
  method: 'local-binary-patterns',
  version: 'texture-1',
  compare: (selfie, reference) => matchTextures(describeTexture(selfie), describeTexture(reference)),
  templates: { describe: describeTexture, compare: matchTextures },
};

function matchTextures(selfie: Float32Array, reference: Float32Array): FaceMatch {
  if (selfie.length !== reference.length) throw new TypeError('a texture is of another length');
  const score = similarity(selfie, reference);
  return { score, result: score >= SAME_FROM ? true : score <= OTHER_UNTIL ? false : null };
}

/** Histograms of all cells, each scaled so that their scalar product is a Bhattacharyya coefficient. */
export function describeTexture({ rgba }: Pick<AlignedFace, 'rgba'>): Float32Array {
  const luma = new Float32Array(ALIGNED_SIDE * ALIGNED_SIDE);
  for (let i = 0; i < luma.length; i += 1) {
    luma[i] = 0.2126 * (rgba[i * 4] ?? 0) + 0.7152 * (rgba[i * 4 + 1] ?? 0) + 0.0722 * (rgba[i * 4 + 2] ?? 0);
  }
  const histograms = new Float32Array(CELLS * CELLS * BINS);
  for (let y = RADIUS; y < ALIGNED_SIDE - RADIUS; y += 1) {
    for (let x = RADIUS; x < ALIGNED_SIDE - RADIUS; x += 1) {
      const cell = Math.floor(y / CELL) * CELLS + Math.floor(x / CELL);
      const place = cell * BINS + (UNIFORM_BIN[patternAt(luma, x, y)] ?? 0);
      histograms[place] = (histograms[place] ?? 0) + 1;
    }
  }
  for (let cell = 0; cell < CELLS * CELLS; cell += 1) {
    const bins = histograms.subarray(cell * BINS, (cell + 1) * BINS);
    const total = bins.reduce((sum, value) => sum + value, 0);
    for (let i = 0; i < BINS; i += 1) bins[i] = Math.sqrt((bins[i] ?? 0) / Math.max(1, total));
  }
  return histograms;
}

/** Mean of the cells' Bhattacharyya coefficients, 0–1. */
function similarity(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return Math.min(1, sum / (CELLS * CELLS));
}

const RADIUS = 2;
const CIRCLE = Array.from({ length: 8 }, (_, i) => {
  const angle = (i * Math.PI) / 4;
  return [Math.round(RADIUS * Math.cos(angle)), Math.round(RADIUS * Math.sin(angle))] as const;
});

function patternAt(luma: Float32Array, x: number, y: number): number {
  const middle = luma[y * ALIGNED_SIDE + x] ?? 0;
  let pattern = 0;
  for (const [bit, [dx, dy]] of CIRCLE.entries()) {
    if ((luma[(y + dy) * ALIGNED_SIDE + x + dx] ?? 0) >= middle) pattern |= 1 << bit;
  }
  return pattern;
}

/** Patterns with at most two changes around the circle have a bin each; all others share the last. */
const UNIFORM_BIN: readonly number[] = (() => {
  let next = 0;
  return Array.from({ length: 256 }, (_, pattern) => {
    const turned = (pattern >> 1) | ((pattern & 1) << 7);
    let changes = 0;
    for (let bits = pattern ^ turned; bits !== 0; bits &= bits - 1) changes += 1;
    return changes <= 2 ? next++ : BINS - 1;
  });
})();
