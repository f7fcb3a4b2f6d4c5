import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modelFile, modelManifest } from './index.ts';
import type { NetworkFiles, NetworkGraph } from './index.ts';

const PACKAGE = new URL('..', import.meta.url);
/** The weights as their publisher hashed them (see extract-weights.ts). */
const PUBLISHED = {
  'face-detector.bin': 'e9b69ee1c1f8cd33c58120bcd75bf8c56bfba20c880f447e9d293ec102059d4b',
  'face-mesh.bin': '3826da640b0a3021161605369ee6af293f75d518040355b960ec71a3390c1c0b',
};

/** Every network by its name; the document reader has two. */
function namedNetworks(): (readonly [string, NetworkFiles])[] {
  const { documentReader, ...models } = modelManifest.models;
  const readers = [
    ['documentReader, mrz', documentReader?.mrz],
    ['documentReader, text', documentReader?.text],
  ] as const;
  return [
    ...Object.entries(models),
    ...readers.flatMap(([name, files]) => (files === undefined ? [] : [[name, files] as const])),
  ];
}

describe('model files', () => {
  it.each(modelManifest.files)(
    '$name has the size and hash of the manifest, a licence, an origin and a card',
    (file) => {
      const bytes = readFileSync(modelFile(file.name));
      expect(bytes.length).toBe(file.bytes);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
      expect(file.licence).toBe('Apache-2.0');
      expect(file.source).not.toBe('');
      expect(existsSync(new URL(file.card, PACKAGE))).toBe(true);
    },
  );

  it('are all listed', () => {
    const shipped = readdirSync(new URL('assets', PACKAGE)).filter((name) => name !== 'manifest.json');
    expect(modelManifest.files.map(({ name }) => name).toSorted()).toEqual(shipped.toSorted());
  });

  it.each(Object.entries(PUBLISHED))("%s is the publisher's own bytes", (name, sha256) => {
    expect(modelManifest.files.find((file) => file.name === name)?.sha256).toBe(sha256);
  });

  it('are named by the networks', () => {
    const names = new Set(modelManifest.files.map(({ name }) => name));
    for (const [, { graph, weights }] of namedNetworks()) {
      expect(names).toContain(graph);
      expect(names).toContain(weights);
    }
  });

  it('are refused under a name that is not listed', () => {
    expect(() => modelFile('../package.json')).toThrow(TypeError);
  });
});

describe.each(namedNetworks())('the graph of %s', (_, files) => {
  const graph = JSON.parse(readFileSync(modelFile(files.graph), 'utf8')) as NetworkGraph;
  const bytes = readFileSync(modelFile(files.weights));
  const width = graph.weights.type === 'float16' ? 2 : 4;

  it('addresses weights inside its file', () => {
    for (const { offset, shape } of graph.weights.entries) {
      expect(offset % width).toBe(0);
      expect(offset + width * shape.reduce((product, n) => product * n, 1)).toBeLessThanOrEqual(bytes.length);
    }
  });

  it('uses only values that come before', () => {
    for (const [index, node] of graph.nodes.entries()) {
      for (const value of [node.from].flat()) expect(value).toBeLessThanOrEqual(index);
    }
    for (const value of Object.values(graph.outputs)) expect(value).toBeLessThanOrEqual(graph.nodes.length);
  });
});
