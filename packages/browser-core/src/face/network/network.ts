import type { GraphNode, NetworkGraph, WeightEntry } from '@bonafide/models';
import { engine, tensor } from '@tensorflow/tfjs-core';
import type { NamedAttrMap, NamedTensorMap, Tensor } from '@tensorflow/tfjs-core';
import { widenHalfFloats } from './half-float.ts';

/** A network whose weights lie in the current TF.js backend. */
export interface Network {
  /** A dimension of -1 is as long as the input makes it. */
  readonly inputShape: readonly number[];
  /** Lowest and highest value that an input pixel takes. */
  readonly inputRange: readonly [number, number];
  /**
   * Runs once; the input is NHWC, batch of one. One run at a time per backend. `wanted` names outputs: then no others are given, and
   * what only they need is not computed. Default: all.
   */
  run(input: Float32Array, wanted?: readonly string[]): Promise<Readonly<Record<string, Float32Array>>>;
  dispose(): void;
}

/**
 * Puts a graph's weights into the current backend. What the caller holds must be disposed; a run leaves nothing behind,
 * whether it succeeds or throws.
 */
export function createNetwork(graph: NetworkGraph, bytes: Uint8Array): Network {
  if (graph.format !== 'bonafide-graph-1') throw new TypeError(`unknown graph format '${String(graph.format)}'`);
  const weights = graph.weights.entries.map((entry) => upload(entry, bytes, graph.weights.type));
  const steps = graph.nodes.map((node) => compile(node, weights));
  const lastUse = lastUses(graph);
  const names = Object.keys(graph.outputs);
  const needs = new Map(names.map((name) => [name, needed(graph, name)]));
  return {
    inputShape: graph.input.shape,
    inputRange: graph.input.range,
    async run(input, wanted = names) {
      const values: (Tensor | undefined)[] = [tensor(input, shapeOf(graph.input.shape, input.length), 'float32')];
      const value = (index: number): Tensor => {
        const found = values[index];
        if (found === undefined) throw new TypeError(`the graph reads value ${index} before it exists`);
        return found;
      };
      try {
        for (const [index, step] of steps.entries()) {
          if (!wanted.some((name) => needs.get(name)?.has(index + 1))) {
            values.push(undefined);
            continue;
          }
          values.push(step(value));
          for (const dead of lastUse[index] ?? []) {
            values[dead]?.dispose();
            values[dead] = undefined;
          }
        }
        const outputs = wanted.map(
          async (name) => [name, (await value(graph.outputs[name] ?? NaN).data()) as Float32Array] as const,
        );
        return Object.fromEntries(await Promise.all(outputs));
      } finally {
        for (const left of values) left?.dispose();
      }
    },
    dispose() {
      for (const weight of weights) weight.dispose();
    },
  };
}

type Step = (value: (index: number) => Tensor) => Tensor;

/** The shape with its open dimension, if it has one, filled in. Throws `TypeError` when the input is no whole number of it. */
function shapeOf(shape: readonly number[], length: number): number[] {
  const open = shape.indexOf(-1);
  if (open < 0) return [...shape];
  const size = length / shape.reduce((product, n) => (n === -1 ? product : product * n), 1);
  if (!Number.isInteger(size)) throw new TypeError("the input does not fill the graph's shape");
  return shape.with(open, size);
}

function upload({ offset, shape }: WeightEntry, bytes: Uint8Array, type: 'float16' | 'float32'): Tensor {
  const count = shape.reduce((product, n) => product * n, 1);
  const values =
    type === 'float16'
      ? widenHalfFloats(bytes, offset, count)
      : new Float32Array(bytes.slice(offset, offset + 4 * count).buffer);
  return tensor(values, [...shape], 'float32');
}

/** The values that an output is computed from, itself among them. */
function needed(graph: NetworkGraph, output: string): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [graph.outputs[output] ?? 0];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (found.has(value)) continue;
    found.add(value);
    const node = graph.nodes[value - 1];
    if (node !== undefined) open.push(...[node.from].flat());
  }
  return found;
}

