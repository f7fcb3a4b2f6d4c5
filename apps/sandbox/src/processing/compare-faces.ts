import type { FaceMatching } from '@bonafide/verifier';
import { type ComparisonEvidence, NOT_COMPARED } from './check-evidence.ts';
import { toFaceRecord } from './check-records.ts';
import type { PictureProcessor } from './picture-processor.ts';
import { UnreadablePictureError } from './selfie-inspection.ts';

/** Compares two faces, and says so when the other picture holds none. */
export async function compareFaces(
  processor: PictureProcessor,
  pictures: { readonly selfie: Uint8Array; readonly reference: Uint8Array },
  signal: AbortSignal,
): Promise<ComparisonEvidence> {
  const matching = await processor.matchFaces(pictures, signal).catch((error: unknown) => {
    // The selfie was read before.
    if (error instanceof UnreadablePictureError) return null;
    throw error;
  });
  if (matching === null || isWithoutFace(matching)) return notComparable('unusable', 'NO_FACE_IN_REFERENCE_IMAGE');
  return {
    reference: 'used',
    referenceReason: null,
    faceMatch: toFaceMatch(matching),
    faces: toFaceRecord(matching),
  };
}

function isWithoutFace({ checks }: FaceMatching): boolean {
  return checks.some(({ reasons }) =>
    reasons.some(({ code, picture }) => code === 'no-face' && picture === 'reference'),
  );
}

function toFaceMatch({ checks, score, method, version }: FaceMatching): ComparisonEvidence['faceMatch'] {
  const check = checks.find(({ name }) => name === 'faceComparison');
  if (check === undefined || check.outcome === 'not-made' || score === null) return null;
  const isUnsure = check.reasons.some(({ code }) => code === 'comparison-unsure');
  return { score, result: isUnsure ? null : check.outcome === 'clear', version: `${method}/${version}` };
}

/** There was to be a comparison, and no picture to compare with. */
export function notComparable(reference: 'unavailable' | 'unusable', referenceReason: string): ComparisonEvidence {
  return { ...NOT_COMPARED, reference, referenceReason };
}
