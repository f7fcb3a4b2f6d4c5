import type { LumaPlane } from '../../liveness/luma-plane.ts';

/** Where machine-readable rows lie, as the document is held: at its lower edge, at its upper one (upside down), or not. */
export type BandPlace = 'bottom' | 'top' | 'none';

/** Columns of cells into which a row is divided: print must be in nearly all of them, as only such rows fill a line. */
const CELLS = 20;
const FILLED_CELLS = 16;
/** Change from pixel to pixel, over the paper's brightness, that is print and no background pattern. Guess. */
const PRINT_CHANGE = 0.05;
/** Height of a row of characters over the document's: 2.4 to 3.1 mm of 54 to 88, blurred a little. */
const LEAST_HEIGHT = 0.016;
const MOST_HEIGHT = 0.085;
/** Rows begin no further than this from the document's edge: 23.2 mm of 54 (ICAO 9303-5). */
const ZONE_HEIGHT = 0.46;

/** Looks for two or three full rows of print along one long side of a document that was laid flat, 320 px wide or so. */
export function findPrintBands(luma: LumaPlane, paper: number): BandPlace {
  const rows = filledRows(luma, paper);
  const bands = bandsOf(rows, luma.height);
  const bottom = bands.filter(({ middle }) => middle > 1 - ZONE_HEIGHT && middle < 0.985);
  const top = bands.filter(({ middle }) => middle < ZONE_HEIGHT && middle > 0.015);
  // Two rows a passport, three a card; print in the other half is not so full.
  if (bottom.length >= 2 && bottom.length > top.length) return 'bottom';
  return top.length >= 2 && top.length > bottom.length ? 'top' : 'none';
}

/** For each row of pixels, in how many cells there is print. */
function filledRows({ data, width, height }: LumaPlane, paper: number): Uint8Array {
  const rows = new Uint8Array(height);
  const line = PRINT_CHANGE * Math.max(20, paper);
  for (let y = 0; y < height; y += 1) {
    let filled = 0;
    for (let cell = 0; cell < CELLS; cell += 1) {
      const from = Math.floor(width * (0.03 + (0.94 * cell) / CELLS));
      const to = Math.floor(width * (0.03 + (0.94 * (cell + 1)) / CELLS));
      let change = 0;
      for (let x = from; x < to; x += 1)
        change += Math.abs((data[y * width + x] ?? 0) - (data[y * width + x + 1] ?? 0));
      if (change > line * (to - from)) filled += 1;
    }
    rows[y] = filled;
  }
  return rows;
}

function bandsOf(rows: Uint8Array, height: number): { readonly middle: number }[] {
  const bands: { middle: number }[] = [];
  let start = -1;
  for (let y = 0; y <= height; y += 1) {
    const isFilled = (rows[y] ?? 0) >= FILLED_CELLS;
    if (isFilled && start < 0) start = y;
    if (isFilled || start < 0) continue;
    const share = (y - start) / height;
    if (share >= LEAST_HEIGHT && share <= MOST_HEIGHT) bands.push({ middle: (start + y) / 2 / height });
    start = -1;
  }
  return bands;
}
