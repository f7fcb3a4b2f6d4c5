// What a frame of face landmarks costs in the browser, and what is loaded for it: ours beside its peers, interleaved.
// Needs the workspace installed and browser-core built. Everything is served from loopback.
//
// Usage: node run.mjs [--rounds 3] [--frames 120] [--write]      FACE_LANDMARKER=<path of face_landmarker.task> adds tasks-vision
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import * as esbuild from 'esbuild';
import { chromium } from 'playwright-core';
import { toGraphModel } from '../../packages/browser-core/src/face/face-landmarks-detection/to-graph-model.ts';
import { CHROMIUM_FLAGS, chromiumPath, readVideoFrames, TALKING_HEAD } from '../../tooling/video-frames.ts';

const HERE = import.meta.dirname;
const ASSETS = join(HERE, '../../packages/browser-core/dist/assets');
const MODELS = join(HERE, '../../packages/models/assets');
const argument = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const ROUNDS = argument('rounds', 3);
const FRAMES = argument('frames', 120);
const WARM_UP = 20;
const PICTURES = 60;
const LANDMARKER = process.env.FACE_LANDMARKER;

const PIPELINES = [
  { name: 'ours (worker, all measures)', file: 'ours', options: {} },
  { name: 'ours with liveness signals on every second frame', file: 'ours', options: { livenessEvery: 2 } },
  { name: 'ours with liveness signals on every frame', file: 'ours', options: { livenessEvery: 1 } },
  {
    name: 'ours, detector face-landmarks-detection',
    file: 'ours',
    options: { detector: 'face-landmarks-detection' },
  },
  { name: 'face-landmarks-detection 1.0.6 (wasm)', file: 'face-landmarks-detection', options: {} },
  { name: '@vladmandic/human 3.3.6 (wasm)', file: 'human', options: {} },
  { name: '@mediapipe/tasks-vision 0.10.35 (CPU)', file: 'tasks-vision', options: {}, missing: !LANDMARKER },
];

const folderOf = (name, ...path) => join(HERE, 'node_modules', name, ...path);

/** Both MediaPipe classes are only named by the package's other runtime; their scripts do not bundle. */
const withoutMediaPipe = {
  name: 'without-mediapipe',
  setup(build) {
    build.onResolve({ filter: /^@mediapipe\/face_(mesh|detection)$/ }, () => ({ path: 'none', namespace: 'none' }));
    build.onLoad({ filter: /./, namespace: 'none' }, () => ({
      contents: 'export class FaceMesh {}; export class FaceDetection {}',
    }));
  },
};

async function bundle(file) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(HERE, 'pipelines', `${file}.ts`)],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    external: ['fs', 'path', 'os', 'util', 'crypto', 'node-fetch', 'string_decoder', 'worker_threads', 'perf_hooks'],
    plugins: [withoutMediaPipe],
    nodePaths: [join(HERE, 'node_modules')],
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  });
  return Buffer.from(outputFiles[0].contents);
}

/** Our graphs in TF.js's own format, for the package that wants it. */
async function graphModel(name, outputs) {
  const graph = JSON.parse(readFileSync(join(MODELS, `${name}.json`), 'utf8'));
  const { modelTopology, weightSpecs, weightData, signature } = await toGraphModel(
    graph,
    readFileSync(join(MODELS, `${name}.bin`)),
    outputs,
  ).load();
  const model = {
    format: 'graph-model',
    modelTopology,
    signature,
    weightsManifest: [{ paths: ['weights.bin'], weights: weightSpecs }],
  };
  return { json: Buffer.from(JSON.stringify(model)), bin: Buffer.from(weightData) };
}

