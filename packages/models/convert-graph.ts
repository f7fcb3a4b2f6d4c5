import type { Activation, GraphNode, NetworkGraph, Padding, WeightEntry } from './src/network-graph.ts';

/** The part of TF.js's graph-model format that the MediaPipe face models use. */
export interface TfjsModel {
  readonly modelTopology: { readonly node: readonly TfjsNode[] };
  readonly weightsManifest: readonly { readonly weights: readonly TfjsWeight[] }[];
}

interface TfjsNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, TfjsAttribute>>;
}

interface TfjsAttribute {
  readonly s?: string;
  readonly list?: { readonly i?: readonly string[]; readonly s?: readonly string[] };
  readonly shape?: { readonly dim: readonly { readonly size: string }[] };
}

interface TfjsWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
  readonly quantization?: { readonly dtype: 'float16' };
}

interface Constant {
  readonly offset: number;
  readonly shape: readonly number[];
  /** Of an int32 constant: a shape, an axis, paddings. */
  readonly integers?: readonly number[];
}

const base64 = (text: string): string => Buffer.from(text, 'base64').toString();
const bare = (input: string): string => input.replace(/:\d+$/, '');
const sizeOf = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);

/**
 * Rewrites a TF.js graph model: only what the wanted outputs need, constants of shapes and paddings folded in, names
 * gone. Throws on any operation or attribute that it does not know.
 */
export function convertGraph(
  model: TfjsModel,
  weights: Buffer,
  range: readonly [number, number],
  outputs: Readonly<Record<string, string>>,
): NetworkGraph {
  const nodes = new Map(model.modelTopology.node.map((node) => [node.name, node]));
  const constants = readConstants(model, weights);
  const entries: WeightEntry[] = [];
  const entryOf = new Map<string, number>();
  const result: GraphNode[] = [];
  const valueOf = new Map<string, number>();
  let shape: readonly number[] = [];

  const constant = (name: string): Constant => found(constants.get(bare(name)), `constant ${name}`);
  const integers = (name: string): readonly number[] => found(constant(name).integers, `integers ${name}`);
  const weight = (name: string): number => {
    const known = entryOf.get(bare(name));
    if (known !== undefined) return known;
    const { offset, shape } = constant(name);
    entryOf.set(bare(name), entries.length);
    return entries.push({ offset, shape }) - 1;
  };

  function visit(input: string): number {
    const name = bare(input);
    const known = valueOf.get(name);
    if (known !== undefined) return known;
    const node = found(nodes.get(name), `node ${name}`);
    let value: number;
    if (node.op === 'Placeholder') {
      const dimensions = found(node.attr?.['shape']?.shape, 'input shape').dim.map(({ size }) => Number(size));
      shape = [1, ...dimensions.slice(1)];
      value = 0;
    } else if (node.op === 'Identity') value = visit(inputOf(node, 0));
    else {
      // The inputs come first: pushing is what numbers a value.
      const converted = convertNode(node);
      value = result.push(converted);
    }
    valueOf.set(name, value);
    return value;
  }

  function convertNode(node: TfjsNode): GraphNode {
    switch (node.op) {
      case '_FusedConv2D': {
        const fused = (attribute(node, 'fused_ops').list?.s ?? []).map(base64);
        const activation = toActivation(fused.filter((op) => op !== 'BiasAdd'));
        const hasBias = fused.includes('BiasAdd');
        return {
          op: 'conv',
          from: visit(inputOf(node, 0)),
          filter: weight(inputOf(node, 1)),
          ...(hasBias ? { bias: weight(inputOf(node, 2)) } : {}),
          ...(activation === 'prelu' ? { slope: weight(inputOf(node, hasBias ? 3 : 2)) } : {}),
          ...window(node),
          activation,
        };
      }
      case 'DepthwiseConv2dNative':
        return {
          op: 'depthwise',
          from: visit(inputOf(node, 0)),
          filter: weight(inputOf(node, 1)),
          ...window(node),
          activation: 'linear',
        };
      case 'AddV2':
        return { op: 'add', from: [visit(inputOf(node, 0)), visit(inputOf(node, 1))] };
      case 'Prelu':
        return { op: 'prelu', from: visit(inputOf(node, 0)), slope: weight(inputOf(node, 1)) };
      case 'Relu':
        return { op: 'relu', from: visit(inputOf(node, 0)) };
      case 'Sigmoid':
        return { op: 'sigmoid', from: visit(inputOf(node, 0)) };
      case 'MaxPool':
        return { op: 'maxPool', from: visit(inputOf(node, 0)), size: pair(node, 'ksize'), ...window(node) };
      case 'Pad': {
        const flat = integers(inputOf(node, 1));
        const paddings = flat.flatMap((n, i) => (i % 2 === 0 ? [[n, found(flat[i + 1], 'padding')] as const] : []));
        return { op: 'pad', from: visit(inputOf(node, 0)), paddings };
      }
      case 'Reshape':
        return { op: 'reshape', from: visit(inputOf(node, 0)), shape: reshapeTo(inputOf(node, 1)) };
      case 'ConcatV2': {
        const inputs = node.input ?? [];
        const axis = found(integers(inputOf(node, inputs.length - 1))[0], 'axis');
        return { op: 'concat', from: inputs.slice(0, -1).map(visit), axis };
      }
      default:
        throw new Error(`operation ${node.op} is not known here`);
    }
  }

  /** A constant shape, or one packed from the batch size and constants. The batch is always one. */
  function reshapeTo(name: string): readonly number[] {
    const node = found(nodes.get(bare(name)), `node ${name}`);
    if (node.op === 'Const') return [1, ...integers(name).slice(1)];
    if (node.op !== 'Pack') throw new Error(`shape from ${node.op} is not known here`);
    return [1, ...(node.input ?? []).slice(1).map((input) => found(integers(input)[0], 'dimension'))];
  }

  const values = Object.fromEntries(Object.entries(outputs).map(([name, node]) => [name, visit(node)]));
  return {
    format: 'bonafide-graph-1',
    input: { shape, range },
    weights: { type: 'float16', entries },
    nodes: result,
    outputs: values,
  };
}

