import type { FaceMeasurement, FrameMeasurement } from '../face/frame-measurement.ts';
import { evenSharpness } from './even-sharpness.ts';
import { faceWidthRatio } from './face-framing.ts';
import type { QualityPolicy } from './quality-policy.ts';

/** What is said about one picture's quality beside it. Numbers only; a missing face is all zeros. */
export interface QualitySummary {
  /** 0–1: the weakest and the mean of sharpness, size, pose, light and open eyes, half each. Ranks frames, decides nothing. */
  readonly score: number;
  /** Variance of the Laplacian at 96 px. */
  readonly sharpness: number;
  /** Face width over the frame's short side. */
  readonly faceWidthRatio: number;
  readonly luminanceMean0to255: number;
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  readonly rollDegrees: number;
}

const NO_FACE: QualitySummary = {
  score: 0,
  sharpness: 0,
  faceWidthRatio: 0,
  luminanceMean0to255: 0,
  yawDegrees: 0,
  pitchDegrees: 0,
  rollDegrees: 0,
};

/** The summary of one measured picture. */
export function toQualitySummary(frame: FrameMeasurement, policy: QualityPolicy): QualitySummary {
  const { face } = frame;
  if (face === null) return NO_FACE;
  const parts = scoreParts(frame, face, policy);
  const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  return {
    score: (mean + Math.min(...parts)) / 2,
    sharpness: face.sharpness,
    faceWidthRatio: faceWidthRatio(frame, face),
    luminanceMean0to255: face.luminanceMean0to255,
    ...face.pose,
  };
}

/** Each part is low near the line where its problem enters, and 1 at a comfortable distance from it. */
function scoreParts(frame: FrameMeasurement, face: FaceMeasurement, policy: QualityPolicy): readonly number[] {
  const size = faceWidthRatio(frame, face);
  const luma = face.luminanceMean0to255;
  return [
    clamp(evenSharpness(face) / (10 * policy.blurryEnterSharpness)),
    clamp((size - policy.tooFarEnterFaceWidthRatio / 2) / policy.tooFarEnterFaceWidthRatio),
    clamp(1 - Math.abs(face.pose.yawDegrees) / (1.5 * policy.yawEnterDegrees)),
    clamp(1 - Math.abs(face.pose.pitchDegrees) / (1.5 * policy.pitchEnterDegrees)),
    clamp(1 - Math.abs(face.pose.rollDegrees) / (1.5 * policy.rollEnterDegrees)),
    clamp((luma - policy.tooDarkEnterLuma / 2) / policy.tooDarkEnterLuma),
    clamp(1 - face.brightShare / (2 * policy.tooBrightEnterShare)),
    clamp((face.leftEyeOpenness + face.rightEyeOpenness) / 2 / (1.8 * policy.eyesClosedEnterOpenness)),
  ];
}

function clamp(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
