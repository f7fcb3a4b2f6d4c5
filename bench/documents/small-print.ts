// Measures how zones are read whose print is small, on the specimen passport as a camera would see it: holders of random
// names and numbers, random surroundings, turn, tilt, light, noise and focus. Needs testkit built.
//
// Usage: node small-print.ts [scenes for each size] [seed]
import sharp from 'sharp';
import { openLineRecogniser } from '../../packages/browser-core/src/document/reading/line/open-line-recogniser.ts';
import { readMrz } from '../../packages/browser-core/src/document/reading/mrz/read-mrz.ts';
import { createNodeAssets } from '../../packages/browser-core/src/face/testing/node-assets.ts';
import { passportMrz, placeInScene, renderSpecimen, UTOPIAN } from '../../packages/testkit/dist/specimens/index.js';
import { scoreReadings, type Outcome } from './score-readings.ts';

const AT = new Date('2026-01-01T00:00:00Z');
/** Widths of a character of the zone in the frame, in pixels. */
const WIDTHS = [5, 6, 7, 8, 10, 14];
/** Share of the page's width that the 44 characters of a line take (ICAO Doc 9303: 2.54 mm each, of 125 mm). */
const LINE_SHARE = (44 * 2.54) / 125;
const FRAME_WIDTH = 1280;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const eachCount = Number(process.argv[2] ?? 40);
const recogniser = await openLineRecogniser(await createNodeAssets());
let seed = Number(process.argv[3] ?? 1);

console.log(
  '| width of a character, px | n | digits hold | exact | valid | misread, digits hold | misread, valid | CPU ms, median | p95 |',
);
console.log('|---|---|---|---|---|---|---|---|---|');
for (const width of WIDTHS) {
  const outcomes: Outcome[] = [];
  for (let i = 0; i < eachCount; i += 1) outcomes.push(await readOne(width));
  const { n, valid, exact, certain, misread, certainMisread, medianMs, p95Ms } = scoreReadings(outcomes);
  const row = [width, n, valid, exact, certain, misread, certainMisread, Math.round(medianMs), Math.round(p95Ms)];
  console.log(`| ${row.join(' | ')} |`);
}
recogniser.dispose();

async function readOne(width: number): Promise<Outcome> {
  const holder = {
    ...UTOPIAN,
    lastName: nameOf(4, 12),
    firstName: random() < 0.5 ? nameOf(3, 9) : `${nameOf(3, 8)} ${nameOf(3, 8)}`,
    documentNumber: Array.from({ length: 9 }, () => (random() < 0.25 ? pick(LETTERS) : pick('0123456789'))).join(''),
  };
  const page = await sharp(Buffer.from(renderSpecimen({ kind: 'passport', holder })))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { image } = placeInScene(
    { data: new Uint8ClampedArray(page.data), width: page.info.width, height: page.info.height },
    {
      spanRatio: (width * 44) / (LINE_SHARE * FRAME_WIDTH),
      rotationDegrees: between(-6, 6),
      exposure: between(0.5, 1),
      noise0to255: between(0, 6),
      blurPx: between(0, 0.8),
      seed: (seed += 1),
    },
  );
  const before = process.cpuUsage();
  const reading = await readMrz(image, recogniser, { at: AT });
  const { user, system } = process.cpuUsage(before);
  return {
    source: 'drawn',
    truth: passportMrz(holder),
    isConforming: true,
    lines: reading?.lines ?? null,
    isValid: reading !== null && !Object.values(reading.checkDigits).includes(false),
    isCertain: reading?.valid ?? false,
    cpuMs: (user + system) / 1000,
  };
}

/** Letters in any order: a reader that guessed by what names are like would be found out. */
function nameOf(least: number, most: number): string {
  return Array.from({ length: Math.round(between(least, most)) }, () => pick(LETTERS)).join('');
}

function pick(from: string): string {
  return from.charAt(Math.floor(random() * from.length));
}

function between(low: number, high: number): number {
  return low + random() * (high - low);
}

/** Repeatable from run to run (mulberry32). */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
