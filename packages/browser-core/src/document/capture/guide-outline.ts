import { aspectOf, type DocumentFormat } from '../document-format.ts';
import type { Quad } from '../quad.ts';

/**
 * Share of the frame that the guide on the screen spans, in the direction in which it fills it.
 * Provenance: guess; the middle of what the gate takes (0.54–0.95 once it has let go of a problem), so that a document
 * may be held a quarter larger or smaller than the guide.
 */
const GUIDE_SPAN = 0.75;

/**
 * Where a document lies that is held as the guide on the screen asks for: centred, upright, filling the guide. What
 * draws the guide over a live picture draws this outline at the picture's scale, and the shutter takes what is in it when
 * no outline is found.
 *
 * @param frame - The camera's picture, in pixels.
 * @returns Corners in the frame's pixels, from the top left clockwise.
 */
export function guideOutline(frame: { readonly width: number; readonly height: number }, format: DocumentFormat): Quad {
  const width = GUIDE_SPAN * Math.min(frame.width, frame.height * aspectOf(format));
  const height = width / aspectOf(format);
  const [left, top] = [(frame.width - width) / 2, (frame.height - height) / 2];
  return [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
}
