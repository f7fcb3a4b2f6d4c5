// Measures face matching, ours beside its peers, on a list of pairs.
//
// Usage: node run.ts <pairs.csv: a,b,same,fold> <folder of the pictures> [--peers <folder with the ONNX files>]
//   [--out report.md] [--limit <pairs>] [--without <part of a system's name>]...
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import type { DetectedFace } from '../../packages/browser-core/dist/vision.js';
import {
  createFaceDetector,
  createFaceMesher,
  createFaceTracker,
  createRgbaSampler,
  openNetworks,
} from '../../packages/browser-core/dist/vision.js';
import { readFileAssets } from '../../packages/verifier/src/file-assets.ts';
import { presentReport } from './report.ts';
import type { Measured } from './report.ts';
import type { FaceSystem, Subject } from './systems.ts';
import { openSystems } from './systems.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'string' },
    out: { type: 'string' },
    limit: { type: 'string' },
    without: { type: 'string', multiple: true, default: [] },
  },
});
const [csv, folder] = positionals;
if (csv === undefined || folder === undefined) throw new Error('which pairs, and which folder?');

const rows = readFileSync(csv, 'utf8')
  .trim()
  .split('\n')
  .slice(1, values.limit === undefined ? undefined : Number(values.limit) + 1)
  .map((line) => line.trim().split(','))
  .map(([a = '', b = '', same, fold = '']) => ({ a, b, same: same === '1', fold }));
const pictures = [...new Set(rows.flatMap(({ a, b }) => [a, b]))];

const networks = await openNetworks(await readFileAssets(), 'wasm');
const opened = await openSystems(values.peers);
const systems = opened.filter(({ name }) => !values.without.some((part) => name.includes(part)));
const descriptors = new Map(systems.map((system) => [system, new Map<string, Float32Array>()]));
const costs = new Map<FaceSystem | 'finding', number[]>();
const isWarm = new Set<FaceSystem>();
let withoutFace = 0;

for (const [index, name] of pictures.entries()) {
  const { data, info } = await sharp(join(folder, name)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const image = { data: new Uint8Array(data), width: info.width, height: info.height };
  const subject = await timed('finding', () => findSubject(image));
  if (subject === null) {
    withoutFace += 1;
    continue;
  }
  // Whoever begins has the coldest caches: everybody does in turn.
  for (let turn = 0; turn < systems.length; turn += 1) {
    const system = systems[(index + turn) % systems.length];
    if (system === undefined) continue;
    if (!isWarm.has(system)) await system.describe(subject);
    isWarm.add(system);
    const descriptor = await timed(system, () => system.describe(subject));
    if (descriptor !== null) descriptors.get(system)?.set(name, descriptor);
  }
  if (index % 50 === 49) console.error(`${index + 1} of ${pictures.length}`);
}

const measured = systems.map((system): Measured => {
  const known = descriptors.get(system) ?? new Map<string, Float32Array>();
  const pairs = rows.flatMap(({ a, b, same, fold }) => {
    const [first, second] = [known.get(a), known.get(b)];
    return first === undefined || second === undefined ? [] : [{ score: system.compare(first, second), same, fold }];
  });
  const all = [...known];
  const impostors: number[] = [];
  for (const [i, [a, first]] of all.entries()) {
    for (const [b, second] of all.slice(i + 1))
      if (dirname(a) !== dirname(b)) impostors.push(system.compare(first, second));
  }
  const { name, publishedThreshold } = system;
  return {
    name,
    publishedThreshold,
    pairs,
    missing: rows.length - pairs.length,
    impostors,
    cpuMs: costs.get(system) ?? [],
  };
});
const report = presentReport(measured, {
  pictures: pictures.length,
  withoutFace,
  findingMs: costs.get('finding') ?? [],
});
if (values.out === undefined) console.log(report);
else writeFileSync(values.out, report);
for (const system of opened) system.close?.();
networks.dispose();

/** Processor time of the whole process: nothing else runs in it meanwhile. */
async function timed<T>(of: FaceSystem | 'finding', run: () => Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  costs.set(of, [...(costs.get(of) ?? []), (user + system) / 1000]);
  return result;
}

/** The face nearest to the middle: the pictures are of whom they are named after, who is not always the largest. */
async function findSubject(image: Subject['image']): Promise<Subject | null> {
  const frame = createRgbaSampler(image);
  const detect = createFaceDetector(networks.detector);
  const away = ({ centreX, centreY }: DetectedFace): number =>
    Math.hypot(centreX - image.width / 2, centreY - image.height / 2);
  const nearest = async (of: typeof frame): Promise<readonly DetectedFace[]> =>
    (await detect(of)).toSorted((a, b) => away(a) - away(b)).slice(0, 1);
  const { mesh } = await createFaceTracker(nearest, createFaceMesher(networks.mesh)).track(frame);
  return mesh === null ? null : { image, frame, landmarks: mesh.landmarks };
}