const PAGE = `<!doctype html><link rel="icon" href="data:,"><script type="module">
addEventListener('error', (event) => console.log('page error', event.message));
window.bench = async (file, options, warmUp, frames, pictures) => {
  const started = performance.now();
  const { open } = await import('/' + file + '.js');
  const pipeline = await open(options);
  const sources = await Promise.all(Array.from({ length: pictures }, async (_, i) =>
    createImageBitmap(await (await fetch('/frame/' + i)).blob())));
  const copy = (count) => Promise.all(Array.from({ length: count }, (_, i) => createImageBitmap(sources[i % sources.length])));
  await pipeline.detect(await createImageBitmap(sources[0]));
  const firstMs = performance.now() - started;
  for (const bitmap of await copy(warmUp)) await pipeline.detect(bitmap);
  const bitmaps = await copy(frames);
  await window.mark();
  const times = [];
  let found = 0;
  for (const bitmap of bitmaps) {
    const from = performance.now();
    found += Math.min(1, await pipeline.detect(bitmap));
    times.push(performance.now() - from);
  }
  await window.mark();
  return { about: pipeline.about, times, found, firstMs };
};
</script>`;

async function main() {
  if (!existsSync(join(ASSETS, 'manifest.json'))) throw new Error('build packages/browser-core first');
  const frames = await readVideoFrames({ video: TALKING_HEAD, count: PICTURES, framesPerSecond: 15 });
  const scripts = Object.fromEntries(
    await Promise.all(
      [...new Set(PIPELINES.map(({ file }) => file))].map(async (file) => [`/${file}.js`, await bundle(file)]),
    ),
  );
  const detector = await graphModel('face-detector', { candidates: 'Identity' });
  const mesh = await graphModel('face-mesh', { mesh: 'output_mesh', presence: 'output_faceflag' });
  const folders = [
    ['/bonafide/', ASSETS],
    ['/tfjs-wasm/', folderOf('@tensorflow/tfjs-backend-wasm', 'dist')],
    ['/human-models/', folderOf('@vladmandic/human', 'models')],
    ['/tasks-wasm/', folderOf('@mediapipe/tasks-vision', 'wasm')],
  ];
  const fixed = {
    ...scripts,
    '/fld/face-detector/model.json': detector.json,
    '/fld/face-detector/weights.bin': detector.bin,
    '/fld/face-mesh/model.json': mesh.json,
    '/fld/face-mesh/weights.bin': mesh.bin,
  };

  let served = new Map();
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://host').pathname;
    const folder = folders.find(([prefix]) => path.startsWith(prefix));
    const frame = path.startsWith('/frame/') ? frames[Number(path.slice(7))] : undefined;
    let bytes = path === '/' ? Buffer.from(PAGE) : (frame ?? fixed[path]);
    try {
      if (folder) bytes = readFileSync(join(folder[1], path.slice(folder[0].length)));
      if (path === '/face_landmarker.task') bytes = readFileSync(LANDMARKER);
    } catch {
      bytes = undefined;
    }
    if (bytes === undefined) return void response.writeHead(404).end();
    if (path !== '/' && !frame) served.set(path, bytes);
    const type =
      path === '/'
        ? 'text/html'
        : path.endsWith('.js') || path.endsWith('.mjs')
          ? 'text/javascript'
          : path.endsWith('.wasm')
            ? 'application/wasm'
            : 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(bytes);
  });
  await new Promise((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;

  const results = new Map(PIPELINES.map(({ name }) => [name, { rounds: [], bytes: null }]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, file, options, missing } of PIPELINES) {
      if (missing) continue;
      served = new Map();
      const browserServer = await chromium.launchServer({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
      const browser = await chromium.connect(browserServer.wsEndpoint());
      const page = await browser.newPage();
      page.on('console', (message) => console.error(`  ${file}: ${message.text().slice(0, 200)}`));
      const marks = [];
      await page.exposeFunction('mark', () => void marks.push(cpuMsOfTree(browserServer.process().pid)));
      await page.goto(origin);
      const { times, found, firstMs, about } = await page.evaluate(
        ([...args]) => globalThis.bench(...args),
        [file, options, WARM_UP, FRAMES, PICTURES],
      );
      await browser.close();
      await browserServer.close();
      const cpuMs = (marks[1] - marks[0]) / FRAMES;
      results.get(name).rounds.push({ times, found, firstMs, cpuMs, about });
      results.get(name).bytes ??= sizes(served);
      console.error(
        `round ${round + 1} ${name}: ${cpuMs.toFixed(1)} CPU ms/frame, median ${quantile(times, 0.5).toFixed(1)} ms, found ${found}/${FRAMES} (${about})`,
      );
    }
  }
  server.close();
  report(results);
}

/** User and system time of a process and all its descendants so far. */
function cpuMsOfTree(root) {
  const parents = new Map();
  const ticks = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      parents.set(Number(pid), Number(fields[1]));
      ticks.set(Number(pid), Number(fields[11]) + Number(fields[12]));
    } catch {
      // It ended meanwhile.
    }
  }
  const isInTree = (pid) => pid === root || (parents.has(pid) && parents.get(pid) > 1 && isInTree(parents.get(pid)));
  return ([...ticks].reduce((sum, [pid, own]) => sum + (isInTree(pid) ? own : 0), 0) * 1000) / HERTZ;
}

