import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimateTypologyAngle } from './skin-tone.ts';

const SIDE = 40;
/** All landmarks in the middle of a picture of one colour. */
const face = { landmarks: new Float32Array(468 * 3).fill(SIDE / 2), box: { width: 20 } };
const plain = ([red, green, blue]: readonly [number, number, number]) => ({
  data: Uint8Array.from({ length: SIDE * SIDE * 4 }, (_, i) => [red, green, blue, 255][i % 4] ?? 0),
  width: SIDE,
  height: SIDE,
});

// L* and b* of these colours by the CIE's formulas, worked out apart: 81.2 and 16.2, 61.9 and 21.1, 34.5 and 16.1.
for (const [name, colour, angle] of [
  ['light', [230, 195, 172], 62.6],
  ['tan', [185, 140, 113], 29.4],
  ['dark', [106, 74, 56], -43.8],
] as const)
  void test(`a ${name} skin`, () => {
    const found = estimateTypologyAngle(plain(colour), face);
    assert.ok(found !== null && Math.abs(found - angle) < 0.2, `${found}`);
  });

void test('darker and yellower skin has a smaller angle', () => {
  const angles = [
    [230, 195, 172],
    [185, 140, 113],
    [106, 74, 56],
  ].map(([r = 0, g = 0, b = 0]) => estimateTypologyAngle(plain([r, g, b]), face) ?? NaN);
  assert.deepEqual(
    angles.toSorted((a, b) => b - a),
    angles,
  );
});

void test('a face outside of the picture has none', () => {
  const outside = { ...face, landmarks: new Float32Array(468 * 3).fill(-100) };
  assert.equal(estimateTypologyAngle(plain([1, 2, 3]), outside), null);
});
