import type { DocumentGuidanceCode } from '@bonafide/contracts/codes';

import type { DocumentFormat, DocumentSide } from '../document-format.ts';
import type { DocumentQualitySummary } from '../document-quality-summary.ts';
import type { Quad } from '../quad.ts';
import type { DocumentReading } from '../reading/document-reading.ts';

/** What one side's capture ends with. Held in memory only until it is submitted or dropped. */
export interface DocumentCaptureResult {
  readonly side: DocumentSide;
  /** The document alone, flat and upright, as JPEG. */
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
  /** The whole frame or file that it was cut from, as JPEG: the evidence. */
  readonly frame: Blob;
  readonly frameWidth: number;
  readonly frameHeight: number;
  /** SHA-256 of the bytes of `image` and of `frame`, lower-case hex. */
  readonly digest: string;
  readonly frameDigest: string;
  /** Where the document lies in `frame`. */
  readonly quad: Quad;
  readonly format: DocumentFormat | null;
  readonly quality: DocumentQualitySummary;
  /**
   * All that the picture by itself fails, `wrong-side` and `not-original` included, most urgent first. Empty when it came
   * by itself; a picture by the shutter or from a file is judged once more, and whoever asked for it decides.
   */
  readonly problems: readonly DocumentGuidanceCode[];
  readonly reading: DocumentReading;
  /** How the picture came: by itself, by the shutter, or as a file. */
  readonly origin: 'auto' | 'manual' | 'upload';
}
