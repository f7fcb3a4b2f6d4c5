import { expect, it } from 'vitest';
import { widenHalfFloats } from './half-float.ts';

it('widens every kind of half float', () => {
  const halves = Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7bff, 0x0000, 0x8000, 0x7c00, 0xfc00, 0x7e00, 0x3555);
  const expected = [1, -2, 2 ** -24, 65_504, 0, -0, Infinity, -Infinity, NaN, 0.333251953125];
  expect(Array.from(widenHalfFloats(new Uint8Array(halves.buffer), 0, halves.length))).toEqual(expected);
});

it('reads from an odd place in a larger file', () => {
  const bytes = Uint8Array.of(9, 9, 9, 0x00, 0x3c, 0x00, 0xc0, 9);
  expect(Array.from(widenHalfFloats(bytes.subarray(1), 2, 2))).toEqual([1, -2]);
});
