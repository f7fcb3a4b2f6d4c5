import type { BarcodeReading } from './barcode/barcode-reading.ts';
import type { KtpReading } from './ktp/ktp-reading.ts';
import type { MrzReading } from './mrz/mrz-reading.ts';
import type { TextLine } from './text-line.ts';

/** What one side of a document says: plain data. Nothing here means that the document is genuine. */
export interface DocumentReading {
  readonly mrz: MrzReading | null;
  readonly barcodes: readonly BarcodeReading[];
  readonly ktp: KtpReading | null;
  /** Other printed lines (the visual inspection zone), to compare the rest with. */
  readonly text: readonly TextLine[];
}

/** A side on which nothing was read. */
export const EMPTY_READING: DocumentReading = { mrz: null, barcodes: [], ktp: null, text: [] };
