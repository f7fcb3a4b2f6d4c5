import type { CropRegion } from '@bonafide/browser-core/vision';

/** How a face is turned, scaled and cut: where points of its mesh come to lie. */
export interface FaceAlignment {
  /** Of the square, pixels. */
  readonly side: number;
  readonly points: readonly AlignmentPoint[];
}

export interface AlignmentPoint {
  /** Places in the 468-point mesh; the middle of them is meant. */
  readonly landmarks: readonly number[];
  /** Shares of the side. */
  readonly x: number;
  readonly y: number;
}

/** Corners of the subject's right and left eye, outer first, and the base of the nose, in the 468-point mesh. */
const RIGHT_EYE = [33, 133] as const;
const LEFT_EYE = [263, 362] as const;
const NOSE_BASE = 2;

/** The usual template of face recognition: eyes at 0.34 and 0.66 of the width, 0.46 of the height (spec: ArcFace's five points). */
export const EYES_112: FaceAlignment = {
  side: 112,
  points: [
    { landmarks: RIGHT_EYE, x: 0.3425, y: 0.46 },
    { landmarks: LEFT_EYE, x: 0.6575, y: 0.46 },
  ],
};

const CHIP_PADDING = 0.25;
const inChip = (share: number): number => (share + CHIP_PADDING) / (1 + 2 * CHIP_PADDING);

/**
 * The cut that dlib's face networks were trained on (spec: `get_face_chip_details` of dlib 19, five points, size 150,
 * padding 0.25).
 */
export const CHIP_150: FaceAlignment = {
  side: 150,
  points: [
    { landmarks: [LEFT_EYE[0]], x: inChip(0.8595674595992), y: inChip(0.2134981538014) },
    { landmarks: [LEFT_EYE[1]], x: inChip(0.6460604764104), y: inChip(0.2289674387677) },
    { landmarks: [RIGHT_EYE[0]], x: inChip(0.1205750620789), y: inChip(0.2137274526848) },
    { landmarks: [RIGHT_EYE[1]], x: inChip(0.3340850613712), y: inChip(0.2290642403242) },
    { landmarks: [NOSE_BASE], x: inChip(0.4901123135679), y: inChip(0.6277975316475) },
  ],
};

/** The square of the frame that shows the mesh's points as close to their places as turning, scaling and moving brings them. */
export function regionOfFace(landmarks: Float32Array, { points }: FaceAlignment): CropRegion {
  const pairs = points.map(({ landmarks: places, x, y }) => ({ x, y, at: middleOf(landmarks, places) }));
  const mean = (of: (pair: (typeof pairs)[number]) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [x0, y0] = [mean(({ x }) => x), mean(({ y }) => y)];
  const [frameX, frameY] = [mean(({ at }) => at[0]), mean(({ at }) => at[1])];
  // As complex numbers: the least-squares factor that takes the template to the frame, both about their middles.
  let [real, imaginary, spread] = [0, 0, 0];
  for (const { x, y, at } of pairs) {
    const [dx, dy, fx, fy] = [x - x0, y - y0, at[0] - frameX, at[1] - frameY];
    real += dx * fx + dy * fy;
    imaginary += dx * fy - dy * fx;
    spread += dx * dx + dy * dy;
  }
  [real, imaginary] = [real / spread, imaginary / spread];
  const side = Math.hypot(real, imaginary);
  const [toMiddleX, toMiddleY] = [0.5 - x0, 0.5 - y0];
  return {
    centreX: frameX + real * toMiddleX - imaginary * toMiddleY,
    centreY: frameY + imaginary * toMiddleX + real * toMiddleY,
    width: side,
    height: side,
    angleRadians: Math.atan2(imaginary, real),
  };
}

function middleOf(landmarks: Float32Array, places: readonly number[]): readonly [number, number] {
  const mean = (axis: number): number =>
    places.reduce((sum, place) => sum + (landmarks[place * 3 + axis] ?? NaN), 0) / places.length;
  return [mean(0), mean(1)];
}
