import type { Point, Quad } from '../quad.ts';

/** How far print on a sheet or screen may be turned, and in which steps that is looked for, degrees. Guess. */
const MOST_TURN = 15;
const TURN_STEP = 0.5;
/** Share of the points beyond each side of print: dust, and single letters that reach out. Guess. */
const BEYOND = 0.004;

/** A turned rectangle around print, pixels of the picture in which it was found. */
export interface PrintExtent {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
  readonly turnRadians: number;
}

/** The smallest turned rectangle around nearly all of these points; null for too few. */
export function printExtent(points: readonly Point[]): PrintExtent | null {
  if (points.length < 2 / BEYOND) return null;
  let best: PrintExtent | null = null;
  for (let degrees = -MOST_TURN; degrees <= MOST_TURN; degrees += TURN_STEP) {
    const turnRadians = (degrees * Math.PI) / 180;
    const [cosine, sine] = [Math.cos(turnRadians), Math.sin(turnRadians)];
    const [left, right] = reachOf(points, cosine, sine);
    const [top, bottom] = reachOf(points, -sine, cosine);
    const [width, height] = [right - left, bottom - top];
    if (best !== null && width * height >= best.width * best.height) continue;
    const [u, v] = [(left + right) / 2, (top + bottom) / 2];
    best = { centre: { x: u * cosine - v * sine, y: u * sine + v * cosine }, width, height, turnRadians };
  }
  return best;
}

/** A rectangle of this size in the place of the print. */
export function extentQuad({ centre, turnRadians }: PrintExtent, width: number, height: number): Quad {
  const [cosine, sine] = [Math.cos(turnRadians) / 2, Math.sin(turnRadians) / 2];
  const corner = (right: number, down: number): Point => ({
    x: centre.x + right * width * cosine - down * height * sine,
    y: centre.y + right * width * sine + down * height * cosine,
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** Between which places along a direction nearly all points lie, to half a pixel: counted, since sorting takes ten times as long. */
function reachOf(points: readonly Point[], alongX: number, alongY: number): readonly [number, number] {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const { x, y } of points) {
    const place = x * alongX + y * alongY;
    if (place < lowest) lowest = place;
    if (place > highest) highest = place;
  }
  const counts = new Uint16Array(Math.floor(2 * (highest - lowest)) + 1);
  for (const { x, y } of points) {
    const bin = Math.floor(2 * (x * alongX + y * alongY - lowest));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const beyond = Math.floor(points.length * BEYOND);
  let first = 0;
  let last = counts.length - 1;
  for (let below = counts[0] ?? 0; below <= beyond; below += counts[first] ?? 0) first += 1;
  for (let above = counts[last] ?? 0; above <= beyond; above += counts[last] ?? 0) last -= 1;
  return [lowest + first / 2, lowest + (last + 1) / 2];
}
