// Measures how machine-readable zones are read, ours beside its peers, on a folder of pictures with a ground-truth.json.
//
// Usage: node run.ts <folder> [--out report.md] [--details details.csv] [--only ours]
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { createNodeAssets } from '../../packages/browser-core/src/face/testing/node-assets.ts';
import type { LinePath } from '../../packages/browser-core/src/document/reading/line/line-crop.ts';
import { cropLine } from '../../packages/browser-core/src/document/reading/line/line-crop.ts';
import { estimateSkew } from '../../packages/browser-core/src/document/reading/line/estimate-skew.ts';
import { openLineRecogniser } from '../../packages/browser-core/src/document/reading/line/open-line-recogniser.ts';
import { toLumaPlane } from '../../packages/browser-core/src/document/reading/line/to-luma-plane.ts';
import { traceLines } from '../../packages/browser-core/src/document/reading/line/trace-lines.ts';
import { toWorkPlane } from '../../packages/browser-core/src/document/reading/line/work-plane.ts';
import { findMrz } from '../../packages/browser-core/src/document/reading/mrz/find-mrz.ts';
import { readMrz } from '../../packages/browser-core/src/document/reading/mrz/read-mrz.ts';
import type { RgbaImage } from '../../packages/browser-core/src/face/rgba-sampler.ts';
import type { LumaPlane } from '../../packages/browser-core/src/liveness/luma-plane.ts';
import { toZone } from './mrz-text.ts';
import { PADDLE_BYTES, openPaddle } from './paddle.ts';
import { presentReport } from './report.ts';
import type { Outcome } from './score-readings.ts';
import { scoreReadings } from './score-readings.ts';
import { TESSERACT_BYTES, openTesseract } from './tesseract.ts';

interface Truth {
  readonly path: string;
  readonly mrz: readonly string[];
  readonly checkDigitsValid: { readonly all?: boolean } | null;
  readonly note: string | null;
}

type Reading = Pick<Outcome, 'lines' | 'isValid' | 'isCertain'>;
type System = (image: RgbaImage) => Promise<Reading>;

const NOTHING: Reading = { lines: null, isValid: false, isCertain: null };
/** Decides centuries; the pictures are specimens of all ages. */
const AT = new Date('2026-01-01T00:00:00Z');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, details: { type: 'string' }, only: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('which folder?');

const assets = await createNodeAssets();
const recogniser = await openLineRecogniser(assets);
const needs = (name: string): boolean => values.only === undefined || values.only.startsWith(name);
const tesseract = needs('tesseract') ? await openTesseract() : null;
const paddle = needs('PaddleOCR') ? await openPaddle() : null;

/** The lines of what our finder takes for zones, cut out; the peers read them. */
function* zonesOf(luma: LumaPlane): Generator<readonly LinePath[]> {
  const level = toWorkPlane(luma, 0);
  const skew = estimateSkew(level);
  for (const work of Math.abs(skew) < 0.06 ? [level] : [toWorkPlane(luma, skew), level])
    yield* findMrz(traceLines(work, { minHeight: 8, minLengthHeights: 12, maxGapHeights: 6, windowHeights: 2.6 }));
}

async function readWith(luma: LumaPlane, rows: number, read: (line: LumaPlane) => Promise<string>): Promise<Reading> {
  let first: Reading = NOTHING;
  for (const paths of zonesOf(luma)) {
    const texts: string[] = [];
    for (const path of paths) texts.push(await read(cropLine(luma, path, 1, 0.8, rows)));
    const zone = toZone(texts, AT);
    if (zone === null) continue;
    if (zone.isValid) return { ...zone, isCertain: null };
    if (first.lines === null) first = { ...zone, isCertain: null };
  }
  return first;
}

function present<T>(peer: T | null): T {
  if (peer === null) throw new Error('this peer was not opened');
  return peer;
}

