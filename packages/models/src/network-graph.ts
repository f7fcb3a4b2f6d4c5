/**
 * Our own description of a network: a list of operations in the order in which they run. Value 0 is the input; node `i`
 * gives value `i + 1`. Weights are addressed by their place in a separate file whose bytes are the publisher's own, so
 * that their hash can be compared with what was published.
 */
export interface NetworkGraph {
  readonly format: 'bonafide-graph-1';
  /** NHWC, batch of one. One dimension may be -1: then it is as long as the input makes it. */
  readonly input: { readonly shape: Shape; readonly range: readonly [number, number] };
  readonly weights: { readonly type: 'float16' | 'float32'; readonly entries: readonly WeightEntry[] };
  readonly nodes: readonly GraphNode[];
  /** Name → value. */
  readonly outputs: Readonly<Record<string, number>>;
}

export type Shape = readonly number[];

/** Byte offset in the weights file, little-endian; then the shape. Filters are HWIO, depthwise ones HWC×multiplier. */
export interface WeightEntry {
  readonly offset: number;
  readonly shape: Shape;
}

export type Activation = 'linear' | 'relu' | 'relu6' | 'prelu' | 'sigmoid';
export type Padding = 'same' | 'valid';

interface Convolution {
  readonly from: number;
  /** Places in `weights.entries`. */
  readonly filter: number;
  readonly bias?: number;
  /** Slopes of the negative side, with `activation: 'prelu'`. */
  readonly slope?: number;
  readonly stride: readonly [number, number];
  /** A number is how many zeros are added on each of the four sides. */
  readonly padding: Padding | number;
  readonly activation: Activation;
}

export type GraphNode =
  | ({ readonly op: 'conv' } & Convolution)
  | ({ readonly op: 'depthwise' } & Convolution)
  | { readonly op: 'add' | 'multiply'; readonly from: readonly [number, number] }
  | { readonly op: 'prelu'; readonly from: number; readonly slope: number }
  | { readonly op: 'relu' | 'relu6' | 'sigmoid' | 'softmax'; readonly from: number }
  | {
      readonly op: 'maxPool';
      readonly from: number;
      readonly size: readonly [number, number];
      readonly stride: readonly [number, number];
      readonly padding: Padding;
    }
  /** Mean over height and width; both stay as dimensions of 1. */
  | { readonly op: 'spatialMean'; readonly from: number }
  | { readonly op: 'pad'; readonly from: number; readonly paddings: readonly (readonly [number, number])[] }
  | { readonly op: 'reshape'; readonly from: number; readonly shape: Shape }
  | { readonly op: 'concat'; readonly from: readonly number[]; readonly axis: number };
