import type { NetworkGraph, PresentationAttackFiles } from '@bonafide/models';
import type { AssetSource } from '../../asset-loading/asset-source.ts';
import type { PresentationAttackModel } from '../../face/frame-analyser.ts';
import { createNetwork } from '../../face/network/network.ts';
import { toNetworkInput } from '../../face/network/network-input.ts';
import { faceCrop } from './face-crop.ts';
import { lightenFace } from './face-light.ts';

/** What a presentation-attack model needs to know beside its weights; the manifest's `presentationAttack` entry holds it. */
export type PadModelDescription = Pick<PresentationAttackFiles, 'version' | 'lighten' | 'crops'>;

/** A presentation-attack model whose weights lie in the current TF.js backend. What the caller holds must be disposed. */
export interface PadModel extends PadModelDescription {
  /** 0 attack to 1 bona fide for each of `crops`, in their order. One call at a time per backend. */
  readonly score: PresentationAttackModel;
  dispose(): void;
}

/**
 * Makes a model of a graph with one square RGB input and the outputs that its description names, so that another one than
 * ours can be put in its place. Throws `TypeError` on a graph of another form.
 */
export function createPadModel(graph: NetworkGraph, weights: Uint8Array, description: PadModelDescription): PadModel {
  const { version, lighten, crops } = description;
  const [, side = 0, columns, channels] = graph.input.shape;
  if (columns !== side || channels !== 3) throw new TypeError('the input of the graph is not one square RGB picture');
  for (const { output } of crops)
    if (graph.outputs[output] === undefined) throw new TypeError(`the graph has no output named '${output}'`);
  const network = createNetwork(graph, weights);
  const input = new Float32Array(side * side * 3);
  return {
    version,
    ...(lighten === undefined ? {} : { lighten }),
    crops,
    async score(frame, box) {
      const scores: number[] = [];
      for (const { scale, output } of crops) {
        toNetworkInput(
          frame.sample(faceCrop(frame, box, scale), side, side, 'nearest-four'),
          network.inputRange,
          input,
        );
        if (lighten !== undefined) lightenFace(input, side, scale, network.inputRange, lighten);
        // One after the other: they share the backend and the input buffer.
        const outputs = await network.run(input, [output]);
        scores.push(outputs[output]?.[0] ?? NaN);
      }
      return scores;
    },
    dispose: () => network.dispose(),
  };
}

/**
 * Loads the model that the manifest names into the current backend; null when it names none, and then every frame's
 * `modelScore` is null. Errors: `asset-load-failed`, `asset-integrity-failed`.
 */
export async function openPadModel(source: AssetSource): Promise<PadModel | null> {
  const files = source.manifest.models.presentationAttack;
  if (files === undefined) return null;
  const [graph, weights] = await Promise.all([source.read(files.graph), source.read(files.weights)]);
  return createPadModel(JSON.parse(new TextDecoder().decode(graph)) as NetworkGraph, weights, files);
}
