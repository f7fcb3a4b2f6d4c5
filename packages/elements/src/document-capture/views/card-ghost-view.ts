import { DOCUMENT_SIZES_MM } from '@bonafide/browser-core/identity';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { DocumentFrame, DocumentLayout } from '../document-view-model.ts';

/** Where things are printed, in shares of the document: x, y, width, height. */
type Block = readonly [x: number, y: number, width: number, height: number];

const LINE = 0.05;
const rows = (x: number, width: number, ...ys: readonly number[]): readonly Block[] =>
  ys.map((y, index) => [x, y, width * (index % 2 === 0 ? 1 : 0.7), LINE]);

/** Rough places, to be recognised at a glance. Guess, from the layouts of ICAO Doc 9303 and the AAMVA card standard. */
const LAYOUTS: Readonly<Record<DocumentLayout, readonly Block[]>> = {
  card: [[0.07, 0.26, 0.25, 0.5], [0.07, 0.1, 0.45, LINE * 1.4], ...rows(0.4, 0.5, 0.3, 0.42, 0.54, 0.66)],
  page: [
    [0.06, 0.2, 0.26, 0.48],
    [0.06, 0.07, 0.4, LINE],
    ...rows(0.4, 0.5, 0.22, 0.33, 0.44, 0.55),
    [0.06, 0.8, 0.88, LINE],
    [0.06, 0.89, 0.88, LINE],
  ],
  lines: [
    [0.07, 0.12, 0.2, 0.24],
    ...rows(0.34, 0.56, 0.14, 0.27),
    [0.06, 0.62, 0.88, LINE],
    [0.06, 0.74, 0.88, LINE],
    [0.06, 0.86, 0.88, LINE],
  ],
  barcode: [...rows(0.07, 0.5, 0.1, 0.22), [0.72, 0.1, 0.21, 0.28], [0.07, 0.56, 0.86, 0.34]],
};

/** What is printed where: shows at a glance which document and which side is meant. */
export function cardGhostView({ format, layout }: DocumentFrame): TemplateResult {
  const { width, height } = DOCUMENT_SIZES_MM[format];
  const block = ([x, y, w, h]: Block): SVGTemplateResult =>
    svg`<rect x=${x * width} y=${y * height} width=${w * width} height=${h * height} rx="1.4"/>`;
  return html`<svg class="ghost" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
    ${LAYOUTS[layout].map(block)}
  </svg>`;
}
