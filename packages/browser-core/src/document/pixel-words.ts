import type { RgbaImage } from '../face/rgba-sampler.ts';

/**
 * A picture's pixels, one number each: red in the lowest eight bits, then green and blue. One look at the memory instead of
 * three is half the cost of sampling. Every engine that a browser has is little-endian.
 */
export function pixelWords({ data }: RgbaImage): Uint32Array {
  // Pixels of a canvas lie at a multiple of four bytes; a piece of somebody's buffer may not.
  const { buffer, byteOffset, length } = (data.byteOffset & 3) === 0 ? data : data.slice();
  return new Uint32Array(buffer, byteOffset, length >> 2);
}

/** The pixel at a place within one of the picture's border, nearest to it; black further away. */
export function pixelAtBorder(words: Uint32Array, width: number, height: number, x: number, y: number): number {
  if (!(x >= -1 && y >= -1 && x < width && y < height)) return 0;
  const column = Math.min(width - 1, Math.max(0, Math.floor(x)));
  return words[Math.min(height - 1, Math.max(0, Math.floor(y))) * width + column] ?? 0;
}