const png = async ({ data, width, height }: LumaPlane): Promise<Buffer> =>
  sharp(Buffer.from(Uint8ClampedArray.from(data)), { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();

const SYSTEMS: Readonly<Record<string, System>> = {
  ours: async (image) => {
    const reading = await readMrz(image, recogniser, { at: AT });
    return reading === null
      ? { ...NOTHING, isCertain: false }
      : {
          lines: reading.lines,
          isValid: !Object.values(reading.checkDigits).includes(false),
          isCertain: reading.valid,
        };
  },
  'PaddleOCR en v4, our finder': async (image) => readWith(toLumaPlane(image), 48, present(paddle)),
  'tesseract.js eng, our finder': async (image) =>
    readWith(toLumaPlane(image), 48, async (line) => (await present(tesseract).read(await png(line), true)).join('')),
  'tesseract.js eng, whole picture': async (image) => {
    const luma = toLumaPlane(image);
    const scale = Math.max(1, 1200 / luma.width);
    const picture = sharp(await png(luma)).resize({ width: Math.round(luma.width * scale) });
    const zone = toZone(await present(tesseract).read(await picture.png().toBuffer(), false), AT);
    return zone === null ? NOTHING : { ...zone, isCertain: null };
  },
};

const names = Object.keys(SYSTEMS).filter((name) => values.only === undefined || name === values.only);
const truths = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as readonly Truth[];
const outcomes = new Map<string, Outcome[]>(names.map((name) => [name, []]));
/** After every picture: a run that is cut off leaves what it has. */
function publish(): void {
  const sources = [...new Set([...outcomes.values()].flat().map(({ source }) => source))].sort();
  const rows = [...sources, 'all'].flatMap((source) =>
    names.map((system) => ({
      source,
      system,
      score: scoreReadings((outcomes.get(system) ?? []).filter((one) => source === 'all' || one.source === source)),
    })),
  );
  const files = assets.manifest.models.documentReader;
  const bytesOf = (name: string): number => assets.manifest.files.find((file) => file.name === name)?.bytes ?? 0;
  const ours = files === undefined ? 0 : bytesOf(files.mrz.graph) + bytesOf(files.mrz.weights);
  const report = presentReport(rows, [
    ['ours, weights and graph (the wasm kernels are those of face vision)', ours],
    ['PaddleOCR en v4, weights', PADDLE_BYTES],
    ['tesseract.js, eng data (best, integer) and core', TESSERACT_BYTES],
  ]);
  if (values.out === undefined) console.log(report);
  else writeFileSync(values.out, report);
  if (values.details !== undefined) {
    const lines = names.flatMap((name) =>
      (outcomes.get(name) ?? []).map(({ lines: read, truth, isValid, isCertain, cpuMs }, i) =>
        [truths[i]?.path, name, isValid, isCertain ?? '', read?.join() === truth.join(), Math.round(cpuMs)].join(','),
      ),
    );
    writeFileSync(values.details, `${['path,system,valid,certain,exact,cpu_ms', ...lines].join('\n')}\n`);
  }
}

for (const [index, { path, mrz, checkDigitsValid, note }] of truths.entries()) {
  const { data, info } = await sharp(join(folder, '..', path))
    .rotate()
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const image = { data, width: info.width, height: info.height };
  // Interleaved, each system first in turn: what else the machine does falls on all alike.
  for (let i = 0; i < names.length; i += 1) {
    const name = names[(index + i) % names.length] ?? '';
    const before = process.cpuUsage();
    const reading = await SYSTEMS[name]?.(image);
    const { user, system } = process.cpuUsage(before);
    outcomes.get(name)?.push({
      source: dirname(path).split('/').at(-1) ?? '',
      truth: mrz,
      isConforming: checkDigitsValid?.all === true && note === null,
      ...(reading ?? NOTHING),
      cpuMs: (user + system) / 1000,
    });
  }
  if (values.out !== undefined) publish();
}
if (values.out === undefined) publish();
await tesseract?.close();
recogniser.dispose();
