// Places of points in the 468-point MediaPipe face mesh (source: the canonical face model of mediapipe, Apache-2.0).
// "Left" and "right" are the subject's own.

export interface EyePoints {
  readonly outer: number;
  readonly inner: number;
  /** Pairs of points on the upper and the lower lid, one above the other. */
  readonly lids: readonly (readonly [number, number])[];
}

export const RIGHT_EYE: EyePoints = {
  outer: 33,
  inner: 133,
  lids: [
    [160, 144],
    [159, 145],
    [158, 153],
  ],
};

export const LEFT_EYE: EyePoints = {
  outer: 263,
  inner: 362,
  lids: [
    [387, 373],
    [386, 374],
    [385, 380],
  ],
};

export const MOUTH = { rightCorner: 61, leftCorner: 291, upperLipInner: 13, lowerLipInner: 14 } as const;

export const NOSE_TIP = 1;
export const FOREHEAD_TOP = 10;
export const CHIN = 152;
/** The face's widest points, before the ears. */
export const RIGHT_SIDE = 234;
export const LEFT_SIDE = 454;

/** The face's outline, clockwise in an unmirrored picture from the top of the forehead. */
export const FACE_OVAL: readonly number[] = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136,
  172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];
