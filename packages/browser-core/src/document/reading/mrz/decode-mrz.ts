import type { ChainPlace } from './checked-places.ts';
import { readChain, toChains } from './checked-places.ts';
import type { MrzCells } from './mrz-cells.ts';
import { MRZ_ALPHABET } from './mrz-cells.ts';
import { toPlacePriors } from './mrz-grammar.ts';
import type { MrzLayout, MrzSpan } from './mrz-layout.ts';
import { MRZ_LAYOUTS } from './mrz-layout.ts';
import type { MrzFormat, MrzReading } from './mrz-reading.ts';
import { letterProbabilities } from './name-places.ts';
import { parseMrz } from './parse-mrz.ts';
import { STATE_CODES } from './state-codes.ts';

/**
 * How much less likely than what the eyes say a reading may be for the sake of its check digits: a factor of 1/20 (measured,
 * development set of bench/documents). Beyond it the digits are told as wrong, since documents with wrong digits exist and
 * are what a check looks for.
 */
const MIN_LOG_RATIO = -Math.log(20);
/** A character that the eyes take for so much less likely than another is the grammar's, not the document's (guess). */
const CONTRADICTION = 1 / 50;
/**
 * From here on the characters that no digit covers are relied on; a line that has others is looked at again (measured, drawn zones of 5 to
 * 14 px a character: of 480, looked at again, the surest that was wrong had 0.89).
 */
const MIN_SURE = 0.9;
/** How much rarer a state's code that nobody has assigned is than one that somebody has (guess). */
const UNASSIGNED = 0.003;
const FILLER = MRZ_ALPHABET.length - 1;
const [LETTER_O, DIGIT_0] = [MRZ_ALPHABET.indexOf('O'), MRZ_ALPHABET.indexOf('0')];
/**
 * How often the eyes take O for 0 or 0 for O, however sure they are of it (measured, small-print of bench/documents: 00 was
 * read as OO with check digits that hold, once in 200 zones).
 */
const O_FOR_0 = 0.2;

/**
 * How well cells suit a format, as a mean log-probability of a place, 0 at best: the grammar of each field, and what its check
 * digits ask for beyond it. Compares ways to part and to place the same characters.
 */
export function judgeMrz(format: MrzFormat, cells: readonly MrzCells[]): number {
  const layout = MRZ_LAYOUTS[format];
  const weigh = weigherOf(layout, cells);
  let sum = 0;
  for (let line = 0; line < layout.lineCount; line += 1)
    for (let place = 0; place < layout.lineLength; place += 1) sum += Math.log(Math.max(...weigh(line, place)));
  for (const chain of toChains(layout))
    sum += Math.max(WORST_CHAIN, readChain(chain, ({ line, place }) => weigh(line, place))?.logRatio ?? WORST_CHAIN);
  return sum / (layout.lineCount * layout.lineLength);
}

/** Wrong check digits are no reason to take a zone for another format. */
const WORST_CHAIN = -8;

function weigherOf(layout: MrzLayout, cells: readonly MrzCells[]): Weigh {
  const priors = toPlacePriors(layout);
  return (line, place) => {
    const seen = cells[line]?.probabilities;
    const prior = priors[line]?.[place] ?? new Float64Array(MRZ_ALPHABET.length);
    const believed = Float64Array.from(MRZ_ALPHABET, (_, c) => seen?.[place * MRZ_ALPHABET.length + c] ?? 0);
    // Where only one of the two may stand, there is nothing to mistake.
    if ((prior[LETTER_O] ?? 0) > 0 && (prior[DIGIT_0] ?? 0) > 0) {
      const [o, zero] = [believed[LETTER_O] ?? 0, believed[DIGIT_0] ?? 0];
      believed[LETTER_O] = o + O_FOR_0 * (zero - o);
      believed[DIGIT_0] = zero + O_FOR_0 * (o - zero);
    }
    return believed.map((belief, c) => belief * (prior[c] ?? 0));
  };
}

interface Place {
  character: number;
  /** 0–1: belief in the character. */
  confidence: number;
}

/**
 * Reads the lines of a zone of one format: each place under the grammar of its field, checked fields together with their
 * digits. The confidence of what no digit covers stays that of the eyes.
 */
export function decodeMrz(format: MrzFormat, cells: readonly MrzCells[], at: Date): MrzReading {
  const { places, isForced } = readPlaces(format, cells);
  const isSeen = places.every((line, i) =>
    line.every(({ character }, place) => !contradicts(cells[i], place, character)),
  );
  const lines = places.map((line) => line.map(({ character }) => MRZ_ALPHABET[character] ?? '<').join(''));
  const parsed = parseMrz(lines, at);
  const confidence = Math.min(...places.map(confidenceOf));
  return { ...parsed, valid: parsed.valid && !isForced && isSeen && confidence >= MIN_SURE, confidence };
}

/** The lines, by number, that another look may make surer: all where the check digits do not hold. */
export function unclearLines(format: MrzFormat, cells: readonly MrzCells[]): readonly number[] {
  const { places, isForced } = readPlaces(format, cells);
  return places.flatMap((line, i) => (isForced || confidenceOf(line) < MIN_SURE ? [i] : []));
}

