import type { HeadPose } from '../frame-measurement.ts';
import { CHIN, FOREHEAD_TOP, LEFT_EYE, LEFT_SIDE, RIGHT_EYE, RIGHT_SIDE } from '../landmark-indices.ts';

type Vector = readonly [number, number, number];

/**
 * Head rotation from the mesh, without a camera model: the axis through both sides of the face and the axis from
 * forehead to chin span it. Good to a few degrees near the middle of the picture and under 30°; beyond, perspective and
 * the mesh's guessed depth make it an estimate. Signs as in `HeadPose`.
 */
export function measureHeadPose(landmarks: Float32Array): HeadPose {
  const point = (index: number): Vector => [
    landmarks[index * 3] ?? 0,
    landmarks[index * 3 + 1] ?? 0,
    landmarks[index * 3 + 2] ?? 0,
  ];
  const sideways = unit(
    add(
      unit(subtract(point(LEFT_SIDE), point(RIGHT_SIDE))),
      unit(subtract(point(LEFT_EYE.outer), point(RIGHT_EYE.outer))),
    ),
  );
  const downwards = unit(subtract(point(CHIN), point(FOREHEAD_TOP)));
  // Out of the face, towards the camera: minus (sideways × downwards), since z grows away from the camera.
  const forwards = unit(cross(downwards, sideways));
  return {
    yawDegrees: degrees(Math.atan2(forwards[0], -forwards[2])),
    pitchDegrees: degrees(Math.atan2(-forwards[1], Math.hypot(forwards[0], forwards[2]))),
    rollDegrees: degrees(Math.atan2(sideways[1], sideways[0])),
  };
}

const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = (a: Vector): Vector => {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
};
const degrees = (radians: number): number => (radians * 180) / Math.PI;
