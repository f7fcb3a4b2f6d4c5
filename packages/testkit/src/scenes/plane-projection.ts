import type { SceneOptions, ScenePoint } from './scene-options.ts';

/** A flat thing before a pinhole camera; plane coordinates are millimetres from its top left corner. */
export interface PlaneProjection {
  toFrame(u: number, v: number): ScenePoint;
  /** Writes the plane point that a frame point shows into `into`; false beyond the horizon. */
  toPlane(x: number, y: number, into: { u: number; v: number }): boolean;
}

/** Focal length over the frame's width: the main camera of a phone, about 65 degrees across. */
const FOCAL_RATIO = 0.8;

/** The plane of a document of `widthMm` × `heightMm`, turned and placed as the options say. */
export function projectPlane(
  widthMm: number,
  heightMm: number,
  frame: { readonly width: number; readonly height: number },
  options: SceneOptions,
): PlaneProjection {
  const { centreX = 0.5, centreY = 0.5, spanRatio = 0.66 } = options;
  const radians = (degrees = 0) => (degrees * Math.PI) / 180;
  const roll = radians(options.rotationDegrees);
  const yaw = radians(options.yawDegrees);
  const pitch = radians(options.pitchDegrees);
  const focal = FOCAL_RATIO * frame.width;
  const distance = (focal * widthMm) / (spanRatio * frame.width);
  // Axes of the plane in camera space (x right, y down, z away): first yaw and pitch about its own axes, then roll.
  const spin = (x: number, y: number, z: number): readonly [number, number, number] => [
    x * Math.cos(roll) - y * Math.sin(roll),
    x * Math.sin(roll) + y * Math.cos(roll),
    z,
  ];
  const along = spin(Math.cos(yaw), 0, -Math.sin(yaw));
  const down = spin(Math.sin(yaw) * Math.sin(pitch) * -1, Math.cos(pitch), -Math.cos(yaw) * Math.sin(pitch));
  const middle = [
    ((centreX - 0.5) * frame.width * distance) / focal,
    ((centreY - 0.5) * frame.height * distance) / focal,
    distance,
  ] as const;
  // Homography from plane to frame, one row for each of x·w, y·w, w.
  const column = (axis: readonly [number, number, number]): readonly [number, number, number] => [
    focal * axis[0] + (frame.width / 2) * axis[2],
    focal * axis[1] + (frame.height / 2) * axis[2],
    axis[2],
  ];
  const a = column(along);
  const b = column(down);
  const origin = middle.map(
    (value, axis) => value - ((along[axis] ?? 0) * widthMm) / 2 - ((down[axis] ?? 0) * heightMm) / 2,
  );
  const c = column([origin[0] ?? 0, origin[1] ?? 0, origin[2] ?? 0]);
  const inverse = [
    cross(b, c), // rows of the inverse, up to scale
    cross(c, a),
    cross(a, b),
  ] as const;
  return {
    toFrame(u, v) {
      const w = a[2] * u + b[2] * v + c[2];
      return { x: (a[0] * u + b[0] * v + c[0]) / w, y: (a[1] * u + b[1] * v + c[1]) / w };
    },
    toPlane(x, y, into) {
      const [forU, forV, forW] = inverse;
      const w = forW[0] * x + forW[1] * y + forW[2];
      into.u = (forU[0] * x + forU[1] * y + forU[2]) / w;
      into.v = (forV[0] * x + forV[1] * y + forV[2]) / w;
      return a[2] * into.u + b[2] * into.v + c[2] > 0;
    },
  };
}

function cross(
  p: readonly [number, number, number],
  q: readonly [number, number, number],
): readonly [number, number, number] {
  return [p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]];
}
