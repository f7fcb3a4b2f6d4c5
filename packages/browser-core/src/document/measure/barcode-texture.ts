import type { LumaPlane } from '../../liveness/luma-plane.ts';

/** Side of the squares that are judged, pixels of a document at 640 px wide. */
const CELL = 16;
/** Of a symbol's squares: contrast over their mean, and how often neighbours jump from dark to light. Guess. */
const LEAST_CONTRAST = 0.32;
const LEAST_JUMPS = 0.3;
/** Squares that lie together: a PDF417 is at least 30 × 5 mm of a card, a QR code 10 × 10. */
const FEWEST_CELLS = 14;

/** Whether dense black and white bars or squares are printed on a document that was laid flat, 640 px wide. */
export function hasBarcodeTexture(luma: LumaPlane): boolean {
  const columns = Math.floor(luma.width / CELL);
  const rows = Math.floor(luma.height / CELL);
  const isDense = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      isDense[row * columns + column] = isDenseCell(luma, column * CELL, row * CELL) ? 1 : 0;
    }
  }
  return largestPatch(isDense, columns, rows) >= FEWEST_CELLS;
}

/** Bars fill their square: most of its rows jump between dark and light all along, and little lies between the two. */
function isDenseCell({ data, width }: LumaPlane, left: number, top: number): boolean {
  let low = 255;
  let high = 0;
  let sum = 0;
  for (let y = top; y < top + CELL; y += 1) {
    for (let x = left; x < left + CELL; x += 1) {
      const value = data[y * width + x] ?? 0;
      sum += value;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  const mean = sum / (CELL * CELL);
  if (high - low < LEAST_CONTRAST * Math.max(40, mean) || high - low < 40) return false;
  const step = (high - low) * 0.2;
  let jumps = 0;
  let dark = 0;
  for (let y = top; y < top + CELL; y += 1) {
    for (let x = left; x < left + CELL - 1; x += 1) {
      const here = data[y * width + x] ?? 0;
      if (Math.abs((data[y * width + x + 1] ?? 0) - here) > step) jumps += 1;
      if (here < (low + high) / 2) dark += 1;
    }
  }
  const darkShare = dark / (CELL * (CELL - 1));
  return jumps / (CELL * (CELL - 1)) >= LEAST_JUMPS && darkShare > 0.25 && darkShare < 0.75;
}

/** Squares of the largest patch that hang together. */
function largestPatch(isDense: Uint8Array, columns: number, rows: number): number {
  const isSeen = new Uint8Array(isDense.length);
  let largest = 0;
  for (let start = 0; start < isDense.length; start += 1) {
    if (isDense[start] === 0 || isSeen[start] === 1) continue;
    const queue = [start];
    isSeen[start] = 1;
    let size = 0;
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      size += 1;
      const [x, y] = [at % columns, Math.floor(at / columns)];
      for (const [nx, ny] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ] as const) {
        const next = ny * columns + nx;
        if (nx < 0 || ny < 0 || nx >= columns || ny >= rows || isSeen[next] === 1 || isDense[next] === 0) continue;
        isSeen[next] = 1;
        queue.push(next);
      }
    }
    largest = Math.max(largest, size);
  }
  return largest;
}