/** For each node, the values that nothing after it reads. */
function lastUses(graph: NetworkGraph): readonly (readonly number[])[] {
  const last = new Map<number, number>();
  for (const [index, node] of graph.nodes.entries()) for (const value of [node.from].flat()) last.set(value, index);
  const kept = new Set(Object.values(graph.outputs));
  const result: number[][] = graph.nodes.map(() => []);
  for (const [value, index] of last) if (!kept.has(value)) result[index]?.push(value);
  return result;
}

function compile(node: GraphNode, weights: readonly Tensor[]): Step {
  const weight = (place: number): Tensor => {
    const found = weights[place];
    if (found === undefined) throw new TypeError(`the graph names weight ${place}, which it does not hold`);
    return found;
  };
  switch (node.op) {
    case 'conv':
    case 'depthwise': {
      const fixed: NamedTensorMap = { filter: weight(node.filter) };
      if (node.bias !== undefined) fixed['bias'] = weight(node.bias);
      if (node.slope !== undefined) fixed['preluActivationWeights'] = weight(node.slope);
      const attributes = {
        strides: [...node.stride],
        pad: node.padding,
        dataFormat: 'NHWC',
        dilations: [1, 1],
        dimRoundingMode: undefined,
        activation: node.activation,
        leakyreluAlpha: 0,
      } as unknown as NamedAttrMap;
      const isBare = node.op === 'depthwise' && node.bias === undefined && node.activation === 'linear';
      const kernel = node.op === 'conv' ? 'FusedConv2D' : isBare ? 'DepthwiseConv2dNative' : 'FusedDepthwiseConv2D';
      return (value) => runKernel(kernel, { x: value(node.from), ...fixed }, attributes);
    }
    case 'add':
    case 'multiply': {
      const kernel = node.op === 'add' ? 'Add' : 'Multiply';
      return (value) => runKernel(kernel, { a: value(node.from[0]), b: value(node.from[1]) });
    }
    case 'prelu': {
      const alpha = weight(node.slope);
      return (value) => runKernel('Prelu', { x: value(node.from), alpha });
    }
    case 'relu':
      return (value) => runKernel('Relu', { x: value(node.from) });
    case 'relu6':
      return (value) => runKernel('Relu6', { x: value(node.from) });
    case 'sigmoid':
      return (value) => runKernel('Sigmoid', { x: value(node.from) });
    case 'softmax':
      return (value) => {
        const logits = value(node.from);
        // The kernels, unlike TF.js's operations, do not count from the end.
        return runKernel('Softmax', { logits }, { dim: logits.rank - 1 });
      };
    case 'maxPool': {
      const attributes = { filterSize: [...node.size], strides: [...node.stride], pad: node.padding };
      return (value) => runKernel('MaxPool', { x: value(node.from) }, attributes);
    }
    case 'spatialMean':
      return (value) => runKernel('Mean', { x: value(node.from) }, { axis: [1, 2], keepDims: true });
    case 'pad': {
      const attributes = { paddings: node.paddings.map((pair) => [...pair]), constantValue: 0 };
      return (value) => runKernel('PadV2', { x: value(node.from) }, attributes);
    }
    case 'reshape':
      return (value) => runKernel('Reshape', { x: value(node.from) }, { shape: [...node.shape] });
    case 'concat':
      return (value) => {
        const inputs = node.from.map(value);
        const axis = node.axis < 0 ? node.axis + (inputs[0]?.rank ?? 0) : node.axis;
        return runKernel('Concat', inputs as unknown as NamedTensorMap, { axis });
      };
    default:
      throw new TypeError(`unknown operation ${JSON.stringify(node satisfies never)}`);
  }
}

function runKernel(name: string, inputs: NamedTensorMap, attributes?: unknown): Tensor {
  return engine().runKernel(name, inputs, attributes as NamedAttrMap | undefined);
}
