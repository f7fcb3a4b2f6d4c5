import {
  DEFAULT_PICTURE_LIMITS,
  createDescriptorMatcher,
  createVerifier,
  isVerifierError,
  type VerifierOptions,
} from '@bonafide/verifier';
import type { PictureProcessor } from './picture-processor.ts';
import { type PixelBox, UnreadablePictureError } from './selfie-inspection.ts';
import { UnusableTemplateError } from './unusable-template-error.ts';

/**
 * The real processor: `@bonafide/verifier` on threads of its own, which start with the first picture. Faces are compared by
 * the trained descriptor, whose weights this app depends on.
 */
export function createVerifierProcessor(options: VerifierOptions = {}): PictureProcessor {
  const { maxAnalysisSide } = { ...DEFAULT_PICTURE_LIMITS, ...options.limits };
  const verifier = createVerifier({ matcher: createDescriptorMatcher(), ...options });
  return {
    async inspect(selfie, signal, frames = null) {
      const { width, height, faceCount, quality, liveness, face, sequence } = await verifier
        .inspectSelfie(selfie, { signal, sequence: frames })
        .catch(translate);
      return {
        width,
        height,
        faceCount,
        faceBox: face === null ? null : toUprightPixels(face.box, Math.max(width, height), maxAnalysisSide),
        sequence,
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
    verifyDocument: (request, signal) => verifier.verifyDocument(request, { signal }).catch(translate),
    matchFaces: (request, signal) => verifier.matchFaces(request, { signal }).catch(translate),
    enrolFace: (selfie, signal) => verifier.enrolFace(selfie, { signal }).catch(translate),
    compareWithTemplate: (selfie, template, signal) =>
      verifier.compareWithTemplate(selfie, template, { signal }).catch(translate),
    close: () => verifier.close(),
  };
}

/** Bytes that cannot be looked at are a finding; everything else is a failure that may be tried again. */
function translate(error: unknown): never {
  if (isVerifierError(error) && error.code.startsWith('image-')) {
    throw new UnreadablePictureError(error.code, { cause: error });
  }
  if (isVerifierError(error) && error.code === 'template-unusable') {
    throw new UnusableTemplateError(error.code, { cause: error });
  }
  throw error;
}

/** The verifier measures on a picture that was shrunk to its limit. */
function toUprightPixels(
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  side: number,
  maxAnalysisSide: number,
): PixelBox {
  const scale = Math.max(1, side / maxAnalysisSide);
  return { left: x * scale, top: y * scale, width: width * scale, height: height * scale };
}
