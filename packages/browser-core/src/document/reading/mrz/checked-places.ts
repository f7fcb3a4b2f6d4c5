import { checkValue, checkWeight } from './check-digit.ts';
import { MRZ_ALPHABET } from './mrz-cells.ts';
import type { MrzLayout, MrzSpan } from './mrz-layout.ts';

/** One place of a chain of characters that check digits hold together. */
export interface ChainPlace {
  readonly line: number;
  readonly place: number;
  /** Its weight in the digit of its own field; 0 where the field has none. */
  readonly ownWeight: number;
  /** Its weight in the composite digit; 0 where there is none. */
  readonly compositeWeight: number;
  readonly is: 'character' | 'own-digit' | 'composite-digit';
}

/** The likeliest characters of a chain whose check digits all hold. */
export interface ChainReading {
  /** Indices into the alphabet. */
  readonly characters: readonly number[];
  /** How much less likely they are than what one would read without check digits: a difference of logarithms, 0 or less. */
  readonly logRatio: number;
  /** How likely they are among all readings whose check digits hold. */
  readonly posterior: number;
}

const VALUES = Array.from(MRZ_ALPHABET, (character) => checkValue(character) ?? 0);
const FILLER = MRZ_ALPHABET.length - 1;
const RESIDUES = 10;

/** The chains of a layout: one where a composite digit ties all fields together, else one for each checked field. */
export function toChains(layout: MrzLayout): readonly (readonly ChainPlace[])[] {
  const { composite, ...own } = layout.checks;
  const key = (line: number, place: number): number => line * 100 + place;
  const ownWeights = new Map<number, number>();
  const ownDigits = new Set<number>();
  for (const { digit, covers } of Object.values(own)) {
    let index = 0;
    for (const { line, from, to } of covers)
      for (let place = from; place < to; place += 1) ownWeights.set(key(line, place), checkWeight(index++));
    ownDigits.add(key(digit.line, digit.from));
  }
  const chain = (spans: readonly MrzSpan[], isComposite: boolean): ChainPlace[] => {
    let index = 0;
    return spans.flatMap(({ line, from, to }) =>
      Array.from({ length: to - from }, (_, i): ChainPlace => ({
        line,
        place: from + i,
        ownWeight: ownWeights.get(key(line, from + i)) ?? 0,
        compositeWeight: isComposite ? checkWeight(index++) : 0,
        is: ownDigits.has(key(line, from + i)) ? 'own-digit' : 'character',
      })),
    );
  };
  if (composite === undefined) return Object.values(own).map(({ digit, covers }) => chain([...covers, digit], false));
  const { line, from } = composite.digit;
  const last: ChainPlace = { line, place: from, ownWeight: 0, compositeWeight: 0, is: 'composite-digit' };
  return [[...chain(composite.covers, true), last]];
}

/**
 * Exact: runs over all readings at once, with the two running sums modulo 10 as the state. `weigh` gives the weights of the
 * characters at a place. Null when no reading at all satisfies the digits.
 */
export function readChain(
  chain: readonly ChainPlace[],
  weigh: (place: ChainPlace) => Float64Array,
): ChainReading | null {
  let best = new Float64Array(RESIDUES * RESIDUES);
  let sums = new Float64Array(RESIDUES * RESIDUES);
  best[0] = 1;
  sums[0] = 1;
  let logScale = 0;
  let logFree = 0;
  const cameFrom: Int16Array[] = [];
  for (const place of chain) {
    const weights = weigh(place);
    logFree += Math.log(Math.max(...weights));
    const nextBest = new Float64Array(best.length);
    const nextSums = new Float64Array(best.length);
    const back = new Int16Array(best.length).fill(-1);
    for (let state = 0; state < best.length; state += 1) {
      const sum = sums[state] ?? 0;
      if (sum === 0) continue;
      for (let c = 0; c < weights.length; c += 1) {
        const weight = weights[c] ?? 0;
        if (weight === 0) continue;
        const next = nextState(place, state, c);
        if (next < 0) continue;
        nextSums[next] = (nextSums[next] ?? 0) + sum * weight;
        const value = (best[state] ?? 0) * weight;
        if (value > (nextBest[next] ?? 0)) {
          nextBest[next] = value;
          back[next] = state * MRZ_ALPHABET.length + c;
        }
      }
    }
    const scale = Math.max(...nextSums);
    if (scale === 0) return null;
    for (let i = 0; i < nextSums.length; i += 1) {
      nextSums[i] = (nextSums[i] ?? 0) / scale;
      nextBest[i] = (nextBest[i] ?? 0) / scale;
    }
    logScale += Math.log(scale);
    cameFrom.push(back);
    best = nextBest;
    sums = nextSums;
  }
  let end = 0;
  for (let state = 0; state < best.length; state += 1) if ((best[state] ?? 0) > (best[end] ?? 0)) end = state;
  const total = sums.reduce((a, b) => a + b, 0);
  const top = best[end] ?? 0;
  if (top === 0) return null;
  const characters: number[] = [];
  for (let i = chain.length - 1, state = end; i >= 0; i -= 1) {
    const step = cameFrom[i]?.[state] ?? 0;
    characters.unshift(step % MRZ_ALPHABET.length);
    state = Math.floor(step / MRZ_ALPHABET.length);
  }
  return { characters, logRatio: Math.log(top) + logScale - logFree, posterior: top / total };
}

/** The state is own sum × 10 + composite sum; below 0 when the character breaks a check digit. */
function nextState({ is, ownWeight, compositeWeight }: ChainPlace, state: number, character: number): number {
  const value = VALUES[character] ?? 0;
  const own = Math.floor(state / RESIDUES);
  const composite = state % RESIDUES;
  if (is === 'composite-digit') return value === composite && character !== FILLER ? state : -1;
  // Filler for a digit: the field is left out, or a long number goes on elsewhere. Whether it may is looked at afterwards.
  if (is === 'own-digit' && value !== own && character !== FILLER) return -1;
  const nextOwn = is === 'own-digit' ? 0 : (own + value * ownWeight) % RESIDUES;
  return nextOwn * RESIDUES + ((composite + value * compositeWeight) % RESIDUES);
}
