import { BrowserCoreError } from '../browser-core-error.ts';
import { browserWorkerPorts, openWorker, type WorkerPorts } from '../worker/open-worker.ts';
import { createWorkerCalls } from '../worker/worker-calls.ts';
import type { DocumentMeasurement } from './document-measurement.ts';
import type { DocumentRead, DocumentVision, DocumentVisionOptions } from './document-vision.ts';
import type {
  DocumentAnswer,
  FromDocumentWorker,
  OpenedDocumentVision,
  ToDocumentWorker,
} from './worker/document-protocol.ts';
import { DOCUMENT_PROTOCOL_VERSION } from './worker/document-protocol.ts';

export type DocumentVisionPorts = WorkerPorts<ToDocumentWorker, FromDocumentWorker>;

/**
 * Opens document vision in a worker of its own, made of the files in `assetsUrl`. Nothing is remembered of an attempt that
 * failed: call it again to try again.
 * Errors: `asset-load-failed`, `asset-integrity-failed`, `backend-init-failed`; `signal.reason` on an abort.
 */
export async function openDocumentVision(
  options: DocumentVisionOptions,
  ports: Partial<DocumentVisionPorts> = {},
): Promise<DocumentVision> {
  const { assetsUrl, signal, backend = 'auto', loadTimeoutMs, onProgress } = options;
  const { channel, opened } = await openWorker<ToDocumentWorker, OpenedDocumentVision, FromDocumentWorker>(
    {
      name: 'document',
      assetsUrl,
      loadTimeoutMs,
      signal,
      onProgress,
      openMessage: (absolute) => ({
        type: 'open',
        protocol: DOCUMENT_PROTOCOL_VERSION,
        assetsUrl: absolute,
        backend,
      }),
    },
    { ...browserWorkerPorts<ToDocumentWorker, FromDocumentWorker>('document'), ...ports },
  );
  const calls = createWorkerCalls<ToDocumentWorker, FromDocumentWorker, DocumentAnswer>(channel);
  return {
    backend: opened.backend,
    analyse: async (frame, timestampMs, asked) =>
      (await calls.call(frame, (id) => ({
        type: 'analyse',
        id,
        frame,
        timestampMs,
        options: plain(asked),
      }))) as DocumentMeasurement,
    read: async (frame, asked) => {
      const { quad, format } = asked;
      const sent = { ...plain(asked), quad, format };
      return (await calls.call(frame, (id) => ({ type: 'read', id, frame, options: sent }))) as DocumentRead;
    },
    reset() {
      if (channel.ended === undefined) channel.send({ type: 'reset' });
    },
    close() {
      channel.fail(signal.aborted ? signal.reason : new BrowserCoreError('aborted', 'document vision was closed'));
    },
  };
}

/** Only what crosses threads: a caller may hand in the options of its own. */
function plain({ side, expected = null, isStill = false }: Parameters<DocumentVision['analyse']>[2]) {
  return { side, expected, isStill };
}
