import { setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { createDetector, SupportedModels } from '@tensorflow-models/face-landmarks-detection';

export async function open() {
  setWasmPaths('/tfjs-wasm/');
  await setBackend('wasm');
  const detector = await createDetector(SupportedModels.MediaPipeFaceMesh, {
    runtime: 'tfjs',
    refineLandmarks: false,
    maxFaces: 1,
    detectorModelUrl: '/fld/face-detector/model.json',
    landmarkModelUrl: '/fld/face-mesh/model.json',
  });
  return { about: 'wasm', detect: async (frame: ImageBitmap) => (await detector.estimateFaces(frame)).length };
}
