import type { CropSampler } from '@bonafide/browser-core/vision';

/** A face brought to one size and place: eyes level, in the same two spots on every picture. */
export interface AlignedFace {
  /** RGBA, `ALIGNED_SIDE` squared. */
  readonly rgba: Uint8ClampedArray;
}

/** Side of an aligned face, pixels. */
export const ALIGNED_SIDE = 112;
/** The usual template of face recognition: eyes at 0.34 and 0.66 of the width, 0.46 of the height (spec: ArcFace's five points). */
const EYE_DISTANCE = 0.315;
const EYE_HEIGHT = 0.46;

/** Corners of the subject's right and left eye in the 468-point mesh. */
const RIGHT_EYE = [33, 133] as const;
const LEFT_EYE = [263, 362] as const;

/** Cuts the face out of a picture by the eyes of its mesh. */
export function alignFace(frame: CropSampler, landmarks: Float32Array): AlignedFace {
  const centre = ([a, b]: readonly [number, number]): readonly [number, number] => [
    ((landmarks[a * 3] ?? 0) + (landmarks[b * 3] ?? 0)) / 2,
    ((landmarks[a * 3 + 1] ?? 0) + (landmarks[b * 3 + 1] ?? 0)) / 2,
  ];
  const [rightX, rightY] = centre(RIGHT_EYE);
  const [leftX, leftY] = centre(LEFT_EYE);
  const angleRadians = Math.atan2(leftY - rightY, leftX - rightX);
  const side = Math.hypot(leftX - rightX, leftY - rightY) / EYE_DISTANCE;
  const down = side * (0.5 - EYE_HEIGHT);
  const region = {
    centreX: (rightX + leftX) / 2 - Math.sin(angleRadians) * down,
    centreY: (rightY + leftY) / 2 + Math.cos(angleRadians) * down,
    width: side,
    height: side,
    angleRadians,
  };
  return { rgba: frame.sample(region, ALIGNED_SIDE, ALIGNED_SIDE, 'area') };
}
