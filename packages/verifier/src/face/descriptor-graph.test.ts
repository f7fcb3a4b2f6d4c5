import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { QuantisedWeight } from './descriptor-graph.ts';
import { buildDescriptorGraph } from './descriptor-graph.ts';

const file = (name: string): Buffer =>
  readFileSync(new URL(import.meta.resolve(`@vladmandic/face-api/model/face_recognition_model${name}`)));
const [group] = JSON.parse(file('-weights_manifest.json').toString()) as [{ weights: readonly QuantisedWeight[] }];

describe('buildDescriptorGraph', () => {
  it('has the 29 convolutions of the network and its last layer, and uses every weight', () => {
    const { graph, bytes } = buildDescriptorGraph(group.weights, file('.bin'));
    expect(graph.nodes.filter(({ op }) => op === 'conv')).toHaveLength(29 + 1);
    const last = graph.weights.entries.at(-1);
    expect(last?.shape).toEqual([1, 1, 256, 128]);
    expect(bytes.byteLength).toBe((last?.offset ?? 0) + 256 * 128 * 4);
  });

  it('folds the scaling after a convolution into its weights and bias', () => {
    const raw = file('.bin');
    const scaleOf = (name: string): { scale: number; min: number; offset: number } => {
      const index = group.weights.findIndex((weight) => weight.name === name);
      const offset = group.weights
        .slice(0, index)
        .reduce((sum, { shape }) => sum + shape.reduce((product, n) => product * n, 1), 0);
      const quantization = group.weights[index]?.quantization;
      return { scale: quantization?.scale ?? NaN, min: quantization?.min ?? NaN, offset };
    };
    const value = (name: string, place: number): number => {
      const { scale, min, offset } = scaleOf(name);
      return (raw[offset + place] ?? NaN) * scale + min;
    };
    const { bytes } = buildDescriptorGraph(group.weights, raw);
    const floats = new Float32Array(bytes.buffer);
    const factor = value('conv32_down/scale/weights', 5);
    expect(floats[32 * 7 + 5]).toBeCloseTo(value('conv32_down/conv/filters', 32 * 7 + 5) * factor, 5);
    const bias = value('conv32_down/conv/bias', 5) * factor + value('conv32_down/scale/biases', 5);
    expect(floats[7 * 7 * 3 * 32 + 5]).toBeCloseTo(bias, 5);
  });

  it('refuses weights that do not fit their file', () => {
    expect(() => buildDescriptorGraph(group.weights, file('.bin').subarray(1))).toThrow(TypeError);
    expect(() => buildDescriptorGraph([], new Uint8Array())).toThrow('conv32_down');
  });
});
