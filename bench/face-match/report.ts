import { matchAtDistance } from '../../packages/verifier/src/face/descriptor-matcher.ts';
import { equalErrorRate } from '../liveness/error-rates.ts';
import type { Pair, Share } from './match-rates.ts';
import { acceptedAt, accuracyAcrossFolds, accuracyAt, shareOf } from './match-rates.ts';

/** What one system made of the pictures. */
export interface Measured {
  readonly name: string;
  readonly publishedThreshold: number | null;
  readonly pairs: readonly Pair[];
  /** Pairs of which it found one face not. */
  readonly missing: number;
  /** Scores of every two pictures of different people. */
  readonly impostors: readonly number[];
  readonly cpuMs: readonly number[];
}

export interface Pictures {
  readonly pictures: number;
  /** Pictures in which our face finder saw nobody: nobody is compared on them. */
  readonly withoutFace: number;
  readonly findingMs: readonly number[];
}

const RESAMPLES = 1000;
/** Where one bin of stated probability ends and the next begins. */
const BINS = [0, 0.01, 0.1, 0.5, 0.9, 0.99, 1];

export function presentReport(measured: readonly Measured[], { pictures, withoutFace, findingMs }: Pictures): string {
  return [
    '| system | pairs (missing) | accuracy, threshold of the other folds | accuracy at the published threshold | EER | TAR at FAR 1e-2 | TAR at FAR 1e-3 | CPU ms a face, median (p95) |',
    '|---|---|---|---|---|---|---|---|',
    ...measured.map(presentRow),
    '',
    `${pictures} pictures, ${withoutFace} in which our face finder saw nobody. Finding the face and its mesh, once for all but face-api's own`,
    `pipeline: ${presentCost(findingMs)} ms. Shares in %, 95 % interval in brackets (Wilson; EER: bootstrap). FAR: over every two pictures of different`,
    `people (${measured[0]?.impostors.length ?? 0}); TAR: over the listed pairs of one person.`,
    '',
    ...measured.filter(({ name }) => name.includes('createDescriptorMatcher')).flatMap(presentDescriptor),
    '',
  ].join('\n');
}

function presentRow({ name, pairs, missing, publishedThreshold, impostors, cpuMs }: Measured): string {
  const genuine = scoresOf(pairs, true);
  const cells = [
    name,
    `${pairs.length} (${missing})`,
    presentShare(accuracyAcrossFolds(pairs)),
    publishedThreshold === null ? '–' : presentShare(accuracyAt(pairs, publishedThreshold)),
    presentEqualError(genuine, scoresOf(pairs, false)),
    presentShare(acceptedAt(genuine, impostors, 0.01)),
    presentShare(acceptedAt(genuine, impostors, 0.001)),
    presentCost(cpuMs),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** What the matcher as shipped answers, and how far its stated probability holds. */
function presentDescriptor({ pairs }: Measured): string[] {
  const answered = pairs.map((pair) => ({ ...pair, ...matchAtDistance(-pair.score) }));
  const of = (same: boolean, result: boolean | null): string => {
    const those = answered.filter((pair) => pair.same === same);
    return presentShare(shareOf(those.filter((pair) => pair.result === result).length, those.length));
  };
  const bins = BINS.slice(1).map((to, index) => {
    const from = BINS[index] ?? 0;
    const inside = answered.filter(({ probability }) => (probability ?? 0) >= from && (probability ?? 0) < to);
    if (inside.length === 0) return `| ${from}–${to} | 0 | – | – |`;
    const mean = inside.reduce((sum, { probability }) => sum + (probability ?? 0), 0) / inside.length;
    const share = shareOf(inside.filter(({ same }) => same).length, inside.length);
    return `| ${from}–${to} | ${inside.length} | ${percent(mean)} | ${presentShare(share)} |`;
  });
  return [
    'As shipped (`createDescriptorMatcher`: yes under 0.56, no over 0.64):',
    '',
    '| pairs of | yes | no | no answer |',
    '|---|---|---|---|',
    `| one person | ${of(true, true)} | ${of(true, false)} | ${of(true, null)} |`,
    `| different people | ${of(false, true)} | ${of(false, false)} | ${of(false, null)} |`,
    '',
    'Its stated probability against what was so (half of the pairs are of one person):',
    '',
    '| stated | pairs | mean stated | one person |',
    '|---|---|---|---|',
    ...bins,
  ];
}

function presentEqualError(genuine: readonly number[], impostors: readonly number[]): string {
  const random = createRandom(1);
  const draw = (scores: readonly number[]): number[] =>
    scores.map(() => scores[Math.floor(random() * scores.length)] ?? 0);
  const draws = Array.from({ length: RESAMPLES }, () => equalErrorRate(draw(genuine), draw(impostors))).sort(
    (a, b) => a - b,
  );
  const at = (quantile: number): number => draws[Math.round(quantile * (draws.length - 1))] ?? NaN;
  return `${percent(equalErrorRate(genuine, impostors))} [${percent(at(0.025))}, ${percent(at(0.975))}]`;
}

const scoresOf = (pairs: readonly Pair[], same: boolean): number[] =>
  pairs.filter((pair) => pair.same === same).map(({ score }) => score);

const presentShare = ({ rate, low, high }: Share): string => `${percent(rate)} [${percent(low)}, ${percent(high)}]`;
const percent = (rate: number): string => (rate * 100).toFixed(2);

function presentCost(costs: readonly number[]): string {
  const sorted = costs.toSorted((a, b) => a - b);
  const at = (quantile: number): string => (sorted[Math.floor(quantile * (sorted.length - 1))] ?? NaN).toFixed(0);
  return `${at(0.5)} (${at(0.95)})`;
}

/** mulberry32: the same intervals on every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
