import type { Box, FrameLivenessSignals } from '../face/frame-measurement.ts';
import { borderStrength } from './border-strength.ts';
import { halved, luma, resampleLuma, type PixelImage } from './luma-plane.ts';
import { BIN_RADII, powerSpectrum, SPECTRUM_SIDE } from './power-spectrum.ts';

export type TextureSignals = Omit<FrameLivenessSignals, 'modelScore' | 'modelScores' | 'flow'>;

/** Peaks are looked for from this share of the finest frequency on; skin, hair and features live under it. */
const PEAK_FROM = 0.24;
/** Rings of the spectrum up to the finest frequency along an axis, and up to its corners. */
const RINGS_TO_FINEST = 32;
const RINGS = Math.ceil(RINGS_TO_FINEST * Math.SQRT2);

/** A bin this many times its ring's mean is a peak; noise of one ring's bins reaches 6. */
const PEAK_OVER_RING = 9;

/** A highlight: brighter than this, nearly colourless, and next to something this much darker. */
const HIGHLIGHT_LUMA = 235;
const HIGHLIGHT_CHROMA = 14;
const HIGHLIGHT_STEP = 30;

/** Width to which the surroundings are shrunk before lines are looked for. */
const BORDER_WIDTH = 96;

export interface TextureFace {
  /** Bounding box of the landmarks. */
  readonly box: Box;
  /** What of `image` the camera saw; default all. A crop that reaches over the frame's edge has a false border there. */
  readonly seen?: Box;
}

/**
 * What the texture of one frame's face says about being shown by paper or a screen. Boxes are in the pixels of `image`,
 * which is a frame or a crop of one that leaves some surroundings around the face. All signals are evidence, none a
 * verdict; about 2 ms for a crop of 256 to 512 px. A face under 16 px gives zeros.
 */
export function measureTextureSignals(image: PixelImage, face: TextureFace): TextureSignals {
  const { box, seen = { x: 0, y: 0, width: image.width, height: image.height } } = face;
  const spectrum = measureSpectrum(image, box);
  return { ...spectrum, ...measureSkin(image, box), borderStrength: measureBorder(image, box, seen) };
}

/** Moiré and high frequencies of a box: they come from a square at the picture's own pixels where the face is large enough for one. */
export function measureSpectrum(
  image: PixelImage,
  box: Box,
): Pick<TextureSignals, 'moireEnergy' | 'highFrequencyRatio'> {
  const side = Math.min(box.width, box.height);
  if (!(side >= 16)) return { moireEnergy: 0, highFrequencyRatio: 0 };
  const square = side >= SPECTRUM_SIDE ? SPECTRUM_SIDE : side;
  const left = box.x + box.width / 2 - square / 2;
  const top = box.y + box.height / 2 - square / 2;
  const from = { x: left, y: top, width: square, height: square };
  const plane = resampleLuma(image, from, SPECTRUM_SIDE, SPECTRUM_SIDE);
  const power = powerSpectrum(plane.data);

  const ringPower = new Float64Array(RINGS);
  const ringBins = new Uint32Array(RINGS);
  // A face smaller than the square was enlarged: what lies over its own finest detail is not a measurement.
  const finest = 0.5 * Math.min(1, side / SPECTRUM_SIDE);
  let topOctave = 0;
  let below = 0;
  for (let i = 1; i < power.length; i++) {
    const radius = BIN_RADII[i] ?? 0;
    const ring = Math.floor((radius / finest) * RINGS_TO_FINEST);
    if (ring >= RINGS) continue;
    const value = power[i] ?? 0;
    ringPower[ring] = (ringPower[ring] ?? 0) + value;
    ringBins[ring] = (ringBins[ring] ?? 0) + 1;
    if (radius > finest / 2) topOctave += value;
    else if (radius > finest / 8) below += value;
  }
  // The lowest frequencies hold nearly all energy of a face; against them no peak would count.
  const peaksFrom = PEAK_FROM * finest;
  let peaks = 0;
  let energy = 0;
  for (let i = 1; i < power.length; i++) {
    const radius = BIN_RADII[i] ?? 0;
    const ring = Math.floor((radius / finest) * RINGS_TO_FINEST);
    if (ring >= RINGS || radius < peaksFrom) continue;
    const value = power[i] ?? 0;
    const mean = (ringPower[ring] ?? 0) / Math.max(1, ringBins[ring] ?? 0);
    energy += value;
    if (value > PEAK_OVER_RING * mean) peaks += value - mean;
  }
  return {
    moireEnergy: energy > 0 ? peaks / energy : 0,
    highFrequencyRatio: below > 0 ? topOctave / below : 0,
  };
}

function measureSkin(image: PixelImage, box: Box): Pick<TextureSignals, 'specularShare' | 'chromaDeviation0to255'> {
  const { data, width, height } = image;
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  const [rx, ry] = [box.width / 2, box.height / 2];
  const step = Math.max(1, Math.floor(Math.min(rx, ry) / 64));
  const reach = 2 * step;
  let count = 0;
  let highlights = 0;
  let [sumCb, sumCr, squareCb, squareCr] = [0, 0, 0, 0];
  const lumaAt = (x: number, y: number): number => {
    const at = (Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))) * 4;
    return luma(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  };
  for (let y = Math.max(0, Math.ceil(cy - ry)); y < Math.min(height, cy + ry); y += step) {
    for (let x = Math.max(0, Math.ceil(cx - rx)); x < Math.min(width, cx + rx); x += step) {
      if (((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 > 1) continue;
      const at = (y * width + x) * 4;
      const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const bright = luma(r, g, b);
      const cb = (b - bright) / 1.8556;
      const cr = (r - bright) / 1.5748;
      count++;
      sumCb += cb;
      sumCr += cr;
      squareCb += cb * cb;
      squareCr += cr * cr;
      if (bright < HIGHLIGHT_LUMA || Math.hypot(cb, cr) > HIGHLIGHT_CHROMA) continue;
      const darkest = Math.min(lumaAt(x - reach, y), lumaAt(x + reach, y), lumaAt(x, y - reach), lumaAt(x, y + reach));
      if (bright - darkest > HIGHLIGHT_STEP) highlights++;
    }
  }
  if (count === 0) return { specularShare: 0, chromaDeviation0to255: 0 };
  const variance = squareCb / count - (sumCb / count) ** 2 + squareCr / count - (sumCr / count) ** 2;
  return { specularShare: highlights / count, chromaDeviation0to255: Math.sqrt(Math.max(0, variance)) };
}

function measureBorder(image: PixelImage, box: Box, seen: Box): number {
  const scale = Math.min(1, BORDER_WIDTH / image.width);
  const width = Math.round(image.width * scale);
  const height = Math.round(image.height * scale);
  // Two samples a pixel each way, averaged: sensor noise must not look like an edge.
  const fine = resampleLuma(image, { x: 0, y: 0, width: image.width, height: image.height }, width * 2, height * 2);
  return borderStrength(halved(fine), scaled(box, scale), scaled(seen, scale));
}

function scaled({ x, y, width, height }: Box, scale: number): Box {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}
