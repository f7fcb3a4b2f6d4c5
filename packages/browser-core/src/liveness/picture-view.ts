import type { CropRegion, CropSampler, Smoothing } from '../face/crop-sampler.ts';
import type { Box } from '../face/frame-measurement.ts';
import type { LumaPlane } from './luma-plane.ts';

/**
 * A crop of a frame on a grid of its own, of which only what is looked at is sampled. Boxes are in pixels of that grid. `points` are
 * single ones, blended of four pixels of the frame, however far apart they lie.
 */
export interface PictureView {
  readonly width: number;
  readonly height: number;
  luma(box: Box): LumaPlane;
  points(box: Box, columns: number, rows: number): Uint8ClampedArray;
  lumaPoints(box: Box, columns: number, rows: number): LumaPlane;
}

/** An upright part of a frame as `columns × rows` pixels, by default all of the frame as it is. `smoothing` is that of `luma`. */
export function viewOf(
  frame: CropSampler,
  { x, y, width, height }: Box = { x: 0, y: 0, width: frame.width, height: frame.height },
  columns: number = frame.width,
  rows: number = frame.height,
  smoothing: Smoothing = 'nearest-four',
): PictureView {
  const [scaleX, scaleY] = [width / columns, height / rows];
  const region = (box: Box): CropRegion => ({
    centreX: x + (box.x + box.width / 2) * scaleX,
    centreY: y + (box.y + box.height / 2) * scaleY,
    width: box.width * scaleX,
    height: box.height * scaleY,
    angleRadians: 0,
  });
  const lumaPlane = (box: Box, across: number, down: number, how: Smoothing): LumaPlane => ({
    data: frame.sampleLuma(region(box), across, down, how),
    width: across,
    height: down,
  });
  return {
    width: columns,
    height: rows,
    luma: (box) => lumaPlane(box, box.width, box.height, smoothing),
    points: (box, across, down) => frame.sample(region(box), across, down, 'nearest-four'),
    lumaPoints: (box, across, down) => lumaPlane(box, across, down, 'nearest-four'),
  };
}
