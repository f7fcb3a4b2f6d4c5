import type { RgbaImage } from '../face/rgba-sampler.ts';
import type { DocumentRead, DocumentPlace } from './document-vision.ts';
import { turnQuad, type Quad } from './quad.ts';
import { readDocument, type ReadingTools } from './reading/read-document.ts';
import type { DocumentReading } from './reading/document-reading.ts';
import { rectifyDocument } from './rectify.ts';

/** Certainty of its printed lines, added up, from which a reading is not of a document that lies upside down. Guess. */
const CLEAR_TEXT = 3;

/** Cuts a document out of a picture and reads it; where nothing is read it is tried the other way up. */
export async function readUpright(
  image: RgbaImage,
  { quad, format, side, expected = null }: DocumentPlace,
  tools: ReadingTools,
  at: Date,
): Promise<DocumentRead> {
  const readAt = async (corners: Quad): Promise<DocumentRead> => {
    const cut = rectifyDocument(image, corners, format);
    return { image: cut, quad: corners, reading: await readDocument(cut, tools, { side, expected, at }) };
  };
  const first = await readAt(quad);
  if (certaintyOf(first.reading) >= CLEAR_TEXT) return first;
  const other = await readAt(turnQuad(quad, 2));
  return certaintyOf(other.reading) > certaintyOf(first.reading) ? other : first;
}

function certaintyOf({ mrz, barcodes, ktp, text }: DocumentReading): number {
  const isSure = mrz !== null || barcodes.length > 0 || ktp?.nikValid === true;
  return (isSure ? CLEAR_TEXT : 0) + text.reduce((sum, { confidence }) => sum + confidence ** 2, 0);
}
