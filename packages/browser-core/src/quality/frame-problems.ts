import { GUIDANCE_CODES, type GuidanceCode } from '@bonafide/contracts/codes';
import type { FaceMeasurement, FrameMeasurement } from '../face/frame-measurement.ts';
import { evenSharpness } from './even-sharpness.ts';
import { faceWidthRatio, offCentre, outsideShare } from './face-framing.ts';
import { createLineChecks, type LineCrosses, type EnterLine, type LineCheck } from './line-check.ts';
import type { QualityPolicy, QualityThreshold } from './quality-policy.ts';

/** What several frames or another sensor know; null where it is not known. */
export interface FrameContext {
  readonly speedFaceWidthsPerSecond: number | null;
  readonly framesPerSecond: number | null;
  readonly deviceTiltDegrees: number | null;
}

export const STILL_CONTEXT: FrameContext = {
  speedFaceWidthsPerSecond: null,
  framesPerSecond: null,
  deviceTiltDegrees: null,
};

export type EnterThreshold = EnterLine<QualityThreshold>;
export type QualityCheck = LineCheck<GuidanceCode, QualityThreshold>;
type Crosses = LineCrosses<GuidanceCode, QualityThreshold>;

/**
 * All problems of one frame, most urgent first. `active` holds the problems of the frame before: they use their leave
 * lines. Directions are the subject's own: in a picture that is not mirrored the subject's left is the picture's right.
 * `onCheck` hears of every value that was compared with a line.
 */
export function frameProblems(
  frame: FrameMeasurement,
  policy: QualityPolicy,
  active: ReadonlySet<GuidanceCode>,
  context: FrameContext,
  onCheck?: (check: QualityCheck) => void,
): readonly GuidanceCode[] {
  const { over, under } = createLineChecks<GuidanceCode, QualityThreshold>(policy, active, onCheck);
  const found = new Set<GuidanceCode>();
  const add = (code: GuidanceCode, applies: boolean): void => {
    if (applies) found.add(code);
  };

  const { framesPerSecond, deviceTiltDegrees } = context;
  if (framesPerSecond !== null) add('frame-rate-low', under('frame-rate-low', framesPerSecond, 'frameRateLowEnterFps'));
  if (deviceTiltDegrees !== null) {
    add('device-tilted', over('device-tilted', Math.abs(deviceTiltDegrees), 'deviceTiltedEnterDegrees'));
  }
  add('multiple-faces', frame.faceCount > 1);

  const { face } = frame;
  if (face === null || under('no-face', face.presence, 'presenceEnter')) {
    found.add('no-face');
  } else {
    addFraming(frame, face, policy, add, over, under);
    addLight(frame, face, policy, add, over, under);
    addHead(face, add, over, under);
    const speed = context.speedFaceWidthsPerSecond;
    if (speed !== null) add('moving', over('moving', speed, 'movingEnterSpeed'));
    add('blurry', under('blurry', evenSharpness(face), 'blurryEnterSharpness'));
  }
  return [...found].sort((a, b) => GUIDANCE_CODES[a].priority - GUIDANCE_CODES[b].priority);
}

type Add = (code: GuidanceCode, applies: boolean) => void;

function addFraming(
  frame: FrameMeasurement,
  face: FaceMeasurement,
  policy: QualityPolicy,
  add: Add,
  over: Crosses,
  under: Crosses,
): void {
  const size = faceWidthRatio(frame, face);
  add('too-far', under('too-far', size, 'tooFarEnterFaceWidthRatio'));
  add('too-close', over('too-close', size, 'tooCloseEnterFaceWidthRatio'));
  add('partial-face', over('partial-face', outsideShare(frame, face), 'partialFaceEnterOutsideShare'));
  const off = offCentre(frame, face, { x: policy.targetCentreXRatio, y: policy.targetCentreYRatio });
  add('move-left', over('move-left', -off.x, 'offCentreEnterRatio'));
  add('move-right', over('move-right', off.x, 'offCentreEnterRatio'));
  add('move-up', over('move-up', off.y, 'offCentreEnterRatio'));
  add('move-down', over('move-down', -off.y, 'offCentreEnterRatio'));
}

function addLight(
  frame: FrameMeasurement,
  face: FaceMeasurement,
  policy: QualityPolicy,
  add: Add,
  over: Crosses,
  under: Crosses,
): void {
  const luma = face.luminanceMean0to255;
  add('too-dark', under('too-dark', luma, 'tooDarkEnterLuma') || over('too-dark', face.darkShare, 'tooDarkEnterShare'));
  add(
    'too-bright',
    over('too-bright', luma, 'tooBrightEnterLuma') || over('too-bright', face.brightShare, 'tooBrightEnterShare'),
  );
  const glare = frame.image.backgroundLuminanceMean0to255 - luma;
  add('backlit', luma < policy.backlitFaceLuma && over('backlit', glare, 'backlitEnterLumaDifference'));
  add('uneven-light', over('uneven-light', face.sideLightRatio, 'unevenLightEnterRatio'));
}

function addHead(face: FaceMeasurement, add: Add, over: Crosses, under: Crosses): void {
  const { yawDegrees: yaw, pitchDegrees: pitch, rollDegrees: roll } = face.pose;
  const turnedLeft = over('turn-right', yaw, 'yawEnterDegrees');
  const turnedRight = over('turn-left', -yaw, 'yawEnterDegrees');
  const chinHigh = over('chin-down', pitch, 'pitchEnterDegrees');
  const chinLow = over('chin-up', -pitch, 'pitchEnterDegrees');
  add('turn-right', turnedLeft);
  add('turn-left', turnedRight);
  add('chin-down', chinHigh);
  add('chin-up', chinLow);
  const away = over('look-straight', Math.hypot(yaw, pitch), 'lookStraightEnterDegrees');
  add('look-straight', away && !turnedLeft && !turnedRight && !chinHigh && !chinLow);
  add('tilt-level', over('tilt-level', Math.abs(roll), 'rollEnterDegrees'));

  const eyesCovered = over('eyes-covered', face.eyesOcclusion, 'eyesCoveredEnterOcclusion');
  add('eyes-covered', eyesCovered);
  add('mouth-covered', over('mouth-covered', face.mouthOcclusion, 'mouthCoveredEnterOcclusion'));
  const openness = (face.leftEyeOpenness + face.rightEyeOpenness) / 2;
  add('eyes-closed', under('eyes-closed', openness, 'eyesClosedEnterOpenness') && !eyesCovered);
}
