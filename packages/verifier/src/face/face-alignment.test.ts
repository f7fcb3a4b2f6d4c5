import { describe, expect, it } from 'vitest';
import { CHIP_150, EYES_112, regionOfFace } from './face-alignment.ts';

/** A mesh whose points lie where the alignment wants them, in a square of the frame that is turned and moved. */
function meshIn({ points }: typeof EYES_112, side: number, angle: number, x: number, y: number): Float32Array {
  const landmarks = new Float32Array(468 * 3);
  for (const point of points) {
    const [dx, dy] = [(point.x - 0.5) * side, (point.y - 0.5) * side];
    for (const place of point.landmarks) {
      landmarks[place * 3] = x + dx * Math.cos(angle) - dy * Math.sin(angle);
      landmarks[place * 3 + 1] = y + dx * Math.sin(angle) + dy * Math.cos(angle);
    }
  }
  return landmarks;
}

describe.each([
  ['EYES_112', EYES_112],
  ['CHIP_150', CHIP_150],
])('regionOfFace by %s', (_, alignment) => {
  it.each([0, 0.4, -2.5])('finds the square again, turned by %d', (angle) => {
    const region = regionOfFace(meshIn(alignment, 240, angle, 300, 200), alignment);
    expect(region.centreX).toBeCloseTo(300, 2);
    expect(region.centreY).toBeCloseTo(200, 2);
    expect([region.width, region.height]).toEqual([expect.closeTo(240, 2), expect.closeTo(240, 2)]);
    expect(region.angleRadians).toBeCloseTo(angle, 4);
  });
});
