import type { DocumentFormat, FoundDocument } from '@bonafide/browser-core/document';
import { aspectOf } from '@bonafide/browser-core/document';

/** How far a picture's proportions may be from a document's: cameras give 4:3, 3:2 and 16:9, all farther from each (spec). */
const TOLERANCE = 0.015;
const FORMATS: readonly DocumentFormat[] = ['id-1', 'id-3', 'id-2'];
const SAMPLES_A_SIDE = 32;

/** The whole picture as the outline, where it has a document's proportions: it was cut out before it was sent. Otherwise null. */
export function wholePicture({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): FoundDocument | null {
  const format = FORMATS.find((candidate) => Math.abs(width / height / aspectOf(candidate) - 1) <= TOLERANCE);
  if (format === undefined) return null;
  const side = Array.from({ length: SAMPLES_A_SIDE }, () => true);
  return {
    quad: [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ],
    format,
    confidence: 1,
    edges: [side, side, side, side],
  };
}
