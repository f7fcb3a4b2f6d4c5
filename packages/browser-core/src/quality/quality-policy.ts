import {
  createPolicy,
  DEGREES,
  HYSTERESIS,
  LUMA,
  MILLISECONDS,
  SHARE,
  threshold,
  type Threshold,
} from './threshold.ts';

export type { Threshold } from './threshold.ts';

/**
 * Every threshold of the quality gate. `…Enter…` raises a problem, `…Leave…` lets it go again. Widths and distances are
 * shares of the frame's short side, so that portrait and landscape cameras agree.
 */
export const QUALITY_THRESHOLDS = {
  tooFarEnterFaceWidthRatio: threshold(
    0.24,
    'short sides',
    SHARE,
    'guess',
    '115 px on a 480 px short side; below it the crop for the attack model is enlarged',
  ),
  tooFarLeaveFaceWidthRatio: threshold(0.27, 'short sides', SHARE, 'guess', HYSTERESIS),
  tooCloseEnterFaceWidthRatio: threshold(
    0.72,
    'short sides',
    [0, 2],
    'guess',
    'wide lenses deform a face that fills the frame, and the attack model needs its surroundings',
  ),
  tooCloseLeaveFaceWidthRatio: threshold(0.67, 'short sides', [0, 2], 'guess', HYSTERESIS),
  offCentreEnterRatio: threshold(
    0.2,
    'short sides',
    SHARE,
    'guess',
    'distance of the face box centre from the target, each axis by itself',
  ),
  offCentreLeaveRatio: threshold(0.16, 'short sides', SHARE, 'guess', HYSTERESIS),
  targetCentreXRatio: threshold(0.5, 'frame widths', SHARE, 'guess', 'where the oval of the element stands'),
  targetCentreYRatio: threshold(0.5, 'frame heights', SHARE, 'guess', 'where the oval of the element stands'),
  partialFaceEnterOutsideShare: threshold(
    0.02,
    'share of the box',
    SHARE,
    'guess',
    'the mesh guesses landmarks outside the frame',
  ),
  partialFaceLeaveOutsideShare: threshold(0.005, 'share of the box', SHARE, 'guess', HYSTERESIS),
  presenceEnter: threshold(0.5, 'belief 0–1', SHARE, 'spec', 'MediaPipe Face Mesh: minTrackingConfidence 0.5'),
  presenceLeave: threshold(0.6, 'belief 0–1', SHARE, 'guess', HYSTERESIS),
  yawEnterDegrees: threshold(
    24,
    'degrees',
    DEGREES,
    'guess',
    'ISO/IEC 39794-5 asks ±5° of a document portrait, a selfie compared by machine bears more; people do not hold their heads like a portrait',
  ),
  yawLeaveDegrees: threshold(20, 'degrees', DEGREES, 'guess', HYSTERESIS),
  pitchEnterDegrees: threshold(
    30,
    'degrees',
    DEGREES,
    'guess',
    'wide, because the estimate leans with the camera’s height: a laptop on a table looks up by 20°',
  ),
  pitchLeaveDegrees: threshold(26, 'degrees', DEGREES, 'guess', HYSTERESIS),
  rollEnterDegrees: threshold(20, 'degrees', DEGREES, 'guess', 'as yaw'),
  rollLeaveDegrees: threshold(16, 'degrees', DEGREES, 'guess', HYSTERESIS),
  lookStraightEnterDegrees: threshold(
    32,
    'degrees',
    DEGREES,
    'guess',
    'yaw and pitch together, when neither alone is over its line',
  ),
  lookStraightLeaveDegrees: threshold(28, 'degrees', DEGREES, 'guess', HYSTERESIS),
  eyesClosedEnterOpenness: threshold(
    0.12,
    'lid gap over eye width',
    SHARE,
    'guess',
    'mean of both eyes, under the usual 0.15 to 0.2 of eye-aspect blink detectors: narrow open eyes must pass',
  ),
  eyesClosedLeaveOpenness: threshold(
    0.135,
    'lid gap over eye width',
    SHARE,
    'guess',
    'after a blink, narrow eyes must be able to leave',
  ),
  eyesCoveredEnterOcclusion: threshold(
    0.7,
    'belief 0–1',
    SHARE,
    'measured',
    'dark glasses, a hand; an uncovered face reaches 0.02 over 120 video frames',
  ),
  eyesCoveredLeaveOcclusion: threshold(0.55, 'belief 0–1', SHARE, 'guess', HYSTERESIS),
  mouthCoveredEnterOcclusion: threshold(
    0.7,
    'belief 0–1',
    SHARE,
    'measured',
    'a mask, a hand; an uncovered face reaches 0.06 over 120 video frames',
  ),
  mouthCoveredLeaveOcclusion: threshold(0.55, 'belief 0–1', SHARE, 'guess', HYSTERESIS),
  tooDarkEnterLuma: threshold(
    40,
    'luma 0–255',
    LUMA,
    'guess',
    'low on purpose, dark skin in good light must pass; another product asks 85',
  ),
  tooDarkLeaveLuma: threshold(48, 'luma 0–255', LUMA, 'guess', HYSTERESIS),
  tooDarkEnterShare: threshold(0.55, 'share of face pixels', SHARE, 'guess', 'pixels at or under 16 hold no detail'),
  tooDarkLeaveShare: threshold(0.45, 'share of face pixels', SHARE, 'guess', HYSTERESIS),
  tooBrightEnterLuma: threshold(222, 'luma 0–255', LUMA, 'guess', 'light skin in good light stays under 200'),
  tooBrightLeaveLuma: threshold(212, 'luma 0–255', LUMA, 'guess', HYSTERESIS),
  tooBrightEnterShare: threshold(
    0.25,
    'share of face pixels',
    SHARE,
    'guess',
    'pixels at or over 250 are clipped: a quarter of the face holds no detail',
  ),
  tooBrightLeaveShare: threshold(0.18, 'share of face pixels', SHARE, 'guess', HYSTERESIS),
  backlitEnterLumaDifference: threshold(
    90,
    'luma 0–255',
    LUMA,
    'guess',
    'background over face, counted only on a face darker than backlitFaceLuma',
  ),
  backlitLeaveLumaDifference: threshold(75, 'luma 0–255', LUMA, 'guess', HYSTERESIS),
  backlitFaceLuma: threshold(85, 'luma 0–255', LUMA, 'guess', 'a bright wall behind a well-lit face is no back light'),
  unevenLightEnterRatio: threshold(
    2.8,
    'brighter over darker half',
    [1, 20],
    'guess',
    'brighter half over darker: a window at one side gives about 2, a lamp at one side in the dark more than 3',
  ),
  unevenLightLeaveRatio: threshold(2.5, 'brighter over darker half', [1, 20], 'guess', HYSTERESIS),
  blurryEnterSharpness: threshold(
    18,
    'Laplacian variance at 96 px and luma 100',
    [0, 10_000],
    'measured',
    'p1 is 24 over 120 frames of a 400×300 talking head enlarged to 640×480, which falls to 14 under a blur of 2 px',
  ),
  blurryLeaveSharpness: threshold(24, 'Laplacian variance at 96 px and luma 100', [0, 10_000], 'guess', HYSTERESIS),
  movingEnterSpeed: threshold(
    0.7,
    'face widths a second',
    [0, 20],
    'guess',
    '1/30 s of exposure smears 2 % of a face width',
  ),
  movingLeaveSpeed: threshold(0.5, 'face widths a second', [0, 20], 'guess', HYSTERESIS),
  frameRateLowEnterFps: threshold(
    2,
    'frames a second',
    [0, 240],
    'guess',
    'five stable frames then take 2.5 s; the plain JavaScript fallback on a slow machine stays above',
  ),
  frameRateLowLeaveFps: threshold(2.5, 'frames a second', [0, 240], 'guess', HYSTERESIS),
  deviceTiltedEnterDegrees: threshold(40, 'degrees from upright', DEGREES, 'guess', 'a phone on a table sees nostrils'),
  deviceTiltedLeaveDegrees: threshold(33, 'degrees from upright', DEGREES, 'guess', HYSTERESIS),
  appearAfterMs: threshold(120, 'ms', MILLISECONDS, 'guess', 'how long a problem lasts before it is spoken of'),
  eyesClosedAppearAfterMs: threshold(600, 'ms', MILLISECONDS, 'spec', 'a blink lasts 100–400 ms and is nobody’s fault'),
  smoothingMs: threshold(250, 'ms', MILLISECONDS, 'guess', 'time constant of the speed and frame-interval averages'),
  stableFrames: threshold(5, 'frames', [1, 600], 'guess', 'enough frames for the liveness evidence of one attempt'),
  stableMs: threshold(800, 'ms', MILLISECONDS, 'guess', 'long enough to read “hold still”, short enough not to tire'),
} as const satisfies Record<string, Threshold>;

/** Name of a threshold of the quality gate. */
export type QualityThreshold = keyof typeof QUALITY_THRESHOLDS;

/** One number for each threshold, in the units of `QUALITY_THRESHOLDS`. */
export type QualityPolicy = Readonly<Record<QualityThreshold, number>>;

/** Problems that rise when a value falls: their leave line lies above the enter line. */
const FALLING: ReadonlySet<string> = new Set<QualityThreshold>([
  'tooFarEnterFaceWidthRatio',
  'presenceEnter',
  'eyesClosedEnterOpenness',
  'tooDarkEnterLuma',
  'blurryEnterSharpness',
  'frameRateLowEnterFps',
]);

/**
 * The policy with some thresholds replaced. Throws `TypeError` for an unknown name, a number outside the threshold's
 * range, or a pair whose leave line lies on the wrong side of its enter line.
 */
export function createQualityPolicy(overrides: Partial<QualityPolicy> = {}): QualityPolicy {
  return createPolicy(QUALITY_THRESHOLDS, { noun: 'quality threshold', falling: FALLING }, overrides);
}

/** Every threshold at its default; frozen. */
export const DEFAULT_QUALITY_POLICY: QualityPolicy = createQualityPolicy();
