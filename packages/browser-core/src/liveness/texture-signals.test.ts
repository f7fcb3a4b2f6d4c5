import { describe, expect, it } from 'vitest';
import { createRgbaSampler } from '../face/rgba-sampler.ts';
import { viewOf, type PictureView } from './picture-view.ts';
import { BIN_RADII, powerSpectrum, SPECTRUM_SIDE } from './power-spectrum.ts';
import { measureTextureSignals } from './texture-signals.ts';

const SIDE = 256;
const FACE = { box: { x: 60, y: 50, width: 136, height: 156 } };

/** A soft, faintly noisy scene with a face-like blob; `shade` is added to each pixel. */
function scene(shade: (x: number, y: number) => number = () => 0, colour = 1): PictureView {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4);
  let seed = 7;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      const noise = ((seed >> 12) & 15) - 7.5;
      const blob = 60 * Math.exp(-((x - 128) ** 2 + (y - 128) ** 2) / 4000);
      const value = 90 + blob + noise + shade(x, y);
      const tint = colour * (20 + 20 * Math.sin(x / 23) * Math.cos(y / 31));
      data.set([value + tint, value, value - tint, 255], (y * SIDE + x) * 4);
    }
  }
  return viewOf(createRgbaSampler({ data, width: SIDE, height: SIDE }));
}

describe('power spectrum', () => {
  it('equals the plain Fourier sum at chosen bins', () => {
    const plane = Float32Array.from({ length: SPECTRUM_SIDE ** 2 }, (_, i) => ((i * 7919) % 251) + (i % 13) * 5);
    const mean = plane.reduce((sum, value) => sum + value, 0) / plane.length;
    const power = powerSpectrum(plane);
    const window = (i: number): number => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / SPECTRUM_SIDE);
    for (const [u, v] of [
      [3, 5],
      [0, 9],
      [64, 70],
      [17, 127],
    ] as const) {
      let [re, im] = [0, 0];
      for (let y = 0; y < SPECTRUM_SIDE; y++) {
        for (let x = 0; x < SPECTRUM_SIDE; x++) {
          const value = ((plane[y * SPECTRUM_SIDE + x] ?? 0) - mean) * window(x) * window(y);
          const angle = (-2 * Math.PI * (u * x + v * y)) / SPECTRUM_SIDE;
          re += value * Math.cos(angle);
          im += value * Math.sin(angle);
        }
      }
      expect(power[v * (SPECTRUM_SIDE / 2 + 1) + u]).toBeCloseTo(re ** 2 + im ** 2, -1);
    }
  });

  it('puts a wave at its own frequency', () => {
    const plane = Float32Array.from(
      { length: SPECTRUM_SIDE ** 2 },
      (_, i) => 50 * Math.sin((2 * Math.PI * (i % 128)) / 4),
    );
    const power = powerSpectrum(plane);
    const at = BIN_RADII[power.indexOf(Math.max(...power))];
    expect(at).toBeCloseTo(0.25, 2);
  });
});

describe('texture signals', () => {
  const plain = measureTextureSignals(scene(), FACE);

  it('finds no peaks in noise and a soft face, and strong ones in a raster', () => {
    expect(plain.moireEnergy).toBeLessThan(0.02);
    const raster = scene((x, y) => 12 * Math.sin(x * 1.9) * Math.cos(y * 1.4));
    expect(measureTextureSignals(raster, FACE).moireEnergy).toBeGreaterThan(0.2);
  });

  it('hears the raster of a display, upright or at a slant, and neither noise, a slanted edge nor the blocks of a codec', () => {
    const raster = (turn: number) =>
      scene((x, y) => {
        const [u, v] = [x * Math.cos(turn) + y * Math.sin(turn), y * Math.cos(turn) - x * Math.sin(turn)];
        return 5 * Math.cos(2.9 * u) * Math.cos(2.6 * v);
      });
    expect(measureTextureSignals(raster(0), FACE).rasterPeakDb).toBeGreaterThan(14);
    expect(measureTextureSignals(raster(0.06), FACE).rasterPeakDb).toBeGreaterThan(14);
    expect(plain.rasterPeakDb).toBeLessThan(9);
    const edge = scene((x, y) => 90 / (1 + Math.exp(215 - x - 0.7 * y)));
    expect(measureTextureSignals(edge, FACE).rasterPeakDb).toBeLessThan(9);
    const blocks = scene((x, y) => 6 * Math.sin(1e4 * Math.sin((x >> 3) * 12.9898 + (y >> 3) * 78.233)));
    expect(measureTextureSignals(blocks, FACE).rasterPeakDb).toBeLessThan(9);
  });

  it('says the same of a face after one of another size', () => {
    const view = scene((x, y) => 10 * Math.cos(Math.PI * (0.71 * x + 0.53 * y)));
    const [large, small] = [FACE, { box: { x: 90, y: 80, width: 70, height: 80 } }];
    const first = [large, small].map((face) => measureTextureSignals(view, face));
    expect([small, large, small].map((face) => measureTextureSignals(view, face))).toEqual([
      first[1],
      first[0],
      first[1],
    ]);
    expect(first[1]?.rasterPeakDb).not.toBe(first[0]?.rasterPeakDb);
  });

  it('sees the top octave fall when the picture was blurred and rise under fine noise', () => {
    const soft = scene((x, y) => 20 * Math.sin(x / 3) * Math.cos(y / 3));
    const fine = scene((x, y) => 12 * Math.sin(2.4 * x + 0.6 * y));
    expect(measureTextureSignals(soft, FACE).highFrequencyRatio).toBeLessThan(plain.highFrequencyRatio);
    expect(measureTextureSignals(fine, FACE).highFrequencyRatio).toBeGreaterThan(plain.highFrequencyRatio);
  });

  it('counts hard colourless highlights, not an even bright face', () => {
    const glare = scene((x, y) => ((x - 110) ** 2 + (y - 100) ** 2 < 200 ? 140 : 0), 0.2);
    expect(measureTextureSignals(glare, FACE).specularShare).toBeGreaterThan(0.002);
    expect(
      measureTextureSignals(
        scene(() => 110, 0.2),
        FACE,
      ).specularShare,
    ).toBeLessThan(0.001);
    expect(plain.specularShare).toBe(0);
  });

  it('finds the edges of a sheet around the face, also when it leans', () => {
    const sheet = (x: number, y: number): number => (x > 40 && x < 216 && y > 24 && y < 232 ? 0 : -60);
    const leaning = (x: number, y: number): number => sheet(x + (y - 128) * 0.12, y - (x - 128) * 0.12);
    expect(plain.borderStrength).toBeLessThan(0.15);
    expect(measureTextureSignals(scene(sheet), FACE).borderStrength).toBeGreaterThan(0.6);
    expect(measureTextureSignals(scene(leaning), FACE).borderStrength).toBeGreaterThan(0.5);
  });

  it('sees a gamut narrow', () => {
    const narrow = measureTextureSignals(scene(undefined, 0.5), FACE);
    expect(narrow.chromaDeviation0to255).toBeLessThan(plain.chromaDeviation0to255 * 0.7);
  });

  it('stays finite on a face outside the picture, a tiny face and a large one', () => {
    for (const box of [
      { x: -300, y: -300, width: 100, height: 100 },
      { x: 5, y: 5, width: 3, height: 3 },
      { x: -50, y: -50, width: 400, height: 400 },
      { x: 100, y: 100, width: 40, height: 50 },
    ]) {
      for (const value of Object.values(measureTextureSignals(scene(), { box }))) {
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
