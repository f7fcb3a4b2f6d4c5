import type { Point, Quad } from './quad.ts';

/** Maps the unit square onto a plane under perspective: row-major 3×3, the last element 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number, 1];

/**
 * The map that takes (0, 0), (1, 0), (1, 1), (0, 1) to the quadrilateral's corners. Closed form; null for corners that lie
 * on one line.
 */
export function homographyOf([a, b, c, d]: Quad): Homography | null {
  const [dx1, dy1, dx2, dy2] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const determinant = dx1 * dy2 - dx2 * dy1;
  if (Math.abs(determinant) < 1e-9) return null;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  return [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x, b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y, g, h, 1];
}

/** Where a point of the unit square lies. */
export function project([a, b, c, d, e, f, g, h]: Homography, u: number, v: number): Point {
  const w = g * u + h * v + 1;
  return { x: (a * u + b * v + c) / w, y: (d * u + e * v + f) / w };
}
