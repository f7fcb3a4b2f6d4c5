/** Rec. 709 luma of the pixel that starts at byte `at`, 0–255. */
export function lumaAt(rgba: Uint8Array | Uint8ClampedArray, at: number): number {
  return 0.2126 * (rgba[at] ?? 0) + 0.7152 * (rgba[at + 1] ?? 0) + 0.0722 * (rgba[at + 2] ?? 0);
}

/** Luma of every pixel. */
export function toLuma(rgba: Uint8ClampedArray): Float32Array {
  const luma = new Float32Array(rgba.length / 4);
  for (let i = 0; i < luma.length; i += 1) luma[i] = lumaAt(rgba, i * 4);
  return luma;
}
