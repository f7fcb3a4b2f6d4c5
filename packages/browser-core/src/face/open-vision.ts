import { BrowserCoreError } from '../browser-core-error.ts';
import { browserWorkerPorts, openWorker, type WorkerPorts } from '../worker/open-worker.ts';
import { createWorkerCalls } from '../worker/worker-calls.ts';
import type { MessageWorker, WorkerChannel } from '../worker/worker-channel.ts';
import type { FrameMeasurement } from './frame-measurement.ts';
import type { AnalyseOptions, Vision, VisionOptions } from './vision.ts';
import type { FromWorker, OpenedVision, ToWorker } from './worker/protocol.ts';
import { PROTOCOL_VERSION } from './worker/protocol.ts';

/** What `openVision` needs of a `Worker`. */
export type VisionWorker = MessageWorker<ToWorker, FromWorker>;
export type VisionPorts = WorkerPorts<ToWorker, FromWorker>;

/**
 * Opens face vision in a worker of its own, made of the files in `assetsUrl`. Nothing is remembered of an attempt that
 * failed: call it again to try again.
 * Errors: `asset-load-failed`, `asset-integrity-failed`, `backend-init-failed`; `signal.reason` on an abort.
 */
export async function openVision(options: VisionOptions, ports: Partial<VisionPorts> = {}): Promise<Vision> {
  const { assetsUrl, signal, backend = 'auto', detector = 'thin', loadTimeoutMs, onProgress } = options;
  const { channel, opened } = await openWorker<ToWorker, OpenedVision, FromWorker>(
    {
      name: 'vision',
      assetsUrl,
      loadTimeoutMs,
      signal,
      onProgress,
      openMessage: (absolute) => ({
        type: 'open',
        protocol: PROTOCOL_VERSION,
        assetsUrl: absolute,
        backend,
        detector,
      }),
    },
    { ...browserWorkerPorts<ToWorker, FromWorker>('vision'), ...ports },
  );
  return createVision(channel, opened, signal);
}

function createVision(
  channel: WorkerChannel<ToWorker, FromWorker>,
  { backend, livenessModelVersion }: OpenedVision,
  signal: AbortSignal,
): Vision {
  const calls = createWorkerCalls<ToWorker, FromWorker, FrameMeasurement>(channel);
  return {
    backend,
    livenessModelVersion: livenessModelVersion ?? null,
    analyse: (frame, timestampMs, { liveness = false }: AnalyseOptions = {}) =>
      calls.call(frame, (id) => ({ type: 'analyse', id, frame, timestampMs, liveness })),
    reset() {
      if (channel.ended === undefined) channel.send({ type: 'reset' });
    },
    close() {
      channel.fail(signal.aborted ? signal.reason : new BrowserCoreError('aborted', 'vision was closed'));
    },
  };
}
