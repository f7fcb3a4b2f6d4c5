/** A printed line as it was read. */
export interface TextLine {
  readonly text: string;
  /** Shares of the picture's width and height, origin top left. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** 0–1. */
  readonly confidence: number;
}
