import { describe, expect, it } from 'vitest';
import type { CropRegion, Smoothing } from './crop-sampler.ts';
import { toLuma } from './measure/luma.ts';
import { createRgbaSampler } from './rgba-sampler.ts';

const WIDTH = 64;
const HEIGHT = 48;

/** Waves a dozen pixels long, other ones in each channel, and an alpha that must not matter. */
function picture(): Uint8ClampedArray {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let i = 0; i < WIDTH * HEIGHT; i += 1) {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    data.set([128 + 90 * Math.sin(x / 2), 128 + 90 * Math.cos(y / 2), 128 + 90 * Math.sin((x + y) / 3), x], i * 4);
  }
  return data;
}

const DATA = picture();

/** The definition, step by step: the mean of blends of four, `taps` of them each way to a pixel. */
function expected(region: CropRegion, columns: number, rows: number, taps: readonly [number, number]): number[] {
  const out: number[] = [];
  const [cosine, sine] = [Math.cos(region.angleRadians), Math.sin(region.angleRadians)];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const sums = [0, 0, 0];
      for (let tap = 0; tap < taps[0] * taps[1]; tap += 1) {
        const across = (column + ((tap % taps[0]) + 0.5) / taps[0]) / columns - 0.5;
        const down = (row + (Math.floor(tap / taps[0]) + 0.5) / taps[1]) / rows - 0.5;
        const [dx, dy] = [across * region.width, down * region.height];
        const x = region.centreX + cosine * dx - sine * dy - 0.5;
        const y = region.centreY + sine * dx + cosine * dy - 0.5;
        for (const [px, py] of [0, 1, 2, 3].map((i) => [Math.floor(x) + (i & 1), Math.floor(y) + (i >> 1)] as const)) {
          if (px < 0 || py < 0 || px >= WIDTH || py >= HEIGHT) continue;
          const weight = (1 - Math.abs(x - px)) * (1 - Math.abs(y - py));
          for (let i = 0; i < 3; i += 1) sums[i] = (sums[i] ?? 0) + weight * (DATA[(py * WIDTH + px) * 4 + i] ?? 0);
        }
      }
      out.push(...sums.map((sum) => sum / (taps[0] * taps[1])), 255);
    }
  }
  return out;
}

const region = (width: number, height: number, angleRadians = 0, centreX = 31.3, centreY = 24.6): CropRegion => ({
  centreX,
  centreY,
  width,
  height,
  angleRadians,
});

const largest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));

// A level for rounding, half of one where nothing is blended.
const CASES: readonly [string, CropRegion, number, number, Smoothing, readonly [number, number], number][] = [
  ['one to one, between pixels', region(20, 16), 20, 16, 'nearest-four', [1, 1], 1],
  ['whole pixels as they are', region(20, 16, 0, 32, 24), 20, 16, 'nearest-four', [1, 1], 0],
  ['turned and made larger', region(20, 20, 0.3), 31, 31, 'nearest-four', [1, 1], 1],
  ['made smaller without averaging', region(40, 40, 0.3), 10, 10, 'nearest-four', [1, 1], 1],
  ['averaged', region(40, 30, 0.3), 20, 13, 'area', [2, 3], 1],
  ['averaged densely, upright', region(64, 48, 0, 32, 24), 16, 12, 'area', [4, 4], 0.51],
  ['averaged densely, turned', region(40, 40, 0.2), 8, 8, 'area', [5, 5], 1],
  ['half outside, where it is black', region(40, 40, 0.3, 2, 46), 20, 20, 'nearest-four', [1, 1], 1],
  ['half outside, averaged', region(60, 60, 0.1, 4, 4), 40, 40, 'area', [2, 2], 1],
];

describe('createRgbaSampler', () => {
  it.each(CASES)('samples what it says: %s', (_name, from, columns, rows, smoothing, taps, allowed) => {
    const sampler = createRgbaSampler({ data: DATA, width: WIDTH, height: HEIGHT });
    const wanted = expected(from, columns, rows, taps);
    const sampled = sampler.sample(from, columns, rows, smoothing);
    expect(sampled).toHaveLength(columns * rows * 4);
    expect(largest(wanted.map((value, i) => value - (sampled[i] ?? NaN)))).toBeLessThanOrEqual(allowed);
    expect(sampler.sampleLuma(from, columns, rows, smoothing)).toEqual(toLuma(sampled));
  });

  it('gives black for a region beside the picture', () => {
    const sampler = createRgbaSampler({ data: DATA, width: WIDTH, height: HEIGHT });
    for (const from of [region(10, 10, 0, -20, 20), region(10, 10, 0, 20, 90), region(20, 20, 0, 99, -40)]) {
      for (const smoothing of ['nearest-four', 'area'] as const) {
        expect(new Set(sampler.sampleLuma(from, 4, 4, smoothing))).toEqual(new Set([0]));
        expect(new Set(sampler.sample(from, 4, 4, smoothing))).toEqual(new Set([0, 255]));
      }
    }
  });

  it('reads pixels that lie anywhere in a buffer', () => {
    const bytes = new Uint8Array(DATA.length + 1);
    bytes.set(DATA, 1);
    const shifted = createRgbaSampler({ data: bytes.subarray(1), width: WIDTH, height: HEIGHT });
    const plain = createRgbaSampler({ data: DATA, width: WIDTH, height: HEIGHT });
    const from = region(30, 30, 0.2);
    expect(shifted.sample(from, 12, 12, 'area')).toEqual(plain.sample(from, 12, 12, 'area'));
  });

  it('refuses data of another size', () => {
    expect(() => createRgbaSampler({ data: DATA, width: WIDTH, height: HEIGHT + 1 })).toThrow(TypeError);
  });
});
