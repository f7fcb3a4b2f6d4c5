import type { RgbaImage } from '../../face/rgba-sampler.ts';
import type { FoundDocument } from '../find/find-document.ts';
import type { DocumentPart } from '../rectify-plan.ts';
import { SAMPLES_A_SIDE, ENDS } from '../find/refine-quad.ts';
import { colourDistance, medianColour, type BorderSide, type Rgb } from './border-colours.ts';

export interface Covering {
  /** Share of the border that something covers. */
  readonly occlusionRatio: number;
  /** Where, as points of the unit square just inside the border, and in which colour. */
  readonly places: readonly CoveredPlace[];
}

interface CoveredPlace {
  readonly u: number;
  readonly v: number;
  readonly colour: Rgb;
}

/** What lies over the border goes on across it in one colour, which is not that of the document beside it. Guess. */
const SAME_COLOUR = 42;
const OTHER_COLOUR = 34;
/** Single places without an edge are glare, wear or a weak contrast: a finger tip covers several in a row. */
const FEWEST_IN_A_ROW = 2;

/** Fingers and other things over the border of a document. */
export function measureCovering(edges: FoundDocument['edges'], border: readonly BorderSide[]): Covering {
  const places: CoveredPlace[] = [];
  for (const [side, { inside, outside }] of border.entries()) {
    const isEdge = edges[side] ?? [];
    const own = medianColour(inside.filter((colour, i): colour is Rgb => colour !== null && isEdge[i] === true));
    const isCovered = inside.map((colour, i) => {
      const beyond = outside[i];
      if (isEdge[i] === true || colour === null || beyond === null || beyond === undefined) return false;
      if (colourDistance(colour, beyond) > SAME_COLOUR) return false;
      return own === null || colourDistance(colour, own) > OTHER_COLOUR;
    });
    for (const [i, colour] of inside.entries()) {
      if (colour !== null && runAround(isCovered, i) >= FEWEST_IN_A_ROW) places.push({ ...placeOf(side, i), colour });
    }
  }
  return { occlusionRatio: places.length / (4 * SAMPLES_A_SIDE), places };
}

function runAround(isCovered: readonly boolean[], at: number): number {
  if (isCovered[at] !== true) return 0;
  let [low, high] = [at, at];
  while (isCovered[low - 1] === true) low -= 1;
  while (isCovered[high + 1] === true) high += 1;
  return high - low + 1;
}

function placeOf(side: number, index: number): { readonly u: number; readonly v: number } {
  const t = ENDS + ((1 - 2 * ENDS) * (index + 0.5)) / SAMPLES_A_SIDE;
  return [
    { u: t, v: 0.03 },
    { u: 0.98, v: t },
    { u: 1 - t, v: 0.97 },
    { u: 0.02, v: 1 - t },
  ][side] as { u: number; v: number };
}

/** How alike neighbouring pixels of one thing are, and all of them to where it crosses the border. Guess. */
const SAME_NEXT = 22;
const SAME_THING = 75;
/** Side of the grid that is filled. */
const GRID = 48;

/** Share of a part of the document that what covers its border reaches over. */
export function coveredShareOf(patch: RgbaImage, { places }: Covering, part: DocumentPart): number {
  if (places.length === 0) return 0;
  const colour = medianColour(places.map((place) => place.colour)) as Rgb;
  const isCovered = new Uint8Array(GRID * GRID);
  const queue: number[] = [];
  const colourAt = (x: number, y: number): Rgb => {
    const column = Math.floor(((x + 0.5) * patch.width) / GRID);
    const at = 4 * (Math.floor(((y + 0.5) * patch.height) / GRID) * patch.width + column);
    return [patch.data[at] ?? 0, patch.data[at + 1] ?? 0, patch.data[at + 2] ?? 0];
  };
  const visit = (x: number, y: number, from: Rgb): void => {
    if (x < 0 || y < 0 || x >= GRID || y >= GRID || isCovered[y * GRID + x] === 1) return;
    const here = colourAt(x, y);
    if (colourDistance(here, from) > SAME_NEXT || colourDistance(here, colour) > SAME_THING) return;
    isCovered[y * GRID + x] = 1;
    queue.push(y * GRID + x);
  };
  for (const place of places) visit(Math.floor(place.u * GRID), Math.floor(place.v * GRID), place.colour);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const x = at % GRID;
    const y = Math.floor(at / GRID);
    const here = colourAt(x, y);
    visit(x - 1, y, here);
    visit(x + 1, y, here);
    visit(x, y - 1, here);
    visit(x, y + 1, here);
  }
  let inside = 0;
  let covered = 0;
  for (let y = Math.floor(part.top * GRID); y < (part.top + part.height) * GRID; y += 1) {
    for (let x = Math.floor(part.left * GRID); x < (part.left + part.width) * GRID; x += 1) {
      inside += 1;
      covered += isCovered[y * GRID + x] ?? 0;
    }
  }
  return inside === 0 ? 0 : covered / inside;
}
