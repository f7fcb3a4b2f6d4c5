import type { FaceMesh } from '../face-mesh.ts';
import { MESH_SIDE } from '../face-mesh.ts';
import type { FaceMeasurement } from '../frame-measurement.ts';
import { CHIN, FACE_OVAL, FOREHEAD_TOP } from '../landmark-indices.ts';
import { lumaAt } from './luma.ts';
import { visitInside } from './polygon.ts';

export type FaceLight = Pick<
  FaceMeasurement,
  'luminanceMean0to255' | 'luminanceDeviation0to255' | 'darkShare' | 'brightShare' | 'sideLightRatio'
>;

const DARK = 16;
const BRIGHT = 250;
/** Every second pixel both ways: some 3,000 of them, enough for shares of a percent. */
const STEP = 2;

/** Light on the face's oval, in the mesh's own crop. A face that lies outside the frame gives zeros and an even ratio. */
export function measureFaceLight({ crop: { rgba, points } }: FaceMesh): FaceLight {
  const [topX, topY] = [points[FOREHEAD_TOP * 2] ?? 0, points[FOREHEAD_TOP * 2 + 1] ?? 0];
  const [downX, downY] = [(points[CHIN * 2] ?? 0) - topX, (points[CHIN * 2 + 1] ?? 0) - topY];
  let count = 0;
  let sum = 0;
  let squares = 0;
  let dark = 0;
  let bright = 0;
  const halves = { first: { count: 0, sum: 0 }, second: { count: 0, sum: 0 } };
  visitInside(ovalOf(points), MESH_SIDE, MESH_SIDE, STEP, (x, y) => {
    const luma = lumaAt(rgba, (y * MESH_SIDE + x) * 4);
    count += 1;
    sum += luma;
    squares += luma * luma;
    if (luma <= DARK) dark += 1;
    if (luma >= BRIGHT) bright += 1;
    const half = downX * (y - topY) - downY * (x - topX) > 0 ? halves.first : halves.second;
    half.count += 1;
    half.sum += luma;
  });
  if (count === 0) {
    return { luminanceMean0to255: 0, luminanceDeviation0to255: 0, darkShare: 0, brightShare: 0, sideLightRatio: 1 };
  }
  const mean = sum / count;
  const [a, b] = [halves.first, halves.second].map((half) => Math.max(1, half.sum / Math.max(1, half.count)));
  return {
    luminanceMean0to255: mean,
    luminanceDeviation0to255: Math.sqrt(Math.max(0, squares / count - mean * mean)),
    darkShare: dark / count,
    brightShare: bright / count,
    sideLightRatio: Math.max((a ?? 1) / (b ?? 1), (b ?? 1) / (a ?? 1)),
  };
}

/** The outline of the face in the crop. */
export function ovalOf(points: Float32Array): Float32Array {
  return Float32Array.from(FACE_OVAL.flatMap((index) => [points[index * 2] ?? 0, points[index * 2 + 1] ?? 0]));
}
