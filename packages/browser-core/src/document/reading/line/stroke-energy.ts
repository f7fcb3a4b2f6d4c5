import type { LumaPlane } from '../../../liveness/luma-plane.ts';

/** How much ink changes from left to right, summed over any rectangle in constant time. */
export interface StrokeEnergy {
  readonly width: number;
  readonly height: number;
  /** Mean over a rectangle, clipped to the plane; 0 where nothing of it lies inside. */
  mean(left: number, top: number, right: number, bottom: number): number;
  /** Means over the same rows and many ranges of columns, which must lie inside: whole numbers, ends not included. */
  meansAlong(top: number, bottom: number, lefts: Int32Array, rights: Int32Array, into: Float32Array): void;
}

/** The border of a black table is no stronger than print. */
const MAX_STEP = 80;

export function measureStrokes({ data, width, height }: LumaPlane): StrokeEnergy {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      const right = data[y * width + Math.min(width - 1, x + 1)] ?? 0;
      const left = data[y * width + Math.max(0, x - 1)] ?? 0;
      row += Math.min(MAX_STEP, Math.abs(right - left));
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  return {
    width,
    height,
    mean(left, top, right, bottom) {
      const x0 = Math.min(width, Math.max(0, Math.round(left)));
      const x1 = Math.min(width, Math.max(0, Math.round(right)));
      const y0 = Math.min(height, Math.max(0, Math.round(top)));
      const y1 = Math.min(height, Math.max(0, Math.round(bottom)));
      if (x1 <= x0 || y1 <= y0) return 0;
      const sum =
        (sums[y1 * stride + x1] ?? 0) -
        (sums[y0 * stride + x1] ?? 0) -
        (sums[y1 * stride + x0] ?? 0) +
        (sums[y0 * stride + x0] ?? 0);
      return sum / ((x1 - x0) * (y1 - y0));
    },
    meansAlong(top, bottom, lefts, rights, into) {
      const upper = Math.min(height, Math.max(0, Math.round(top))) * stride;
      const lower = Math.min(height, Math.max(0, Math.round(bottom))) * stride;
      const rows = (lower - upper) / stride;
      for (let i = 0; i < lefts.length; i += 1) {
        const left = lefts[i] ?? 0;
        const right = rights[i] ?? 0;
        const sum =
          (sums[lower + right] ?? 0) -
          (sums[upper + right] ?? 0) -
          (sums[lower + left] ?? 0) +
          (sums[upper + left] ?? 0);
        into[i] = rows > 0 && right > left ? sum / (rows * (right - left)) : 0;
      }
    },
  };
}
