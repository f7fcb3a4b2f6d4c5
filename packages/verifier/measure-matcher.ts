// Prevents: a face matcher whose worth nobody knows. Scores pairs of pictures with the default matcher and prints error
// rates. The pictures are the reader's own: Labeled Faces in the Wild, for example, allows evaluation.
//
// Usage: node measure-matcher.ts <pairs.csv: a,b,same,fold> <folder of the pictures>
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createQualityPolicy } from '@bonafide/browser-core/vision';
import type { AlignedFace } from './src/aligned-face.ts';
import { DEFAULT_PICTURE_LIMITS } from './src/picture-limits.ts';
import { textureMatcher } from './src/texture-matcher.ts';
import { openInspector } from './src/thread/inspector.ts';

const [csv, folder] = process.argv.slice(2);
if (csv === undefined || folder === undefined)
  throw new TypeError('usage: node measure-matcher.ts <pairs.csv> <folder>');

const inspector = await openInspector(DEFAULT_PICTURE_LIMITS, createQualityPolicy());
const faces = new Map<string, AlignedFace | null>();
async function faceOf(name: string): Promise<AlignedFace | null> {
  const known = faces.get(name);
  if (known !== undefined) return known;
  const face = await inspector.align(readFileSync(join(String(folder), name)));
  faces.set(name, face);
  return face;
}

interface Pair {
  readonly score: number;
  readonly same: boolean;
  readonly fold: string;
  readonly result: boolean | null;
}

const pairs: Pair[] = [];
let missed = 0;
for (const line of readFileSync(csv, 'utf8').trim().split('\n').slice(1)) {
  const [a = '', b = '', same, fold = ''] = line.trim().split(',');
  const [first, second] = [await faceOf(a), await faceOf(b)];
  if (first === null || second === null) {
    missed += 1;
    continue;
  }
  pairs.push({ ...(await textureMatcher.compare(first, second)), same: same === '1', fold });
}

/** Share of the pairs that a threshold gets right. */
const accuracy = (of: readonly Pair[], threshold: number): number =>
  of.filter(({ score, same }) => score >= threshold === same).length / of.length;
const best = (of: readonly Pair[]): number =>
  of.map(({ score }) => score).reduce((a, b) => (accuracy(of, b) > accuracy(of, a) ? b : a), 0);
/** Share of same pairs accepted when at most `rate` of the others are. */
function acceptedAt(of: readonly Pair[], rate: number): readonly [number, number] {
  const others = of
    .filter(({ same }) => !same)
    .map(({ score }) => score)
    .sort((a, b) => b - a);
  const threshold = others[Math.floor(others.length * rate)] ?? 1;
  const same = of.filter((pair) => pair.same);
  return [threshold, same.filter(({ score }) => score > threshold).length / same.length];
}

console.log(`${pairs.length} pairs, ${missed} without a face on one side, ${faces.size} pictures`);
for (const fold of new Set(pairs.map(({ fold }) => fold))) {
  const held = pairs.filter((pair) => pair.fold === fold);
  const threshold = best(pairs.filter((pair) => pair.fold !== fold));
  console.log(
    `fold ${fold}: accuracy ${accuracy(held, threshold).toFixed(3)} at the other folds' best ${threshold.toFixed(4)}, n ${held.length}`,
  );
}
for (const rate of [0.1, 0.01, 0.001]) {
  const [threshold, share] = acceptedAt(pairs, rate);
  console.log(
    `at ${rate} false matches (score over ${threshold.toFixed(4)}): ${share.toFixed(3)} of the same people accepted`,
  );
}
const quantiles = (of: readonly Pair[]): string => {
  const sorted = of.map(({ score }) => score).sort((a, b) => a - b);
  return [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]
    .map((q) => (sorted[Math.floor(sorted.length * q)] ?? 0).toFixed(3))
    .join(' ');
};
for (const same of [true, false]) {
  console.log(
    `${same ? 'same' : 'different'} people, quantiles 1 5 25 50 75 95 99 %: ${quantiles(pairs.filter((pair) => pair.same === same))}`,
  );

  const of = pairs.filter((pair) => pair.same === same);
  const share = (result: boolean | null): string =>
    (of.filter((pair) => pair.result === result).length / of.length).toFixed(3);
  console.log(
    `${same ? 'same' : 'different'} people, as shipped: yes ${share(true)}, no ${share(false)}, no answer ${share(null)}, n ${of.length}`,
  );
}
inspector.dispose();
