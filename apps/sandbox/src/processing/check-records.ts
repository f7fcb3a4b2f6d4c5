import type { DocumentCheck, DocumentInspection, FaceCheck, FaceMatching } from '@bonafide/verifier';

/** What is kept of a look at a document: names and codes of checks, made and not made. Nothing that stands on it. */
export interface DocumentRecord {
  readonly checks: readonly DocumentCheck[];
  /** Sides that a better picture would help. */
  readonly recapture: readonly ('front' | 'back')[];
}

/** What is kept of a comparison of two faces. No template. */
export interface FaceRecord {
  readonly checks: readonly FaceCheck[];
  readonly score: number | null;
  readonly probability: number | null;
  /** Method and version of the comparison: only scores of the same can be compared. */
  readonly matcher: string;
}

export function toDocumentRecord({ checks, recapture }: DocumentInspection): DocumentRecord {
  return { checks, recapture };
}

export function toFaceRecord({ checks, score, probability, method, version }: FaceMatching): FaceRecord {
  return { checks, score, probability, matcher: `${method}/${version}` };
}
