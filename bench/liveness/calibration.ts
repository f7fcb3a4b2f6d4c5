import { DEFAULT_LIVENESS_POLICY } from '../../packages/browser-core/src/liveness/liveness-policy.ts';
import type { Scored } from './error-rates.ts';

/** How far a score can be read as the probability of a bona fide presentation. */
export interface Calibration {
  /** Mean square of score less truth: 0 for certain and right, 0.25 for always one half, 1 for certain and wrong. */
  readonly brier: number;
  /** Mean distance between what a score says and the share that it is true of, over ten bins of scores (expected calibration error). */
  readonly error: number;
  /** Share of bona fide presentations among what scores so low, between, and so high that the fusion decides. Null where nothing scores so. */
  readonly bands: readonly (number | null)[];
}

const BINS = 10;
export const { notLiveToScore: LOW, liveFromScore: HIGH } = DEFAULT_LIVENESS_POLICY;
const BANDS: readonly ((score: number) => boolean)[] = [
  (score) => score <= LOW,
  (score) => score > LOW && score < HIGH,
  (score) => score >= HIGH,
];

/**
 * Both classes count alike, however many there are of each: how often anybody attacks is not in a set of pictures, and a score without a
 * leaning says one half where nothing speaks. Null without at least one of each. Scores are from 0 to 1; throws `RangeError` on others.
 */
export function measureCalibration(scored: readonly Scored[]): Calibration | null {
  const live = scored.filter(({ isLive }) => isLive).length;
  const attacks = scored.length - live;
  if (live === 0 || attacks === 0) return null;
  if (scored.some(({ score }) => !(score >= 0 && score <= 1)))
    throw new RangeError('a score is no probability: it is not from 0 to 1');
  const weighed = scored.map(({ isLive, score }) => ({
    score,
    truth: Number(isLive),
    weight: 0.5 / (isLive ? live : attacks),
  }));
  const sum = (items: typeof weighed, value: (item: (typeof weighed)[number]) => number): number =>
    items.reduce((total, item) => total + item.weight * value(item), 0);
  const binOf = (score: number): number => Math.min(BINS - 1, Math.floor(score * BINS));
  const bins = Array.from({ length: BINS }, (_, bin) => weighed.filter(({ score }) => binOf(score) === bin));
  return {
    brier: sum(weighed, ({ score, truth }) => (score - truth) ** 2),
    error: bins.reduce((total, bin) => total + Math.abs(sum(bin, ({ score, truth }) => score - truth)), 0),
    bands: BANDS.map((isIn) => {
      const band = weighed.filter(({ score }) => isIn(score));
      return band.length === 0 ? null : sum(band, ({ truth }) => truth) / sum(band, () => 1);
    }),
  };
}
