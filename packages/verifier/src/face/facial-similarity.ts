import type { CheckResult } from '../document/document-verification.ts';

/**
 * What the checks of a selfie against a portrait come to, in the words and with the keys of Signicat Assure's
 * `providerSpecific.facialSimilarity`. A breakdown is absent where its check was not made.
 */
export interface FacialSimilarity {
  readonly result: CheckResult;
  /** Whether both pictures hold one face that is good enough to be compared. */
  readonly imageIntegrity?: CheckResult;
  readonly faceComparison?: CheckResult;
  /** Whether a live person was in front of the camera. */
  readonly visualAuthenticity?: CheckResult;
  readonly similarityScore?: 'low' | 'medium' | 'high';
}

/** Why a verification could not be carried through, as Assure's `failReason` says it. */
export interface FailReason {
  readonly type: string;
  readonly message: string;
}
