import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as onnx from 'onnxruntime-web';
import type { CropSampler, RgbaImage } from '../../packages/browser-core/dist/vision.js';
import { alignFace } from '../../packages/verifier/src/face/aligned-face.ts';
import { openDescriber } from '../../packages/verifier/src/face/descriptor-describer.ts';
import { CHIP_150, EYES_112 } from '../../packages/verifier/src/face/face-alignment.ts';
import type { FaceAlignment } from '../../packages/verifier/src/face/face-alignment.ts';
import { describeTexture } from '../../packages/verifier/src/face/texture-matcher.ts';

/** A picture, and the mesh of the face that counts. */
export interface Subject {
  readonly image: RgbaImage;
  readonly frame: CropSampler;
  readonly landmarks: Float32Array;
}

/** Describes faces and compares what it made of them. */
export interface FaceSystem {
  readonly name: string;
  /** Null when it finds no face by its own means. */
  describe(subject: Subject): Promise<Float32Array | null>;
  /** Larger is more alike. */
  compare(a: Float32Array, b: Float32Array): number;
  /** The threshold that its author published, on the scale of `compare`. */
  readonly publishedThreshold: number | null;
  close?(): void;
}

/** The five points of ArcFace on 112×112 (spec: insightface), from our mesh: eyes, tip of the nose, corners of the mouth. */
const ARCFACE_112: FaceAlignment = {
  side: 112,
  points: [
    { landmarks: [33, 133], x: 38.2946 / 112, y: 51.6963 / 112 },
    { landmarks: [362, 263], x: 73.5318 / 112, y: 51.5014 / 112 },
    { landmarks: [1], x: 56.0252 / 112, y: 71.7366 / 112 },
    { landmarks: [61], x: 41.5493 / 112, y: 92.3655 / 112 },
    { landmarks: [291], x: 70.7299 / 112, y: 92.2041 / 112 },
  ],
};

/** Ours, and the peers whose files are in the folder. */
export async function openSystems(peerFolder: string | undefined): Promise<readonly FaceSystem[]> {
  const systems: FaceSystem[] = [texture(), await descriptor(), openFaceApi()];
  const peers = [
    {
      name: 'mobileface.onnx (face-sdk-extractor 0.1.2), our cut',
      file: 'mobileface.onnx',
      middle: 127.5,
      scale: 127.5,
    },
    { name: 'fr_feature.onnx (faceplugin 0.0.1), our cut', file: 'fr_feature.onnx', middle: 127, scale: 128 },
  ];
  for (const { name, file, middle, scale } of peers) {
    const path = join(peerFolder ?? '', file);
    if (peerFolder !== undefined && existsSync(path)) systems.push(await openOnnx(name, path, middle, scale));
  }
  return systems;
}

function texture(): FaceSystem {
  return {
    name: 'ours, default (textureMatcher)',
    describe: async ({ frame, landmarks }) => describeTexture(alignFace(frame, landmarks, EYES_112)),
    compare: (a, b) => dot(a, b) / 64,
    publishedThreshold: null,
  };
}

async function descriptor(): Promise<FaceSystem> {
  const describer = await openDescriber();
  return {
    name: 'ours, createDescriptorMatcher',
    async describe({ frame, landmarks }) {
      const { rgba, side } = alignFace(frame, landmarks, CHIP_150);
      return describer.describe(rgba, side);
    },
    compare: (a, b) => -distance(a, b),
    publishedThreshold: -0.6,
  };
}

/** The package's own way from the picture to the descriptor, in a thread of its own: its TF.js would share ours. */
function openFaceApi(): FaceSystem {
  const worker = new Worker(new URL('face-api-thread.ts', import.meta.url));
  return {
    name: '@vladmandic/face-api 1.7.15, its own pipeline',
    async describe({ image }) {
      const { promise, resolve, reject } = Promise.withResolvers<Float32Array | null>();
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage(image, []);
      const result = await promise;
      worker.off('error', reject);
      return result;
    },
    compare: (a, b) => -distance(a, b),
    publishedThreshold: -0.6,
    close: () => void worker.terminate(),
  };
}

async function openOnnx(name: string, path: string, middle: number, scale: number): Promise<FaceSystem> {
  onnx.env.wasm.numThreads = 1;
  const session = await onnx.InferenceSession.create(path);
  const [input = 'input'] = session.inputNames;
  const [output = 'output'] = session.outputNames;
  return {
    name,
    async describe({ frame, landmarks }) {
      const { rgba, side } = alignFace(frame, landmarks, ARCFACE_112);
      const plane = side * side;
      const values = new Float32Array(3 * plane);
      for (let i = 0; i < plane; i += 1) {
        for (let c = 0; c < 3; c += 1) values[c * plane + i] = ((rgba[i * 4 + c] ?? 0) - middle) / scale;
      }
      const results = await session.run({ [input]: new onnx.Tensor('float32', values, [1, 3, side, side]) });
      const found = Float32Array.from(results[output]?.data as Float32Array);
      const length = Math.sqrt(dot(found, found));
      return found.map((value) => value / length);
    },
    compare: dot,
    publishedThreshold: null,
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function distance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return Math.sqrt(sum);
}
