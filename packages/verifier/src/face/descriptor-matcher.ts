import { VerifierError } from '../verifier-error.ts';
import { CHIP_150 } from './face-alignment.ts';
import type { FaceMatch, FaceMatcher } from './face-matcher.ts';

/** Euclidean distance at which dlib's author parts one person from two (spec: dlib-models, README: "balls of radius 0.6"). */
const THRESHOLD = 0.6;
/** How far to either side of it the training pushed pairs (spec: default margin of dlib's `loss_metric_`); within it we do not dare to say. */
const MARGIN = 0.04;
/**
 * Belief at the margin, which gives the slope of the logistic curve (guess; how well it holds is measured in
 * bench/face-match, and it was not fitted there).
 */
const BELIEF_AT_MARGIN = 0.9;
/** No published test of these weights has enough pairs to say more (guess). */
const MAX_BELIEF = 0.999;
const SLOPE = Math.log(BELIEF_AT_MARGIN / (1 - BELIEF_AT_MARGIN)) / MARGIN;

/**
 * Compares faces by dlib's descriptor, a trained network. Its weights are not part of this package: they come from the
 * optional peer dependency `@vladmandic/face-api` 1.7.15. Read the README before you decide about people with it.
 * Errors: `matcher-unavailable` when that package is not installed; the first comparison says so too where its files are
 * other than those that were measured.
 */
export function createDescriptorMatcher(): FaceMatcher {
  try {
    import.meta.resolve('@vladmandic/face-api/package.json');
  } catch (cause) {
    throw new VerifierError('matcher-unavailable', '@vladmandic/face-api is not installed', { cause });
  }
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return {
    method: 'dlib-resnet-descriptor',
    version: 'descriptor-1',
    alignment: CHIP_150,
    describer: { module: new URL(`descriptor-describer.${extension}`, import.meta.url).href },
    compare: (selfie, reference) => matchAtDistance(distanceOf(selfie.descriptor, reference.descriptor)),
    templates: {
      describe({ descriptor }) {
        if (descriptor === null) throw new TypeError('a face has no descriptor');
        return descriptor;
      },
      compare: (selfie, enrolled) => matchAtDistance(distanceOf(selfie, enrolled)),
    },
  };
}

/** What a Euclidean distance between two descriptors says. The score is 0.5 at the author's threshold. */
export function matchAtDistance(distance: number): FaceMatch {
  const belief = 1 / (1 + Math.exp(SLOPE * (distance - THRESHOLD)));
  return {
    score: Math.max(0, 1 - distance / (2 * THRESHOLD)),
    result: distance < THRESHOLD - MARGIN ? true : distance > THRESHOLD + MARGIN ? false : null,
    probability: Math.min(MAX_BELIEF, Math.max(1 - MAX_BELIEF, belief)),
  };
}

function distanceOf(a: Float32Array | null, b: Float32Array | null): number {
  if (a === null || b === null || a.length !== b.length) throw new TypeError('a face has no descriptor');
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0));
}
