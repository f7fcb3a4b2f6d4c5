import type { LinePath } from './line-crop.ts';
import { refineLine } from './refine-line.ts';
import type { StrokeEnergy } from './stroke-energy.ts';
import { measureStrokes } from './stroke-energy.ts';
import type { WorkPlane } from './work-plane.ts';

/** What is looked for, in heights of a capital. */
export interface TraceOptions {
  /** Least height of a capital, in pixels of the work plane: small print is dear to look for. */
  readonly minHeight: number;
  readonly minLengthHeights: number;
  /** A longer gap ends a line. */
  readonly maxGapHeights: number;
  /** The window that is looked at around a point: print must fill it evenly. */
  readonly windowHeights: number;
}

/** A line of print that was found. */
export interface TracedLine {
  readonly path: LinePath;
  /** How clearly it stands out, times its length: what is compared between lines. */
  readonly weight: number;
}

/** Heights of capitals that are looked for, in pixels of the work plane, a fifth apart. */
const HEIGHTS = [6, 7.2, 8.6, 10.4, 12.5, 15, 18, 21.6, 26, 31, 37];
/** How much stronger than what is above and below it a line must be, 0–1, to go on (guess, tried on the development set). */
const THRESHOLD = 0.3;
/** What a bend costs. */
const BEND_COST = 0.04;
/** Steps to one height: along and across. */
const ALONG = 2;
const ACROSS = 6;
/** Strokes weaker than this, in levels, are noise. */
const NOISE = 3;

/** Finds lines of print that run from left to right, up to some 15° aslant, the clearest first. */
export function traceLines(work: WorkPlane, options: TraceOptions): readonly TracedLine[] {
  const energy = measureStrokes(work.plane);
  const found = HEIGHTS.filter((height) => height >= options.minHeight)
    .flatMap((height) => traceAtHeight(energy, height, options))
    .toSorted((a, b) => b.weight - a.weight);
  const kept: Trace[] = [];
  for (const trace of found) if (!kept.some((other) => overlaps(trace, other))) kept.push(trace);
  return kept.map(({ xs, ys, height, weight }) => ({ path: refineLine(work, xs, ys, height), weight }));
}

interface Trace {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly height: number;
  readonly weight: number;
}

/** Best paths through the plane, by dynamic programming from left to right; a path ends where it stops paying. */
function traceAtHeight(energy: StrokeEnergy, height: number, options: TraceOptions): Trace[] {
  const stepX = height / ALONG;
  const stepY = height / ACROSS;
  const columns = Math.floor(energy.width / stepX);
  const rows = Math.floor(energy.height / stepY);
  if (columns < 2 || rows < ACROSS * 2) return [];
  const gains = new Float32Array(columns * rows).fill(-THRESHOLD);
  const half = (options.windowHeights * height) / 2;
  const inside = (x: number): number => Math.min(energy.width, Math.max(0, Math.round(x)));
  const lefts = Int32Array.from({ length: columns }, (_, column) => inside((column + 0.5) * stepX - half));
  const rights = Int32Array.from({ length: columns }, (_, column) => inside((column + 0.5) * stepX + half));
  const [bands, above, below] = [new Float32Array(columns), new Float32Array(columns), new Float32Array(columns)];
  for (let row = 3; row < rows - 3; row += 1) {
    const y = row * stepY;
    energy.meansAlong(y - height * 0.5, y + height * 0.5, lefts, rights, bands);
    energy.meansAlong(y - height * 0.92, y - height * 0.6, lefts, rights, above);
    energy.meansAlong(y + height * 0.6, y + height * 0.92, lefts, rights, below);
    for (let column = 0; column < columns; column += 1) {
      const band = bands[column] ?? 0;
      if (band < NOISE) continue;
      const around = Math.max(above[column] ?? 0, below[column] ?? 0);
      gains[row * columns + column] = (band - around) / (band + NOISE) - THRESHOLD;
    }
  }
  const sums = new Float32Array(gains.length);
  const from = new Int8Array(gains.length);
  const idle = new Uint8Array(gains.length);
  const maxIdle = options.maxGapHeights * ALONG;
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < rows; row += 1) {
      const at = row * columns + column;
      let best = 0;
      let step = 2;
      if (column > 0) {
        for (let d = -1; d <= 1; d += 1) {
          if (row + d < 0 || row + d >= rows) continue;
          const before = at + d * columns - 1;
          if ((idle[before] ?? 0) > maxIdle) continue;
          const value = (sums[before] ?? 0) - (d === 0 ? 0 : BEND_COST);
          if (value > best) [best, step] = [value, d];
        }
      }
      const gain = gains[at] ?? 0;
      sums[at] = best + gain;
      idle[at] = gain > 0 || step === 2 ? 0 : (idle[at + step * columns - 1] ?? 0) + 1;
      // 2: a path begins here.
      from[at] = step;
    }
  }
  return collectPaths(sums, from, columns, rows, height, options.minLengthHeights);
}

