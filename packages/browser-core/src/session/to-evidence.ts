import type { Camera } from '../camera/camera.ts';
import type { CaptureResult } from '../capture/capture-result.ts';
import type { SubmissionMetadata } from '../gateway/liveness-gateway.ts';

/** The version of this package, as the evidence names it. A test holds it equal to package.json. */
export const SDK_VERSION = '0.0.0';

/** What is known of the camera once it is closed. Its label is personal and stays here. */
export interface CameraEvidence {
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
}

export function toCameraEvidence({ description, settings }: Camera): CameraEvidence {
  const { width = 0, height = 0, frameRate = 0 } = settings;
  return { kind: description.kind, width: Math.round(width), height: Math.round(height), frameRate };
}

/** The metadata of a confirmation: claims that the gateway checks again. No image, landmark, label or token. */
export function toEvidence(
  { digest, width, height, trigger, quality, liveness }: CaptureResult,
  camera: CameraEvidence,
  capturedAtEpochMs: number,
): SubmissionMetadata {
  return {
    bonafide: {
      version: '1',
      sdkVersion: SDK_VERSION,
      capture: { digest, width, height, trigger, capturedAt: new Date(capturedAtEpochMs).toISOString() },
      quality,
      liveness,
      camera,
    },
  };
}
