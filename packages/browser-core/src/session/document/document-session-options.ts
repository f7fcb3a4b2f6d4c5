import type { ErrorCode } from '@bonafide/contracts/codes';

import type { SupportReport } from '../../camera/camera.ts';
import type { FileLimits } from '../../document/capture/document-capture-options.ts';
import type { DocumentCaptureResult } from '../../document/capture/document-capture-result.ts';
import type { DocumentSide } from '../../document/document-format.ts';
import type { DocumentMeasurement } from '../../document/document-measurement.ts';
import type { ExpectedDocument } from '../../document/expected-document.ts';
import type { DocumentPolicy } from '../../document/gate/document-policy.ts';
import type { VisionBackend } from '../../face/vision.ts';
import type { DocumentSessionPorts } from './document-ports.ts';
import type { DocumentCapturePhase } from './document-snapshot.ts';

/** One line of telemetry: names and codes, never a picture, a reading, an id or a measurement. */
export interface DocumentTelemetryRecord {
  readonly name: 'phase' | 'guidance' | 'failure' | 'refusal';
  /** Monotonic milliseconds since the session was created, whole. */
  readonly atMs: number;
  readonly side: DocumentSide;
  readonly phase: DocumentCapturePhase;
  /** The phase that was left, for `phase`. */
  readonly from?: DocumentCapturePhase;
  readonly code?: string;
}

/** The capture as listeners get it: pictures and reading only with `exposeMedia`. */
export type DocumentCaptureSummary = Pick<
  DocumentCaptureResult,
  'side' | 'width' | 'height' | 'digest' | 'quality' | 'problems' | 'origin' | 'format'
> & { readonly result?: DocumentCaptureResult };

/** What `on` hands to a listener, by the event's name. */
export interface DocumentSessionEventMap {
  /** Every analysed frame, for inspectors. */
  readonly measurement: DocumentMeasurement;
  readonly capture: DocumentCaptureSummary;
  readonly support: SupportReport;
  readonly failure: { readonly code: ErrorCode; readonly cause: unknown };
  readonly telemetry: DocumentTelemetryRecord;
}

export interface DocumentCaptureSessionOptions {
  /** Folder with the files of `@bonafide/browser-core/assets`, with a trailing slash. */
  readonly assetsUrl: string;
  /** Default `front`. `start(side)` changes it. */
  readonly side?: DocumentSide;
  /** Default: any document. */
  readonly expected?: ExpectedDocument;
  /** Default `auto`. */
  readonly backend?: VisionBackend | 'auto';
  /** `upload` opens no camera. Default `auto-then-manual`. */
  readonly capture?: 'auto' | 'manual' | 'auto-then-manual' | 'upload';
  /** When the manual shutter is offered, milliseconds of looking. Default 15 000. */
  readonly manualAfterMs?: number;
  /** Whether a file may be given instead. Default false; `capture: 'upload'` implies it. */
  readonly allowUpload?: boolean;
  /** What a file may be. */
  readonly limits?: FileLimits;
  /** How often a picture with problems is refused before one is let through with a warning. Default 2. */
  readonly maxRefusals?: number;
  /** For one look at a document, milliseconds. Default 120 000; 0: none. */
  readonly timeoutMs?: number;
  readonly cameraId?: string;
  /** Default `environment`. */
  readonly facing?: 'user' | 'environment';
  readonly policy?: Partial<DocumentPolicy>;
  /** Used instead of a camera. Its tracks stay the caller's: the session works on clones. */
  readonly videoSource?: MediaStream;
  /** Puts pictures and reading into the `capture` event. Default false. */
  readonly exposeMedia?: boolean;
  readonly onTelemetry?: (record: DocumentTelemetryRecord) => void;
  /** Replaces what touches the world; for tests. */
  readonly ports?: Partial<DocumentSessionPorts>;
}
