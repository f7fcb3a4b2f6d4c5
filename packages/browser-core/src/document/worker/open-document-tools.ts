import { fetchAssets } from '../../asset-loading/fetched-assets.ts';
import type { AssetManifest, AssetSource } from '../../asset-loading/asset-source.ts';
import { createFaceDetector, type FaceDetector } from '../../face/face-detector.ts';
import { startBackend } from '../../face/network/backends.ts';
import { createNetwork } from '../../face/network/network.ts';
import { wasmFileName } from '../../face/network/wasm-file-name.ts';
import type { AssetProgress, VisionBackend } from '../../face/vision.ts';
import type { NetworkGraph } from '@bonafide/models';
import { BARCODE_WASM_FILE, createBarcodeDecoder } from '../reading/barcode/barcode-decoder.ts';
import { openLineRecogniser } from '../reading/line/open-line-recogniser.ts';
import type { LineRecogniser } from '../reading/line/line-recogniser.ts';
import type { ReadingTools } from '../reading/read-document.ts';

/** What the worker works with. */
export interface DocumentTools {
  readonly backend: VisionBackend;
  readonly detectFace: FaceDetector;
  readonly reading: ReadingTools;
}

/** Loads what reads documents, and the detector that finds their portraits; none of the selfie's other networks. */
export async function openDocumentTools(
  assetsUrl: string,
  wanted: VisionBackend | 'auto',
  onProgress: (progress: AssetProgress) => void,
): Promise<DocumentTools> {
  const plan = (manifest: AssetManifest): readonly string[] => plannedFiles(manifest, wanted);
  const source = await fetchAssets({ assetsUrl, plan, onProgress });
  const { faceDetector, documentReader } = source.manifest.models;
  const graph = JSON.parse(new TextDecoder().decode(await source.read(faceDetector.graph))) as NetworkGraph;
  const weights = await source.read(faceDetector.weights);
  const { backend, detectFace } = await startBackend(wanted, source, (started) =>
    Promise.resolve({ backend: started, detectFace: createFaceDetector(createNetwork(graph, weights)) }),
  );
  const lines = documentReader === undefined ? null : await openReader(source, backend);
  return { backend, detectFace, reading: { lines, barcodes: await createBarcodeDecoder(source) } };
}

/** Weights for plain print may not be there: then such lines are left unread. */
async function openReader(source: AssetSource, backend: VisionBackend): Promise<LineRecogniser> {
  const recogniser = await openLineRecogniser(source, backend);
  if (source.manifest.models.documentReader?.text !== undefined) return recogniser;
  const nothing = { alphabet: '', steps: 0, probabilities: new Float32Array() };
  return { ...recogniser, recogniseText: () => Promise.resolve(nothing) };
}

/** For the total of the progress: what is loaded before the first frame. */
function plannedFiles({ models }: AssetManifest, backend: VisionBackend | 'auto'): string[] {
  const { faceDetector, documentReader } = models;
  const networks = [faceDetector, ...(documentReader === undefined ? [] : [documentReader.mrz])];
  const files = [BARCODE_WASM_FILE, ...networks.flatMap((network) => [network.graph, network.weights])];
  return backend === 'auto' || backend === 'wasm' ? [wasmFileName(), ...files] : files;
}
