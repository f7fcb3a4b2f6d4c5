import type { DocumentFormat } from '../document-format.ts';
import { aspectOf } from '../document-format.ts';
import { findEdgePoints, type EdgePoints } from './edge-points.ts';
import type { RgbaImage } from '../../face/rgba-sampler.ts';
import { luma } from '../../liveness/luma-plane.ts';
import { pixelWords } from '../pixel-words.ts';
import type { Point, Quad } from '../quad.ts';
import { extentQuad, printExtent } from './print-extent.ts';
import type { ShrunkImage } from './shrink.ts';

/** Side of the squares in which print is counted, pixels of the shrunk picture, and edge points that make one printed. */
const CELL = 8;
const FEWEST_POINTS = 4;
/**
 * Steps of print over the middle step of a picture of a screen, bezel and what is left of its raster among them. Of 60 specimens on a
 * simulated screen these have their corners within 6 % of the frame's width: 25 with 0.5, 26 with 0.7, 21 with 0, 20 with 1. Measured.
 */
const OVER_RASTER = 0.5;
/** Printed squares no further apart than this hang together: rows of print do, a monitor's frame stays apart. Guess. */
const REACH = 2;
/** Paper and screens are this bright around what is printed, and this share of the squares there is empty. Guess. */
const GROUND_LUMA = 100;
const EMPTY_SHARE = 0.75;
/** What is printed leaves a margin of its own at each edge of a document, over the print's width. Guess. */
const MARGIN_SHARE = 0.04;
/** Print fills this share of its squares, and of the picture; its proportions are within this, as a logarithm. Guess. */
const FILLED_SHARE = 0.3;
/** A row or column of squares at the border of print has this share printed. Guess. */
const TRIM_SHARE = 0.16;
const LEAST_AREA_RATIO = 0.12;
const ASPECT_TOLERANCE = 0.22;

export interface PrintedPicture {
  /** Pixels of the shrunk picture. */
  readonly quad: Quad;
  readonly format: DocumentFormat;
}

/**
 * A document that has no edge: copied onto a larger sheet, or shown in the middle of a screen. Where its print ends, on an
 * even, bright ground, is about where it ends. Turned a little at most, and seen nearly from above; null when the picture is none of that.
 */
export function printedPicture(
  picture: RgbaImage,
  image: ShrunkImage,
  points: EdgePoints,
  formats: readonly DocumentFormat[],
): PrintedPicture | null {
  const copied = withPrint(image, points, 0, formats);
  if (copied !== null) return copied;
  // A screen's raster is everywhere, strongest in colour: print stands out of the mean of all pixels' brightness.
  const none = new Float32Array(image.luma.length);
  const grey = { ...image, luma: meanLuma(picture, image), blue: none, red: none };
  const inGrey = findEdgePoints(grey);
  return withPrint(grey, inGrey, OVER_RASTER * medianStep(inGrey), formats);
}

function withPrint(
  image: ShrunkImage,
  points: EdgePoints,
  leastStep: number,
  formats: readonly DocumentFormat[],
): PrintedPicture | null {
  const columns = Math.floor(image.width / CELL);
  const rows = Math.floor(image.height / CELL);
  const isPrinted = printedCells(points, leastStep, columns, rows);
  const cluster = largestCluster(isPrinted, columns, rows);
  if (cluster === null) return null;
  const box = trimmed(cluster, isPrinted, columns);
  const { left, top, right, bottom } = box;
  const cells = (right - left + 1) * (bottom - top + 1);
  if (box.count < FILLED_SHARE * cells || cells < LEAST_AREA_RATIO * columns * rows) return null;
  if (!isGround(image, isPrinted, columns, rows, box)) return null;

  const extent = printExtent(printOf(points, leastStep, isPrinted, columns, box));
  if (extent === null) return null;
  const margin = MARGIN_SHARE * extent.width;
  const width = extent.width + 2 * margin;
  const height = extent.height + 2 * margin;
  const off = (format: DocumentFormat): number => Math.abs(Math.log(width / height / aspectOf(format)));
  const [format] = formats.toSorted((a, b) => off(a) - off(b));
  if (format === undefined || off(format) > ASPECT_TOLERANCE) return null;
  // Print may end early in one direction; the format tells how much is missing.
  const longer = Math.max(width, height * aspectOf(format));
  return { quad: extentQuad(extent, longer, longer / aspectOf(format)), format };
}

/** The edge points of the squares that hang together, within their box. */
function printOf(
  { count, x, y, steps }: EdgePoints,
  leastStep: number,
  isPrinted: Uint8Array,
  columns: number,
  { left, top, right, bottom }: Cluster,
): Point[] {
  const print: Point[] = [];
  for (let i = 0; i < count; i += 1) {
    const at = { x: x[i] ?? 0, y: y[i] ?? 0 };
    const [column, row] = [Math.floor(at.x / CELL), Math.floor(at.y / CELL)];
    if ((steps[i] ?? 0) < leastStep || column < left || column > right || row < top || row > bottom) continue;
    if (isPrinted[row * columns + column] === 1) print.push(at);
  }
  return print;
}

