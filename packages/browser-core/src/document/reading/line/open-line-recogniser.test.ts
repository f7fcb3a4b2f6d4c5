import { readFileSync } from 'node:fs';
import { modelManifest } from '@bonafide/models';
import { engine } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetSource } from '../../../asset-loading/asset-source.ts';
import { createNodeAssets } from '../../../face/testing/node-assets.ts';
import type { LumaPlane } from '../../../liveness/luma-plane.ts';
import { CROP_ROWS } from './line-crop.ts';
import type { LineRecogniser } from './line-recogniser.ts';
import { normaliseLine, openLineRecogniser } from './open-line-recogniser.ts';

interface Parity {
  readonly width: number;
  readonly luma: string;
  readonly best: readonly number[];
  readonly probability: readonly number[];
}

/** Drawn lines and PyTorch's reading of them, written by training/reader/fixture.py. */
const PARITY = JSON.parse(readFileSync(new URL('../testing/reader-parity.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Parity>
>;

let assets: AssetSource;
let recogniser: LineRecogniser;

beforeAll(async () => {
  assets = await createNodeAssets();
  recogniser = await openLineRecogniser(assets);
});

afterAll(() => recogniser.dispose());

const planeOf = ({ width, luma }: Parity): LumaPlane => ({
  data: Float32Array.from(Buffer.from(luma, 'base64')),
  width,
  height: CROP_ROWS,
});

const blank = (width: number): LumaPlane => ({
  data: new Float32Array(CROP_ROWS * width).fill(200),
  width,
  height: CROP_ROWS,
});

describe('the shipped document reader', () => {
  it.each(Object.keys(PARITY))('reads %s as PyTorch does', async (kind) => {
    const parity = PARITY[kind];
    if (parity === undefined) throw new Error('no fixture');
    const read = kind === 'mrz' ? recogniser.recogniseMrz(planeOf(parity)) : recogniser.recogniseText(planeOf(parity));
    const { alphabet, steps, probabilities } = await read;
    expect(steps).toBe(parity.best.length);
    for (const [t, best] of parity.best.entries()) {
      const row = Array.from(probabilities.slice(t * (alphabet.length + 1), (t + 1) * (alphabet.length + 1)));
      expect(Math.abs((row[best] ?? NaN) - (parity.probability[t] ?? NaN))).toBeLessThan(0.02);
      expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 3);
    }
  });

  it('takes lines of any length, and sees no character on a blank one', async () => {
    for (const width of [16, 64, 1000]) {
      const { alphabet, steps, probabilities } = await recogniser.recogniseMrz(blank(width));
      expect(steps).toBe(width / 4);
      for (let t = 0; t < steps; t += 1) expect(probabilities[t * (alphabet.length + 1)]).toBeGreaterThan(0.5);
    }
  });

  it('leaves no tensor behind', async () => {
    await recogniser.recogniseMrz(blank(64));
    const before = engine().backend.numDataIds();
    await recogniser.recogniseMrz(blank(64));
    expect(engine().backend.numDataIds()).toBe(before);
  });

  it('refuses a line of another height', async () => {
    await expect(recogniser.recogniseMrz({ ...blank(64), height: 12 })).rejects.toThrow(TypeError);
  });

  it('may be missing from a manifest: then it says so', async () => {
    const { documentReader: _, ...models } = modelManifest.models;
    const without = { ...assets, manifest: { ...assets.manifest, models } };
    await expect(openLineRecogniser(without)).rejects.toMatchObject({ code: 'asset-load-failed' });
  });
});

describe('normaliseLine', () => {
  it('brings a line to mean 0 and deviation 1, and blows no noise up', () => {
    const strong = normaliseLine(Float32Array.of(0, 200, 0, 200), [-3, 3]);
    expect(Array.from(strong)).toEqual([-1, 1, -1, 1]);
    const faint = normaliseLine(Float32Array.of(99, 101), [-3, 3]);
    expect(Array.from(faint)).toEqual([-0.25, 0.25]);
  });
});
