import type { LineReaderFiles, NetworkGraph } from '@bonafide/models';
import { BrowserCoreError } from '../../../browser-core-error.ts';
import type { AssetSource } from '../../../asset-loading/asset-source.ts';
import { startBackend } from '../../../face/network/backends.ts';
import type { Network } from '../../../face/network/network.ts';
import { createNetwork } from '../../../face/network/network.ts';
import type { VisionBackend } from '../../../face/vision.ts';
import type { LumaPlane } from '../../../liveness/luma-plane.ts';
import { CROP_ROWS } from './line-crop.ts';
import type { LineLattice, LineRecogniser } from './line-recogniser.ts';

/**
 * Loads the networks that read print and starts the first backend that runs them. The one for plain text is loaded when it is
 * first needed. Errors: `asset-load-failed`, `asset-integrity-failed`, `backend-init-failed`.
 */
export async function openLineRecogniser(
  source: AssetSource,
  wanted: VisionBackend | 'auto' = 'auto',
): Promise<LineRecogniser> {
  const files = source.manifest.models.documentReader;
  if (files === undefined) throw new BrowserCoreError('asset-load-failed', 'the manifest names no document reader');
  const mrz = await load(source, files.mrz);
  const network = await startBackend(wanted, source, async () => {
    const started = createNetwork(...mrz);
    try {
      await checkRuns(started);
      return started;
    } catch (error) {
      started.dispose();
      throw error;
    }
  });
  const readMrz = createReader(network, files.mrz.alphabet);
  let text: Promise<LineReader> | null = null;
  const openText = async (): Promise<LineReader> => {
    if (files.text === undefined)
      throw new BrowserCoreError('asset-load-failed', 'the manifest names no reader of text');
    return createReader(createNetwork(...(await load(source, files.text))), files.text.alphabet);
  };
  return {
    readsText: files.text !== undefined,
    recogniseMrz: (line) => readMrz.recognise(line),
    async recogniseText(line) {
      text ??= openText();
      const opened = text;
      // A failed load is forgotten, so that another try loads again.
      opened.catch(() => (text = text === opened ? null : text));
      return (await opened).recognise(line);
    },
    dispose() {
      readMrz.dispose();
      text?.then((opened) => opened.dispose()).catch(() => undefined);
      text = null;
    },
  };
}

interface LineReader {
  recognise(line: LumaPlane): Promise<LineLattice>;
  dispose(): void;
}

function createReader(network: Network, alphabet: string): LineReader {
  return {
    async recognise(line) {
      if (line.height !== CROP_ROWS) throw new TypeError(`a line is ${CROP_ROWS} rows high`);
      const { classes } = await network.run(normaliseLine(line.data, network.inputRange));
      if (classes === undefined) throw new TypeError("the graph has no output named 'classes'");
      return { alphabet, steps: classes.length / (alphabet.length + 1), probabilities: classes };
    },
    dispose: () => network.dispose(),
  };
}

/** Below this deviation, in levels, a line is blank and is not blown up; as in training (training/reader/network.py). */
const MIN_DEVIATION = 4;

/** Mean 0, deviation 1, nothing outside of the range. */
export function normaliseLine(luma: Float32Array, [low, high]: readonly [number, number]): Float32Array {
  let sum = 0;
  let squares = 0;
  for (const value of luma) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / luma.length;
  const deviation = Math.max(MIN_DEVIATION, Math.sqrt(Math.max(0, squares / luma.length - mean * mean)));
  return luma.map((value) => Math.min(high, Math.max(low, (value - mean) / deviation)));
}

/** No result of it is known, since it changes with every training; that this backend has all its kernels can be. */
async function checkRuns(network: Network): Promise<void> {
  const { classes } = await network.run(new Float32Array(CROP_ROWS * 16));
  if (classes === undefined || !classes.every(Number.isFinite))
    throw new Error('the backend computes the document reader wrongly');
}

async function load(source: AssetSource, files: LineReaderFiles): Promise<[NetworkGraph, Uint8Array]> {
  const [graph, weights] = await Promise.all([source.read(files.graph), source.read(files.weights)]);
  return [JSON.parse(new TextDecoder().decode(graph)) as NetworkGraph, weights];
}
