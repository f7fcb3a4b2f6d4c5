import type { NetworkFiles, NetworkGraph } from '@bonafide/models';
import type { PadModel } from '../liveness/model/pad-model.ts';
import { openPadModel } from '../liveness/model/pad-model.ts';
import type { AssetSource } from '../asset-loading/asset-source.ts';
import { startBackend } from './network/backends.ts';
import { endOnContextLoss } from './network/context-loss.ts';
import type { Network } from './network/network.ts';
import { createNetwork } from './network/network.ts';
import { checkBackend } from './network/self-check.ts';
import { createRgbaSampler } from './rgba-sampler.ts';
import type { VisionBackend } from './vision.ts';

/** The networks of face vision, on one backend. */
export interface FaceNetworks {
  readonly backend: VisionBackend;
  readonly detector: Network;
  readonly mesh: Network;
  /** Null when the manifest names none. */
  readonly presentationAttack: PadModel | null;
  dispose(): void;
}

/**
 * Loads the networks and starts the first backend that computes them correctly.
 * Errors: `asset-load-failed`, `asset-integrity-failed`, `backend-init-failed`.
 */
export async function openNetworks(
  source: AssetSource,
  wanted: VisionBackend | 'auto' = 'auto',
): Promise<FaceNetworks> {
  const { faceDetector, faceMesh } = source.manifest.models;
  const [detectorFiles, meshFiles] = await Promise.all([load(source, faceDetector), load(source, faceMesh)]);
  const prepare = async (backend: VisionBackend): Promise<FaceNetworks> => {
    const detector = createNetwork(...detectorFiles);
    const mesh = createNetwork(...meshFiles);
    let presentationAttack: PadModel | null = null;
    const dispose = (): void => {
      detector.dispose();
      mesh.dispose();
      presentationAttack?.dispose();
    };
    try {
      await checkBackend({ detector, mesh });
      presentationAttack = await openPadModel(source);
      await checkRuns(presentationAttack);
      return { backend, detector, mesh, presentationAttack, dispose };
    } catch (error) {
      dispose();
      throw error;
    }
  };
  return startBackend(wanted, source, (backend) => endOnContextLoss(() => prepare(backend)));
}

/** The model changes with every training, so no result of it is known; that this backend has all its kernels can be. */
async function checkRuns(model: PadModel | null): Promise<void> {
  const grey = createRgbaSampler({ data: new Uint8Array(32 * 32 * 4).fill(128), width: 32, height: 32 });
  const scores = (await model?.score(grey, { x: 8, y: 8, width: 16, height: 16 })) ?? [];
  if (!scores.every(Number.isFinite)) throw new Error('the backend computes the presentation-attack model wrongly');
}

async function load(source: AssetSource, files: NetworkFiles): Promise<[NetworkGraph, Uint8Array]> {
  const [graph, weights] = await Promise.all([source.read(files.graph), source.read(files.weights)]);
  return [JSON.parse(new TextDecoder().decode(graph)) as NetworkGraph, weights];
}
