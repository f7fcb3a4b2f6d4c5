/// <reference lib="webworker" />
// The worker's entry: it owns the networks and the tracked face, and answers one message at a time. Built into
// assets/vision-worker.js by build-assets.ts; no part of the package's own exports.
import { checkProtocol } from '../../worker/check-protocol.ts';
import { missingScript, toWorkerFailure, type WorkerFailure } from '../../worker/worker-failure.ts';
import { fetchAssets } from '../../asset-loading/fetched-assets.ts';
import type { AssetManifest } from '../../asset-loading/asset-source.ts';
import { rememberReads } from '../../asset-loading/remember-reads.ts';
import { createFaceDetector } from '../face-detector.ts';
import { createFaceMesher } from '../face-mesh.ts';
import { createFaceTracker } from '../face-tracker.ts';
import type { FrameAnalyser } from '../frame-analyser.ts';
import { createFrameAnalyser } from '../frame-analyser.ts';
import { openNetworks } from '../networks.ts';
import { endOnContextLoss } from '../network/context-loss.ts';
import { wasmFileName } from '../network/wasm-file-name.ts';
import type { VisionBackend } from '../vision.ts';
import { createCanvasSamplers } from './canvas-sampler.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { PROTOCOL_VERSION } from './protocol.ts';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const samplerOf = createCanvasSamplers();
let analyser: FrameAnalyser | undefined;

const send = (message: FromWorker, transfer: Transferable[] = []): void => scope.postMessage(message, transfer);

async function open(message: ToWorker & { type: 'open' }): Promise<FromWorker & { type: 'opened' }> {
  checkProtocol(message.protocol, PROTOCOL_VERSION);
  const createPackageTracker = message.detector === 'face-landmarks-detection' ? await loadPackage() : undefined;
  const fetched = await fetchAssets({
    assetsUrl: message.assetsUrl,
    plan: (manifest) => plannedFiles(manifest, message.backend),
    onProgress: (progress) => send({ type: 'progress', ...progress }),
  });
  const source = createPackageTracker === undefined ? fetched : rememberReads(fetched);
  const networks = await openNetworks(source, message.backend);
  const detect = createFaceDetector(networks.detector);
  const tracker =
    (await createPackageTracker?.(source, detect)) ?? createFaceTracker(detect, createFaceMesher(networks.mesh));
  analyser = createFrameAnalyser({ tracker, scoreLiveness: networks.presentationAttack?.score });
  const livenessModelVersion = networks.presentationAttack?.version ?? null;
  return { type: 'opened', backend: networks.backend, livenessModelVersion };
}

/** Before a backend starts: see the chunk. */
async function loadPackage() {
  try {
    return (await import('./face-landmarks-detection.ts')).createPackageTracker;
  } catch (cause) {
    throw missingScript('the script of face-landmarks-detection', cause);
  }
}

function plannedFiles({ models }: AssetManifest, backend: VisionBackend | 'auto'): string[] {
  const { faceDetector, faceMesh, presentationAttack } = models;
  const networks = [faceDetector, faceMesh, ...(presentationAttack === undefined ? [] : [presentationAttack])];
  const files = networks.flatMap(({ graph, weights }) => [graph, weights]);
  return backend === 'auto' || backend === 'wasm' ? [wasmFileName(), ...files] : files;
}

async function analyse({ frame, timestampMs, liveness }: ToWorker & { type: 'analyse' }) {
  try {
    const opened = analyser;
    if (opened === undefined) throw new TypeError('a frame came before the networks were open');
    return await endOnContextLoss(() => opened.analyse(samplerOf(frame), timestampMs, { liveness }));
  } finally {
    frame.close();
  }
}

const toFailure = (error: unknown): WorkerFailure => toWorkerFailure(error, 'face vision failed');

scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'open':
      open(data).then(send, (error: unknown) => send({ type: 'open-failed', error: toFailure(error) }));
      break;
    case 'analyse':
      analyse(data).then(
        (measurement) =>
          send({ type: 'answer', id: data.id, answer: measurement }, transferred(measurement.face?.landmarks)),
        (error: unknown) => send({ type: 'call-failed', id: data.id, error: toFailure(error) }),
      );
      break;
    case 'reset':
      analyser?.reset();
      break;
    default:
      throw new TypeError(`unknown message ${JSON.stringify(data satisfies never)}`);
  }
});

const transferred = (landmarks: Float32Array | undefined): Transferable[] =>
  landmarks === undefined ? [] : [landmarks.buffer as ArrayBuffer];
