/** One compared pair: a larger score is more alike. Every rate is a share, 0–1. */
export interface Pair {
  readonly score: number;
  readonly same: boolean;
  readonly fold: string;
}

/** A share with its 95 % interval after Wilson, and the count behind it. */
export interface Share {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

const Z = 1.959964;

/** Of `hits` in `n`. */
export function shareOf(hits: number, n: number): Share {
  const rate = hits / n;
  const middle = (rate + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const reach = (Z / (1 + Z ** 2 / n)) * Math.sqrt((rate * (1 - rate)) / n + Z ** 2 / (4 * n ** 2));
  return { rate, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach), n };
}

const rightAt = (pairs: readonly Pair[], threshold: number): number =>
  pairs.filter(({ score, same }) => score >= threshold === same).length;

/** Share of the pairs that a threshold, chosen beforehand, gets right. */
export function accuracyAt(pairs: readonly Pair[], threshold: number): Share {
  return shareOf(rightAt(pairs, threshold), pairs.length);
}

/** As the benchmark has it: each fold is judged by the threshold that is best on the others. */
export function accuracyAcrossFolds(pairs: readonly Pair[]): Share {
  let right = 0;
  for (const fold of new Set(pairs.map((pair) => pair.fold))) {
    const others = pairs.filter((pair) => pair.fold !== fold);
    right += rightAt(
      pairs.filter((pair) => pair.fold === fold),
      bestThreshold(others),
    );
  }
  return shareOf(right, pairs.length);
}

/** Between the two scores where most pairs are right; the middle of them when there are several. */
function bestThreshold(pairs: readonly Pair[]): number {
  const sorted = pairs.toSorted((a, b) => a.score - b.score);
  let right = sorted.filter(({ same }) => same).length;
  let best = { right, threshold: sorted[0]?.score ?? 0 };
  for (const [index, { score, same }] of sorted.entries()) {
    right += same ? -1 : 1;
    if (right > best.right) best = { right, threshold: (score + (sorted[index + 1]?.score ?? score)) / 2 };
  }
  return best.threshold;
}

/** Genuine pairs accepted at the score that at most the given share of the impostor pairs exceeds. */
export function acceptedAt(
  genuine: readonly number[],
  impostors: readonly number[],
  falseMatchRate: number,
): Share & { readonly threshold: number } {
  const sorted = impostors.toSorted((a, b) => b - a);
  const threshold = sorted[Math.floor(falseMatchRate * sorted.length)] ?? -Infinity;
  const accepted = genuine.filter((score) => score > threshold).length;
  return { ...shareOf(accepted, genuine.length), threshold };
}
