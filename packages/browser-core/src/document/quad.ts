/** A point in the pixels of a frame; pixel centres lie at half coordinates. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners as the document is read: top left, top right, bottom right, bottom left; pixels of the frame. */
export type Quad = readonly [Point, Point, Point, Point];

export function mapQuad([a, b, c, d]: Quad, map: (corner: Point) => Point): Quad {
  return [map(a), map(b), map(c), map(d)];
}

/** The same outline in other pixels. */
export function scaleQuad(quad: Quad, factor: number): Quad {
  return mapQuad(quad, ({ x, y }) => ({ x: x * factor, y: y * factor }));
}

/** Read from another side: 1 is a quarter turn, 2 upside down. */
export function turnQuad(quad: Quad, quarterTurns: number): Quad {
  const at = (index: number): Point => quad[(index + quarterTurns) & 3] as Point;
  return [at(0), at(1), at(2), at(3)];
}

/** Lengths of top, right, bottom and left side. */
export function sidesOf([a, b, c, d]: Quad): readonly [number, number, number, number] {
  return [distance(a, b), distance(b, c), distance(c, d), distance(d, a)];
}

/** Mean length of the two longer sides. */
export function longSidePixelsOf(quad: Quad): number {
  const [top, right, bottom, left] = sidesOf(quad);
  return Math.max((top + bottom) / 2, (left + right) / 2);
}

export function areaOf([a, b, c, d]: Quad): number {
  return Math.abs((a.x - c.x) * (b.y - d.y) - (b.x - d.x) * (a.y - c.y)) / 2;
}

export function centreOf([a, b, c, d]: Quad): Point {
  return { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
}

/** Whether it turns the same way at every corner. */
export function isConvex(quad: Quad): boolean {
  let sign = 0;
  for (let i = 0; i < 4; i += 1) {
    const [a, b, c] = [quad[i] as Point, quad[(i + 1) & 3] as Point, quad[(i + 2) & 3] as Point];
    const cross = Math.sign((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x));
    if (cross === 0 || (sign !== 0 && cross !== sign)) return false;
    sign = cross;
  }
  return true;
}

/** Mean distance of corners, whichever corner of the second is called the first. */
export function cornerDistance(one: Quad, other: Quad): number {
  const from = (turn: number): number =>
    turnQuad(other, turn).reduce((sum, corner, i) => sum + distance(corner, one[i] as Point), 0) / 4;
  return Math.min(from(0), from(1), from(2), from(3));
}

/** The largest distance of corners, whichever corner of the second is called the first. */
export function furthestCorner(one: Quad, other: Quad): number {
  const from = (turn: number): number =>
    Math.max(...turnQuad(other, turn).map((corner, i) => distance(corner, one[i] as Point)));
  return Math.min(from(0), from(1), from(2), from(3));
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
