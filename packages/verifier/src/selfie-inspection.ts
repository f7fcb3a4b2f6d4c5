import type { FrameMeasurement, LivenessAssessment, StillJudgement } from '@bonafide/browser-core/vision';
import type { PictureFormat } from './decode-picture.ts';

/** What the server saw on a submitted selfie, with its own eyes. */
export interface SelfieInspection {
  readonly format: PictureFormat;
  /** Pixels of the upright picture. */
  readonly width: number;
  readonly height: number;
  readonly faceCount: number;
  /** Judged by the same policy as the page's live gate. `problems` holds `no-face` when there is none. */
  readonly quality: StillJudgement;
  /** From one picture, so weaker than the page's own; null without a face. */
  readonly liveness: LivenessAssessment | null;
  /** The measurements behind it, without landmarks; null without a face. Pixels are those of the analysed picture. */
  readonly face: Omit<NonNullable<FrameMeasurement['face']>, 'landmarks'> | null;
}
