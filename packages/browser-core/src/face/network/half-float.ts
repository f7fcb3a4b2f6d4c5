/** Widens `count` IEEE 754 half floats, little-endian, from `byteOffset` on. Exact: every half is a float. */
export function widenHalfFloats(bytes: Uint8Array, byteOffset: number, count: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset + byteOffset, count * 2);
  const result = new Float32Array(count);
  for (let i = 0; i < count; i += 1) result[i] = widen(view.getUint16(i * 2, true));
  return result;
}

const SUBNORMAL_STEP = 2 ** -24;

function widen(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * SUBNORMAL_STEP;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
