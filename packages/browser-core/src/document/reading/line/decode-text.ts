import type { LineLattice } from './line-recogniser.ts';

/** A line as it was recognised, without blanks at its ends. */
export interface DecodedText {
  readonly text: string;
  /** 0–1: geometric mean of the characters' probabilities; 0 for an empty line. */
  readonly confidence: number;
  /** 0–1, one for each character. */
  readonly confidences: readonly number[];
}

/** Steps in which one character is the likeliest. */
interface Run {
  character: string;
  from: number;
  /** The step after the last one. */
  to: number;
  confidence: number;
  /** Sum of its probabilities. */
  mass: number;
}

/** Middles of two characters of usual width are this far apart at least, in steps; nearer they are two looks at one (measured on drawn lines). */
const MIN_DISTANCE = 2.6;
/** Characters so narrow that they may stand nearer. */
const NARROW = /[-iIjl1.,:;'"!()/ ]/;
/** Empty steps that are a blank between words even where none was recognised: two thirds of a capital's height (measured on drawn lines). */
const MIN_BLANK_STEPS = 4;
/**
 * Between two characters a blank is likelier than none from this probability on, well below that of being the likeliest class:
 * where words stand close, the recogniser calls the step between them empty (measured on drawn cards, values whose letters are
 * right: of 1115 gaps within words none is above 0.06; of 160 between words 138 are the likeliest class, 18 more above this).
 */
const MIN_BLANK_PROBABILITY = 0.1;
/**
 * A question mark among digits is a digit whose shape is strange, mostly the 7 with a hook of OCR-A. It is put right where one
 * digit has this share of what speaks for digits (measured on drawn cards: 0.98 and more for the 7 at each of 60 such steps).
 */
const MIN_DIGIT_SHARE = 0.95;

/** The likeliest class of each step; steps of one class are one character, class 0 parts characters. */
export function decodeText(lattice: LineLattice): DecodedText {
  const runs = trimmed(withBlanks(withDigits(merged(runsOf(lattice)), lattice), lattice));
  const confidences = runs.map(({ confidence }) => confidence);
  return {
    text: tellAlikeApart(runs.map(({ character }) => character).join('')),
    confidence:
      runs.length === 0 ? 0 : Math.exp(confidences.reduce((sum, value) => sum + Math.log(value), 0) / runs.length),
    confidences,
  };
}

function runsOf({ alphabet, steps, probabilities }: LineLattice): Run[] {
  const classes = alphabet.length + 1;
  const runs: Run[] = [];
  let before = 0;
  for (let t = 0; t < steps; t += 1) {
    let best = 0;
    for (let c = 1; c < classes; c += 1)
      if ((probabilities[t * classes + c] ?? 0) > (probabilities[t * classes + best] ?? 0)) best = c;
    const probability = probabilities[t * classes + best] ?? 0;
    const last = runs.at(-1);
    if (best !== 0 && best === before && last !== undefined) {
      last.to = t + 1;
      last.confidence = Math.max(last.confidence, probability);
      last.mass += probability;
    } else if (best !== 0) {
      runs.push({
        character: alphabet.charAt(best - 1),
        from: t,
        to: t + 1,
        confidence: probability,
        mass: probability,
      });
    }
    before = best;
  }
  return runs;
}

/** A wide letter's parts look like letters of their own (the end of a W like a V): what touches and is too near is the stronger one. */
function merged(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    const touches = last !== undefined && last.to === run.from;
    const distance = last === undefined ? Infinity : (run.from + run.to - last.from - last.to) / 2;
    const mayBeTwo =
      last !== undefined && (NARROW.test(last.character) || NARROW.test(run.character)) && run.character !== ' ';
    if (last === undefined || !touches || distance >= MIN_DISTANCE || (mayBeTwo && distance >= MIN_DISTANCE / 2))
      kept.push(run);
    else if (run.mass > last.mass) kept[kept.length - 1] = { ...run, from: last.from };
    else last.to = run.to;
  }
  return kept;
}

function withDigits(runs: readonly Run[], lattice: LineLattice): Run[] {
  const isDigit = (run: Run | undefined) => run === undefined || /[0-9]/.test(run.character);
  return runs.map((run, i) => {
    const isAmong = run.character === '?' && i > 0 && isDigit(runs[i - 1]) && isDigit(runs[i + 1]);
    return (isAmong ? likeliestDigit(lattice, run) : null) ?? run;
  });
}

function likeliestDigit({ alphabet, probabilities }: LineLattice, run: Run): Run | null {
  const classes = alphabet.length + 1;
  const found = Array.from('0123456789', (character) => {
    const place = alphabet.indexOf(character) + 1;
    let mass = 0;
    let confidence = 0;
    for (let t = run.from; t < run.to; t += 1) {
      const probability = place === 0 ? 0 : (probabilities[t * classes + place] ?? 0);
      mass += probability;
      confidence = Math.max(confidence, probability);
    }
    return { ...run, character, mass, confidence };
  });
  const total = found.reduce((sum, { mass }) => sum + mass, 0);
  return found.find(({ mass }) => mass > 0 && mass >= MIN_DIGIT_SHARE * total) ?? null;
}

function withBlanks(runs: readonly Run[], lattice: LineLattice): Run[] {
  return runs.flatMap((run, i) => {
    const last = runs[i - 1];
    if (last === undefined || last.character === ' ' || run.character === ' ') return [run];
    const blank = { character: ' ', from: last.to, to: run.from, mass: 0 };
    if (run.from - last.to >= MIN_BLANK_STEPS) return [{ ...blank, confidence: 1 }, run];
    // As sure as the recogniser is: a blank that is guessed makes the line less certain.
    const confidence = blankProbability(lattice, last.to - 1, run.from);
    return confidence < MIN_BLANK_PROBABILITY ? [run] : [{ ...blank, confidence }, run];
  });
}

/** The most that any step of a gap speaks for a blank; both ends count. 0 where the alphabet has none. */
function blankProbability({ alphabet, probabilities }: LineLattice, from: number, to: number): number {
  const blank = alphabet.indexOf(' ');
  if (blank < 0) return 0;
  let most = 0;
  for (let t = from; t <= to; t += 1) most = Math.max(most, probabilities[t * (alphabet.length + 1) + blank + 1] ?? 0);
  return most;
}

function trimmed(runs: readonly Run[]): readonly Run[] {
  const first = runs.findIndex(({ character }) => character !== ' ');
  const last = runs.findLastIndex(({ character }) => character !== ' ');
  return first < 0 ? [] : runs.slice(first, last + 1);
}

/** Print has no difference between some letters and digits: the others of their word tell which they are. */
function tellAlikeApart(text: string): string {
  return text.replaceAll(/[A-Za-z0-9]+/g, (word) => {
    const digits = word.replaceAll(/[^2-9]/g, '').length;
    const letters = word.replaceAll(/[0-9OoIl]/g, '').length;
    if (digits === 0 && letters > 0) {
      const isUpper = word.replaceAll(/[^A-Z]/g, '').length >= word.length / 2;
      // One alone: `01JUN` is a day and a month that stand close.
      return word
        .replaceAll(/(?<![01])0(?![01])/g, isUpper ? 'O' : 'o')
        .replaceAll(/(?<![01])1(?![01])/g, isUpper ? 'I' : 'l');
    }
    if (letters === 0 && digits > 0) return word.replaceAll(/[Oo]/g, '0').replaceAll(/[Il]/g, '1');
    return word;
  });
}
