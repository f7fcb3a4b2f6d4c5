/** Letters as outlines, in thousandths of the type size, y pointing down from the baseline. */
export interface Typeface {
  /** Advance and path data of each character. */
  readonly glyphs: Readonly<Record<string, readonly [advance: number, path: string]>>;
}
