import { describe, expect, it } from 'vitest';
import { lightenFace } from './face-light.ts';

const LIGHT = { faceLuma: 0.5, mostGain: 4 };
const SIDE = 80;

/** A grey square with whatever grey beside its middle. */
function crop(middle: number, beside: number, scale: number): Float32Array {
  const half = SIDE / scale / 2 + 1;
  const pixels = new Float32Array(SIDE * SIDE * 3);
  for (let at = 0; at < SIDE * SIDE; at++) {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    const isMiddle = Math.abs(x + 0.5 - SIDE / 2) <= half && Math.abs(y + 0.5 - SIDE / 2) <= half;
    pixels.fill(isMiddle ? middle : beside, at * 3, at * 3 + 3);
  }
  return pixels;
}
const centre = (SIDE * (SIDE / 2) + SIDE / 2) * 3;

describe('lightenFace', () => {
  it.each([2.7, 4])('brings a dark face to the wanted light, whatever is around it, at scale %s', (scale) => {
    for (const beside of [0, 0.3, 1]) {
      const pixels = crop(0.2, beside, scale);
      lightenFace(pixels, SIDE, scale, [0, 1], LIGHT);
      expect(pixels[centre]).toBeCloseTo(0.5, 5);
      expect(pixels[0]).toBeCloseTo(Math.min(1, beside * 2.5), 5);
    }
  });

  it('multiplies no more than it may', () => {
    const pixels = crop(0.01, 0.01, 4);
    lightenFace(pixels, SIDE, 4, [0, 1], LIGHT);
    expect(pixels[centre]).toBeCloseTo(0.04, 5);
    const black = crop(0, 0, 4);
    lightenFace(black, SIDE, 4, [0, 1], LIGHT);
    expect(new Set(black)).toEqual(new Set([0]));
  });

  it('leaves a bright face as it is', () => {
    const pixels = crop(0.7, 0.1, 2.7);
    lightenFace(pixels, SIDE, 2.7, [0, 1], LIGHT);
    expect(pixels).toEqual(crop(0.7, 0.1, 2.7));
  });

  it('does the same in another range', () => {
    const [plain, signed] = [crop(0.2, 0.6, 4), crop(0.2, 0.6, 4).map((value) => value * 2 - 1)];
    lightenFace(plain, SIDE, 4, [0, 1], LIGHT);
    lightenFace(signed, SIDE, 4, [-1, 1], LIGHT);
    for (const [at, value] of signed.entries()) expect((value + 1) / 2).toBeCloseTo(plain[at] ?? NaN, 5);
  });
});
