import { poseOf } from '../pose.ts';
import { turnQuad, type Point, type Quad } from '../quad.ts';

/** The same corners clockwise, beginning so that the long side is on top and its print leans least from upright. */
export function uprightQuad(quad: Quad, frame: { readonly width: number; readonly height: number }): Quad {
  const [a, b, c, d] = quad;
  const isClockwise = (c.x - a.x) * (d.y - b.y) - (c.y - a.y) * (d.x - b.x) > 0;
  const clockwise: Quad = isClockwise ? quad : [a, d, c, b];
  const pose = poseOf(clockwise, frame);
  const lying = pose !== null && pose.aspect < 1 ? turnQuad(clockwise, 1) : clockwise;
  return Math.abs(rotationOf(lying)) <= 90 ? lying : turnQuad(lying, 2);
}

/** Direction in which a quadrilateral is read, degrees clockwise from the frame's rows, −180 to 180. */
export function rotationOf([topLeft, topRight, bottomRight, bottomLeft]: Quad): number {
  const middle = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 });
  const [left, right] = [middle(topLeft, bottomLeft), middle(topRight, bottomRight)];
  return (Math.atan2(right.y - left.y, right.x - left.x) * 180) / Math.PI;
}
