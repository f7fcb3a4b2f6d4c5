// Runs in the verifier's threads: `createDescriptorMatcher` names this module.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createNetwork } from '@bonafide/browser-core/vision';
import { VerifierError } from '../verifier-error.ts';
import type { QuantisedWeight } from './descriptor-graph.ts';
import { buildDescriptorGraph } from './descriptor-graph.ts';
import type { FaceDescriber, OpenFaceDescriber } from './face-matcher.ts';

/** The package that carries the weights; an optional peer dependency, and nothing of it is run. */
const PACKAGE = '@vladmandic/face-api';
const WEIGHTS = {
  file: `${PACKAGE}/model/face_recognition_model.bin`,
  sha256: 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589',
} as const;
const MANIFEST = {
  file: `${PACKAGE}/model/face_recognition_model-weights_manifest.json`,
  sha256: 'cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b',
} as const;

/** What dlib takes off each channel and divides by (spec: `input_rgb_image_sized`). */
const MEAN_RGB = [122.782, 117.001, 104.298] as const;
const DIVISOR = 256;

/**
 * dlib's descriptor of a face cut by `CHIP_150`: 128 numbers whose Euclidean distance tells people apart. The mean of the
 * face and its mirror image, which is worth a little accuracy for twice the work (see the README).
 * Errors: `matcher-unavailable` when the package is missing or its files are not the ones that were measured.
 */
export const openDescriber: OpenFaceDescriber = async (): Promise<FaceDescriber> => {
  const [weights, manifest] = await Promise.all([readChecked(WEIGHTS), readChecked(MANIFEST)]);
  const groups = JSON.parse(new TextDecoder().decode(manifest)) as readonly { weights: readonly QuantisedWeight[] }[];
  const { graph, bytes } = buildDescriptorGraph(
    groups.flatMap((group) => group.weights),
    weights,
  );
  const network = createNetwork(graph, bytes);
  return {
    async describe(rgba, side) {
      const straight = await network.run(toInput(rgba, side, false));
      const mirrored = await network.run(toInput(rgba, side, true));
      const [a, b] = [straight['descriptor'], mirrored['descriptor']];
      if (a === undefined || b === undefined) throw new TypeError('the network has no descriptor');
      return a.map((value, i) => (value + (b[i] ?? 0)) / 2);
    },
  };
};

function toInput(rgba: Uint8ClampedArray, side: number, isMirrored: boolean): Float32Array {
  const input = new Float32Array(side * side * 3);
  for (let i = 0; i < side * side; i += 1) {
    const column = i % side;
    const from = isMirrored ? i - column + side - 1 - column : i;
    for (const [channel, mean] of MEAN_RGB.entries()) {
      input[i * 3 + channel] = ((rgba[from * 4 + channel] ?? 0) - mean) / DIVISOR;
    }
  }
  return input;
}

async function readChecked({ file, sha256 }: { readonly file: string; readonly sha256: string }): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(new URL(import.meta.resolve(file))));
  } catch (cause) {
    throw new VerifierError('matcher-unavailable', `${PACKAGE} is not installed`, { cause });
  }
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new VerifierError('matcher-unavailable', `the weights in ${PACKAGE} are not those of version 1.7.15`);
  }
  return bytes;
}
