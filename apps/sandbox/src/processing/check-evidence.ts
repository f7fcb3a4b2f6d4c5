import type { LivenessConclusion } from './conclude-liveness.ts';
import type { LivenessFinding, QualityFinding } from './selfie-processor.ts';

/** What came of the reference image. */
export type ReferenceOutcome =
  /** Neither the partner nor the flow has one, or the flow needs none. */
  | 'none'
  | 'used'
  /** The partner did not answer, refused, or its URL was not allowed. */
  | 'unavailable'
  /** It came and no face could be found on it. */
  | 'unusable';

/** The record of one check, kept with the submission. Numbers and codes; no picture, landmark or template. */
export interface CheckEvidence {
  /** True when a scenario decided instead of the checks. */
  readonly scripted: boolean;
  readonly scenario: string | null;
  readonly picture: { readonly width: number; readonly height: number } | null;
  readonly faceCount: number | null;
  readonly quality: QualityFinding | null;
  readonly liveness: LivenessFinding | null;
  /** What the server's and the browser's observations come to together; null when nothing was measured. */
  readonly conclusion: LivenessConclusion | null;
  /** The browser's claim, as far as it is compared. */
  readonly clientScore: number | null;
  readonly clientInjectionSuspicion: number | null;
  /** In what the browser's claim and the server's own measurement differ. */
  readonly disagreements: readonly string[];
  readonly reference: ReferenceOutcome;
  readonly referenceReason: string | null;
  /** `result` is null when the comparison does not dare to say. */
  readonly faceMatch: { readonly score: number; readonly result: boolean | null; readonly version: string } | null;
  readonly durationMs: number;
}
