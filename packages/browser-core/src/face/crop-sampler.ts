/** A rectangle in frame pixels that may be turned and may reach outside the frame, where everything is black. */
export interface CropRegion {
  readonly centreX: number;
  readonly centreY: number;
  readonly width: number;
  readonly height: number;
  /** Clockwise in the picture. */
  readonly angleRadians: number;
}

/**
 * `nearest-four`: bilinear between the four neighbours, as the networks were trained with. `area`: also averages over
 * what a shrunk pixel covers, as measurements need, so that a large face gives no false detail.
 */
export type Smoothing = 'nearest-four' | 'area';

/** Reads parts of one frame. The same analysis runs on a canvas in a worker and on raw pixels in Node. */
export interface CropSampler {
  readonly width: number;
  readonly height: number;
  /** RGBA of the region, resampled to columns × rows; a new array each time. */
  sample(region: CropRegion, columns: number, rows: number, smoothing: Smoothing): Uint8ClampedArray;
  /** Rec. 709 luma of the same, 0–255, not rounded to whole levels; a new array each time. */
  sampleLuma(region: CropRegion, columns: number, rows: number, smoothing: Smoothing): Float32Array;
}

/** The whole frame inside a square, with black beside or above it. */
export function squareAround(frame: { readonly width: number; readonly height: number }): CropRegion {
  const side = Math.max(frame.width, frame.height);
  return { centreX: frame.width / 2, centreY: frame.height / 2, width: side, height: side, angleRadians: 0 };
}

/** Where a point of a columns × rows crop lies in the frame. */
export function toFrame(
  region: CropRegion,
  columns: number,
  rows: number,
  x: number,
  y: number,
): readonly [number, number] {
  const dx = (x / columns - 0.5) * region.width;
  const dy = (y / rows - 0.5) * region.height;
  const cosine = Math.cos(region.angleRadians);
  const sine = Math.sin(region.angleRadians);
  return [region.centreX + cosine * dx - sine * dy, region.centreY + sine * dx + cosine * dy];
}

/** Where a point of the frame lies in a columns × rows crop: `toFrame` backwards. */
export function toCrop(
  region: CropRegion,
  columns: number,
  rows: number,
  x: number,
  y: number,
): readonly [number, number] {
  const dx = x - region.centreX;
  const dy = y - region.centreY;
  const cosine = Math.cos(region.angleRadians);
  const sine = Math.sin(region.angleRadians);
  return [
    ((cosine * dx + sine * dy) / region.width + 0.5) * columns,
    ((cosine * dy - sine * dx) / region.height + 0.5) * rows,
  ];
}
