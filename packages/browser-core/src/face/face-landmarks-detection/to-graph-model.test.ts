import type { NetworkFiles, NetworkGraph } from '@bonafide/models';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { tensor } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetSource } from '../../asset-loading/asset-source.ts';
import type { FaceNetworks } from '../networks.ts';
import { openNetworks } from '../networks.ts';
import { createNodeAssets } from '../testing/node-assets.ts';
import { toGraphModel } from './to-graph-model.ts';

let assets: AssetSource;
let networks: FaceNetworks;

beforeAll(async () => {
  assets = await createNodeAssets();
  networks = await openNetworks(assets);
});

afterAll(() => networks.dispose());

/** The network as TF.js's own converter package runs it. */
async function load(files: NetworkFiles, names: Readonly<Record<string, string>>) {
  const [graph, weights] = await Promise.all([assets.read(files.graph), assets.read(files.weights)]);
  return loadGraphModel(toGraphModel(JSON.parse(new TextDecoder().decode(graph)) as NetworkGraph, weights, names));
}

describe('toGraphModel', () => {
  it.each([
    ['detector', 'faceDetector', ['candidates']],
    ['mesh', 'faceMesh', ['mesh', 'presence']],
  ] as const)('computes what our own runner computes: %s', async (network, files, outputs) => {
    const runner = networks[network];
    const { inputShape, inputRange } = runner;
    const [low, high] = inputRange;
    const size = inputShape.reduce((product, n) => product * n, 1);
    const input = Float32Array.from({ length: size }, (_, i) => low + (((i * 7919) % 1000) / 999) * (high - low));
    const ours = await runner.run(input);

    const model = await load(assets.manifest.models[files], Object.fromEntries(outputs.map((name) => [name, name])));
    const picture = tensor(input, [...inputShape], 'float32');
    for (const name of outputs) {
      const theirs = model.execute(picture, name) as Tensor;
      const values = await theirs.data();
      theirs.dispose();
      expect(values).toHaveLength(ours[name]?.length ?? -1);
      const furthest = Math.max(...Array.from(values, (value, i) => Math.abs(value - (ours[name]?.[i] ?? NaN))));
      // Two orders of the same additions; the values themselves reach 100 and more.
      expect(furthest).toBeLessThan(1e-3);
    }
    picture.dispose();
    model.dispose();
  });
});
