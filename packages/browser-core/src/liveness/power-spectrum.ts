/** Side of the transformed square, pixels. A power of two: the transform is a radix-2 one. */
export const SPECTRUM_SIDE = 128;

/** Of the half plane. */
export const SPECTRUM_COLUMNS = SPECTRUM_SIDE / 2 + 1;

const N = SPECTRUM_SIDE;
const COLUMNS = SPECTRUM_COLUMNS;
const COSINES = Float64Array.from({ length: N / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / N));
const SINES = Float64Array.from({ length: N / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / N));
const WINDOW = Float64Array.from({ length: N }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / N));
const REVERSED = Uint16Array.from({ length: N }, (_, i) => {
  let reversed = 0;
  for (let bit = 1, mirror = N / 2; bit < N; bit *= 2, mirror /= 2) if (i & bit) reversed += mirror;
  return reversed;
});

/** One square at a time is transformed: these are written over by the next. */
const ROWS_RE = new Float64Array(N * COLUMNS);
const ROWS_IM = new Float64Array(N * COLUMNS);
const LINE_RE = new Float64Array(N);
const LINE_IM = new Float64Array(N);

/**
 * Power spectrum of a 128×128 luma square under a Hann window, mean removed: rows −64…63 by columns 0…64 of the half
 * plane, row-major, row 0 first (then 1…63, −64…−1).
 */
export function powerSpectrum(luma: Float32Array): Float64Array {
  let mean = 0;
  for (let i = 0; i < luma.length; i++) mean += luma[i] ?? 0;
  mean /= N * N;

  // Two real rows ride in one complex transform and are told apart by symmetry.
  const [re, im, a, b] = [ROWS_RE, ROWS_IM, LINE_RE, LINE_IM];
  for (let row = 0; row < N; row += 2) {
    const upper = WINDOW[row] ?? 0;
    const lower = WINDOW[row + 1] ?? 0;
    for (let x = 0; x < N; x++) {
      const weight = WINDOW[x] ?? 0;
      a[x] = ((luma[row * N + x] ?? 0) - mean) * weight * upper;
      b[x] = ((luma[(row + 1) * N + x] ?? 0) - mean) * weight * lower;
    }
    transform(a, b);
    for (let k = 0; k < COLUMNS; k++) {
      const mirror = (N - k) % N;
      const ak = a[k] ?? 0;
      const bk = b[k] ?? 0;
      const am = a[mirror] ?? 0;
      const bm = b[mirror] ?? 0;
      re[row * COLUMNS + k] = (ak + am) / 2;
      im[row * COLUMNS + k] = (bk - bm) / 2;
      re[(row + 1) * COLUMNS + k] = (bk + bm) / 2;
      im[(row + 1) * COLUMNS + k] = (am - ak) / 2;
    }
  }

  const power = new Float64Array(N * COLUMNS);
  for (let k = 0; k < COLUMNS; k++) {
    for (let row = 0; row < N; row++) {
      a[row] = re[row * COLUMNS + k] ?? 0;
      b[row] = im[row * COLUMNS + k] ?? 0;
    }
    transform(a, b);
    for (let row = 0; row < N; row++) power[row * COLUMNS + k] = (a[row] ?? 0) ** 2 + (b[row] ?? 0) ** 2;
  }
  return power;
}

/** Distance of each bin from zero frequency, cycles a pixel, in the order of `powerSpectrum`. */
export const BIN_RADII: Float64Array = Float64Array.from({ length: N * COLUMNS }, (_, index) => {
  const row = Math.floor(index / COLUMNS);
  return Math.hypot((index % COLUMNS) / N, (row < N / 2 ? row : row - N) / N);
});

/** Rings of the spectrum up to the finest frequency along an axis, and up to its corners. */
const RINGS_TO_FINEST = 32;
export const RINGS = Math.ceil(RINGS_TO_FINEST * Math.SQRT2);

/** Remembers what `make` gave for the finest frequency that was asked for last: nearly all faces have the same. */
export function rememberedByFinest<T>(make: (finest: number) => T): (finest: number) => T {
  let last: { readonly finest: number; readonly made: T } | null = null;
  return (finest) => {
    if (last?.finest !== finest) last = { finest, made: make(finest) };
    return last.made;
  };
}

/** The ring that each bin lies in, in the order of `powerSpectrum`; RINGS for what lies beyond all. `finest`: cycles a pixel. */
export const ringsOfBins = rememberedByFinest((finest) =>
  Uint8Array.from(BIN_RADII, (radius) => Math.min(RINGS, Math.floor((radius / finest) * RINGS_TO_FINEST))),
);

/** In-place complex radix-2 transform of length 128. */
function transform(re: Float64Array, im: Float64Array): void {
  for (let i = 0; i < N; i++) {
    const j = REVERSED[i] ?? 0;
    if (j <= i) continue;
    const r = re[i] ?? 0;
    const m = im[i] ?? 0;
    re[i] = re[j] ?? 0;
    im[i] = im[j] ?? 0;
    re[j] = r;
    im[j] = m;
  }
  for (let size = 2; size <= N; size *= 2) {
    const half = size / 2;
    const stride = N / size;
    for (let start = 0; start < N; start += size) {
      for (let k = 0; k < half; k++) {
        const c = COSINES[k * stride] ?? 0;
        const s = SINES[k * stride] ?? 0;
        const low = start + k;
        const high = low + half;
        const hr = re[high] ?? 0;
        const hi = im[high] ?? 0;
        const r = hr * c - hi * s;
        const m = hr * s + hi * c;
        const lr = re[low] ?? 0;
        const li = im[low] ?? 0;
        re[high] = lr - r;
        im[high] = li - m;
        re[low] = lr + r;
        im[low] = li + m;
      }
    }
  }
}
