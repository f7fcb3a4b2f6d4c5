// Describes the face nearest to the middle of each picture that comes, by face-api's own detector, landmarks and network.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { RgbaImage } from '../../packages/browser-core/dist/vision.js';

interface Found {
  readonly detection: {
    readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  };
  readonly descriptor: Float32Array;
}

/** What is used of the package; its own types ask for a DOM. */
interface FaceApi {
  readonly tf: {
    setWasmPaths(folder: string): void;
    setBackend(name: string): Promise<boolean>;
    ready(): Promise<void>;
    tensor3d(values: Int32Array, shape: readonly number[], type: string): { dispose(): void };
  };
  readonly nets: Readonly<Record<string, { loadFromDisk(folder: string): Promise<void> }>>;
  readonly SsdMobilenetv1Options: new (options: { minConfidence: number }) => unknown;
  detectAllFaces(
    input: unknown,
    options: unknown,
  ): { withFaceLandmarks(): { withFaceDescriptors(): PromiseLike<readonly Found[]> } };
}

const require = createRequire(import.meta.url);
const faceapi = require('@vladmandic/face-api/dist/face-api.node-wasm.js') as FaceApi;
const models = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');

faceapi.tf.setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
await faceapi.tf.setBackend('wasm');
await faceapi.tf.ready();
for (const name of ['ssdMobilenetv1', 'faceLandmark68Net', 'faceRecognitionNet']) {
  await faceapi.nets[name]?.loadFromDisk(models);
}
// As its examples have it.
const options = new faceapi.SsdMobilenetv1Options({ minConfidence: 0.5 });

parentPort?.on('message', (image: RgbaImage) => {
  void describe(image).then((descriptor) => parentPort?.postMessage(descriptor, []));
});

async function describe({ data, width, height }: RgbaImage): Promise<Float32Array | null> {
  const rgb = new Int32Array(width * height * 3);
  for (let i = 0; i < rgb.length; i += 1) rgb[i] = data[Math.floor(i / 3) * 4 + (i % 3)] ?? 0;
  const tensor = faceapi.tf.tensor3d(rgb, [height, width, 3], 'int32');
  try {
    const found = await faceapi.detectAllFaces(tensor, options).withFaceLandmarks().withFaceDescriptors();
    const away = ({ detection: { box } }: Found): number =>
      Math.hypot(box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2);
    return found.toSorted((a, b) => away(a) - away(b))[0]?.descriptor ?? null;
  } finally {
    tensor.dispose();
  }
}
