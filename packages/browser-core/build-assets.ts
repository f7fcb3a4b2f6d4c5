// Prevents: workers that a bundler inlines or moves, binaries from a CDN, and files that do not fit each other. Makes
// dist/assets, the one folder that a page loads lazily: the workers and their chunks, TF.js's wasm kernels, the
// weights, and a manifest with size and hash of each. Run after tsc by `pnpm run build`.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelFile, modelManifest } from '@bonafide/models';
import * as esbuild from 'esbuild';
import { BARCODE_WASM_FILE } from './src/document/reading/barcode/barcode-decoder.ts';
import type { AssetManifest } from './src/asset-loading/asset-source.ts';

const HERE = import.meta.dirname;
const OUT = join(HERE, 'dist/assets');
const require = createRequire(import.meta.url);
const TFJS_CORE = dirname(require.resolve('@tensorflow/tfjs-core'));
const TFJS_WASM = dirname(require.resolve('@tensorflow/tfjs-backend-wasm'));
// The threaded binary is left out on purpose: it needs a blob: worker, and costs more than it gives on small networks.
const WASM_FILES = ['tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm.wasm'];

/** Takes from TF.js what the worker needs and no more. */
const slimTfjs: esbuild.Plugin = {
  name: 'slim-tfjs',
  setup(build) {
    // The engine and its operations without gradients, optimizers, data loading and chained methods on tensors.
    build.onResolve({ filter: /^@tensorflow\/tfjs-core$/ }, () => ({ path: 'core', namespace: 'slim' }));
    build.onLoad({ filter: /^core$/, namespace: 'slim' }, () => ({
      contents: "import './base_side_effects.js'; export * from './base.js';",
      resolveDir: TFJS_CORE,
    }));
    build.onResolve({ filter: /^@tensorflow\/tfjs-backend-wasm$/ }, () => ({ path: join(HERE, 'wasm-kernels.ts') }));
    // face-landmarks-detection names it for a runtime that is not used here: 5 MB of scripts that break under a policy.
    build.onResolve({ filter: /^@mediapipe\/face_(mesh|detection)$/ }, () => ({
      path: 'mediapipe',
      namespace: 'slim',
    }));
    build.onLoad({ filter: /^mediapipe$/, namespace: 'slim' }, () => ({
      contents: 'export class FaceMesh {} export class FaceDetection {}',
    }));
    build.onResolve({ filter: /tfjs-backend-wasm-threaded-simd(\.worker)?\.js$/ }, () => ({
      path: 'threads',
      namespace: 'slim',
    }));
    build.onLoad({ filter: /^threads$/, namespace: 'slim' }, () => ({
      contents: "export default undefined; export const wasmWorkerContents = '';",
    }));
  },
};

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

const SHARED: esbuild.BuildOptions = {
  outdir: OUT,
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  legalComments: 'none',
  banner: { js: '/* Bonafide, Apache-2.0. Contains TensorFlow.js, (c) Google LLC, Apache-2.0. */' },
  external: ['fs', 'path', 'os', 'worker_threads', 'perf_hooks', 'util', 'node-fetch', 'string_decoder', 'crypto'],
  logLevel: 'warning',
};

// Bundled apart: split from the worker, its use of nearly all of TF.js's operations would double what everybody loads.
// Its own copy of TF.js finds the worker's engine, backend and kernels, which TF.js keeps on the global object.
const packageDetector = await esbuild.build({
  ...SHARED,
  entryPoints: [join(HERE, 'src/face/worker/face-landmarks-detection.ts')],
  entryNames: 'vision-[name]-[hash]',
  metafile: true,
  plugins: [slimTfjs],
});
const packageDetectorFile = Object.keys(packageDetector.metafile.outputs).map((path) => basename(path))[0] ?? '';

const loadPackageDetector: esbuild.Plugin = {
  name: 'load-package-detector',
  setup(build) {
    const path = `./${packageDetectorFile}`;
    build.onResolve({ filter: /^\.\/face-landmarks-detection\.ts$/ }, () => ({ path, external: true }));
  },
};

await esbuild.build({
  ...SHARED,
  // What both have in common (TF.js, its backends, the checked assets) becomes chunks that a page loads once.
  entryPoints: {
    'vision-worker': join(HERE, 'src/face/worker/vision-worker.ts'),
    'document-worker': join(HERE, 'src/document/worker/document-worker.ts'),
  },
  chunkNames: 'vision-[name]-[hash]',
  splitting: true,
  plugins: [slimTfjs, loadPackageDetector],
});

for (const name of WASM_FILES) cpSync(join(TFJS_WASM, name), join(OUT, name));
cpSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'), join(OUT, BARCODE_WASM_FILE));
for (const { name } of modelManifest.files) cpSync(fileURLToPath(modelFile(name)), join(OUT, name));

const { version } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8')) as { version: string };
const manifest: AssetManifest = {
  version,
  files: readdirSync(OUT)
    .toSorted()
    .map((name) => {
      const bytes = readFileSync(join(OUT, name));
      return { name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
    }),
  models: modelManifest.models,
};
writeFileSync(join(OUT, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
for (const name of ['vision-worker.js', 'document-worker.js']) {
  if (!existsSync(join(OUT, name))) throw new Error(`${name} was not built`);
}
console.log(
  `dist/assets: ${manifest.files.length} files, ${manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)} bytes`,
);
