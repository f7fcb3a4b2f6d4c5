import type { Box } from '../face/frame-measurement.ts';
import { transposed, type LumaPlane } from './luma-plane.ts';

/** Steps across that count as an edge: a sheet or bezel against a room, not noise or a soft shadow. Guess. */
const EDGE_STEP_LUMA = 14;

/** Leans of a hand-held sheet or phone that are tried, as rise over run: −12° to 12° in steps of 2.4°. */
const SLOPES = Array.from({ length: 11 }, (_, i) => Math.tan((((i - 5) * 12) / 5) * (Math.PI / 180)));

/**
 * Strength of long straight edges on the four sides of a face, 0–1: for each side the largest share of a line, as long
 * as the face and outside its box, that is an edge of one direction; then the mean of the two strongest sides, halved
 * when they are all there is. 0 when the picture holds no surroundings of the face. Door frames and windows raise it too.
 */
export function borderStrength(plane: LumaPlane, face: Box, seen: Box): number {
  const turned = transposed(plane);
  const sides = [...bothSides(plane, face, seen), ...bothSides(turned, turnedBox(face), turnedBox(seen))].sort(
    (a, b) => b - a,
  );
  const [first = 0, second = 0, third = 0, fourth = 0] = sides;
  return (first + second) / 4 + (third + fourth) / 4;
}

function bothSides(plane: LumaPlane, face: Box, seen: Box): readonly [number, number] {
  const left = Math.max(0, seen.x);
  const right = Math.min(plane.width, seen.x + seen.width);
  const top = Math.max(face.y, seen.y);
  const bottom = Math.min(face.y + face.height, seen.y + seen.height);
  return [bestLine(plane, left, face.x, top, bottom), bestLine(plane, face.x + face.width, right, top, bottom)];
}

function turnedBox({ x, y, width, height }: Box): Box {
  return { x: y, y: x, width: height, height: width };
}

/** Largest share of a near-vertical line between columns `left` and `right`, over rows `top`–`bottom`, that is one edge. */
function bestLine(plane: LumaPlane, left: number, right: number, top: number, bottom: number): number {
  const from = Math.max(0, Math.floor(top));
  const to = Math.min(plane.height, Math.ceil(bottom));
  // Two pixels from either end: the picture's own edge, blurred by shrinking, is no border.
  const first = Math.ceil(left) + 2;
  const last = Math.floor(right) - 3;
  const length = to - from;
  if (length < 8 || last - first < 4) return 0;
  const edges = edgesOf(plane, first, last, from, to);
  const columns = last - first + 1;
  const middle = (from + to) / 2;
  // Two for each column: how many edges rise along the line through it, and how many fall.
  const along = new Uint32Array(2 * columns);
  let best = 0;
  for (const slope of SLOPES) {
    const shifts = Int32Array.from({ length }, (_, row) => Math.round((from + row - middle) * slope));
    along.fill(0);
    for (let i = 0; i < edges.length; i += 3) {
      const column = (edges[i] ?? 0) - (shifts[edges[i + 1] ?? 0] ?? 0);
      if (column < 0 || column >= columns) continue;
      const at = 2 * column + (edges[i + 2] ?? 0);
      const count = (along[at] ?? 0) + 1;
      along[at] = count;
      if (count > best) best = count;
    }
  }
  // Half of a line falls on edges by chance in a busy room; only the rest counts.
  return Math.max(0, (best / length - 0.5) * 2);
}

/** Three numbers for each edge: its column and row from `first` and `from`, and 0 where luma rises across or 1 where it falls. */
function edgesOf({ data, width }: LumaPlane, first: number, last: number, from: number, to: number): number[] {
  const edges: number[] = [];
  for (let y = from; y < to; y++) {
    for (let x = first; x <= last; x++) {
      const step = (data[y * width + x + 1] ?? 0) - (data[y * width + x - 1] ?? 0);
      if (Math.abs(step) > EDGE_STEP_LUMA) edges.push(x - first, y - from, step > 0 ? 0 : 1);
    }
  }
  return edges;
}
