import type { RgbaImage } from '../../../face/rgba-sampler.ts';
import type { LumaPlane } from '../../../liveness/luma-plane.ts';
import { decodeText } from '../line/decode-text.ts';
import type { LinePath } from '../line/line-crop.ts';
import { MRZ_STRETCH, cropLine, flipped } from '../line/line-crop.ts';
import type { LineLattice, LineRecogniser } from '../line/line-recogniser.ts';
import { traceLines } from '../line/trace-lines.ts';
import { toLumaPlane } from '../line/to-luma-plane.ts';
import type { WorkPlane } from '../line/work-plane.ts';
import { toWorkPlane } from '../line/work-plane.ts';
import { estimateSkew } from '../line/estimate-skew.ts';
import { decodeMrz, judgeMrz, unclearLines } from './decode-mrz.ts';
import type { MrzCandidate } from './find-mrz.ts';
import { findMrz } from './find-mrz.ts';
import type { MrzCells } from './mrz-cells.ts';
import { MRZ_ALPHABET, toMrzCells } from './mrz-cells.ts';
import { MRZ_LAYOUTS } from './mrz-layout.ts';
import type { MrzFormat, MrzReading } from './mrz-reading.ts';

export interface ReadMrzOptions {
  /** Decides centuries. */
  readonly at: Date;
  /** Whether the document may lie on its side. Upside down it may lie in any case. Default true. */
  readonly mayLieSideways?: boolean;
}

/** What one picture shows of a zone; several of one document can be read together. */
export interface MrzObservation {
  readonly format: MrzFormat;
  readonly cells: readonly MrzCells[];
  /** How well what is seen suits the format; 0 at best. */
  readonly score: number;
}

/** A zone is long and even, and light may hide a part of it; its print is not the smallest. */
const TRACE = { minHeight: 8, minLengthHeights: 12, maxGapHeights: 6, windowHeights: 2.6 };
/** Below this score what was found is no zone (measured, development set of bench/documents). */
const MIN_SCORE = -1.1;
/** Up to here, in radians, lines are traced as they lie; beyond it the picture is turned first. */
const MAX_SLANT = 0.06;
/** A line of a zone has at least so many characters that can be made out, so clearly (same set: other print stays below 0.6). */
const MIN_CHARACTERS = 18;
const MIN_LINE_CONFIDENCE = 0.6;
/** What is cut out before and after a line, in heights: its first character may be faint. */
const MARGIN_HEIGHTS = 1.6;
/** From this score on no other candidate is looked at. */
const GOOD_SCORE = -0.35;

/** Finds and reads the machine-readable zone of a picture: a whole frame or a document that was cut out. Null when there is none. */
export async function readMrz(
  image: RgbaImage | LumaPlane,
  recogniser: LineRecogniser,
  options: ReadMrzOptions,
): Promise<MrzReading | null> {
  const luma = toLumaPlane(image);
  const found = await findZone(luma, recogniser, options);
  if (found === null) return null;
  return decodeMrz(found.format, await lookAgain(luma, found, recogniser), options.at);
}

/** The first half of `readMrz`, with one look: what is seen, before the grammar decides. */
export async function observeMrz(
  image: RgbaImage | LumaPlane,
  recogniser: LineRecogniser,
  options: Pick<ReadMrzOptions, 'mayLieSideways'> = {},
): Promise<MrzObservation | null> {
  const found = await findZone(toLumaPlane(image), recogniser, options);
  return found && { format: found.format, cells: found.cells, score: found.score };
}

/** What is seen of a zone, and where its lines run. */
interface FoundZone extends MrzObservation {
  readonly paths: readonly LinePath[];
}

async function findZone(
  luma: LumaPlane,
  recogniser: LineRecogniser,
  { mayLieSideways = true }: Pick<ReadMrzOptions, 'mayLieSideways'>,
): Promise<FoundZone | null> {
  for (const angle of mayLieSideways ? [0, Math.PI / 2] : [0]) {
    const work = toWorkPlane(luma, angle);
    const skew = estimateSkew(work);
    // A page may have more slanting print than its zone: when one does not give a clear zone, so may the other.
    const first = Math.abs(skew) < MAX_SLANT ? work : toWorkPlane(luma, angle + skew);
    let best = await observeAlong(luma, first, recogniser);
    if (first !== work && (best === null || best.score < GOOD_SCORE))
      best = better(best, await observeAlong(luma, work, recogniser));
    if (best !== null) return best;
  }
  return null;
}

/** Looks for a zone whose lines run along a plane's rows, or upside down. */
async function observeAlong(luma: LumaPlane, work: WorkPlane, recogniser: LineRecogniser): Promise<FoundZone | null> {
  let best: FoundZone | null = null;
  for (const candidate of findMrz(traceLines(work, TRACE))) {
    for (const lines of [candidate, candidate.toReversed().map(flipped)]) {
      const observation = await observeCandidate(luma, lines, recogniser);
      if (observation !== null && observation.score > MIN_SCORE) best = better(best, observation);
      if (best !== null && best.score > GOOD_SCORE) return best;
    }
  }
  return best;
}

function better(a: FoundZone | null, b: FoundZone | null): FoundZone | null {
  return a === null || (b !== null && b.score > a.score) ? b : a;
}

/** The second half: one reading of what one or more pictures of the same document show; null when there is none. */
export function concludeMrz(observations: readonly MrzObservation[], at: Date): MrzReading | null {
  const first = observations.toSorted((a, b) => b.score - a.score)[0];
  if (first === undefined) return null;
  const same = observations.filter(({ format }) => format === first.format);
  const cells = first.cells.map((line, i) => mergedCells(same.map((one) => one.cells[i] ?? line)));
  return decodeMrz(first.format, cells, at);
}

