import type { Box } from '../face/frame-measurement.ts';
import { lumaAt } from '../face/measure/luma.ts';

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

/** The luma of a box of whole pixels; the picture's last pixels are repeated outside of it. */
export function toLumaPlane({ data, width, height }: PixelImage, box: Box): LumaPlane {
  const plane = new Float32Array(box.width * box.height);
  for (let row = 0, to = 0; row < box.height; row++) {
    const y = Math.min(height - 1, Math.max(0, box.y + row));
    for (let column = 0; column < box.width; column++) {
      const x = Math.min(width - 1, Math.max(0, box.x + column));
      plane[to++] = lumaAt(data, (y * width + x) * 4);
    }
  }
  return { data: plane, width: box.width, height: box.height };
}

/** Bilinear samples of a rectangle of a plane, whose last values are repeated outside of it. */
export function resampleLuma(plane: LumaPlane, from: Box, toWidth: number, toHeight: number): LumaPlane {
  const { data, width, height } = plane;
  const resampled = new Float32Array(toWidth * toHeight);
  const columns = samplePositions(from.x, from.width, toWidth, width);
  const rows = samplePositions(from.y, from.height, toHeight, height);
  let to = 0;
  for (const { low: y0, high: y1, share: fy } of rows) {
    for (const { low: x0, high: x1, share: fx } of columns) {
      const upper = (data[y0 * width + x0] ?? 0) * (1 - fx) + (data[y0 * width + x1] ?? 0) * fx;
      const lower = (data[y1 * width + x0] ?? 0) * (1 - fx) + (data[y1 * width + x1] ?? 0) * fx;
      resampled[to++] = upper * (1 - fy) + lower * fy;
    }
  }
  return { data: resampled, width: toWidth, height: toHeight };
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

function samplePositions(from: number, span: number, count: number, size: number): SamplePosition[] {
  const clamp = (value: number): number => Math.min(size - 1, Math.max(0, value));
  return Array.from({ length: count }, (_, i) => {
    const position = from + ((i + 0.5) * span) / count - 0.5;
    const low = clamp(Math.floor(position));
    return { low, high: clamp(low + 1), share: Math.min(1, Math.max(0, position - low)) };
  });
}
