import type { NetworkFiles, NetworkGraph } from '@bonafide/models';
import { createDetector, SupportedModels } from '@tensorflow-models/face-landmarks-detection';
import type { Face } from '@tensorflow-models/face-landmarks-detection';
import { engine, tensor3d } from '@tensorflow/tfjs-core';
import type { io } from '@tensorflow/tfjs-core';
import type { AssetSource } from '../../asset-loading/asset-source.ts';
import type { CropSampler } from '../crop-sampler.ts';
import { toCrop } from '../crop-sampler.ts';
import type { FaceDetector } from '../face-detector.ts';
import type { FaceMesh } from '../face-mesh.ts';
import { MESH_SIDE, regionOfLandmarks } from '../face-mesh.ts';
import type { FaceTracker, FaceTrackerOptions } from '../face-tracker.ts';
import { toGraphModel } from './to-graph-model.ts';

/** A tracker that holds tensors. */
export interface PackageTracker extends FaceTracker {
  dispose(): void;
}

const POINTS = 468;

/**
 * Follows the largest face with `@tensorflow-models/face-landmarks-detection`, on the weights of `source` and the current
 * TF.js backend. The package tracks one face, since with room for a second one it runs its detector on every frame;
 * whether somebody else came in is seen by `detect` at a low rate, as in our own tracker.
 *
 * `presence` is 1 on every face: the package tells no score, only that its own threshold of 0.5 was passed.
 */
export async function createPackageTracker(
  source: AssetSource,
  detect: FaceDetector,
  { detectorInterval = 10 }: Pick<FaceTrackerOptions, 'detectorInterval'> = {},
): Promise<PackageTracker> {
  const { faceDetector, faceMesh } = source.manifest.models;
  const [detectorModelUrl, landmarkModelUrl] = await Promise.all([
    loadModel(source, faceDetector, { candidates: 'Identity' }),
    loadModel(source, faceMesh, { mesh: 'output_mesh', presence: 'output_faceflag' }),
  ]);
  const detector = await createDetector(SupportedModels.MediaPipeFaceMesh, {
    runtime: 'tfjs',
    refineLandmarks: false,
    maxFaces: 1,
    detectorModelUrl,
    landmarkModelUrl,
  });
  let faceCount = 0;
  let framesSinceLook = 0;

  function forget(): void {
    faceCount = 0;
    framesSinceLook = 0;
  }

  return {
    async track(frame) {
      const [face] = await withoutLeaks(() => detector.estimateFaces(toPixels(frame)));
      if (face === undefined) {
        forget();
        return { faceCount: 0, mesh: null };
      }
      framesSinceLook += 1;
      if (faceCount === 0 || framesSinceLook >= detectorInterval) {
        faceCount = Math.max(1, (await detect(frame)).length);
        framesSinceLook = 0;
      }
      return { faceCount, mesh: toMesh(frame, face) };
    },
    reset() {
      detector.reset();
      forget();
    },
    dispose: () => detector.dispose(),
  };
}

async function loadModel(
  source: AssetSource,
  files: NetworkFiles,
  names: Readonly<Record<string, string>>,
): Promise<io.IOHandler> {
  const [graph, weights] = await Promise.all([source.read(files.graph), source.read(files.weights)]);
  return toGraphModel(JSON.parse(new TextDecoder().decode(graph)) as NetworkGraph, weights, names);
}

/** The package disposes of its tensors only where nothing throws. */
async function withoutLeaks<T>(run: () => Promise<T>): Promise<T> {
  engine().startScope();
  try {
    return await run();
  } finally {
    engine().endScope();
  }
}

/** The whole frame as RGB: the package cannot read a `VideoFrame`, and would read any other frame as slowly. */
function toPixels(frame: CropSampler): ReturnType<typeof tensor3d> {
  const { width, height } = frame;
  const whole = { centreX: width / 2, centreY: height / 2, width, height, angleRadians: 0 };
  const rgba = frame.sample(whole, width, height, 'nearest-four');
  const rgb = new Float32Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return tensor3d(rgb, [height, width, 3], 'float32');
}

function toMesh(frame: CropSampler, { keypoints }: Face): FaceMesh {
  const landmarks = new Float32Array(POINTS * 3);
  for (let i = 0; i < POINTS; i += 1) {
    const { x, y, z } = keypoints[i] ?? { x: NaN, y: NaN, z: NaN };
    landmarks.set([x, y, z ?? 0], i * 3);
  }
  const region = regionOfLandmarks(landmarks);
  const points = new Float32Array(POINTS * 2);
  for (let i = 0; i < POINTS; i += 1) {
    points.set(toCrop(region, MESH_SIDE, MESH_SIDE, landmarks[i * 3] ?? 0, landmarks[i * 3 + 1] ?? 0), i * 2);
  }
  const rgba = frame.sample(region, MESH_SIDE, MESH_SIDE, 'nearest-four');
  return { landmarks, presence: 1, region, crop: { rgba, points } };
}