function readConstants(model: TfjsModel, weights: Buffer): Map<string, Constant> {
  const constants = new Map<string, Constant>();
  let offset = 0;
  for (const { name, shape, dtype, quantization } of model.weightsManifest.flatMap((group) => group.weights)) {
    const size = sizeOf(shape);
    const integers =
      dtype === 'int32' ? Array.from({ length: size }, (_, i) => weights.readInt32LE(offset + 4 * i)) : undefined;
    if (integers === undefined && quantization?.dtype !== 'float16') throw new Error(`${name} is not float16`);
    constants.set(name, { offset, shape, ...(integers === undefined ? {} : { integers }) });
    offset += size * (integers === undefined ? 2 : 4);
  }
  if (offset !== weights.length) throw new Error('the weights file has another length than its description');
  return constants;
}

function toActivation(fused: readonly string[]): Activation {
  const name = (fused[0] ?? 'linear').toLowerCase();
  if (fused.length > 1 || !['linear', 'relu', 'relu6', 'prelu'].includes(name))
    throw new Error(`activation ${fused.join('+')}`);
  return name as Activation;
}

function window(node: TfjsNode): { readonly stride: readonly [number, number]; readonly padding: Padding } {
  const dilations = node.attr?.['dilations']?.list?.i ?? [];
  if (dilations.some((n) => n !== '1')) throw new Error('dilated convolutions are not known here');
  const padding = base64(attribute(node, 'padding').s ?? '').toLowerCase();
  if (padding !== 'same' && padding !== 'valid') throw new Error(`padding ${padding}`);
  return { stride: pair(node, 'strides'), padding };
}

function pair(node: TfjsNode, name: string): readonly [number, number] {
  const [, height, width] = (attribute(node, name).list?.i ?? []).map(Number);
  return [found(height, name), found(width, name)];
}

const inputOf = (node: TfjsNode, place: number): string => found(node.input?.[place], `input ${place} of ${node.name}`);
const attribute = (node: TfjsNode, name: string): TfjsAttribute => found(node.attr?.[name], `${name} of ${node.name}`);

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing`);
  return value;
}
