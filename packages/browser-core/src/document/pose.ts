import { homographyOf } from './homography.ts';
import { mapQuad, type Quad } from './quad.ts';

/** How a rectangle lies in space, as far as one picture of an ordinary lens tells. */
export interface Pose {
  /** Its own width over height, perspective taken out. */
  readonly aspect: number;
  /** Angle between its plane and the sensor's. */
  readonly tiltDegrees: number;
  /** Cosine between its sides in space; 0 for what really is a rectangle. */
  readonly skew: number;
}

/**
 * Focal length over the frame's long side: phones' main cameras have 0.72 to 0.85, webcams 0.8 to 1. What it is wrong by
 * enters the aspect only with the square of the tilt. Guess.
 */
const FOCAL_RATIO = 0.85;

/** The pose of a quadrilateral that is a rectangle in space; null when its corners are no quadrilateral. */
export function poseOf(quad: Quad, frame: { readonly width: number; readonly height: number }): Pose | null {
  const focal = FOCAL_RATIO * Math.max(frame.width, frame.height);
  const homography = homographyOf(
    mapQuad(quad, ({ x, y }) => ({ x: (x - frame.width / 2) / focal, y: (y - frame.height / 2) / focal })),
  );
  if (homography === null) return null;
  const [a, b, , d, e, , g, h] = homography;
  const [across, down] = [Math.hypot(a, d, g), Math.hypot(b, e, h)];
  // The plane's normal is perpendicular to both of its directions; its share towards the lens is the tilt's cosine.
  const [nx, ny, nz] = [d * h - g * e, g * b - a * h, a * e - d * b];
  const cosine = Math.abs(nz) / Math.max(Number.MIN_VALUE, Math.hypot(nx, ny, nz));
  return {
    aspect: across / down,
    tiltDegrees: (Math.acos(Math.min(1, cosine)) * 180) / Math.PI,
    skew: Math.abs(a * b + d * e + g * h) / (across * down),
  };
}
