import { readFileSync } from 'node:fs';
import { modelFile, modelManifest } from '@bonafide/models';
import type { FaceLight, NetworkGraph } from '@bonafide/models';
import { engine } from '@tensorflow/tfjs-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetSource } from '../../asset-loading/asset-source.ts';
import { startBackend } from '../../face/network/backends.ts';
import { createNodeAssets } from '../../face/testing/node-assets.ts';
import { ASTRONAUT, toFrame } from '../../face/testing/pictures.ts';
import type { PadModel } from './pad-model.ts';
import { createPadModel, openPadModel } from './pad-model.ts';

/** One box and PyTorch's scores for it, written by training/pad/fixture.py. */
const PARITY = JSON.parse(readFileSync(new URL('testing/pad-parity.json', import.meta.url), 'utf8')) as {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly scores: readonly number[];
  readonly lighten: FaceLight;
  /** Of the picture with all bytes divided by four, lightened so. */
  readonly scoresInTheDark: readonly number[];
};

let assets: AssetSource;
let model: PadModel;

beforeAll(async () => {
  assets = await createNodeAssets();
  const opened = await startBackend('auto', assets, () => openPadModel(assets));
  if (opened === null) throw new Error('the manifest names no presentation-attack model');
  model = opened;
});

afterAll(() => model.dispose());

describe('the shipped presentation-attack model', () => {
  it('gives the scores that PyTorch gave for the same box', async () => {
    const scores = await model.score(await toFrame(sharp(ASTRONAUT)), PARITY.box);
    expect(scores).toHaveLength(PARITY.scores.length);
    for (const [i, score] of scores.entries()) expect(Math.abs(score - (PARITY.scores[i] ?? NaN))).toBeLessThan(0.01);
  });

  it('gives the scores that PyTorch gave for the same picture in the dark, which are nearly the same', async () => {
    const { data, info } = await sharp(ASTRONAUT).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    const dark = sharp(
      data.map((value) => Math.floor(value / 4)),
      { raw: { width, height, channels: 3 } },
    );
    const files = modelManifest.models.presentationAttack;
    if (files === undefined) throw new Error('the manifest names no presentation-attack model');
    const [graph, weights] = [readFileSync(modelFile(files.graph), 'utf8'), readFileSync(modelFile(files.weights))];
    const lightening = createPadModel(JSON.parse(graph) as NetworkGraph, weights, {
      ...files,
      lighten: PARITY.lighten,
    });
    const scores = await lightening.score(await toFrame(dark), PARITY.box);
    lightening.dispose();
    expect(scores).toHaveLength(PARITY.scoresInTheDark.length);
    for (const [i, score] of scores.entries()) {
      // How each side rounds to bytes counts four times here.
      expect(Math.abs(score - (PARITY.scoresInTheDark[i] ?? NaN))).toBeLessThan(0.05);
      expect(Math.abs(score - (PARITY.scores[i] ?? NaN))).toBeLessThan(0.15);
    }
  });

  it('scores each crop of its manifest entry, from 0 to 1', async () => {
    const black = await toFrame(sharp({ create: { width: 64, height: 64, channels: 3, background: 'black' } }));
    const scores = await model.score(black, { x: 10, y: 10, width: 20, height: 30 });
    expect(model.crops).toEqual(modelManifest.models.presentationAttack?.crops);
    expect(scores).toHaveLength(model.crops.length);
    for (const score of scores) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it('leaves no tensor behind', async () => {
    const frame = await toFrame(sharp(ASTRONAUT));
    await model.score(frame, PARITY.box);
    const before = engine().backend.numDataIds();
    await model.score(frame, PARITY.box);
    expect(engine().backend.numDataIds()).toBe(before);
  });
});

describe('another model in its place', () => {
  const graph = (shape: readonly number[], outputs: Readonly<Record<string, number>>): NetworkGraph => ({
    format: 'bonafide-graph-1',
    input: { shape, range: [0, 1] },
    weights: { type: 'float16', entries: [] },
    nodes: [
      { op: 'spatialMean', from: 0 },
      { op: 'sigmoid', from: 1 },
    ],
    outputs,
  });
  const description = { version: 'other', crops: [{ scale: 1, output: 'live' }] };

  it('is run as its description says', async () => {
    const other = createPadModel(graph([1, 8, 8, 3], { live: 2 }), new Uint8Array(), description);
    const white = await toFrame(sharp({ create: { width: 32, height: 32, channels: 3, background: 'white' } }));
    const [score] = await other.score(white, { x: 8, y: 8, width: 16, height: 16 });
    expect(score).toBeCloseTo(1 / (1 + Math.exp(-1)), 3);
    other.dispose();
  });

  it('is shown dark faces brighter where its description asks for it', async () => {
    const dark = await toFrame(sharp({ create: { width: 32, height: 32, channels: 3, background: '#333' } }));
    const scores: number[] = [];
    for (const lighten of [undefined, { faceLuma: 0.5, mostGain: 4 }]) {
      const asked = { ...description, ...(lighten === undefined ? {} : { lighten }) };
      const other = createPadModel(graph([1, 8, 8, 3], { live: 2 }), new Uint8Array(), asked);
      scores.push(...(await other.score(dark, { x: 8, y: 8, width: 16, height: 16 })));
      other.dispose();
    }
    expect(scores[0]).toBeCloseTo(1 / (1 + Math.exp(-0.2)), 3);
    expect(scores[1]).toBeCloseTo(1 / (1 + Math.exp(-0.5)), 3);
  });

  it('is refused without a square RGB input or the outputs that its description names', () => {
    expect(() => createPadModel(graph([1, 8, 6, 3], { live: 2 }), new Uint8Array(), description)).toThrow(TypeError);
    expect(() => createPadModel(graph([1, 8, 8, 3], { score: 2 }), new Uint8Array(), description)).toThrow(TypeError);
  });

  it('may be missing: then there is none', async () => {
    const { presentationAttack: _, ...models } = assets.manifest.models;
    expect(await openPadModel({ ...assets, manifest: { ...assets.manifest, models } })).toBeNull();
  });
});
