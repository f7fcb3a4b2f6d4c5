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
  /** From one picture, so weaker than the page's own, unless frames came with it; null without a face. */
  readonly liveness: LivenessAssessment | null;
  /** Null where no frames came with the picture. */
  readonly sequence: SequenceInspection | null;
  /** The measurements behind it, without landmarks; null without a face. Pixels are those of the analysed picture. */
  readonly face: Omit<NonNullable<FrameMeasurement['face']>, 'landmarks'> | null;
}

/** What the frames around a selfie came to. */
export interface SequenceInspection {
  readonly frameCount: number;
  /** Frames that show exactly one face. */
  readonly faceCount: number;
  /** How alike the selfie and the nearest frame with a face are, −1 to 1; null when none is near enough in time. */
  readonly stillLikeness: number | null;
}
