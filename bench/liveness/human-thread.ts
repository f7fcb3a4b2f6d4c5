// The thread of `human.ts`: a TensorFlow of its own beside ours, which would share its backends.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { Config, Human, Result } from '@vladmandic/human';
import type { RgbaImage } from '../../packages/browser-core/src/face/rgba-sampler.ts';

const require = createRequire(import.meta.url);

if (parentPort === null) throw new Error('human-thread.ts is started by human.ts');
const human = await openHuman();
const port = parentPort;
port.on('message', (image: RgbaImage) => {
  // What fails here fails the run, by the thread's end.
  void score(image).then((scores) => port.postMessage(scores, []));
});
port.postMessage('ready', []);

async function openHuman(): Promise<Human> {
  // Its exports name the browser's build alone.
  const home = fileURLToPath(new URL('node_modules/@vladmandic/human/', import.meta.url));
  const folder = join(home, 'models');
  // It fetches its models, and Node fetches no files.
  const server = createServer((request, response) => {
    readFile(join(folder, basename(request.url ?? ''))).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const wasm = join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist');
  const { Human: Library } = require(join(home, 'dist', 'human.node-wasm.js')) as {
    readonly Human: typeof Human;
  };
  const off = { enabled: false } as const;
  // Each frame by itself: nothing is remembered from the one before.
  const fresh = { enabled: true, skipFrames: 0, skipTime: 0 } as const;
  const opened = new Library({
    backend: 'wasm',
    wasmPath: `${wasm}/`,
    modelBasePath: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    cacheSensitivity: 0,
    debug: false,
    filter: off,
    face: {
      enabled: true,
      detector: { rotation: false, maxDetected: 1, ...fresh },
      mesh: { enabled: true },
      iris: off,
      description: off,
      emotion: off,
      antispoof: fresh,
      liveness: fresh,
    },
    body: off,
    hand: off,
    object: off,
    gesture: off,
    segmentation: off,
  } satisfies Partial<Config>);
  await opened.load();
  server.close();
  return opened;
}

async function score({ data, width, height }: RgbaImage): Promise<readonly (readonly [name: string, score: number])[]> {
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i += 1) for (let c = 0; c < 3; c += 1) rgb[i * 3 + c] = data[i * 4 + c] ?? 0;
  const tensor = human.tf.tensor4d(rgb, [1, height, width, 3], 'int32');
  const result: Result = await human.detect(tensor);
  tensor.dispose();
  const [face] = result.face;
  return [
    ...(face?.real === undefined ? [] : [['human, antispoof', face.real] as const]),
    ...(face?.live === undefined ? [] : [['human, liveness', face.live] as const]),
  ];
}
