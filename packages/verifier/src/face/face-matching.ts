import type { CheckResult } from '../document/document-verification.ts';
import type { FacialSimilarity, FailReason } from './facial-similarity.ts';

/** What one check of the faces came to, and why; also of a check that was not made. */
export interface FaceCheck {
  readonly name: 'imageIntegrity' | 'faceComparison' | 'visualAuthenticity';
  readonly outcome: CheckResult | 'not-made';
  readonly reasons: readonly FaceCheckReason[];
}

export interface FaceCheckReason {
  readonly code:
    | 'no-face'
    | 'face-too-small'
    | 'quality'
    | 'faces-differ'
    | 'comparison-unsure'
    | 'not-live'
    | 'liveness-unsure'
    | 'picture-unusable';
  readonly picture: 'selfie' | 'reference';
}

/** What the verifier found out about two faces: the words that go out, and what they rest on. */
export interface FaceMatching {
  /** Null when `failReason` says why there is none. */
  readonly facialSimilarity: FacialSimilarity | null;
  readonly checks: readonly FaceCheck[];
  /** 0–1, larger is more alike; only scores of one method and version can be compared. Null when nothing was compared. */
  readonly score: number | null;
  /** That both show one person, where the matcher is calibrated; see the README for what the number rests on. */
  readonly probability: number | null;
  readonly method: string;
  readonly version: string;
  /** More than one face in the selfie: the capture has to be made again. */
  readonly failReason: FailReason | null;
}
