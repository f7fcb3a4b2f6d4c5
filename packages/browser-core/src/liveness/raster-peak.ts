import {
  BIN_RADII,
  rememberedByFinest,
  RINGS,
  ringsOfBins,
  SPECTRUM_COLUMNS as COLUMNS,
  SPECTRUM_SIDE,
} from './power-spectrum.ts';

/**
 * Peaks are looked for from this share of the finest frequency on, off both axes by this many cycles a pixel (a codec's blocks and
 * an enlarged picture have theirs on the axes), among bins this many times as strong as their ring. The mean of so many counts:
 * a raster seen at a slant is smeared over a few bins. All chosen on ten frames of one talking head, of seven simulated media of it, and on two portraits.
 */
const FROM = 0.32;
const OFF_AXIS = 0.05;
const OVER_RING = 4;
const BINS = 8;
/** What a slanted edge sends into the spectrum falls along its ray, so a peak must stand over these shares of its own frequency too. Chosen likewise. */
const BELOW = [0.5, 0.6, 0.7, 0.8];
/** Mean over geometric mean of bins of noise, whose power is distributed exponentially: e to Euler's constant. */
const MEAN_OF_NOISE = Math.exp(0.5772156649);

/**
 * How far the tallest narrow peaks of a power spectrum's high frequencies stand over their ring and over lower frequencies of the same
 * direction, decibels, 0 for none. Plain noise reaches 9. `finest`: cycles a pixel, over which nothing is a measurement.
 */
export function rasterPeakDb(power: Float64Array, finest: number): number {
  const rings = ringsOfBins(finest);
  const lookedAt = binsLookedAt(finest);
  const logarithms = new Float64Array(RINGS);
  const bins = new Uint32Array(RINGS);
  for (const i of lookedAt) {
    const ring = rings[i] ?? 0;
    logarithms[ring] = (logarithms[ring] ?? 0) + Math.log((power[i] ?? 0) + Number.EPSILON);
    bins[ring] = (bins[ring] ?? 0) + 1;
  }
  const levels = logarithms.map((sum, ring) => MEAN_OF_NOISE * Math.exp(sum / Math.max(1, bins[ring] ?? 0)));
  const peaks: number[] = [];
  for (const i of lookedAt) {
    const level = levels[rings[i] ?? 0] ?? 0;
    const value = power[i] ?? 0;
    if (value >= OVER_RING * level)
      peaks.push(value / Math.max(level, ...BELOW.map((share) => around(power, i, share))));
  }
  const tallest = peaks.sort((a, b) => b - a).slice(0, BINS);
  return 10 * Math.log10(Math.max(1, tallest.reduce((sum, peak) => sum + peak, 0) / BINS));
}

/** Signed row and column of a bin, both in bins from zero frequency. */
function binOf(index: number): { readonly row: number; readonly column: number } {
  const row = Math.floor(index / COLUMNS);
  return { row: row < SPECTRUM_SIDE / 2 ? row : row - SPECTRUM_SIDE, column: index % COLUMNS };
}

const binsLookedAt = rememberedByFinest((finest) => {
  const rings = ringsOfBins(finest);
  const isLookedAt = (radius: number, index: number): boolean => {
    const { row, column } = binOf(index);
    const isOffAxis = Math.min(Math.abs(row), column) > OFF_AXIS * SPECTRUM_SIDE;
    return isOffAxis && radius >= FROM * finest && (rings[index] ?? RINGS) < RINGS;
  };
  const indices = Array.from(BIN_RADII.keys());
  return Uint16Array.from(indices.filter((index) => isLookedAt(BIN_RADII[index] ?? 0, index)));
});

/** Mean of the nine bins about the place at `share` of a bin's frequency, in the same direction. */
function around(power: Float64Array, index: number, share: number): number {
  const { row, column } = binOf(index);
  const middle = { row: Math.round(row * share), column: Math.round(column * share) };
  let sum = 0;
  for (let dr = -1; dr <= 1; dr++) {
    for (let dc = -1; dc <= 1; dc++) {
      const at = (middle.row + dr + SPECTRUM_SIDE) % SPECTRUM_SIDE;
      sum += power[at * COLUMNS + middle.column + dc] ?? 0;
    }
  }
  return sum / 9;
}
