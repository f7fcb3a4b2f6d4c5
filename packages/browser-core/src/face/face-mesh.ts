import type { CropRegion, CropSampler } from './crop-sampler.ts';
import { toFrame } from './crop-sampler.ts';
import type { DetectedFace } from './face-detector.ts';
import { LEFT_EYE, RIGHT_EYE } from './landmark-indices.ts';
import type { Network } from './network/network.ts';
import { toNetworkInput } from './network/network-input.ts';

/** The mesh of one face. */
export interface FaceMesh {
  /** `x, y, z` of 468 points, interleaved, in frame pixels; nearer is negative. */
  readonly landmarks: Float32Array;
  /** The network's belief that a face is in the crop, 0–1. */
  readonly presence: number;
  /** The crop that it looked at. */
  readonly region: CropRegion;
  /** RGBA of that crop, 192×192, and x, y of the 468 points in it: what is measured on the face is measured here. */
  readonly crop: { readonly rgba: Uint8ClampedArray; readonly points: Float32Array };
}

/** Places the mesh on the face in a region. */
export type FaceMesher = (frame: CropSampler, region: CropRegion) => Promise<FaceMesh>;

export const MESH_SIDE = 192;
/** Side of the crop over the face: MediaPipe's own (spec). */
const MARGIN = 1.5;

export function createFaceMesher(network: Network): FaceMesher {
  const input = new Float32Array(MESH_SIDE * MESH_SIDE * 3);
  return async (frame, region) => {
    const rgba = frame.sample(region, MESH_SIDE, MESH_SIDE, 'nearest-four');
    toNetworkInput(rgba, network.inputRange, input);
    const { mesh, presence } = await network.run(input);
    if (mesh === undefined || presence === undefined) throw new TypeError('the network has no mesh');
    const depthScale = region.width / MESH_SIDE;
    const points = new Float32Array((mesh.length / 3) * 2);
    const landmarks = new Float32Array(mesh.length);
    for (let i = 0, p = 0; i < mesh.length; i += 3, p += 2) {
      points[p] = mesh[i] ?? 0;
      points[p + 1] = mesh[i + 1] ?? 0;
      const [x, y] = toFrame(region, MESH_SIDE, MESH_SIDE, points[p] ?? 0, points[p + 1] ?? 0);
      landmarks[i] = x;
      landmarks[i + 1] = y;
      landmarks[i + 2] = (mesh[i + 2] ?? 0) * depthScale;
    }
    return { landmarks, presence: presence[0] ?? 0, region, crop: { rgba, points } };
  };
}

/** Where to look for the mesh of a face that the detector found. */
export function regionOfDetection({ centreX, centreY, width, height, rightEye, leftEye }: DetectedFace): CropRegion {
  const angleRadians = Math.atan2(leftEye[1] - rightEye[1], leftEye[0] - rightEye[0]);
  return squareRegion(centreX, centreY, Math.max(width, height), angleRadians);
}

/** Where to look in the next frame for a face whose mesh is known. */
export function regionOfLandmarks(landmarks: Float32Array): CropRegion {
  const { x, y, width, height } = boxOfLandmarks(landmarks);
  const [right, left] = [RIGHT_EYE.outer * 3, LEFT_EYE.outer * 3];
  const dx = (landmarks[left] ?? 0) - (landmarks[right] ?? 0);
  const dy = (landmarks[left + 1] ?? 0) - (landmarks[right + 1] ?? 0);
  return squareRegion(x + width / 2, y + height / 2, Math.max(width, height), Math.atan2(dy, dx));
}

/** Bounding box of all points. */
export function boxOfLandmarks(landmarks: Float32Array): { x: number; y: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < landmarks.length; i += 3) {
    const x = landmarks[i] ?? 0;
    const y = landmarks[i + 1] ?? 0;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function squareRegion(centreX: number, centreY: number, faceSide: number, angleRadians: number): CropRegion {
  const side = faceSide * MARGIN;
  return { centreX, centreY, width: side, height: side, angleRadians };
}
