// Measures how often a PDF417 is decoded: on a folder of pictures with their content beside them (`name.png` or `name.webp`
// with `name.txt` or `name.bin`), and on the specimen licence as a camera would see it. Needs browser-core and testkit built.
//
// Usage: node barcodes.ts [folder of pictures]
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, parse } from 'node:path';
import sharp from 'sharp';
import type { AssetManifest, AssetSource } from '../../packages/browser-core/dist/vision.js';
import {
  createBarcodeDecoder,
  findDocument,
  readBarcodes,
  rectifyDocument,
  type BarcodeDecoder,
} from '../../packages/browser-core/dist/document/index.js';
import {
  aamvaText,
  placeInScene,
  renderSpecimen,
  UTOPIAN,
  type SceneOptions,
} from '../../packages/testkit/dist/specimens/index.js';

type Picture = Parameters<BarcodeDecoder['decode']>[0];

const SCENES_EACH = 16;
const CONDITIONS: Readonly<Record<string, SceneOptions>> = {
  clear: {},
  'dark (0.4 of the light, noise 4)': { exposure: 0.4, noise0to255: 4 },
  'out of focus by 1 px': { blurPx: 1 },
  'out of focus by 1.5 px': { blurPx: 1.5 },
  'moved by 3 px': { motionBlur: { lengthPx: 3, directionDegrees: 40 } },
};

const decoder = await createBarcodeDecoder(assets());
const [folder] = process.argv.slice(2);
if (folder !== undefined) await measureFolder(folder);
await measureScenes();

/** The wasm as the package has it. */
function assets(): AssetSource {
  const path = createRequire(join(import.meta.dirname, '../../packages/browser-core/package.json')).resolve(
    'zxing-wasm/reader/zxing_reader.wasm',
  );
  const bytes = new Uint8Array(readFileSync(path));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const manifest = {
    version: 'bench',
    files: [{ name: 'zxing-reader.wasm', sha256, bytes: bytes.length }],
    models: {},
  };
  return { manifest: manifest as unknown as AssetManifest, read: () => Promise.resolve(bytes) };
}

async function measureFolder(path: string): Promise<void> {
  const files = readdirSync(path).filter((name) => /\.(png|webp)$/.test(name));
  const times: number[] = [];
  const decoded: string[] = [];
  const asStated: string[] = [];
  for (const file of files) {
    const image = await pixelsOf(sharp(join(path, file)).flatten({ background: '#fff' }));
    const started = performance.now();
    const readings = await readBarcodes(image, decoder);
    times.push(performance.now() - started);
    if (readings.length > 0) decoded.push(file);
    const stated = join(path, `${parse(file).name}.txt`);
    const content = existsSync(stated) ? readFileSync(stated, 'utf8').trim() : null;
    if (readings.some(({ text }) => text.trim() === content)) asStated.push(file);
  }
  // Where pictures share a name, the content beside them is that of only one of them.
  const nameOf = (file: string) => parse(file).name;
  const isShared = (file: string) => files.some((other) => other !== file && nameOf(other) === nameOf(file));
  const twins = files.filter((file) => isShared(file) && !asStated.includes(file));
  const otherwise = files.filter((file) => ![...asStated, ...twins].includes(file));
  const without = otherwise.filter((file) => !existsSync(join(path, `${nameOf(file)}.txt`)));
  console.log(`folder: decoded ${decoded.length} of ${files.length}`);
  console.log(
    `folder: as stated beside it ${asStated.length} of ${files.length - twins.length - without.length} ` +
      `(${twins.length} share a name, and the content is another picture's, ${without.length} have none)`,
  );
  console.log(`folder: not as stated: ${otherwise.filter((file) => !without.includes(file)).join(', ')}`);
  console.log(`folder: ${spread(times)}`);
}

async function measureScenes(): Promise<void> {
  const back = await pixelsOf(sharp(Buffer.from(renderSpecimen({ kind: 'driving-licence-back', holder: UTOPIAN }))));
  const truth = aamvaText(UTOPIAN);
  let misread = 0;
  const isRead = async (image: Picture) => {
    const readings = await readBarcodes(image, decoder);
    misread += readings.filter(({ text }) => text !== truth).length;
    return readings.length > 0;
  };
  for (const [title, condition] of Object.entries(CONDITIONS)) {
    let [inFrame, cutOut] = [0, 0];
    const times: number[] = [];
    for (let scene = 1; scene <= SCENES_EACH; scene += 1) {
      const { image } = placeInScene(back, { ...placement(scene), ...condition });
      if (await isRead(image)) inFrame += 1;
      const found = findDocument(image);
      if (found === null) continue;
      const flat = rectifyDocument(image, found.quad, 'id-1', { longSide: 1280 });
      const started = performance.now();
      if (await isRead(flat)) cutOut += 1;
      times.push(performance.now() - started);
    }
    console.log(
      `${title}: cut out ${cutOut} of ${SCENES_EACH}, whole frame ${inFrame} of ${SCENES_EACH}; ${spread(times)}`,
    );
  }
  console.log(`misread: ${misread}`);
}

/** Held freely: turned up to 12 degrees, tilted up to 12, the card 0.6 to 0.84 of a frame of 1280×720. */
function placement(scene: number): SceneOptions {
  const share = (step: number) => ((scene * step) % SCENES_EACH) / (SCENES_EACH - 1) - 0.5;
  return {
    seed: scene,
    spanRatio: 0.72 + 0.24 * share(3),
    rotationDegrees: 24 * share(5),
    yawDegrees: 24 * share(7),
    pitchDegrees: 24 * share(11),
    surface: (['wood', 'stone', 'cloth', 'dark'] as const)[scene % 4] ?? 'wood',
  };
}

async function pixelsOf(image: sharp.Sharp): Promise<Picture & { data: Uint8ClampedArray<ArrayBuffer> }> {
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(0);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, n = ${times.length}`;
}
