import type { DocumentPolicy, DocumentSide, ExpectedDocument, ReadingTools } from '@bonafide/browser-core/document';
import {
  createBarcodeDecoder,
  EMPTY_READING,
  findDocument,
  judgeDocumentStill,
  measureDocument,
  openLineRecogniser,
  readDocument,
  rectifyDocument,
} from '@bonafide/browser-core/document';
import type { AssetSource, CropSampler } from '@bonafide/browser-core/vision';
import { createRgbaSampler } from '@bonafide/browser-core/vision';
import { decodePicture } from '../decode-picture.ts';
import type { SideEvidence } from '../document/document-evidence.ts';
import { wholePicture } from '../document/whole-picture.ts';
import type { PictureLimits } from '../picture-limits.ts';

/** What is wanted of one picture of a document. */
export interface DocumentViewRequest {
  readonly side: DocumentSide;
  readonly expected: ExpectedDocument | null;
  /** Decides the centuries of dates with two digits. */
  readonly at: Date;
}

/** Finds, measures and reads the document of a picture. */
export type DocumentViewer = (bytes: Uint8Array, request: DocumentViewRequest) => Promise<SideEvidence>;

export interface DocumentViewerOptions {
  readonly source: AssetSource;
  readonly limits: PictureLimits;
  readonly policy: DocumentPolicy;
  /** Whether a face is printed on a document that was cut out. */
  readonly hasFace: (frame: CropSampler) => Promise<boolean>;
}

/** The thread has a deadline of its own, so reading needs none. */
const NO_BUDGET = Infinity;

/** Loads the readers onto the backend that runs already. Errors: those of their assets. */
export async function openDocumentViewer(options: DocumentViewerOptions): Promise<DocumentViewer> {
  const { source, limits, policy, hasFace } = options;
  const hasReader = source.manifest.models.documentReader !== undefined;
  const [lines, barcodes] = await Promise.all([
    hasReader ? openLineRecogniser(source, 'wasm') : null,
    createBarcodeDecoder(source),
  ]);
  const tools: ReadingTools = { lines, barcodes };
  return async (bytes, { side, expected, at }) => {
    const { pixels } = await decodePicture(bytes, { ...limits, maxAnalysisSide: limits.maxDocumentSide });
    const found = wholePicture(pixels) ?? findDocument(pixels, { expected });
    const measurement = { ...measureDocument(pixels, found, { timestampMs: 0, expected }), costMs: 0 };
    const { problems } = judgeDocumentStill(measurement, { side, expected }, policy);
    const seen = measurement.document;
    if (seen === null) return { measurement, problems, reading: EMPTY_READING, hasPortrait: null };
    const flat = rectifyDocument(pixels, seen.quad, seen.format);
    // All that a document may carry is looked for, whatever it was said to be; but a KTP has no zone to search for.
    const reading = await readDocument(flat, tools, {
      side,
      expected: expected?.documentType === 'ktp' ? expected : null,
      at,
      budgetMs: NO_BUDGET,
    });
    const hasPortrait = side === 'front' ? await hasFace(createRgbaSampler(flat)) : null;
    return { measurement, problems, reading, hasPortrait };
  };
}
