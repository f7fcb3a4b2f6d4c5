import type { CropRegion } from '../../face/crop-sampler.ts';
import type { Box } from '../../face/frame-measurement.ts';

/**
 * The square that the presentation-attack model sees: `scale` times the longer side of the face box, no larger than the
 * frame, and shifted into the frame where it would reach outside. The model was trained on squares cut in the same way
 * (`square_crop` of training/pad/simulate.py).
 */
export function squareCrop(
  frame: { readonly width: number; readonly height: number },
  box: Box,
  scale: number,
): CropRegion {
  const side = Math.min(scale * Math.max(box.width, box.height), frame.width, frame.height);
  const shifted = (centre: number, size: number): number => Math.min(Math.max(centre, side / 2), size - side / 2);
  return {
    centreX: shifted(box.x + box.width / 2, frame.width),
    centreY: shifted(box.y + box.height / 2, frame.height),
    width: side,
    height: side,
    angleRadians: 0,
  };
}
