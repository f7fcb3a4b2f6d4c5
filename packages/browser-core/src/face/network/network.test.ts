import type { NetworkGraph } from '@bonafide/models';
import { engine } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeAssets } from '../testing/node-assets.ts';
import { startBackend } from './backends.ts';
import { createNetwork, type Network } from './network.ts';

/** Two outputs; what only the second needs cannot be computed, since sixteen values have no shape of three. */
const HALF_BROKEN: NetworkGraph = {
  format: 'bonafide-graph-1',
  input: { shape: [1, 2, 2, 4], range: [0, 1] },
  weights: { type: 'float16', entries: [] },
  nodes: [
    { op: 'relu', from: 0 },
    { op: 'spatialMean', from: 1 },
    { op: 'reshape', from: 1, shape: [1, 3] },
  ],
  outputs: { mean: 2, broken: 3 },
};

describe('the outputs of a network that are asked for', () => {
  let network: Network;
  const input = Float32Array.from({ length: 16 }, (_, i) => i % 4);

  beforeAll(async () => {
    network = await startBackend('auto', await createNodeAssets(), () =>
      Promise.resolve(createNetwork(HALF_BROKEN, new Uint8Array())),
    );
  });
  afterAll(() => network.dispose());

  it('are computed without what only others need', async () => {
    const outputs = await network.run(input, ['mean']);
    expect(Object.keys(outputs)).toEqual(['mean']);
    expect([...(outputs['mean'] ?? [])]).toEqual([0, 1, 2, 3]);
  });

  it('are all of them by default', async () => {
    await expect(network.run(input)).rejects.toThrow();
  });

  it('must exist', async () => {
    await expect(network.run(input, ['median'])).rejects.toThrow(TypeError);
  });

  it('leave no tensor behind, computed or failed', async () => {
    const before = engine().backend.numDataIds();
    await network.run(input, ['mean']);
    await network.run(input).catch(() => {});
    expect(engine().backend.numDataIds()).toBe(before);
  });
});

describe('a convolution that halves the places', () => {
  // Ones under a filter of ones count the places of the picture that the filter covers.
  const halving = (padding: 'same' | 'valid' | number): NetworkGraph => ({
    format: 'bonafide-graph-1',
    input: { shape: [1, 4, 4, 1], range: [0, 1] },
    weights: { type: 'float16', entries: [{ offset: 0, shape: [3, 3, 1, 1] }] },
    nodes: [{ op: 'conv', from: 0, filter: 0, stride: [2, 2], padding, activation: 'linear' }],
    outputs: { counts: 1 },
  });
  const ones = new Uint8Array(Uint16Array.from({ length: 9 }, () => 0x3c00).buffer);

  it.each([
    ['same', [9, 6, 6, 4]],
    ['valid', [9]],
    [1, [4, 6, 6, 9]],
  ] as const)('is padded as its graph says: %s', async (padding, counts) => {
    const network = await startBackend('auto', await createNodeAssets(), () =>
      Promise.resolve(createNetwork(halving(padding), ones)),
    );
    const outputs = await network.run(new Float32Array(16).fill(1));
    expect([...(outputs['counts'] ?? [])]).toEqual(counts);
    network.dispose();
  });
});
