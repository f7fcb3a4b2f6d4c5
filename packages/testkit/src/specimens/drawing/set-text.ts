import type { Typeface } from '../typefaces/typeface.ts';

/** How a line of text is set; lengths in millimetres. */
export interface TextStyle {
  readonly face: Typeface;
  /** Type size. */
  readonly size: number;
  /** Default: nearly black. */
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Space added after each letter. */
  readonly tracking?: number;
  /** Distance from letter to letter of a fixed-pitch line, in place of the letters' own widths. */
  readonly pitch?: number;
  /** The line is narrowed to fit. */
  readonly maxWidth?: number;
}

export const INK = '#1c2126';

/** SVG of one line with its baseline at (x, y), drawn with outlines, so that no font need be installed. */
export function setText(text: string, x: number, y: number, style: TextStyle): string {
  const { face, size, fill = INK, anchor = 'start', tracking = 0, pitch, maxWidth } = style;
  const perUnit = size / 1000;
  const paths: string[] = [];
  let reach = 0;
  for (const character of text) {
    const glyph = face.glyphs[character];
    if (glyph === undefined) throw new TypeError(`the specimens' typeface has no '${character}'`);
    const [advance, outline] = glyph;
    const width = pitch === undefined ? advance : pitch / perUnit;
    if (outline !== '') {
      paths.push(`<path transform="translate(${Math.round(reach + (width - advance) / 2)})" d="${outline}"/>`);
    }
    reach += width + tracking / perUnit;
  }
  const length = Math.max(0, reach * perUnit - tracking);
  const squeeze = maxWidth !== undefined && length > maxWidth ? maxWidth / length : 1;
  const start = x - { start: 0, middle: 0.5, end: 1 }[anchor] * length * squeeze;
  const place = `translate(${start.toFixed(3)} ${y.toFixed(3)}) scale(${(perUnit * squeeze).toFixed(6)} ${perUnit.toFixed(6)})`;
  return `<g fill="${fill}" transform="${place}">${paths.join('')}</g>`;
}
