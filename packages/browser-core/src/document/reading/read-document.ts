import type { RgbaImage } from '../../face/rgba-sampler.ts';
import type { DocumentSide } from '../document-format.ts';
import type { DocumentType, ExpectedDocument } from '../expected-document.ts';
import type { BarcodeDecoder } from './barcode/barcode-decoder.ts';
import { readBarcodes } from './barcode/read-barcodes.ts';
import type { DocumentReading } from './document-reading.ts';
import { readKtp } from './ktp/read-ktp.ts';
import type { LineRecogniser } from './line/line-recogniser.ts';
import { readText } from './line/read-text.ts';
import { readMrz } from './mrz/read-mrz.ts';

/** What reading needs. What is null is not there, and what it would read is not read. */
export interface ReadingTools {
  readonly lines: LineRecogniser | null;
  readonly barcodes: BarcodeDecoder | null;
  /** Milliseconds of a clock that only goes forward. Default `performance.now`. */
  readonly now?: () => number;
}

export interface ReadDocumentOptions {
  readonly side: DocumentSide;
  /** Null or absent: any document; everything is looked for. */
  readonly expected?: ExpectedDocument | null;
  /** The day of the reading: it decides centuries. */
  readonly at: Date;
  /** When this long has passed, nothing more is begun; what was read until then is the reading. Default 15 000 ms (guess: a slow phone reads a passport in a few seconds). */
  readonly budgetMs?: number;
  readonly signal?: AbortSignal;
}

/** What a document may carry: types that cannot have a thing are not searched for it. */
const CARRIES: Readonly<Record<DocumentType, { readonly mrz: boolean; readonly barcode: boolean }>> = {
  passport: { mrz: true, barcode: false },
  identityCard: { mrz: true, barcode: true },
  residencePermit: { mrz: true, barcode: true },
  // Some states print a zone on licences (ISO/IEC 18013), in no format that is read here.
  driversLicense: { mrz: false, barcode: true },
  ktp: { mrz: false, barcode: false },
};

/**
 * Reads one side of a document that was cut out and lies upright: first what carries its own check (zone, barcodes), then
 * the printed lines, then the Indonesian card that they may be.
 */
export async function readDocument(
  image: RgbaImage,
  { lines, barcodes, now = () => performance.now() }: ReadingTools,
  { side, expected = null, at, budgetMs = 15_000, signal }: ReadDocumentOptions,
): Promise<DocumentReading> {
  const carries = expected === null ? { mrz: true, barcode: true } : CARRIES[expected.documentType];
  const until = now() + budgetMs;
  const hasTime = () => {
    signal?.throwIfAborted();
    return now() < until;
  };
  const mrz = lines !== null && carries.mrz && hasTime() ? await readMrz(image, lines, { at }) : null;
  const codes = barcodes !== null && carries.barcode && hasTime() ? await readBarcodes(image, barcodes) : [];
  const text = lines?.readsText === true && hasTime() ? await readText(image, lines) : [];
  const mayBeKtp = side === 'front' && mrz === null && codes.length === 0 && isIndonesian(expected);
  return { mrz, barcodes: codes, ktp: mayBeKtp ? readKtp(text, { at }) : null, text };
}

function isIndonesian(expected: ExpectedDocument | null): boolean {
  if (expected === null || expected.documentType === 'ktp') return true;
  return expected.documentType === 'identityCard' && (expected.country ?? 'IDN') === 'IDN';
}
