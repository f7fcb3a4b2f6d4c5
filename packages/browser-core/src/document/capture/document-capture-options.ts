import type { Camera } from '../../camera/camera.ts';
import type { DocumentMeasurement } from '../document-measurement.ts';
import type { DocumentContext, DocumentVision } from '../document-vision.ts';
import type { DocumentGateState } from '../gate/document-gate-state.ts';
import type { DocumentPolicy } from '../gate/document-policy.ts';
import type { DocumentCaptureResult } from './document-capture-result.ts';

/** What a capture looks at, when it may take a picture, and whom it tells. */
export interface StartDocumentCaptureOptions extends DocumentContext {
  readonly camera: Pick<Camera, 'stream'>;
  readonly vision: DocumentVision;
  /** False: only `shoot` takes a picture. */
  readonly auto: boolean;
  readonly policy?: Partial<DocumentPolicy>;
  readonly signal: AbortSignal;
  /** The gate after each frame. It satisfies what a screen needs: guidance and progress. */
  readonly onProgress?: (gate: DocumentGateState) => void;
  readonly onMeasurement?: (measurement: DocumentMeasurement) => void;
  /** The shutter has fallen; cutting out and reading take up to a second more. */
  readonly onTaken?: () => void;
}

/** A running capture. `result` settles once: a picture, the signal's reason, `camera-lost`, or the vision's own error. */
export interface DocumentCaptureRun {
  readonly result: Promise<DocumentCaptureResult>;
  /** The manual shutter: takes the next frame that shows a document, whatever else is wrong with it. */
  shoot(): void;
  /** Stops analysing until `resume`; what was gathered is dropped. */
  pause(): void;
  resume(): void;
}

/** What a picture file may be. */
export interface FileLimits {
  /** Default 15 000 000. Larger is `file-too-large`. */
  readonly maximumBytes?: number;
  /** Default 52 000 000, from the file's header: a larger picture is `file-too-large` before it is decoded. */
  readonly maximumPixels?: number;
  /** Default 600: pixels of the document's long side under which the file is `image-too-small`. */
  readonly minimumLongSidePixels?: number;
}

export interface CaptureDocumentFileOptions extends DocumentContext {
  readonly vision: DocumentVision;
  readonly limits?: FileLimits;
  /** Default false. True: another side or kind of document than expected is a problem of the result, not an error. */
  readonly isLenient?: boolean;
  readonly policy?: Partial<DocumentPolicy>;
  readonly signal: AbortSignal;
}
