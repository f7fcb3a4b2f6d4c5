import { describe, expect, it } from 'vitest';
import { furthestCorner, type Point, type Quad } from '../quad.ts';
import { extentQuad, printExtent } from './print-extent.ts';

/** Points all over a rectangle of 120 × 80 about (150, 100) that is turned by so many degrees. */
function print(degrees: number): Point[] {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return Array.from({ length: 41 * 61 }, (_, i) => {
    const [u, v] = [2 * (i % 61) - 60, 2 * Math.floor(i / 61) - 40];
    return { x: 150 + u * cosine - v * sine, y: 100 + u * sine + v * cosine };
  });
}

const cornersOf = (degrees: number): Quad => {
  const points = print(degrees);
  return [points[0], points[60], points[41 * 61 - 1], points[40 * 61]] as unknown as Quad;
};

describe('printExtent', () => {
  it.each([0, 3, -7.5, 14])('fits print that is turned by %d°', (degrees) => {
    const extent = printExtent(print(degrees));
    if (extent === null) throw new Error('no print');
    expect((extent.turnRadians * 180) / Math.PI).toBeCloseTo(degrees, 0);
    expect(furthestCorner(extentQuad(extent, extent.width, extent.height), cornersOf(degrees))).toBeLessThan(2);
  });

  it('leaves dust out', () => {
    const dust = [0, 1, 2, 3].map((i) => ({ x: 20 + i, y: 180 }));
    const extent = printExtent([...print(0), ...dust]);
    expect(extent?.width).toBeLessThan(124);
    expect(extent?.height).toBeLessThan(84);
  });

  it('sees no print in a few points', () => {
    expect(printExtent(print(0).slice(0, 100))).toBeNull();
  });
});
