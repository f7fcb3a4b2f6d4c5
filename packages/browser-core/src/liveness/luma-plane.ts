import type { Box } from '../face/frame-measurement.ts';

/** RGBA pixels, row-major. */
export interface PixelImage {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** A luma plane, row-major, 0–255. */
export interface LumaPlane {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Rec. 709 luma. */
export function luma(r: number, g: number, b: number): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * Bilinear samples of a rectangle's luma; the picture's last pixels are repeated outside of it. At the picture's own
 * scale nothing is blended: half a pixel of it would hide a screen's raster. Nor is it when shrinking by half or more,
 * where it would cost four times as much and smooth little.
 */
export function resampleLuma(image: PixelImage, from: Box, toWidth: number, toHeight: number): LumaPlane {
  const plane = new Float32Array(toWidth * toHeight);
  const nearest = (from.width === toWidth && from.height === toHeight) || from.width >= 2 * toWidth;
  const columns = samplePositions(from.x, from.width, toWidth, image.width, nearest);
  const rows = samplePositions(from.y, from.height, toHeight, image.height, nearest);
  const at = (x: number, y: number): number => {
    const index = (y * image.width + x) * 4;
    return luma(image.data[index] ?? 0, image.data[index + 1] ?? 0, image.data[index + 2] ?? 0);
  };
  let to = 0;
  for (const { low: y0, high: y1, share: fy } of rows) {
    for (const { low: x0, high: x1, share: fx } of columns) {
      const upper = fx === 0 ? at(x0, y0) : at(x0, y0) * (1 - fx) + at(x1, y0) * fx;
      if (fy === 0) {
        plane[to++] = upper;
        continue;
      }
      const lower = fx === 0 ? at(x0, y1) : at(x0, y1) * (1 - fx) + at(x1, y1) * fx;
      plane[to++] = upper * (1 - fy) + lower * fy;
    }
  }
  return { data: plane, width: toWidth, height: toHeight };
}

/** Means of two by two samples. */
export function halved({ data, width, height }: LumaPlane): LumaPlane {
  const half = { data: new Float32Array((width * height) / 4), width: width / 2, height: height / 2 };
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      const at = 2 * y * width + 2 * x;
      const sum = (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0);
      half.data[y * half.width + x] = sum / 4;
    }
  }
  return half;
}

/** Rows become columns. */
export function transposed({ data, width, height }: LumaPlane): LumaPlane {
  const turned = new Float32Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x] ?? 0;
  return { data: turned, width: height, height: width };
}

interface SamplePosition {
  readonly low: number;
  readonly high: number;
  /** Weight of `high`, 0–1. */
  readonly share: number;
}

function samplePositions(from: number, span: number, count: number, size: number, nearest: boolean): SamplePosition[] {
  const clamp = (value: number): number => Math.min(size - 1, Math.max(0, value));
  return Array.from({ length: count }, (_, i) => {
    const exact = from + ((i + 0.5) * span) / count - 0.5;
    const position = nearest ? Math.round(exact) : exact;
    const low = clamp(Math.floor(position));
    return { low, high: clamp(low + 1), share: Math.min(1, Math.max(0, position - low)) };
  });
}
