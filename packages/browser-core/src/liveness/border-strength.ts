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
export function borderStrength(plane: LumaPlane, face: Box): number {
  const rows = transposed(plane);
  const flipped: Box = { x: face.y, y: face.x, width: face.height, height: face.width };
  const sides = [
    bestLine(plane, 0, face.x, face.y, face.y + face.height),
    bestLine(plane, face.x + face.width, plane.width, face.y, face.y + face.height),
    bestLine(rows, 0, flipped.x, flipped.y, flipped.y + flipped.height),
    bestLine(rows, flipped.x + flipped.width, rows.width, flipped.y, flipped.y + flipped.height),
  ].sort((a, b) => b - a);
  const [first = 0, second = 0, third = 0, fourth = 0] = sides;
  return (first + second) / 4 + (third + fourth) / 4;
}

/** Largest share of a near-vertical line between columns `left` and `right`, over rows `top`–`bottom`, that is one edge. */
function bestLine(plane: LumaPlane, left: number, right: number, top: number, bottom: number): number {
  const { data, width, height } = plane;
  const from = Math.max(0, Math.floor(top));
  const to = Math.min(height, Math.ceil(bottom));
  const first = Math.max(2, Math.ceil(left));
  const last = Math.min(width - 3, Math.floor(right));
  const length = to - from;
  if (length < 8 || last - first < 4) return 0;
  const middle = (from + to) / 2;
  let best = 0;
  for (const slope of SLOPES) {
    for (let column = first; column <= last; column++) {
      let rising = 0;
      let falling = 0;
      for (let y = from; y < to; y++) {
        const x = Math.round(column + (y - middle) * slope);
        if (x < 2 || x >= width - 2) continue;
        const step = (data[y * width + x + 1] ?? 0) - (data[y * width + x - 1] ?? 0);
        if (step > EDGE_STEP_LUMA) rising++;
        else if (step < -EDGE_STEP_LUMA) falling++;
      }
      best = Math.max(best, rising, falling);
    }
  }
  // Half of a line falls on edges by chance in a busy room; only the rest counts.
  return Math.max(0, (best / length - 0.5) * 2);
}
