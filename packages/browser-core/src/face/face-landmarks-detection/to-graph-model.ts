import type { GraphNode, NetworkGraph } from '@bonafide/models';
import type { io } from '@tensorflow/tfjs-core';

type TfNode = Record<string, unknown> & { readonly name: string; readonly op: string };

const base64 = (text: string): string => btoa(text);
const list = (values: readonly number[]) => ({ list: { i: values.map(String) } });

/**
 * Our graph in TF.js's own graph-model format again, so that other people's code can run it. `names` gives outputs the
 * names that such code asks for. Only what the face networks use.
 */
export function toGraphModel(
  graph: NetworkGraph,
  bytes: Uint8Array<ArrayBuffer>,
  names: Readonly<Record<string, string>>,
): io.IOHandler {
  const nodes: TfNode[] = [
    {
      name: 'input',
      op: 'Placeholder',
      attr: {
        dtype: { type: 'DT_FLOAT' },
        shape: { shape: { dim: graph.input.shape.map((size) => ({ size: String(size) })) } },
      },
    },
  ];
  const specs: io.WeightsManifestEntry[] = [];
  const chunks: Uint8Array<ArrayBuffer>[] = [];

  function integers(name: string, values: readonly number[], shape: readonly number[]): string {
    nodes.push({ name, op: 'Const', attr: { dtype: { type: 'DT_INT32' } } });
    specs.push({ name, shape: [...shape], dtype: 'int32' });
    chunks.push(new Uint8Array(Int32Array.from(values).buffer));
    return name;
  }
  for (const [index, { offset, shape }] of graph.weights.entries.entries()) {
    const name = `w${index}`;
    const length = 2 * shape.reduce((product, n) => product * n, 1);
    nodes.push({ name, op: 'Const', attr: { dtype: { type: 'DT_FLOAT' } } });
    specs.push({
      name,
      shape: [...shape],
      dtype: 'float32',
      // The type leaves out what the decoder reads.
      quantization: { dtype: 'float16', original_dtype: 'float32' } as { dtype: 'float16' },
    });
    chunks.push(bytes.subarray(offset, offset + length));
  }
  const value = (index: number): string => (index === 0 ? 'input' : `n${index - 1}`);
  for (const [index, node] of graph.nodes.entries()) {
    nodes.push({
      name: `n${index}`,
      ...toTfNode(node, value, (values) => integers(`c${index}`, values.flat(), shapeOf(values))),
    });
  }
  for (const [output, name] of Object.entries(names)) {
    nodes.push({
      name,
      op: 'Identity',
      input: [value(graph.outputs[output] ?? -1)],
      attr: { T: { type: 'DT_FLOAT' } },
    });
  }
  const outputs = Object.fromEntries(
    Object.values(names).map((name) => [name, { name: `${name}:0`, dtype: 'DT_FLOAT' }]),
  );
  return {
    load: async () => ({
      format: 'graph-model',
      modelTopology: { node: nodes, library: {}, versions: {} },
      weightSpecs: specs,
      weightData: await new Blob(chunks).arrayBuffer(),
      signature: { inputs: { input: { name: 'input:0', dtype: 'DT_FLOAT' } }, outputs },
    }),
  };
}

const shapeOf = (values: readonly number[] | readonly (readonly number[])[]): readonly number[] =>
  typeof values[0] === 'number'
    ? [values.length]
    : [values.length, (values[0] as readonly number[] | undefined)?.length ?? 0];

function toTfNode(
  node: GraphNode,
  value: (index: number) => string,
  constant: (values: readonly number[] | readonly (readonly number[])[]) => string,
): Omit<TfNode, 'name'> & { readonly op: string } {
  const weight = (place: number | undefined): string[] => (place === undefined ? [] : [`w${place}`]);
  switch (node.op) {
    case 'conv':
    case 'depthwise': {
      if (typeof node.padding === 'number') throw new TypeError('the face networks name their padding');
      const [height, width] = node.stride;
      const fused = [
        ...(node.bias === undefined ? [] : ['BiasAdd']),
        ...(node.activation === 'linear' ? [] : [node.activation === 'relu' ? 'Relu' : 'Prelu']),
      ];
      return {
        op: node.op === 'depthwise' ? 'DepthwiseConv2dNative' : '_FusedConv2D',
        input: [value(node.from), ...weight(node.filter), ...weight(node.bias), ...weight(node.slope)],
        attr: {
          strides: list([1, height, width, 1]),
          dilations: list([1, 1, 1, 1]),
          padding: { s: base64(node.padding.toUpperCase()) },
          data_format: { s: base64('NHWC') },
          explicit_paddings: { list: {} },
          ...(node.op === 'conv'
            ? {
                fused_ops: { list: { s: fused.map(base64) } },
                num_args: { i: String(fused.includes('Prelu') ? 2 : 1) },
              }
            : {}),
        },
      };
    }
    case 'add':
      return { op: 'AddV2', input: node.from.map(value) };
    case 'prelu':
      return { op: 'Prelu', input: [value(node.from), ...weight(node.slope)] };
    case 'relu':
      return { op: 'Relu', input: [value(node.from)] };
    case 'sigmoid':
      return { op: 'Sigmoid', input: [value(node.from)] };
    case 'maxPool':
      return {
        op: 'MaxPool',
        input: [value(node.from)],
        attr: {
          ksize: list([1, ...node.size, 1]),
          strides: list([1, ...node.stride, 1]),
          padding: { s: base64(node.padding.toUpperCase()) },
          data_format: { s: base64('NHWC') },
          explicit_paddings: { list: {} },
        },
      };
    case 'pad':
      return { op: 'Pad', input: [value(node.from), constant(node.paddings)] };
    case 'reshape':
      return { op: 'Reshape', input: [value(node.from), constant(node.shape)] };
    case 'concat':
      return {
        op: 'ConcatV2',
        input: [...node.from.map(value), constant([node.axis])],
        attr: { N: { i: String(node.from.length) } },
      };
    default:
      throw new TypeError(`${node.op} is not used by the face networks`);
  }
}
