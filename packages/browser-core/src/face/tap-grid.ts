import type { CropRegion, Smoothing } from './crop-sampler.ts';

/**
 * Where a crop reads the frame: each of its pixels is the mean of `tapsX × tapsY` points, and the points of all of them lie on one even
 * grid. Pixel centres have whole coordinates here.
 */
export interface TapGrid {
  readonly tapsX: number;
  readonly tapsY: number;
  /** The first point, and the way from one to the next along a row and along a column. */
  readonly startX: number;
  readonly startY: number;
  readonly alongX: number;
  readonly alongY: number;
  readonly downX: number;
  readonly downY: number;
}

export function tapGrid(region: CropRegion, columns: number, rows: number, smoothing: Smoothing): TapGrid {
  const taps = (step: number): number => (smoothing === 'area' ? Math.max(1, Math.ceil(step)) : 1);
  const [tapsX, tapsY] = [taps(region.width / columns), taps(region.height / rows)];
  const [stepX, stepY] = [region.width / (columns * tapsX), region.height / (rows * tapsY)];
  const [cosine, sine] = [Math.cos(region.angleRadians), Math.sin(region.angleRadians)];
  const [dx, dy] = [(stepX - region.width) / 2, (stepY - region.height) / 2];
  return {
    tapsX,
    tapsY,
    startX: region.centreX + cosine * dx - sine * dy - 0.5,
    startY: region.centreY + sine * dx + cosine * dy - 0.5,
    alongX: cosine * stepX,
    alongY: sine * stepX,
    downX: -sine * stepY,
    downY: cosine * stepY,
  };
}
