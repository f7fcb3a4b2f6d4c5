/** One point of a detection error trade-off curve: shares of attacks that pass and of bona fide presentations that are refused. */
export interface DetPoint {
  readonly apcer: number;
  readonly bpcer: number;
}

/**
 * The curve of a system's scores, from the threshold that refuses nobody to that which refuses all. APCER is that of all
 * attacks together: a curve by attack type is one of the attacks of that type alone.
 */
export function detCurve(live: readonly number[], attacks: readonly number[]): readonly DetPoint[] {
  const l = live.toSorted((a, b) => a - b);
  const a = attacks.toSorted((x, y) => x - y);
  const points: DetPoint[] = [];
  let i = 0;
  let j = 0;
  for (const threshold of [...new Set([...l, ...a, Infinity])].sort((x, y) => x - y)) {
    while (i < l.length && (l[i] ?? 0) < threshold) i += 1;
    while (j < a.length && (a[j] ?? 0) < threshold) j += 1;
    points.push({ apcer: 1 - j / a.length, bpcer: i / l.length });
  }
  return points;
}

/**
 * The normal deviate of a share, by which both axes of a DET plot are drawn: two normal distributions of scores give a straight
 * line. Acklam's rational approximation, relative error under 1.2e-9.
 */
export function probit(share: number): number {
  if (share <= 0) return -Infinity;
  if (share >= 1) return Infinity;
  const tail = Math.min(share, 1 - share);
  if (tail < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(tail));
    const x =
      polynomial(
        q,
        [
          -7.784894002430293e-3, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
          2.938163982698783,
        ],
      ) / polynomial(q, [7.784695709041462e-3, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1]);
    return share < 0.5 ? x : -x;
  }
  const q = share - 0.5;
  const r = q * q;
  return (
    (q *
      polynomial(
        r,
        [
          -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
          2.506628277459239,
        ],
      )) /
    polynomial(r, [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1])
  );
}

const polynomial = (x: number, coefficients: readonly number[]): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
