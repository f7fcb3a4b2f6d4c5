/** What a picture may be before it is looked at. */
export interface PictureLimits {
  /** Of the encoded file. */
  readonly maxBytes: number;
  /** Width × height of the decoded picture, checked before decoding. */
  readonly maxPixels: number;
  /** Pixels; a smaller picture holds no face worth looking at. */
  readonly minSide: number;
  /** Larger pictures are shrunk to this side before analysis; the page captures at most this. */
  readonly maxAnalysisSide: number;
  /** The same for a picture of a document, whose print and portrait are small. */
  readonly maxDocumentSide: number;
}

/** The limits where none are given. */
export const DEFAULT_PICTURE_LIMITS: PictureLimits = {
  maxBytes: 10 * 1024 * 1024, // guess: four times a phone's full selfie at the quality that browsers encode with
  maxPixels: 50_000_000, // guess: today's phones take 48 million
  minSide: 32, // guess
  maxAnalysisSide: 1280, // spec: the capture's own limit
  maxDocumentSide: 2560, // guess: a card over half of it has 400 dpi; 26 MB of pixels
};
