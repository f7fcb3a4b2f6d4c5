import { createVerifier, isVerifierError, type VerifierOptions } from '@bonafide/verifier';
import { type SelfieProcessor, UnreadablePictureError } from './selfie-processor.ts';

/** The real processor: `@bonafide/verifier` on threads of its own. They start with the first picture. */
export function createVerifierProcessor(options: VerifierOptions = {}): SelfieProcessor {
  const verifier = createVerifier(options);
  return {
    async inspect(selfie, signal) {
      const { width, height, faceCount, quality, liveness } = await verifier
        .inspectSelfie(selfie, { signal })
        .catch(translate);
      return {
        width,
        height,
        faceCount,
        quality: faceCount === 0 ? null : { score: quality.summary.score, problems: quality.problems },
        liveness:
          liveness === null
            ? null
            : {
                score: liveness.score,
                decision: liveness.decision,
                reasons: liveness.reasons,
                injectionSuspicion: liveness.injectionSuspicion,
                version: [liveness.fusionVersion, liveness.modelVersion].filter((part) => part !== null).join('+'),
              },
      };
    },
    async compare(selfie, reference, signal) {
      const comparison = await verifier.compareWithReference(selfie, reference, { signal }).catch(translate);
      if (comparison.outcome === 'no-face') {
        return { outcome: comparison.picture === 'reference' ? 'reference-unusable' : 'selfie-unusable' };
      }
      const { score, result, method, version } = comparison;
      return { outcome: 'compared', score, matches: result, version: `${method}/${version}` };
    },
    close: () => verifier.close(),
  };
}

/** Bytes that cannot be looked at are a finding; everything else is a failure that may be tried again. */
function translate(error: unknown): never {
  if (isVerifierError(error) && error.code.startsWith('image-')) {
    throw new UnreadablePictureError(error.code, { cause: error });
  }
  throw error;
}