/** Each line is recognised once; then every format that so many lines can be is tried. */
async function observeCandidate(
  luma: LumaPlane,
  candidate: MrzCandidate,
  recogniser: LineRecogniser,
): Promise<FoundZone | null> {
  const middle = Math.floor(candidate.length / 2);
  const lattices = new Map<number, LineLattice>();
  for (const [i, path] of [...candidate.entries()].toSorted(
    ([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle),
  )) {
    const lattice = await look(luma, path, recogniser);
    if (i === middle && !isMachineReadable(lattice)) return null;
    lattices.set(i, lattice);
  }
  let best: FoundZone | null = null;
  for (const format of ['TD1', 'TD2', 'TD3'] as const) {
    const { lineCount, lineLength } = MRZ_LAYOUTS[format];
    const placings = candidate.map((_, i) => {
      const lattice = lattices.get(i);
      return lattice === undefined ? [] : toMrzCells(lattice, lineLength);
    });
    for (let start = 0; start + lineCount <= placings.length; start += 1) {
      for (const lines of combinations(placings.slice(start, start + lineCount))) {
        const actual = visaOf(format, lines);
        const score = scoreOf(actual, lines);
        if (score > (best?.score ?? -Infinity))
          best = { format: actual, cells: lines, score, paths: candidate.slice(start, start + lineCount) };
      }
    }
  }
  return best;
}

const look = async (luma: LumaPlane, path: LinePath, recogniser: LineRecogniser): Promise<LineLattice> =>
  recogniser.recogniseMrz(cropLine(luma, path, MRZ_STRETCH, MARGIN_HEIGHTS));

/**
 * Other cuts of the same line: its height by a share, its place by shares of its height. The network sees each on another grid of pixels;
 * where it reads the same on all, it read the print, and where it wavers, it guessed (measured, development set of
 * bench/documents: the one letter that was misread with a confidence of 0.63 is read rightly on two of six other cuts).
 */
const OTHER_CUTS = [
  { scale: 1, across: 0.05, along: 0.1 },
  { scale: 1, across: -0.05, along: 0.2 },
  { scale: 0.92, across: 0, along: 0 },
  { scale: 1.08, across: 0, along: 0 },
] as const;

/** The cells of a zone, those of lines that are not clear together with what other cuts of them show. */
async function lookAgain(
  luma: LumaPlane,
  { format, cells, paths }: FoundZone,
  recogniser: LineRecogniser,
): Promise<readonly MrzCells[]> {
  const together = [...cells];
  for (const i of unclearLines(format, cells)) {
    const [path, first] = [paths[i], cells[i]];
    if (path === undefined || first === undefined) continue;
    const looks = [first];
    for (const cut of OTHER_CUTS) {
      const lattice = await look(luma, cutOtherwise(path, cut), recogniser);
      looks.push(...toMrzCells(lattice, first.count).slice(0, 1));
    }
    together[i] = mergedCells(looks);
  }
  return together;
}

function cutOtherwise(path: LinePath, { scale, across, along }: (typeof OTHER_CUTS)[number]): LinePath {
  const { capitalHeight, from, to, offset } = path;
  return {
    ...path,
    capitalHeight: capitalHeight * scale,
    offset: offset + across * capitalHeight,
    from: from + along * capitalHeight,
    to: to + along * capitalHeight,
  };
}

/** One line tells whether the others are worth a look: most of what is found on a page is not a zone, or is upside down. */
function isMachineReadable(lattice: LineLattice): boolean {
  const { text, confidence } = decodeText(lattice);
  return text.length >= MIN_CHARACTERS && confidence >= MIN_LINE_CONFIDENCE;
}

/** Every choice of one of each. */
function combinations<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (chosen, next) => chosen.flatMap((before) => next.map((one) => [...before, one])),
    [[]],
  );
}

/** What a step that does not fit its line costs, against a character that is not clear (guess). */
const FIT_WEIGHT = 4;

function scoreOf(format: MrzFormat, lines: readonly MrzCells[]): number {
  const fit = lines.reduce((sum, line) => sum + line.fit, 0) / lines.length;
  return judgeMrz(format, lines) + FIT_WEIGHT * fit;
}

/** A visa has the size of a book or a card, and a V to begin with. */
function visaOf(format: MrzFormat, lines: readonly MrzCells[]): MrzFormat {
  const first = lines[0]?.probabilities ?? new Float64Array();
  const isVisa = (first[MRZ_ALPHABET.indexOf('V')] ?? 0) > 0.5;
  if (!isVisa || format === 'TD1') return format;
  return format === 'TD3' ? 'MRV-A' : 'MRV-B';
}

/** Pictures of one document err alike, so that several count for more than one and for less than so many: their square root (guess). */
function mergedCells(cells: readonly MrzCells[]): MrzCells {
  const [first] = cells;
  if (first === undefined || cells.length === 1)
    return first ?? { count: 0, probabilities: new Float64Array(), fit: 0 };
  const { count } = first;
  const width = first.probabilities.length / count;
  const probabilities = new Float64Array(first.probabilities.length);
  for (let i = 0; i < probabilities.length; i += 1)
    probabilities[i] = Math.exp(
      cells.reduce((sum, line) => sum + Math.log(line.probabilities[i] ?? 1), 0) / Math.sqrt(cells.length),
    );
  for (let i = 0; i < count; i += 1) {
    const cell = probabilities.subarray(i * width, (i + 1) * width);
    const total = cell.reduce((a, b) => a + b, 0);
    for (let c = 0; c < width; c += 1) cell[c] = (cell[c] ?? 0) / total;
  }
  return { count, probabilities, fit: Math.max(...cells.map(({ fit }) => fit)) };
}
