import type { Camera, CameraOptions, SupportReport } from '../../camera/camera.ts';
import type {
  CaptureDocumentFileOptions,
  DocumentCaptureRun,
  StartDocumentCaptureOptions,
} from '../../document/capture/document-capture-options.ts';
import type { DocumentCaptureResult } from '../../document/capture/document-capture-result.ts';
import type { DocumentVision, DocumentVisionOptions } from '../../document/document-vision.ts';
import type { SessionEnvironment } from '../ports.ts';
import type { Clock } from '#wire/clock.js';
import type { Torch } from './torch.ts';

/** Everything that the capture of a document touches outside itself. */
export interface DocumentSessionPorts {
  readonly checkSupport: (options: { readonly signal: AbortSignal }) => Promise<SupportReport>;
  readonly openCamera: (options: CameraOptions) => Promise<Camera>;
  readonly openVision: (options: DocumentVisionOptions) => Promise<DocumentVision>;
  readonly startCapture: (request: StartDocumentCaptureOptions) => DocumentCaptureRun | Promise<DocumentCaptureRun>;
  readonly captureFile: (file: Blob, options: CaptureDocumentFileOptions) => Promise<DocumentCaptureResult>;
  /** The light of an open camera; null: it has none. */
  readonly torchOf: (camera: Camera) => Torch | null;
  readonly clock: Clock;
  readonly environment: SessionEnvironment;
}
