/** RGBA bytes → RGB floats in the range that a network was trained with, into a buffer that is used again. */
export function toNetworkInput(
  rgba: Uint8ClampedArray,
  [low, high]: readonly [number, number],
  into: Float32Array,
): void {
  const scale = (high - low) / 255;
  for (let from = 0, to = 0; to < into.length; from += 4, to += 3) {
    into[to] = (rgba[from] ?? 0) * scale + low;
    into[to + 1] = (rgba[from + 1] ?? 0) * scale + low;
    into[to + 2] = (rgba[from + 2] ?? 0) * scale + low;
  }
}
