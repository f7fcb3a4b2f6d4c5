/**
 * Sizes of ISO/IEC 7810: a card is ID-1, a large card or a visa ID-2, a passport's data page ID-3. A page of another
 * size has none.
 */
export type DocumentFormat = 'id-1' | 'id-2' | 'id-3';

export type DocumentSide = 'front' | 'back';

/** Width and height in millimetres, ISO/IEC 7810:2019. */
export const DOCUMENT_SIZES_MM = {
  'id-1': { width: 85.6, height: 53.98 },
  'id-2': { width: 105, height: 74 },
  'id-3': { width: 125, height: 88 },
} as const satisfies Record<DocumentFormat, { readonly width: number; readonly height: number }>;

/** Long side over short side: 1.59 for ID-1, 1.42 for the two others, which only their size or content tells apart. */
export function aspectOf(format: DocumentFormat): number {
  const { width, height } = DOCUMENT_SIZES_MM[format];
  return width / height;
}
