/** A score is high for a bona fide presentation. Every rate is a share, 0–1. */
export interface Scored {
  readonly isLive: boolean;
  readonly attack: string;
  readonly score: number;
}

/** ISO/IEC 30107-3's figures of one system on one set. */
export interface ErrorRates {
  readonly live: number;
  readonly attacks: number;
  /** Chance that a bona fide presentation scores above an attack. */
  readonly auc: number;
  readonly aucLow: number;
  readonly aucHigh: number;
  readonly eer: number;
  readonly eerLow: number;
  readonly eerHigh: number;
  /** At the system's own threshold of 0.5. */
  readonly bpcer: number;
  /** By attack type, worst first: the worst one is the system's APCER. */
  readonly apcer: readonly { readonly attack: string; readonly n: number; readonly rate: number }[];
  /** BPCER at the threshold where the worst attack type's APCER is at most 1 % and 5 %. */
  readonly bpcerAtApcer1: number;
  readonly bpcerAtApcer5: number;
}

const RESAMPLES = 1000;

/** Null without at least one of each class. Intervals: percentile bootstrap, 95 %, 1000 resamples, fixed seed. */
export function measureErrorRates(scored: readonly Scored[]): ErrorRates | null {
  const live = scored.filter(({ isLive }) => isLive).map(({ score }) => score);
  const attacks = scored.filter(({ isLive }) => !isLive);
  if (live.length === 0 || attacks.length === 0) return null;
  const attackScores = attacks.map(({ score }) => score);
  const random = createRandom(1);
  const draws = Array.from({ length: RESAMPLES }, () => {
    const [l, a] = [resample(live, random), resample(attackScores, random)];
    return { auc: areaUnderCurve(l, a), eer: equalErrorRate(l, a) };
  });
  const [aucLow, aucHigh] = interval(draws.map(({ auc }) => auc));
  const [eerLow, eerHigh] = interval(draws.map(({ eer }) => eer));
  const kinds = [...new Set(attacks.map(({ attack }) => attack))].map((attack) => ({
    attack,
    scores: attacks.filter((one) => one.attack === attack).map(({ score }) => score),
  }));
  const bpcerAt = (apcer: number): number => {
    const threshold = Math.max(...kinds.map(({ scores }) => thresholdLettingPass(scores, apcer)));
    return share(live, (score) => score <= threshold);
  };
  return {
    live: live.length,
    attacks: attacks.length,
    auc: areaUnderCurve(live, attackScores),
    aucLow,
    aucHigh,
    eer: equalErrorRate(live, attackScores),
    eerLow,
    eerHigh,
    bpcer: share(live, (score) => score < 0.5),
    apcer: kinds
      .map(({ attack, scores }) => ({ attack, n: scores.length, rate: share(scores, (score) => score >= 0.5) }))
      .toSorted((a, b) => b.rate - a.rate),
    bpcerAtApcer1: bpcerAt(0.01),
    bpcerAtApcer5: bpcerAt(0.05),
  };
}

/** The lowest score such that at most the given share lies above it. */
function thresholdLettingPass(scores: readonly number[], apcer: number): number {
  const sorted = scores.toSorted((a, b) => b - a);
  return sorted[Math.floor(apcer * sorted.length)] ?? 0;
}

export function areaUnderCurve(live: readonly number[], attacks: readonly number[]): number {
  const all = [
    ...live.map((score) => ({ score, isLive: true })),
    ...attacks.map((score) => ({ score, isLive: false })),
  ];
  all.sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to += 1;
    // Ties share the middle of their ranks.
    for (let i = from; i < to; i += 1) if (all[i]?.isLive) rankSum += (from + to + 1) / 2;
    from = to;
  }
  return (rankSum - (live.length * (live.length + 1)) / 2) / (live.length * attacks.length);
}

/** Where refused bona fide presentations and passed attacks are closest to equal; their mean there. */
export function equalErrorRate(live: readonly number[], attacks: readonly number[]): number {
  const l = live.toSorted((a, b) => a - b);
  const a = attacks.toSorted((x, y) => x - y);
  let best = { gap: Infinity, rate: 1 };
  let i = 0;
  let j = 0;
  for (const threshold of [...new Set([...l, ...a, Infinity])].sort((x, y) => x - y)) {
    while (i < l.length && (l[i] ?? 0) < threshold) i += 1;
    while (j < a.length && (a[j] ?? 0) < threshold) j += 1;
    const refused = i / l.length;
    const passed = 1 - j / a.length;
    const gap = Math.abs(refused - passed);
    if (gap < best.gap) best = { gap, rate: (refused + passed) / 2 };
  }
  return best.rate;
}

const share = (scores: readonly number[], isCounted: (score: number) => boolean): number =>
  scores.filter(isCounted).length / scores.length;

const resample = (values: readonly number[], random: () => number): number[] =>
  values.map(() => values[Math.floor(random() * values.length)] ?? 0);

function interval(values: readonly number[]): [number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (quantile: number): number => sorted[Math.round(quantile * (sorted.length - 1))] ?? NaN;
  return [at(0.025), at(0.975)];
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
