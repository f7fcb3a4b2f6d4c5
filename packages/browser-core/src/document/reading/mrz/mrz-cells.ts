import type { LineLattice } from '../line/line-recogniser.ts';

/** Characters of a machine-readable zone, in the order of a cell's probabilities. */
export const MRZ_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<';

/** The characters of one line, each with a probability for every character of the alphabet. */
export interface MrzCells {
  readonly count: number;
  /** `count` × `MRZ_ALPHABET.length`; each cell sums to 1. */
  readonly probabilities: Float64Array;
  /** Mean log-likelihood of a step under this division into cells, 0 at best: how well the line has this length. */
  readonly fit: number;
}

/** Least and greatest distance between neighbouring characters, over the mean one (guess: print is even, cameras nearly). */
const PITCH_RANGE = [0.62, 1.5] as const;
/** What a step off the even pitch costs, in log-likelihood for each squared share of it (guess). */
const UNEVENNESS = 6;
/** What a step of print outside of the line costs at most, in log-likelihood: a page has other print beside a zone (guess). */
const MAX_OUTSIDE_COST = 0.7;
/** What a step without a gap between two characters costs at most: blurred ones run together, but none is passed over (guess). */
const MAX_INSIDE_COST = 2;
/** Share of the pitch to each side of a character's middle that may be its own strokes, as it was trained (training/reader/generate.py). */
const CORE = 0.36;
/** How many ways to place the characters are kept, and how much worse than the best one, in log-likelihood (guess). */
const MAX_PLACINGS = 3;
const MAX_WORSE = 6;
/** Least probability of anything: no network is surer than this. */
const FLOOR = 1e-4;

/**
 * Finds the `count` evenly spaced characters of a line and gives the probabilities of each, the likeliest places first: a
 * mark beside a line may look like one more character, and the grammar knows better which to leave out. That the number is
 * known is what counts a row of fillers right. Empty when the line is too short for so many.
 */
export function toMrzCells(lattice: LineLattice, count: number): readonly MrzCells[] {
  const classes = lattice.alphabet.length + 1;
  const between = Float64Array.from({ length: lattice.steps }, (_, t) =>
    clamp(lattice.probabilities[t * classes] ?? 1),
  );
  const pitch = pitchOf(between, count);
  if (pitch === null) return [];
  return placeCharacters(between, count, pitch).map((placed) => ({
    count,
    probabilities: cellsAt(lattice, placed.steps, between),
    fit: placed.score / lattice.steps,
  }));
}

function cellsAt(lattice: LineLattice, places: readonly number[], between: Float64Array): Float64Array {
  const classes = lattice.alphabet.length + 1;
  const width = MRZ_ALPHABET.length;
  const probabilities = new Float64Array(places.length * width);
  const classOf = Array.from(MRZ_ALPHABET, (character) => lattice.alphabet.indexOf(character) + 1);
  for (const [i, place] of places.entries()) {
    // The neighbouring steps see the same character from elsewhere; they count as much as they see of one.
    let total = 0;
    for (let t = Math.max(0, place - 1); t <= Math.min(lattice.steps - 1, place + 1); t += 1) {
      const share = t === place ? 1 : 0.5;
      for (let c = 0; c < width; c += 1) {
        const value = share * (lattice.probabilities[t * classes + (classOf[c] ?? 0)] ?? 0);
        probabilities[i * width + c] = (probabilities[i * width + c] ?? 0) + value;
        total += value;
      }
    }
    // Where no character is seen, any may stand.
    const seen = 1 - (between[place] ?? 1);
    for (let c = 0; c < width; c += 1) {
      const share = total > 0 ? (probabilities[i * width + c] ?? 0) / total : 1 / width;
      probabilities[i * width + c] = (1 - FLOOR * width) * (seen * share + (1 - seen) / width) + FLOOR;
    }
  }
  return probabilities;
}

function clamp(probability: number): number {
  return Math.min(1 - FLOOR, Math.max(FLOOR, probability));
}

/** The usual distance of neighbouring characters, in steps; null when `count` of them do not fit. */
function pitchOf(between: Float64Array, count: number): number | null {
  const middles: number[] = [];
  let start = -1;
  for (let t = 0; t <= between.length; t += 1) {
    const isInk = (between[t] ?? 1) < 0.5;
    if (isInk && start < 0) start = t;
    if (isInk || start < 0) continue;
    middles.push((start + t - 1) / 2);
    start = -1;
  }
  const distances = middles.slice(1).map((middle, i) => middle - (middles[i] ?? 0));
  distances.sort((a, b) => a - b);
  const pitch = distances[Math.floor(distances.length / 2)] ?? 0;
  return pitch < 2 || pitch * (count - 1) > between.length ? null : pitch;
}

/** Viterbi over the places of the characters: each where the network sees one, at an even distance, nothing left outside. */
function placeCharacters(
  between: Float64Array,
  count: number,
  pitch: number,
): readonly { readonly steps: readonly number[]; readonly score: number }[] {
  const steps = between.length;
  const gap = Array.from(between, Math.log);
  const ink = Array.from(between, (value) => Math.log(1 - value));
  const outside = summed(gap.map((value) => Math.max(-MAX_OUTSIDE_COST, value)));
  const inside = summed(gap.map((value) => Math.max(-MAX_INSIDE_COST, value)));
  const half = pitch / 2;
  const nearest = Math.max(1, Math.round(pitch * PITCH_RANGE[0]));
  const farthest = Math.ceil(pitch * PITCH_RANGE[1]);
  const beside = Math.floor(pitch * CORE);
  let scores = Array.from(
    { length: steps },
    (_, t) => (ink[t] ?? 0) + outside(0, Math.max(0, Math.ceil(t - half + 1))),
  );
  const from: Int16Array[] = [];
  for (let i = 1; i < count; i += 1) {
    const next = Array.from({ length: steps }, () => -Infinity);
    const back = new Int16Array(steps).fill(-1);
    for (let t = nearest; t < steps; t += 1) {
      for (let d = nearest; d <= farthest && d <= t; d += 1) {
        const uneven = d / pitch - 1;
        const score =
          (scores[t - d] ?? -Infinity) + inside(t - d + beside + 1, t - beside) - UNEVENNESS * uneven * uneven;
        if (score > (next[t] ?? -Infinity)) {
          next[t] = score;
          back[t] = t - d;
        }
      }
      next[t] = (next[t] ?? -Infinity) + (ink[t] ?? 0);
    }
    from.push(back);
    scores = next;
  }
  const ends = scores
    .map((value, t) => ({ t, score: value + outside(Math.min(steps, Math.floor(t + half)), steps) }))
    .filter(({ score }) => score > -Infinity)
    .toSorted((a, b) => b.score - a.score);
  const kept: typeof ends = [];
  for (const end of ends) {
    if (kept.length === MAX_PLACINGS || end.score < (kept[0]?.score ?? -Infinity) - MAX_WORSE) break;
    if (kept.every(({ t }) => Math.abs(t - end.t) > half)) kept.push(end);
  }
  return kept.map(({ t, score }) => {
    const places = [t];
    for (let i = count - 2; i >= 0; i -= 1) places.unshift(from[i]?.[places[0] ?? 0] ?? 0);
    return { steps: places, score };
  });
}

/** Sums of a range of values, in constant time. */
function summed(values: readonly number[]): (from: number, to: number) => number {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return (from, to) => (to > from ? (sums[to] ?? 0) - (sums[from] ?? 0) : 0);
}
