import type { CropRegion } from '../../face/crop-sampler.ts';
import type { Box } from '../../face/frame-measurement.ts';

/**
 * What the presentation-attack model sees: the face box with both sides `scale` times as long, or as long as the frame
 * allows, shifted into the frame where it would reach outside. Not square: the face is stretched as the box is. The model
 * was trained on rectangles cut in the same way (`face_crop` of training/pad/simulate.py), which is how its teachers are fed.
 */
export function faceCrop(
  frame: { readonly width: number; readonly height: number },
  box: Box,
  scale: number,
): CropRegion {
  const factor = Math.min((frame.height - 1) / box.height, (frame.width - 1) / box.width, scale);
  const [width, height] = [box.width * factor, box.height * factor];
  const shifted = (centre: number, side: number, limit: number): number =>
    Math.min(Math.max(centre, side / 2), limit - side / 2);
  return {
    centreX: shifted(box.x + box.width / 2, width, frame.width),
    centreY: shifted(box.y + box.height / 2, height, frame.height),
    width,
    height,
    angleRadians: 0,
  };
}
