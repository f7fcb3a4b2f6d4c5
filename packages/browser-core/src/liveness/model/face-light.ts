import type { FaceLight } from '@bonafide/models';

/** ITU-R BT.601, as in training. */
const [RED, GREEN, BLUE] = [0.299, 0.587, 0.114];

/**
 * Brightens a crop in place until its middle, where the face is, has the light that the model was taught in; one that is bright enough stays
 * as it is. `pixels` are side × side RGB between `low` and `high`, `scale` is the crop's side over the face's. The same sum as `lightened` of
 * training/pad/simulate.py.
 */
export function lightenFace(
  pixels: Float32Array,
  side: number,
  scale: number,
  [low, high]: readonly [number, number],
  { faceLuma, mostGain }: FaceLight,
): void {
  const first = Math.max(0, Math.floor(side / 2 - side / scale / 2));
  const last = Math.min(side, Math.ceil(side / 2 + side / scale / 2));
  let sum = 0;
  for (let y = first; y < last; y++) {
    for (let at = (y * side + first) * 3; at < (y * side + last) * 3; at += 3)
      sum += RED * (pixels[at] ?? 0) + GREEN * (pixels[at + 1] ?? 0) + BLUE * (pixels[at + 2] ?? 0);
  }
  const luma = (sum / (last - first) ** 2 - low) / (high - low);
  const gain = Math.min(mostGain, faceLuma / Math.max(luma, 1e-6));
  if (gain <= 1) return;
  for (let at = 0; at < pixels.length; at++) pixels[at] = Math.min(high, low + ((pixels[at] ?? 0) - low) * gain);
}
