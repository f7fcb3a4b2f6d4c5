import type { CaptureBinding, LivenessConclusion } from '@bonafide/verifier';
import type { DocumentRecord, FaceRecord } from './check-records.ts';
import type { LivenessFinding, QualityFinding } from './selfie-inspection.ts';

/** What came of the reference image. */
export type ReferenceOutcome =
  /** Neither the partner nor the flow has one, or the flow needs none. */
  | 'none'
  | 'used'
  /** The partner did not answer, refused, or its URL was not allowed. */
  | 'unavailable'
  /** It came and no face could be found on it. */
  | 'unusable';

/** What was seen of the selfie; all null where there was none to see. */
export interface SelfieEvidence {
  readonly picture: { readonly width: number; readonly height: number } | null;
  readonly faceCount: number | null;
  readonly quality: QualityFinding | null;
  readonly liveness: LivenessFinding | null;
  /** What the server's and the browser's observations come to together; null when nothing was measured. */
  readonly conclusion: LivenessConclusion | null;
  /** The browser's claim, as far as it is compared. */
  readonly clientScore: number | null;
  readonly clientInjectionSuspicion: number | null;
  /** How far the picture, the frames and the claim can be held to be one capture. */
  readonly binding: CaptureBinding;
  /** Pictures that were looked at for liveness, the selfie included. */
  readonly frameCount: number;
  /** In what the browser's claim and the server's own measurement differ. */
  readonly disagreements: readonly string[];
}

/** What came of comparing the selfie with another picture: the partner's reference, or the document. */
export interface ComparisonEvidence {
  readonly reference: ReferenceOutcome;
  readonly referenceReason: string | null;
  /** `result` is null when the comparison does not dare to say. */
  readonly faceMatch: { readonly score: number; readonly result: boolean | null; readonly version: string } | null;
  readonly faces: FaceRecord | null;
}

/** The record of one check, kept with the submission. Numbers and codes; no picture, landmark, template or reading. */
export interface CheckEvidence extends SelfieEvidence, ComparisonEvidence {
  /** True when a scenario decided instead of the checks. */
  readonly scripted: boolean;
  readonly scenario: string | null;
  /** The documents of which the submission consists, as far as they are judged by what the server saw. */
  readonly documents: readonly string[];
  /** Null where there was no document, or its bytes were no picture. */
  readonly document: DocumentRecord | null;
  readonly durationMs: number;
}

export const NO_SELFIE: SelfieEvidence = {
  picture: null,
  faceCount: null,
  quality: null,
  liveness: null,
  conclusion: null,
  clientScore: null,
  clientInjectionSuspicion: null,
  binding: 'not-asked',
  frameCount: 0,
  disagreements: [],
};

export const NOT_COMPARED: ComparisonEvidence = {
  reference: 'none',
  referenceReason: null,
  faceMatch: null,
  faces: null,
};

/** The record where a scenario decided and nothing could be looked at. */
export const NOTHING_MEASURED: CheckEvidence = {
  ...NO_SELFIE,
  ...NOT_COMPARED,
  scripted: true,
  scenario: null,
  documents: [],
  document: null,
  durationMs: 0,
};
