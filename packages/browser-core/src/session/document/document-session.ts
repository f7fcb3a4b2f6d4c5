import type { DocumentCaptureResult } from '../../document/capture/document-capture-result.ts';
import type { DocumentSide } from '../../document/document-format.ts';
import { callSafely, Listeners } from '../engine/listeners.ts';
import { readAmount } from '../engine/read-amount.ts';
import type { SessionPace } from '../pace.ts';
import { createDocumentBrowserPorts } from './document-browser-ports.ts';
import { DocumentRunner } from './document-runner.ts';
import type {
  DocumentCaptureSessionOptions,
  DocumentSessionEventMap,
  DocumentTelemetryRecord,
} from './document-session-options.ts';
import type { DocumentCaptureSnapshot } from './document-snapshot.ts';
import type { DocumentSettings } from './machine/document-state.ts';

/** The capture of one side of a document after the other. Calls that make no sense in the present phase do nothing. */
export interface DocumentCaptureSession {
  readonly snapshot: DocumentCaptureSnapshot;
  /** The picture of `refused` and of `captured`, with what was read on it; null in every other phase. */
  readonly result: DocumentCaptureResult | null;
  /** Called after each change of the snapshot, not at once. Returns the way to stop. */
  subscribe(listener: (snapshot: DocumentCaptureSnapshot) => void): () => void;
  on<K extends keyof DocumentSessionEventMap>(
    type: K,
    listener: (detail: DocumentSessionEventMap[K]) => void,
  ): () => void;
  /** From `idle` and `captured`: looks for this side. The loaded model is kept between sides. */
  start(side?: DocumentSide): void;
  /** The manual shutter, while `manualCapture`. */
  capture(): void;
  /** Takes a file instead, while `uploadOffered`. */
  upload(file: Blob): void;
  /** For a person who needs more time, or cannot hold still. May be called in any phase, and lasts. */
  setPace(pace: SessionPace): void;
  /** From `refused`, and from `error` when `failure.retryable`: looks again. */
  retry(): void;
  /** Ends the capture. */
  cancel(): void;
  switchCamera(deviceId: string): void;
  /** The camera's light, where it has one. */
  setTorch(on: boolean): void;
  /** Back to `idle` from any phase; the picture is dropped. */
  reset(): void;
  /** Releases everything for good. Safe to call twice. */
  close(): void;
}

/**
 * Makes the capture of a document over the real camera and worker, or over the `ports` given. Touches neither DOM, camera
 * nor network before `start` or `upload`. Throws `TypeError` at once on options that cannot work.
 */
export function createDocumentCaptureSession(options: DocumentCaptureSessionOptions): DocumentCaptureSession {
  const settings = readSettings(options);
  const ports = { ...createDocumentBrowserPorts(options.videoSource), ...options.ports };
  const listeners = new Listeners<DocumentCaptureSnapshot, DocumentSessionEventMap>();
  const runner = new DocumentRunner(options, settings, ports, {
    snapshot: (snapshot) => listeners.show(snapshot),
    event: (type, detail) => {
      const { onTelemetry } = options;
      if (type === 'telemetry' && onTelemetry) callSafely(() => onTelemetry(detail as DocumentTelemetryRecord));
      listeners.tell(type, detail);
    },
  });

  return {
    get snapshot() {
      return runner.snapshot;
    },
    get result() {
      return runner.result;
    },
    subscribe: listeners.subscribe,
    on: listeners.on,
    start: (side) => runner.start(side ?? null),
    capture: () => runner.dispatch({ type: 'shoot' }),
    upload: (file) => runner.upload(file),
    setPace: (pace) => runner.dispatch({ type: 'set-pace', pace }),
    retry: () => runner.dispatch({ type: 'retry' }),
    cancel: () => runner.dispatch({ type: 'cancel' }),
    switchCamera: (cameraId) => runner.dispatch({ type: 'switch-camera', cameraId }),
    setTorch: (on) => runner.dispatch({ type: 'set-torch', on }),
    reset: () => runner.dispatch({ type: 'reset' }),
    close: () => {
      runner.close();
      listeners.clear();
    },
  };
}

function readSettings(options: DocumentCaptureSessionOptions): DocumentSettings {
  const { assetsUrl, capture = 'auto-then-manual' } = options;
  if (typeof assetsUrl !== 'string' || assetsUrl === '') throw new TypeError('assetsUrl is missing');
  return {
    capture,
    manualAfterMs: readAmount(options.manualAfterMs, 15_000, 'manualAfterMs'),
    allowUpload: options.allowUpload ?? false,
    maxRefusals: Math.floor(readAmount(options.maxRefusals, 2, 'maxRefusals')),
    timeoutMs: readAmount(options.timeoutMs, 120_000, 'timeoutMs'),
  };
}
