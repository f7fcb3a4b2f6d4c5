import type { EyePoints } from '../landmark-indices.ts';
import { MOUTH } from '../landmark-indices.ts';

/** Eye aspect ratio: mean gap of the lids over the width of the eye, in three dimensions, so that a turned head changes little. */
export function measureEyeOpenness(landmarks: Float32Array, { outer, inner, lids }: EyePoints): number {
  const gaps = lids.reduce((sum, [upper, lower]) => sum + distance(landmarks, upper, lower), 0);
  return ratio(gaps / lids.length, distance(landmarks, outer, inner));
}

/** Gap of the inner lips over the width of the mouth. */
export function measureMouthOpenness(landmarks: Float32Array): number {
  const gap = distance(landmarks, MOUTH.upperLipInner, MOUTH.lowerLipInner);
  return ratio(gap, distance(landmarks, MOUTH.rightCorner, MOUTH.leftCorner));
}

function distance(landmarks: Float32Array, a: number, b: number): number {
  const along = (axis: number): number => (landmarks[a * 3 + axis] ?? 0) - (landmarks[b * 3 + axis] ?? 0);
  return Math.hypot(along(0), along(1), along(2));
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