function collectPaths(
  sums: Float32Array,
  from: Int8Array,
  columns: number,
  rows: number,
  height: number,
  minLengthHeights: number,
): Trace[] {
  const least = minLengthHeights * ALONG * 0.1;
  const ends: number[] = [];
  for (let at = 0; at < sums.length; at += 1)
    if ((sums[at] ?? 0) > least && !goesOn(sums, from, columns, at)) ends.push(at);
  ends.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0));
  const taken = new Uint8Array(sums.length);
  const traces: Trace[] = [];
  for (const end of ends) {
    if (taken[end] === 1) continue;
    const cells: number[] = [];
    let at = end;
    let isNew = true;
    for (;;) {
      if (taken[at] === 1) {
        isNew = false;
        break;
      }
      cells.push(at);
      const step = from[at] ?? 2;
      if (step === 2) break;
      at += step * columns - 1;
    }
    for (const cell of cells) take(taken, cell, columns, rows);
    if (!isNew || cells.length < minLengthHeights * ALONG) continue;
    cells.reverse();
    traces.push({
      xs: cells.map((cell) => ((cell % columns) + 0.5) * (height / ALONG)),
      ys: cells.map((cell) => Math.floor(cell / columns) * (height / ACROSS)),
      height,
      weight: (sums[end] ?? 0) * height,
    });
  }
  return traces;
}

/** Whether a path through a cell still gains after it. */
function goesOn(sums: Float32Array, from: Int8Array, columns: number, at: number): boolean {
  for (let d = -1; d <= 1; d += 1) {
    const next = at + 1 - d * columns;
    if (from[next] === d && (sums[next] ?? 0) > (sums[at] ?? 0)) return true;
  }
  return false;
}

/** A path takes what is around it, or its own shoulders would be found as lines. */
function take(taken: Uint8Array, cell: number, columns: number, rows: number): void {
  const row = Math.floor(cell / columns);
  for (let d = -ACROSS / 2; d <= ACROSS / 2; d += 1) {
    if (row + d >= 0 && row + d < rows) taken[cell + d * columns] = 1;
  }
}

/** Whether most of the shorter trace lies on the other one. */
function overlaps(a: Trace, b: Trace): boolean {
  const [left, right] = [Math.max(a.xs[0] ?? 0, b.xs[0] ?? 0), Math.min(a.xs.at(-1) ?? 0, b.xs.at(-1) ?? 0)];
  const lengthOf = ({ xs }: Trace): number => (xs.at(-1) ?? 0) - (xs[0] ?? 0);
  if (right - left < 0.3 * Math.min(lengthOf(a), lengthOf(b))) return false;
  const middle = (left + right) / 2;
  return Math.abs(heightAt(a, middle) - heightAt(b, middle)) < 0.6 * Math.max(a.height, b.height);
}

function heightAt({ xs, ys }: Trace, x: number): number {
  const index = xs.findIndex((value) => value >= x);
  return ys[index < 0 ? ys.length - 1 : index] ?? 0;
}
