import { GUIDANCE_CODES, type GuidanceCode } from '@bonafide/contracts/codes';
import type { FaceMeasurement, FrameMeasurement } from '../face/frame-measurement.ts';
import { evenSharpness } from './even-sharpness.ts';
import { faceWidthRatio, offCentre, outsideShare } from './face-framing.ts';
import type { QualityPolicy } from './quality-policy.ts';

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

/** True once a value reaches the line that applies: the leave line for a problem that is already there. */
type Crosses = (code: GuidanceCode, value: number, enter: number, leave: number) => boolean;

/**
 * All problems of one frame, most urgent first. `active` holds the problems of the frame before: they use their leave
 * lines. Directions are the subject's own: in a picture that is not mirrored the subject's left is the picture's right.
 */
export function frameProblems(
  frame: FrameMeasurement,
  policy: QualityPolicy,
  active: ReadonlySet<GuidanceCode>,
  context: FrameContext,
): readonly GuidanceCode[] {
  // Negated on purpose: what is not a number is a problem, never a pass.
  const over: Crosses = (code, value, enter, leave) => !(value <= (active.has(code) ? leave : enter));
  const under: Crosses = (code, value, enter, leave) => !(value >= (active.has(code) ? leave : enter));
  const found = new Set<GuidanceCode>();
  const add = (code: GuidanceCode, applies: boolean): void => {
    if (applies) found.add(code);
  };

  const { framesPerSecond, deviceTiltDegrees } = context;
  if (framesPerSecond !== null) {
    const { frameRateLowEnterFps: enter, frameRateLowLeaveFps: leave } = policy;
    add('frame-rate-low', under('frame-rate-low', framesPerSecond, enter, leave));
  }
  if (deviceTiltDegrees !== null) {
    const { deviceTiltedEnterDegrees: enter, deviceTiltedLeaveDegrees: leave } = policy;
    add('device-tilted', over('device-tilted', Math.abs(deviceTiltDegrees), enter, leave));
  }
  add('multiple-faces', frame.faceCount > 1);

  const { face } = frame;
  if (face === null || under('no-face', face.presence, policy.presenceEnter, policy.presenceLeave)) {
    found.add('no-face');
  } else {
    addFraming(frame, face, policy, add, over, under);
    addLight(frame, face, policy, add, over, under);
    addHead(face, policy, add, over, under);
    const speed = context.speedFaceWidthsPerSecond;
    if (speed !== null) add('moving', over('moving', speed, policy.movingEnterSpeed, policy.movingLeaveSpeed));
    add('blurry', under('blurry', evenSharpness(face), policy.blurryEnterSharpness, policy.blurryLeaveSharpness));
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
  add('too-far', under('too-far', size, policy.tooFarEnterFaceWidthRatio, policy.tooFarLeaveFaceWidthRatio));
  add('too-close', over('too-close', size, policy.tooCloseEnterFaceWidthRatio, policy.tooCloseLeaveFaceWidthRatio));
  const { partialFaceEnterOutsideShare, partialFaceLeaveOutsideShare } = policy;
  const outside = outsideShare(frame, face);
  add('partial-face', over('partial-face', outside, partialFaceEnterOutsideShare, partialFaceLeaveOutsideShare));
  const { offCentreEnterRatio: enter, offCentreLeaveRatio: leave } = policy;
  const off = offCentre(frame, face, { x: policy.targetCentreXRatio, y: policy.targetCentreYRatio });
  add('move-left', over('move-left', -off.x, enter, leave));
  add('move-right', over('move-right', off.x, enter, leave));
  add('move-up', over('move-up', off.y, enter, leave));
  add('move-down', over('move-down', -off.y, enter, leave));
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
  add(
    'too-dark',
    under('too-dark', luma, policy.tooDarkEnterLuma, policy.tooDarkLeaveLuma) ||
      over('too-dark', face.darkShare, policy.tooDarkEnterShare, policy.tooDarkLeaveShare),
  );
  add(
    'too-bright',
    over('too-bright', luma, policy.tooBrightEnterLuma, policy.tooBrightLeaveLuma) ||
      over('too-bright', face.brightShare, policy.tooBrightEnterShare, policy.tooBrightLeaveShare),
  );
  const glare = frame.image.backgroundLuminanceMean0to255 - luma;
  add(
    'backlit',
    luma < policy.backlitFaceLuma &&
      over('backlit', glare, policy.backlitEnterLumaDifference, policy.backlitLeaveLumaDifference),
  );
  const { unevenLightEnterRatio, unevenLightLeaveRatio } = policy;
  add('uneven-light', over('uneven-light', face.sideLightRatio, unevenLightEnterRatio, unevenLightLeaveRatio));
}

function addHead(face: FaceMeasurement, policy: QualityPolicy, add: Add, over: Crosses, under: Crosses): void {
  const { yawDegrees: yaw, pitchDegrees: pitch, rollDegrees: roll } = face.pose;
  const { yawEnterDegrees, yawLeaveDegrees, pitchEnterDegrees, pitchLeaveDegrees } = policy;
  const turnedLeft = over('turn-right', yaw, yawEnterDegrees, yawLeaveDegrees);
  const turnedRight = over('turn-left', -yaw, yawEnterDegrees, yawLeaveDegrees);
  const chinHigh = over('chin-down', pitch, pitchEnterDegrees, pitchLeaveDegrees);
  const chinLow = over('chin-up', -pitch, pitchEnterDegrees, pitchLeaveDegrees);
  add('turn-right', turnedLeft);
  add('turn-left', turnedRight);
  add('chin-down', chinHigh);
  add('chin-up', chinLow);
  const { lookStraightEnterDegrees, lookStraightLeaveDegrees } = policy;
  const away = over('look-straight', Math.hypot(yaw, pitch), lookStraightEnterDegrees, lookStraightLeaveDegrees);
  add('look-straight', away && !turnedLeft && !turnedRight && !chinHigh && !chinLow);
  add('tilt-level', over('tilt-level', Math.abs(roll), policy.rollEnterDegrees, policy.rollLeaveDegrees));

  const { eyesCoveredEnterOcclusion, eyesCoveredLeaveOcclusion } = policy;
  const eyesCovered = over('eyes-covered', face.eyesOcclusion, eyesCoveredEnterOcclusion, eyesCoveredLeaveOcclusion);
  add('eyes-covered', eyesCovered);
  const { mouthCoveredEnterOcclusion, mouthCoveredLeaveOcclusion } = policy;
  add(
    'mouth-covered',
    over('mouth-covered', face.mouthOcclusion, mouthCoveredEnterOcclusion, mouthCoveredLeaveOcclusion),
  );
  const openness = (face.leftEyeOpenness + face.rightEyeOpenness) / 2;
  const { eyesClosedEnterOpenness, eyesClosedLeaveOpenness } = policy;
  const eyesClosed = under('eyes-closed', openness, eyesClosedEnterOpenness, eyesClosedLeaveOpenness);
  add('eyes-closed', eyesClosed && !eyesCovered);
}