const confidenceOf = (line: readonly Place[]): number => Math.min(...line.map(({ confidence }) => confidence));

function readPlaces(
  format: MrzFormat,
  cells: readonly MrzCells[],
): { readonly places: readonly (readonly Place[])[]; readonly isForced: boolean } {
  const layout = MRZ_LAYOUTS[format];
  const weigh = weigherOf(layout, cells);
  const places = Array.from({ length: layout.lineCount }, (_, line) =>
    Array.from({ length: layout.lineLength }, (_, place) => likeliest(weigh(line, place))),
  );
  const put = (line: number, place: number, value: Place): void => {
    places[line]?.splice(place, 1, value);
  };
  for (const name of ['issuingCountry', 'nationality'] as const) readState(layout.fields[name], weigh, put);
  readNames(layout.fields.names, weigh, put);
  const checked = readChecked(layout, weigh);
  for (const { line, place, value } of checked.places) put(line, place, value);
  return { places, isForced: checked.isForced };
}

function likeliest(weights: Float64Array): Place {
  let character = 0;
  let total = 0;
  for (let c = 0; c < weights.length; c += 1) {
    total += weights[c] ?? 0;
    if ((weights[c] ?? 0) > (weights[character] ?? 0)) character = c;
  }
  return { character, confidence: total > 0 ? (weights[character] ?? 0) / total : 0 };
}

function contradicts(cells: MrzCells | undefined, place: number, character: number): boolean {
  const width = MRZ_ALPHABET.length;
  const seen = cells?.probabilities.subarray(place * width, (place + 1) * width) ?? new Float64Array(width);
  return (seen[character] ?? 0) < CONTRADICTION * Math.max(...seen);
}

type Weigh = (line: number, place: number) => Float64Array;
type Put = (line: number, place: number, value: Place) => void;

/** A state's code is one of a list, mostly: three places at once. */
function readState(span: MrzSpan | undefined, weigh: Weigh, put: Put): void {
  if (span === undefined) return;
  const { line, from } = span;
  const weights = [0, 1, 2].map((i) => weigh(line, from + i));
  const weightOf = (code: string): number =>
    weights.reduce((product, place, i) => product * (place[MRZ_ALPHABET.indexOf(code.charAt(i))] ?? 0), 1);
  const eyes = weights.map(likeliest);
  const seen = eyes.map(({ character }) => MRZ_ALPHABET[character] ?? '').join('');
  let best = seen;
  let bestWeight = 0;
  let total = UNASSIGNED * weights.reduce((product, place) => product * place.reduce((a, b) => a + b, 0), 1);
  for (const code of STATE_CODES) {
    const weight = weightOf(code);
    total += weight;
    if (weight > bestWeight) [best, bestWeight] = [code, weight];
  }
  const unassigned = UNASSIGNED * weightOf(seen);
  if (!STATE_CODES.has(seen) && unassigned > bestWeight) [best, bestWeight] = [seen, unassigned];
  const confidence = total > 0 ? bestWeight / total : 0;
  for (let i = 0; i < 3; i += 1) put(line, from + i, { character: MRZ_ALPHABET.indexOf(best.charAt(i)), confidence });
}

function readNames(span: MrzSpan | undefined, weigh: Weigh, put: Put): void {
  if (span === undefined) return;
  const { line, from, to } = span;
  const weights = Array.from({ length: to - from }, (_, i) => weigh(line, from + i));
  const fillers = weights.map((place) => place[FILLER] ?? 0);
  const letters = weights.map((place, i) => place.reduce((a, b) => a + b, 0) - (fillers[i] ?? 0));
  for (const [i, asLetter] of letterProbabilities(letters, fillers).entries()) {
    const place = weights[i]?.slice(0, FILLER) ?? new Float64Array();
    const letter = likeliest(place);
    put(
      line,
      from + i,
      asLetter >= 0.5
        ? { character: letter.character, confidence: asLetter * letter.confidence }
        : { character: FILLER, confidence: 1 - asLetter },
    );
  }
}

/** The places that check digits cover; as the eyes have them where no reading near enough satisfies the digits. */
function readChecked(
  layout: MrzLayout,
  weigh: Weigh,
): { readonly isForced: boolean; readonly places: readonly { line: number; place: number; value: Place }[] } {
  let isForced = false;
  const places = toChains(layout).flatMap((chain: readonly ChainPlace[]) => {
    const reading = readChain(chain, ({ line, place }) => weigh(line, place));
    const holds = reading !== null && reading.logRatio >= MIN_LOG_RATIO;
    if (!holds) isForced = true;
    return chain.map(({ line, place }, i) => {
      const eyes = likeliest(weigh(line, place));
      const character = holds ? (reading.characters[i] ?? 0) : eyes.character;
      return { line, place, value: { character, confidence: holds ? reading.posterior : eyes.confidence } };
    });
  });
  return { isForced, places };
}
