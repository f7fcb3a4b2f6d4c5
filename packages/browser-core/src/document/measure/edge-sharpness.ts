import type { LumaPlane } from '../../liveness/luma-plane.ts';
import { quantileOf } from './luma-patch.ts';

/** Height of the steps that are looked at: luma, in deviations of the noise, and over the range of the print. Guess. */
const LEAST_HEIGHT = 12;
const OVER_NOISE = 7;
const OF_RANGE = 0.45;
/** How far on both sides of a step its height is taken, pixels. */
const REACH = 6;
/** Steps of one direction that a printed document has, at least: blurred away, they are no longer high enough. */
const FEWEST = 60;
const BINS = 64;

/**
 * Steepness of the steps over their height, per pixel: 0.5 for a perfect step, 0.2 for one that is blurred by two pixels
 * (standard deviation). The middle one of all steps, and the lesser of both directions, since a moved camera blurs
 * only one; 0 where nothing is printed.
 */
export function edgeSharpness({ data, width, height }: LumaPlane): number {
  const across = new Uint32Array(BINS);
  const down = new Uint32Array(BINS);
  const plane = { data, width, height };
  const range = quantileOf(plane, 0.9) - quantileOf(plane, 0.02);
  const least = Math.max(LEAST_HEIGHT, OVER_NOISE * noiseOf(plane), OF_RANGE * range);
  for (let y = REACH; y < height - REACH; y += 1) {
    for (let x = REACH; x < width - REACH; x += 1) {
      const i = y * width + x;
      // Cheap refusal: a step that is high enough to count and steep enough to rank.
      if (Math.abs((data[i + 1] ?? 0) - (data[i - 1] ?? 0)) >= least / 6) note(data, i, 1, least, across);
      if (Math.abs((data[i + width] ?? 0) - (data[i - width] ?? 0)) >= least / 6) note(data, i, width, least, down);
    }
  }
  return Math.min(middleOf(across), middleOf(down));
}

/** Counts the step at a pixel, in the direction of `stride`, when the pixel is the steepest place of one. */
function note(data: Float32Array, i: number, stride: number, least: number, bins: Uint32Array): void {
  const before = data[i - stride] ?? 0;
  const after = data[i + stride] ?? 0;
  const slope = Math.abs(after - before) / 2;
  const here = data[i] ?? 0;
  if (
    slope < Math.abs(here - (data[i - 2 * stride] ?? 0)) / 2 ||
    slope <= Math.abs((data[i + 2 * stride] ?? 0) - here) / 2
  ) {
    return;
  }
  let low = here;
  let high = here;
  // Up to where it turns back: the next letter's stroke belongs to another step.
  const rising = after > before ? 1 : -1;
  for (const direction of [-1, 1]) {
    let last = here;
    for (let step = 1; step <= REACH; step += 1) {
      const value = data[i + direction * step * stride] ?? 0;
      if ((value - last) * direction * rising < 0) break;
      last = value;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (high - low < least) return;
  const bin = Math.min(BINS - 1, Math.floor((slope / (high - low)) * 2 * BINS));
  bins[bin] = (bins[bin] ?? 0) + 1;
}

/** Standard deviation of the noise, from the median second difference: most of a document is flat paper. */
function noiseOf({ data, width, height }: LumaPlane): number {
  const histogram = new Uint32Array(512);
  let count = 0;
  for (let i = 1; i < width * height - 1; i += 3, count += 1) {
    const second = Math.abs((data[i - 1] ?? 0) - 2 * (data[i] ?? 0) + (data[i + 1] ?? 0));
    const bin = Math.min(511, Math.floor(second * 4));
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  let below = 0;
  let bin = 0;
  while (bin < 511 && (below += histogram[bin] ?? 0) * 2 < count) bin += 1;
  // The median of |a − 2b + c| of normal noise is 0.6745·√6 of its deviation.
  return (bin + 0.5) / 4 / 1.652;
}

function middleOf(bins: Uint32Array): number {
  const count = bins.reduce((sum, value) => sum + value, 0);
  let below = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    below += bins[bin] ?? 0;
    if (count > 0 && below * 2 >= count) return ((bin + 0.5) / (2 * BINS)) * Math.min(1, count / FEWEST);
  }
  return 0;
}
