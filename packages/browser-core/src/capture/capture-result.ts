import type { LivenessAssessment } from '../liveness/liveness-assessment.ts';
import type { QualitySummary } from '../quality/quality-summary.ts';
import type { CapturedFrame } from './frame-keeper.ts';

/** The picture that is submitted, with the evidence that goes beside it. Held in memory only until it is submitted or dropped. */
export interface CaptureResult {
  /** JPEG, unmirrored, at the camera's resolution (at most 1280 px on the long side). */
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the image's bytes, lower-case hex. */
  readonly digest: string;
  readonly quality: QualitySummary;
  readonly liveness: LivenessAssessment;
  /** How the shutter fell. */
  readonly trigger: 'auto' | 'manual';
  /** When the picture was taken, on the page's monotonic clock, milliseconds. */
  readonly timestampMs: number;
  /** Small pictures of the moments before, oldest first. They leave the page only for a gateway that asks for them with a nonce. */
  readonly frames: readonly CapturedFrame[];
}
