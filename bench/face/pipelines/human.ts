import { Human } from '@vladmandic/human';

export async function open() {
  const off = { enabled: false };
  const human = new Human({
    backend: 'wasm',
    wasmPath: '/tfjs-wasm/',
    modelBasePath: '/human-models/',
    cacheSensitivity: 0,
    filter: off,
    gesture: off,
    body: off,
    hand: off,
    object: off,
    segmentation: off,
    face: {
      enabled: true,
      detector: { maxDetected: 1, rotation: true },
      mesh: { enabled: true },
      iris: off,
      emotion: off,
      description: off,
      attention: off,
      antispoof: off,
      liveness: off,
    },
  });
  await human.load();
  return {
    about: human.tf.getBackend(),
    detect: async (frame: ImageBitmap) => (await human.detect(frame)).face.length,
  };
}
