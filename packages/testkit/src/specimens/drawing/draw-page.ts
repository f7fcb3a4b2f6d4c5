import { OCR_B } from '../typefaces/ocr-b.ts';
import { SANS } from '../typefaces/sans.ts';
import { SANS_SEMIBOLD } from '../typefaces/sans-semibold.ts';
import { setText } from './set-text.ts';

/** Sizes of ISO/IEC 7810 in millimetres: a card, and the data page of a passport. */
export const CARD = { width: 85.6, height: 53.98, corner: 3.18 } as const;
export const PASSPORT_PAGE = { width: 125, height: 88, corner: 3.5 } as const;

/** A whole SVG: a rounded page of millimetres, shown `widthPx` wide. */
export function drawPage(
  page: { readonly width: number; readonly height: number; readonly corner: number },
  widthPx: number,
  content: readonly string[],
): string {
  const { width, height, corner } = page;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${Math.round((widthPx * height) / width)}" ` +
    `viewBox="0 0 ${width} ${height}"><clipPath id="page"><rect width="${width}" height="${height}" rx="${corner}"/></clipPath>` +
    `<g clip-path="url(#page)">${content.join('')}</g></svg>`
  );
}

/** A gradient over the page, from the top left to the bottom right. */
export function drawGround(
  page: { readonly width: number; readonly height: number },
  colours: readonly string[],
): string {
  const stops = colours.map(
    (colour, index) => `<stop offset="${index / Math.max(1, colours.length - 1)}" stop-color="${colour}"/>`,
  );
  return (
    `<linearGradient id="ground" x1="0" y1="0" x2="1" y2="1">${stops.join('')}</linearGradient>` +
    `<rect width="${page.width}" height="${page.height}" fill="url(#ground)"/>`
  );
}

/** A label in small type with its value under it; `y` is the label's baseline. */
export function drawField(
  label: string,
  value: string,
  x: number,
  y: number,
  { size = 2.9, maxWidth = 60, labelFill = '#4a5560' }: { size?: number; maxWidth?: number; labelFill?: string } = {},
): string {
  return (
    setText(label, x, y, { face: SANS, size: 1.55, fill: labelFill, maxWidth }) +
    setText(value, x, y + size * 1.08, { face: SANS_SEMIBOLD, size, maxWidth })
  );
}

/** OCR-B of size I as ICAO Doc 9303 sets it: ten characters an inch. */
export function drawMrz(lines: readonly string[], x: number, firstBaseline: number, lineDistance: number): string {
  return lines
    .map((line, index) =>
      setText(line, x, firstBaseline + index * lineDistance, { face: OCR_B, size: 3.48, pitch: 2.54, fill: '#15181b' }),
    )
    .join('');
}
