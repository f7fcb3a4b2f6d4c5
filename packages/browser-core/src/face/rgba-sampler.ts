import type { CropRegion, CropSampler, Smoothing } from './crop-sampler.ts';
import { toLuma } from './measure/luma.ts';
import { tapGrid, type TapGrid } from './tap-grid.ts';

/** Raw pixels, four bytes each, row by row. Alpha is not looked at. */
export interface RgbaImage {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Samples raw pixels, where there is no canvas: on the server and in tests. */
export function createRgbaSampler(image: RgbaImage): CropSampler {
  const { data, width, height } = image;
  if (data.length !== width * height * 4) throw new TypeError('the data are not width × height RGBA pixels');
  const pixels = { words: toWords(data), width, height };
  const sample: CropSampler['sample'] = (region, columns, rows, smoothing) => {
    const out = new Uint32Array(columns * rows);
    resample(pixels, region, columns, rows, smoothing, out);
    return new Uint8ClampedArray(out.buffer);
  };
  return { width, height, sample, sampleLuma: (...what) => toLuma(sample(...what)) };
}

/**
 * A pixel is read and written as one number, 0xAABBGGRR, and its red and blue are blended in one multiplication, 16 bits apart: less than
 * half the time of byte by byte, at weights of 8 bits (measured in Node). Trap: red comes first in memory only where numbers lie low byte
 * first, as they do wherever there is WebAssembly.
 */
interface WordImage {
  readonly words: Uint32Array;
  readonly width: number;
  readonly height: number;
}

const RED_AND_BLUE = 0xff00ff;
const OPAQUE = 0xff000000;
/** Pixels of the image to one of the crop's, each way, from which on blending them before they are averaged changes nothing to be seen. Guess. */
const DENSE = 3;
/** The weights of what is blended are whole numbers that sum up to this. */
const ONE = 256;

function toWords(data: RgbaImage['data']): Uint32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

function resample(
  image: WordImage,
  region: CropRegion,
  columns: number,
  rows: number,
  smoothing: Smoothing,
  out: Uint32Array,
): void {
  const grid = tapGrid(region, columns, rows, smoothing);
  const isUpright = grid.alongY === 0 && grid.downX === 0;
  const isDense = Math.min(grid.tapsX, grid.tapsY) > DENSE;
  if (isDense && isUpright) averageUpright(image, grid, columns, rows, out);
  else if (grid.tapsX * grid.tapsY > 1) blendMany(image, grid, columns, rows, out);
  else if (isPart(image, grid, columns, rows)) copy(image, grid, columns, rows, out);
  else if (isUpright) blendUpright(image, grid, columns, rows, out);
  else blendTurned(image, grid, columns, rows, out);
}

/** Whether what is read are whole pixels of the image, all of them inside. */
function isPart({ width, height }: WordImage, grid: TapGrid, columns: number, rows: number): boolean {
  const { startX, startY, alongX, alongY, downX, downY } = grid;
  if (alongX !== 1 || downY !== 1 || alongY !== 0 || downX !== 0) return false;
  if (!Number.isInteger(startX) || !Number.isInteger(startY)) return false;
  return startX >= 0 && startY >= 0 && startX + columns <= width && startY + rows <= height;
}

function copy(
  { words, width }: WordImage,
  { startX, startY }: TapGrid,
  columns: number,
  rows: number,
  out: Uint32Array,
) {
  for (let row = 0; row < rows; row += 1) {
    const from = (startY + row) * width + startX;
    out.set(words.subarray(from, from + columns), row * columns);
  }
  for (let i = 0; i < out.length; i += 1) out[i] = (out[i] ?? 0) | OPAQUE;
}

function blendTurned(image: WordImage, grid: TapGrid, columns: number, rows: number, out: Uint32Array): void {
  for (let row = 0; row < rows; row += 1) {
    const [x, y] = [grid.startX + row * grid.downX, grid.startY + row * grid.downY];
    blendRow(image, x, y, grid, out.subarray(row * columns, (row + 1) * columns));
  }
}

/** Not turned: each column reads at the same place in all rows, three tenths less time than point by point (measured in Node). */
function blendUpright(
  image: WordImage,
  { startX, startY, alongX, downY }: TapGrid,
  columns: number,
  rows: number,
  out: Uint32Array,
): void {
  const [lefts, across] = [new Int32Array(columns), new Int32Array(columns)];
  for (let column = 0; column < columns; column += 1) {
    const x = startX + column * alongX;
    const left = Math.floor(x);
    lefts[column] = left;
    across[column] = ((x - left) * ONE + 0.5) | 0;
  }
  for (let row = 0; row < rows; row += 1) {
    const y = startY + row * downY;
    const top = Math.floor(y);
    const down = ((y - top) * ONE + 0.5) | 0;
    blendUprightRow(image, lefts, across, top, down, out.subarray(row * columns, (row + 1) * columns));
  }
}

// Rows are functions of their own on purpose: a function with a long loop that is called once a frame is not optimised as a whole, but
// again and again from within its loop.

function blendRow(image: WordImage, x: number, y: number, { alongX, alongY }: TapGrid, out: Uint32Array): void {
  for (let column = 0; column < out.length; column += 1) {
    out[column] = blendFour(image, x + column * alongX, y + column * alongY) | OPAQUE;
  }
}

function blendUprightRow(
  image: WordImage,
  lefts: Int32Array,
  across: Int32Array,
  top: number,
  down: number,
  out: Uint32Array,
): void {
  for (let column = 0; column < out.length; column += 1)
    out[column] = blendAt(image, lefts[column] ?? 0, top, across[column] ?? 0, down) | OPAQUE;
}

function blendMany(image: WordImage, grid: TapGrid, columns: number, rows: number, out: Uint32Array): void {
  const sums: Sums = [new Float64Array(columns), new Float64Array(columns), new Float64Array(columns)];
  const share = 1 / (grid.tapsX * grid.tapsY);
  for (let row = 0; row < rows; row += 1) {
    for (const sum of sums) sum.fill(0);
    for (let tapY = row * grid.tapsY, end = tapY + grid.tapsY; tapY < end; tapY += 1) {
      addBlended(image, grid.startX + tapY * grid.downX, grid.startY + tapY * grid.downY, grid, sums);
    }
    for (let column = 0; column < columns; column += 1) out[row * columns + column] = toPixel(sums, column, share);
  }
}

/** Of red, green and blue, for each pixel of a row. */
type Sums = readonly [Float64Array, Float64Array, Float64Array];

function addBlended(
  image: WordImage,
  startX: number,
  startY: number,
  { tapsX, alongX, alongY }: TapGrid,
  [red, green, blue]: Sums,
): void {
  let x = startX;
  let y = startY;
  for (let column = 0; column < red.length; column += 1) {
    let r = 0;
    let g = 0;
    let b = 0;
    for (let tap = 0; tap < tapsX; tap += 1, x += alongX, y += alongY) {
      const pixel = blendFour(image, x, y);
      r += pixel & 255;
      g += (pixel >>> 8) & 255;
      b += (pixel >>> 16) & 255;
    }
    red[column] = (red[column] ?? 0) + r;
    green[column] = (green[column] ?? 0) + g;
    blue[column] = (blue[column] ?? 0) + b;
  }
}

/**
 * Dense and not turned, as the whole picture made small is: the mean of the pixels whose centres each cell covers, read in the order in
 * which they lie.
 */
function averageUpright(
  { words, width, height }: WordImage,
  { tapsX, tapsY, startX, startY, alongX, downY }: TapGrid,
  columns: number,
  rows: number,
  out: Uint32Array,
): void {
  const [lefts, tops] = [cellEdges(startX, alongX, tapsX, columns), cellEdges(startY, downY, tapsY, rows)];
  const clamp = (value: number, limit: number): number => Math.min(limit, Math.max(0, value));
  const runs = lefts.map((left) => clamp(left, width));
  const sums: Sums = [new Float64Array(columns), new Float64Array(columns), new Float64Array(columns)];
  for (let row = 0; row < rows; row += 1) {
    for (const sum of sums) sum.fill(0);
    const [top, bottom] = [tops[row] ?? 0, tops[row + 1] ?? 0];
    for (let y = clamp(top, height), last = clamp(bottom, height); y < last; y += 1)
      addRow(words, y * width, runs, sums);
    for (let column = 0; column < columns; column += 1) {
      const across = (lefts[column + 1] ?? 0) - (lefts[column] ?? 0);
      out[row * columns + column] = toPixel(sums, column, 1 / (across * (bottom - top)));
    }
  }
}

function addRow(words: Uint32Array, start: number, runs: Int32Array, [red, green, blue]: Sums): void {
  let at = start + (runs[0] ?? 0);
  for (let column = 0; column < red.length; column += 1) {
    let r = 0;
    let g = 0;
    let b = 0;
    for (const end = start + (runs[column + 1] ?? 0); at < end; at += 1) {
      const pixel = words[at] ?? 0;
      r += pixel & 255;
      g += (pixel >>> 8) & 255;
      b += (pixel >>> 16) & 255;
    }
    red[column] = (red[column] ?? 0) + r;
    green[column] = (green[column] ?? 0) + g;
    blue[column] = (blue[column] ?? 0) + b;
  }
}

/** The first pixel of each cell, and that after the last. */
function cellEdges(start: number, along: number, taps: number, cells: number): Int32Array {
  return Int32Array.from({ length: cells + 1 }, (_, cell) => Math.ceil(start + (cell * taps - 0.5) * along - 1e-6));
}

function toPixel([red, green, blue]: Sums, column: number, share: number): number {
  const r = (red[column] ?? 0) * share + 0.5;
  const g = (green[column] ?? 0) * share + 0.5;
  const b = (blue[column] ?? 0) * share + 0.5;
  return r | (g << 8) | (b << 16) | OPAQUE;
}

/** The blend of the four pixels around a point, without alpha. What lies outside is black. */
function blendFour(image: WordImage, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  return blendAt(image, left, top, ((x - left) * ONE + 0.5) | 0, ((y - top) * ONE + 0.5) | 0);
}

/** The same, of the pixel at `left` and `top`, and how far from there the point is, of ONE. */
function blendAt({ words, width, height }: WordImage, left: number, top: number, fx: number, fy: number): number {
  const across = (fx * fy + ONE / 2) >> 8;
  const right = fx - across;
  const below = fy - across;
  const here = ONE - fx - below;
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  if (left >= 0 && top >= 0 && left + 1 < width && top + 1 < height) {
    const i = (top * width + left) | 0;
    p = words[i] ?? 0;
    q = words[i + 1] ?? 0;
    r = words[i + width] ?? 0;
    s = words[i + width + 1] ?? 0;
  } else {
    p = pixelAt(words, width, height, left, top);
    q = pixelAt(words, width, height, left + 1, top);
    r = pixelAt(words, width, height, left, top + 1);
    s = pixelAt(words, width, height, left + 1, top + 1);
  }
  const redAndBlue =
    Math.imul(p & RED_AND_BLUE, here) +
    Math.imul(q & RED_AND_BLUE, right) +
    Math.imul(r & RED_AND_BLUE, below) +
    Math.imul(s & RED_AND_BLUE, across) +
    0x800080;
  const green =
    Math.imul((p >>> 8) & 255, here) +
    Math.imul((q >>> 8) & 255, right) +
    Math.imul((r >>> 8) & 255, below) +
    Math.imul((s >>> 8) & 255, across) +
    0x80;
  return ((redAndBlue >>> 8) & RED_AND_BLUE) | (green & 0xff00);
}

function pixelAt(words: Uint32Array, width: number, height: number, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 0 : (words[y * width + x] ?? 0);
}