const HERTZ = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

function sizes(served) {
  const kinds = { js: 0, wasm: 0, models: 0 };
  let raw = 0;
  let brotli = 0;
  for (const [path, bytes] of served) {
    const small = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    kinds[/\.m?js$/.test(path) ? 'js' : path.endsWith('.wasm') ? 'wasm' : 'models'] += small;
    raw += bytes.length;
    brotli += small;
  }
  return { raw, brotli, kinds };
}

const quantile = (values, q) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];

function report(results) {
  const kib = (bytes) => Math.round(bytes / 1024);
  const rows = [...results]
    .filter(([, { rounds }]) => rounds.length > 0)
    .map(([name, { rounds, bytes }]) => {
      const times = rounds.flatMap((round) => round.times);
      return {
        name,
        bytes,
        times,
        cpu: quantile(
          rounds.map(({ cpuMs }) => cpuMs),
          0.5,
        ),
        cpuBest: Math.min(...rounds.map(({ cpuMs }) => cpuMs)),
        found: rounds.reduce((sum, { found }) => sum + found, 0),
        first: quantile(
          rounds.map(({ firstMs }) => firstMs),
          0.5,
        ),
      };
    });
  const base = rows[0].cpu;
  const lines = [
    '# Results',
    '',
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)} at the end, headless Chromium without GPU, Node ${process.versions.node}.`,
    `640×480 frames of a talking head, ${WARM_UP} to warm up, then n = ${FRAMES} in each of ${ROUNDS} interleaved rounds, a new browser each time.`,
    '',
    '| pipeline | CPU ms/frame median of rounds (best) | ratio | latency min / median / p95 ms | first result ms | found | n |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ name, times, cpu, cpuBest, found, first }) =>
        `| ${name} | ${cpu.toFixed(1)} (${cpuBest.toFixed(1)}) | ${(cpu / base).toFixed(2)} | ${Math.min(...times).toFixed(1)} / ${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)} | ${first.toFixed(0)} | ${found} | ${times.length} |`,
    ),
    '',
    '| pipeline | loaded KiB raw / brotli | of it brotli: JS, wasm, models |',
    '|---|---|---|',
    ...rows.map(
      ({ name, bytes }) =>
        `| ${name} | ${kib(bytes.raw)} / ${kib(bytes.brotli)} | ${kib(bytes.kinds.js)}, ${kib(bytes.kinds.wasm)}, ${kib(bytes.kinds.models)} |`,
    ),
    '',
    ...(LANDMARKER
      ? []
      : [
          'tasks-vision was not run: its model is in no npm package. Set FACE_LANDMARKER to the path of a `face_landmarker.task`.',
          '',
        ]),
    'CPU time is user and system time of the whole Chromium process tree; it depends little on what else the machine does. Latency does:',
    'compare its minimum, or rows with each other.',
    '',
  ];
  console.log(lines.join('\n'));
  if (process.argv.includes('--write')) writeFileSync(join(HERE, 'RESULTS.md'), lines.join('\n'));
}

await main();
