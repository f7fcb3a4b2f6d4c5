import type { RgbaImage } from '../face/rgba-sampler.ts';
import type { AnalysableFrame, AssetProgress, VisionBackend } from '../face/vision.ts';
import type { DocumentFormat, DocumentSide } from './document-format.ts';
import type { DocumentMeasurement } from './document-measurement.ts';
import type { ExpectedDocument } from './expected-document.ts';
import type { Quad } from './quad.ts';
import type { DocumentReading } from './reading/document-reading.ts';

export interface DocumentVisionOptions {
  /** Folder that holds the files of `@bonafide/browser-core/assets`, with a trailing slash. Same origin as the page. */
  readonly assetsUrl: string;
  /** Default `auto`: wasm, then webgl, then cpu; the first that starts and gives a correct result on a known input. */
  readonly backend?: VisionBackend | 'auto';
  /** Default 30 000. After so long without a byte or an answer loading ends with `asset-load-failed`. */
  readonly loadTimeoutMs?: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: AssetProgress) => void;
}

/** What a frame should show. */
export interface DocumentContext {
  readonly side: DocumentSide;
  /** Null or absent: any document. */
  readonly expected?: ExpectedDocument | null;
}

export interface AnalyseDocumentOptions extends DocumentContext {
  /**
   * A picture by itself, no frame of a stream: everything is looked for, nothing is remembered, and a picture that shows
   * nothing but a document, cut at its edges, is that document. Default false.
   */
  readonly isStill?: boolean;
}

/** Where the document lies in the picture that is to be read. */
export interface DocumentPlace extends DocumentContext {
  readonly quad: Quad;
  readonly format: DocumentFormat | null;
}

/** A document cut out, upright and flat, with what was read on it. */
export interface DocumentRead {
  readonly image: RgbaImage;
  /** The corners as they were read: turned by a half where the document lay upside down. */
  readonly quad: Quad;
  readonly reading: DocumentReading;
}

/**
 * Document vision in a worker of its own. `open…` needs `close`: the options' signal closes it too.
 * Errors: `asset-load-failed`, `asset-integrity-failed`, `backend-init-failed`, `gpu-context-lost`, `aborted`.
 */
export interface DocumentVision {
  readonly backend: VisionBackend;
  /** Measures one frame; frames are taken one at a time. The frame is closed. */
  analyse(frame: AnalysableFrame, timestampMs: number, options: AnalyseDocumentOptions): Promise<DocumentMeasurement>;
  /** Cuts out and reads the document of one picture. The frame is closed. */
  read(frame: AnalysableFrame, options: DocumentPlace): Promise<DocumentRead>;
  /** Forgets the tracked document: call it when the source changes, and between pictures that are no stream. */
  reset(): void;
  close(): void;
}