/** Luma of the shrunk picture from the mean of all pixels: between four samples of a square a screen's raster remains. */
function meanLuma(picture: RgbaImage, small: ShrunkImage): Float32Array {
  const words = pixelWords(picture);
  const lumas = new Float32Array(small.width * small.height);
  const cell = Math.floor(small.scale);
  const share = 1 / (cell * cell);
  for (let row = 0, to = 0; row < small.height; row += 1) {
    const top = Math.floor(row * small.scale) * picture.width;
    for (let column = 0; column < small.width; column += 1, to += 1) {
      const left = Math.floor(column * small.scale);
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let line = 0, from = top + left; line < cell; line += 1, from += picture.width) {
        for (let at = from; at < from + cell; at += 1) {
          const pixel = words[at] ?? 0;
          red += pixel & 255;
          green += (pixel >>> 8) & 255;
          blue += (pixel >>> 16) & 255;
        }
      }
      lumas[to] = share * luma(red, green, blue);
    }
  }
  return lumas;
}

function medianStep({ count, steps }: EdgePoints): number {
  return steps.slice(0, count).sort()[count >> 1] ?? 0;
}

function printedCells(
  { count, x, y, steps }: EdgePoints,
  leastStep: number,
  columns: number,
  rows: number,
): Uint8Array {
  const counts = new Uint16Array(columns * rows);
  for (let i = 0; i < count; i += 1) {
    if ((steps[i] ?? 0) < leastStep) continue;
    const column = Math.floor((x[i] ?? 0) / CELL);
    const row = Math.floor((y[i] ?? 0) / CELL);
    if (column < columns && row < rows) counts[row * columns + column] = (counts[row * columns + column] ?? 0) + 1;
  }
  return Uint8Array.from(counts, (points) => (points >= FEWEST_POINTS ? 1 : 0));
}

interface Cluster {
  readonly count: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The most printed squares that hang together. */
function largestCluster(isPrinted: Uint8Array, columns: number, rows: number): Cluster | null {
  const isSeen = new Uint8Array(isPrinted.length);
  let largest: Cluster | null = null;
  for (let start = 0; start < isPrinted.length; start += 1) {
    if (isPrinted[start] === 0 || isSeen[start] === 1) continue;
    const queue = [start];
    isSeen[start] = 1;
    let [count, left, top, right, bottom] = [0, columns, rows, 0, 0];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const [column, row] = [at % columns, Math.floor(at / columns)];
      count += 1;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      for (let y = Math.max(0, row - REACH); y <= Math.min(rows - 1, row + REACH); y += 1) {
        for (let x = Math.max(0, column - REACH); x <= Math.min(columns - 1, column + REACH); x += 1) {
          const next = y * columns + x;
          if (isPrinted[next] === 0 || isSeen[next] === 1) continue;
          isSeen[next] = 1;
          queue.push(next);
        }
      }
    }
    if (largest === null || count > largest.count) largest = { count, left, top, right, bottom };
  }
  return largest;
}

/** Without rows and columns at its border that dust or a stray line made part of it. */
function trimmed(cluster: Cluster, isPrinted: Uint8Array, columns: number): Cluster {
  let { left, top, right, bottom } = cluster;
  const share = (fromX: number, toX: number, fromY: number, toY: number): number => {
    let printed = 0;
    for (let y = fromY; y <= toY; y += 1)
      for (let x = fromX; x <= toX; x += 1) printed += isPrinted[y * columns + x] ?? 0;
    return printed / ((toX - fromX + 1) * (toY - fromY + 1));
  };
  while (left < right && share(left, left, top, bottom) < TRIM_SHARE) left += 1;
  while (left < right && share(right, right, top, bottom) < TRIM_SHARE) right -= 1;
  while (top < bottom && share(left, right, top, top) < TRIM_SHARE) top += 1;
  while (top < bottom && share(left, right, bottom, bottom) < TRIM_SHARE) bottom -= 1;
  return { count: cluster.count, left, top, right, bottom };
}

/** Whether a ring of squares around the print is there on all sides, bright, and hardly printed. */
function isGround(
  { luma, width }: ShrunkImage,
  isPrinted: Uint8Array,
  columns: number,
  rows: number,
  { left, top, right, bottom }: Cluster,
): boolean {
  if (left < 1 || top < 1 || right > columns - 2 || bottom > rows - 2) return false;
  let cells = 0;
  let empty = 0;
  let bright = 0;
  for (let row = top - 1; row <= bottom + 1; row += 1) {
    for (let column = left - 1; column <= right + 1; column += 1) {
      if (row >= top && row <= bottom && column >= left && column <= right) continue;
      cells += 1;
      empty += isPrinted[row * columns + column] === 0 ? 1 : 0;
      const middle = (row * CELL + CELL / 2) * width + column * CELL + CELL / 2;
      bright += (luma[middle] ?? 0) >= GROUND_LUMA ? 1 : 0;
    }
  }
  return empty >= EMPTY_SHARE * cells && bright >= EMPTY_SHARE * cells;
}
