import type { GraphNode, NetworkGraph, WeightEntry } from '@bonafide/browser-core/vision';

/** One weight of a TF.js weights manifest. */
export interface QuantisedWeight {
  readonly name: string;
  readonly shape: readonly number[];
  /** Absent: floats as they are. Otherwise a byte each: value = byte × scale + min. */
  readonly quantization?: { readonly dtype: 'uint8'; readonly scale: number; readonly min: number };
}

/** Side of the network's input, pixels. */
export const DESCRIPTOR_INPUT_SIDE = 150;

/** Of the picture that the blocks get, pixels: 150 → 72 by the first convolution (7×7), → 35 by the pooling (3×3). */
const SIDE_BEFORE_BLOCKS = 35;

/** Stages of the network, in order: channels, and how many plain blocks follow the one that halves the picture. */
const STAGES = [
  { name: 'conv32', channels: 32, blocks: 3 },
  { name: 'conv64', channels: 64, blocks: 3 },
  { name: 'conv128', channels: 128, blocks: 2 },
  { name: 'conv256', channels: 256, blocks: 2 },
] as const;

/**
 * dlib's face descriptor, a ResNet of 29 convolutions, as a graph for our runner (architecture: spec, dlib's
 * `dnn_face_recognition_ex.cpp`). The scaling after each convolution is folded into its weights; the mean of four
 * neighbours is a depthwise convolution, so that the runner needs nothing new.
 */
export function buildDescriptorGraph(
  weights: readonly QuantisedWeight[],
  bytes: Uint8Array,
): { readonly graph: NetworkGraph; readonly bytes: Uint8Array } {
  const read = createWeightReader(weights, bytes);
  const entries: WeightEntry[] = [];
  const values: Float32Array[] = [];
  const nodes: GraphNode[] = [];
  let offset = 0;
  const addWeight = (shape: readonly number[], data: Float32Array): number => {
    entries.push({ offset, shape });
    values.push(data);
    offset += data.byteLength;
    return entries.length - 1;
  };
  const add = (node: GraphNode): number => nodes.push(node);

  function convolve(from: number, name: string, stride: 1 | 2, activation: 'linear' | 'relu'): number {
    const { shape, values: filter } = read(`${name}/conv/filters`);
    const factor = read(`${name}/scale/weights`).values;
    const shift = read(`${name}/scale/biases`).values;
    const bias = read(`${name}/conv/bias`).values.map((value, i) => value * (factor[i] ?? 0) + (shift[i] ?? 0));
    const scaled = filter.map((value, i) => value * (factor[i % factor.length] ?? 0));
    return add({
      op: 'conv',
      from,
      filter: addWeight(shape, scaled),
      bias: addWeight([bias.length], bias),
      stride: [stride, stride],
      padding: stride === 2 ? 'valid' : 'same',
      activation,
    });
  }

  const relu = (from: number): number => add({ op: 'relu', from });
  const plain = (from: number, name: string): number => {
    const inner = convolve(convolve(from, `${name}/conv1`, 1, 'relu'), `${name}/conv2`, 1, 'linear');
    return relu(add({ op: 'add', from: [inner, from] }));
  };
  let sidePixels = SIDE_BEFORE_BLOCKS;
  /** Halves the picture. What the two branches lack of each other's size is zeros at the end, as dlib adds them. */
  const halve = (from: number, name: string, channelsIn: number, channelsOut: number): number => {
    let inner = convolve(convolve(from, `${name}/conv1`, 2, 'relu'), `${name}/conv2`, 1, 'linear');
    const quarter = addWeight([2, 2, channelsIn, 1], new Float32Array(4 * channelsIn).fill(1 / 4));
    let pooled = add({
      op: 'depthwise',
      from,
      filter: quarter,
      stride: [2, 2],
      padding: 'valid',
      activation: 'linear',
    });
    const innerSide = Math.floor((sidePixels - 3) / 2) + 1;
    const pooledSide = Math.floor(sidePixels / 2);
    const lacking = pooledSide - innerSide;
    if (lacking > 0) inner = add({ op: 'pad', from: inner, paddings: endOf(lacking, lacking, 0) });
    if (channelsOut > channelsIn)
      pooled = add({ op: 'pad', from: pooled, paddings: endOf(0, 0, channelsOut - channelsIn) });
    sidePixels = pooledSide;
    return relu(add({ op: 'add', from: [pooled, inner] }));
  };

  let value = convolve(0, 'conv32_down', 2, 'relu');
  value = add({ op: 'maxPool', from: value, size: [3, 3], stride: [2, 2], padding: 'valid' });
  let channelsIn: number = STAGES[0].channels;
  for (const [index, { name, channels, blocks }] of STAGES.entries()) {
    if (index > 0) value = halve(value, `${name}_down`, channelsIn, channels);
    for (let block = 1; block <= blocks; block += 1) value = plain(value, `${name}_${block}`);
    channelsIn = channels;
  }
  value = halve(value, 'conv256_down_out', channelsIn, channelsIn);
  value = add({ op: 'spatialMean', from: value });
  const full = read('fc');
  const filter = addWeight([1, 1, ...full.shape], full.values);
  value = add({ op: 'conv', from: value, filter, stride: [1, 1], padding: 'valid', activation: 'linear' });
  const packed = new Uint8Array(offset);
  for (const [index, entry] of entries.entries()) packed.set(bytesOf(values[index]), entry.offset);
  return {
    graph: {
      format: 'bonafide-graph-1',
      input: { shape: [1, DESCRIPTOR_INPUT_SIDE, DESCRIPTOR_INPUT_SIDE, 3], range: [0, 255] },
      weights: { type: 'float32', entries },
      nodes,
      outputs: { descriptor: value },
    },
    bytes: packed,
  };
}

const endOf = (rows: number, columns: number, channels: number): readonly (readonly [number, number])[] => [
  [0, 0],
  [0, rows],
  [0, columns],
  [0, channels],
];

const bytesOf = (values: Float32Array | undefined): Uint8Array =>
  values === undefined ? new Uint8Array() : new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

function createWeightReader(weights: readonly QuantisedWeight[], bytes: Uint8Array): (name: string) => Weight {
  const places = new Map<string, { readonly weight: QuantisedWeight; readonly offset: number }>();
  let offset = 0;
  for (const weight of weights) {
    places.set(weight.name, { weight, offset });
    offset += countOf(weight.shape) * (weight.quantization === undefined ? 4 : 1);
  }
  if (offset !== bytes.byteLength) throw new TypeError('the weights do not fill the file that they lie in');
  return (name) => {
    const place = places.get(name);
    if (place === undefined) throw new TypeError(`the weights lack ${name}`);
    const { shape, quantization } = place.weight;
    const count = countOf(shape);
    if (quantization === undefined) {
      return { shape, values: new Float32Array(bytes.slice(place.offset, place.offset + 4 * count).buffer) };
    }
    const { scale, min } = quantization;
    const values = new Float32Array(count);
    for (let i = 0; i < count; i += 1) values[i] = (bytes[place.offset + i] ?? 0) * scale + min;
    return { shape, values };
  };
}

const countOf = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);
