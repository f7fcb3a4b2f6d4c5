import { DOCUMENT_SIZES_MM, type DocumentFormat } from '@bonafide/browser-core/identity';

/** A document's outline as SVG paths, in tenths of a millimetre. */
export interface CardOutline {
  readonly viewBox: string;
  /** From the top's middle clockwise, so that progress starts where the eye does. */
  readonly outline: string;
  /** The four corners alone. */
  readonly corners: string;
}

/** Radius of a card's corners: 3.18 mm, ISO/IEC 7810:2019 8.1.1. Booklets are rounded alike. */
const RADIUS = 32;
/** How far a corner's mark reaches along each side. Guess: reads as a corner at every size. */
const MARK = 110;

export function cardOutline(format: DocumentFormat): CardOutline {
  const size = DOCUMENT_SIZES_MM[format];
  const [width, height] = [Math.round(size.width * 10), Math.round(size.height * 10)];
  const arc = (x: number, y: number): string => `a${RADIUS} ${RADIUS} 0 0 1 ${x} ${y}`;
  const [right, bottom] = [width - RADIUS, height - RADIUS];
  const turns = [arc(RADIUS, RADIUS), arc(-RADIUS, RADIUS), arc(-RADIUS, -RADIUS), arc(RADIUS, -RADIUS)] as const;
  const [topRight, bottomRight, bottomLeft, topLeft] = turns;
  const outline = `M${width / 2} 0H${right}${topRight}V${bottom}${bottomRight}H${RADIUS}${bottomLeft}V${RADIUS}${topLeft}Z`;
  const corners = [
    `M0 ${MARK}V${RADIUS}${topLeft}H${MARK}`,
    `M${width - MARK} 0H${right}${topRight}V${MARK}`,
    `M${width} ${height - MARK}V${bottom}${bottomRight}H${width - MARK}`,
    `M${MARK} ${height}H${RADIUS}${bottomLeft}V${height - MARK}`,
  ].join('');
  return { viewBox: `0 0 ${width} ${height}`, outline, corners };
}
