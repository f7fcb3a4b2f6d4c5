import type { RgbaImage } from '../../face/rgba-sampler.ts';
import type { LumaPlane } from '../../liveness/luma-plane.ts';

/** Rec. 709 luma of every pixel. */
export function lumaOf({ data, width, height }: RgbaImage): LumaPlane {
  const luma = new Float32Array(width * height);
  for (let i = 0, at = 0; i < luma.length; i += 1, at += 4) {
    luma[i] = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
  }
  return { data: luma, width, height };
}

/** One sample of so many is looked at: a thousand would do, and a patch has tens of thousands. Not a divisor of its widths. */
const EVERY = 3;

/** Value under which a share of the samples lies, to a whole number of 0–255. */
export function quantileOf({ data }: LumaPlane, share: number): number {
  const histogram = new Uint32Array(257);
  let count = 0;
  for (let i = 0; i < data.length; i += EVERY, count += 1) {
    // Luma lies between 0 and 255 by its making: no clamp.
    const bin = ((data[i] ?? 0) + 0.5) | 0;
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  let below = 0;
  for (let bin = 0; bin < 256; bin += 1) {
    below += histogram[bin] ?? 0;
    if (below >= share * count) return bin;
  }
  return 255;
}
