import type { Box, FrameLivenessSignals } from '../face/frame-measurement.ts';
import { lumaAt } from '../face/measure/luma.ts';
import { borderStrength } from './border-strength.ts';
import { halved, resampleLuma, toLumaPlane, type LumaPlane, type PixelImage } from './luma-plane.ts';
import type { PictureView } from './picture-view.ts';
import { BIN_RADII, powerSpectrum, RINGS, ringsOfBins, SPECTRUM_SIDE } from './power-spectrum.ts';
import { rasterPeakDb } from './raster-peak.ts';

export type TextureSignals = Omit<FrameLivenessSignals, 'modelScore' | 'modelScores' | 'flow'>;

/** Peaks are looked for from this share of the finest frequency on; skin, hair and features live under it. */
const PEAK_FROM = 0.24;

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
  /** What of the view the camera saw; default all. A crop that reaches over the frame's edge has a false border there. */
  readonly seen?: Box;
}

/**
 * What the texture of one frame's face says about being shown by paper or a screen. Boxes are in the pixels of `view`,
 * which leaves some surroundings around the face. All signals are evidence, none a verdict. A face under 16 px gives zeros.
 */
export function measureTextureSignals(view: PictureView, face: TextureFace): TextureSignals {
  const { box, seen = { x: 0, y: 0, width: view.width, height: view.height } } = face;
  const spectrum = readSpectrum(box, (square) => view.luma(square));
  return {
    ...measureEnergies(spectrum),
    rasterPeakDb: spectrum === null ? 0 : rasterPeakDb(spectrum.power, spectrum.finest),
    ...measureSkin(view, box),
    borderStrength: measureBorder(view, box, seen),
  };
}

type Energies = Pick<TextureSignals, 'moireEnergy' | 'highFrequencyRatio'>;

/** Moiré and high frequencies of a box: they come from a square at the picture's own pixels where the box is large enough for one. */
export function measureSpectrum(image: PixelImage, box: Box): Energies {
  return measureEnergies(readSpectrum(box, (square) => toLumaPlane(image, square)));
}

interface Spectrum {
  readonly power: Float64Array;
  /** Cycles a pixel: what lies over the picture's own finest detail is not a measurement. */
  readonly finest: number;
}

/** Null for a box that is too small. */
function readSpectrum(box: Box, readPixels: (square: Box) => LumaPlane): Spectrum | null {
  const side = Math.min(box.width, box.height);
  if (!(side >= 16)) return null;
  const square = side >= SPECTRUM_SIDE ? SPECTRUM_SIDE : side;
  const left = box.x + box.width / 2 - square / 2;
  const top = box.y + box.height / 2 - square / 2;
  const isLarge = square === SPECTRUM_SIDE;
  // A blend of neighbours, which a small face needs, reaches one pixel over its square.
  const outer = isLarge
    ? { x: Math.round(left), y: Math.round(top), width: square, height: square }
    : { x: Math.floor(left) - 1, y: Math.floor(top) - 1, width: Math.ceil(square) + 3, height: Math.ceil(square) + 3 };
  const pixels = readPixels(outer);
  const inner = { x: left - outer.x, y: top - outer.y, width: square, height: square };
  const plane = isLarge ? pixels : resampleLuma(pixels, inner, SPECTRUM_SIDE, SPECTRUM_SIDE);
  // A face smaller than the square was enlarged.
  return { power: powerSpectrum(plane.data), finest: 0.5 * Math.min(1, side / SPECTRUM_SIDE) };
}

function measureEnergies(spectrum: Spectrum | null): Energies {
  if (spectrum === null) return { moireEnergy: 0, highFrequencyRatio: 0 };
  const { power, finest } = spectrum;
  const rings = ringsOfBins(finest);
  const ringPower = new Float64Array(RINGS);
  const ringBins = new Uint32Array(RINGS);
  let topOctave = 0;
  let below = 0;
  for (let i = 1; i < power.length; i++) {
    const radius = BIN_RADII[i] ?? 0;
    const ring = rings[i] ?? RINGS;
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
    const ring = rings[i] ?? RINGS;
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

function measureSkin(view: PictureView, box: Box): Pick<TextureSignals, 'specularShare' | 'chromaDeviation0to255'> {
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  const [rx, ry] = [box.width / 2, box.height / 2];
  // Some thousands of points; the step from one to the next is also how far from a highlight something darker is looked for.
  const step = 2 * Math.max(1, Math.floor(Math.min(rx, ry) / 64));
  const left = Math.max(0, Math.ceil(cx - rx));
  const top = Math.max(0, Math.ceil(cy - ry));
  const across = Math.ceil((Math.min(view.width, cx + rx) - left) / step);
  const down = Math.ceil((Math.min(view.height, cy + ry) - top) / step);
  if (!(across > 0 && down > 0)) return { specularShare: 0, chromaDeviation0to255: 0 };
  // One more on each side, which highlights at the rim are compared with.
  const columns = across + 2;
  const data = samplePoints(view, left - step, top - step, step, columns, down + 2);
  let count = 0;
  let highlights = 0;
  let sumCb = 0;
  let sumCr = 0;
  let squareCb = 0;
  let squareCr = 0;
  for (let row = 1; row <= down; row++) {
    for (let column = 1; column <= across; column++) {
      const x = left + (column - 1) * step - cx;
      const y = top + (row - 1) * step - cy;
      if ((x / rx) ** 2 + (y / ry) ** 2 > 1) continue;
      const at = (row * columns + column) * 4;
      const r = data[at] ?? 0;
      const b = data[at + 2] ?? 0;
      const bright = lumaAt(data, at);
      const cb = (b - bright) / 1.8556;
      const cr = (r - bright) / 1.5748;
      count++;
      sumCb += cb;
      sumCr += cr;
      squareCb += cb * cb;
      squareCr += cr * cr;
      if (bright < HIGHLIGHT_LUMA || Math.hypot(cb, cr) > HIGHLIGHT_CHROMA) continue;
      const around = [at - 4, at + 4, at - columns * 4, at + columns * 4].map((each) => lumaAt(data, each));
      if (bright - Math.min(...around) > HIGHLIGHT_STEP) highlights++;
    }
  }
  if (count === 0) return { specularShare: 0, chromaDeviation0to255: 0 };
  const variance = squareCb / count - (sumCb / count) ** 2 + squareCr / count - (sumCr / count) ** 2;
  return { specularShare: highlights / count, chromaDeviation0to255: Math.sqrt(Math.max(0, variance)) };
}

/** Single pixels, `step` apart, the first at `left`, `top`. */
function samplePoints(view: PictureView, left: number, top: number, step: number, columns: number, rows: number) {
  const margin = (step - 1) / 2;
  const box = { x: left - margin, y: top - margin, width: columns * step, height: rows * step };
  return view.points(box, columns, rows);
}

function measureBorder(view: PictureView, box: Box, seen: Box): number {
  const scale = Math.min(1, BORDER_WIDTH / view.width);
  const width = Math.round(view.width * scale);
  const height = Math.round(view.height * scale);
  // Two samples a pixel each way, averaged: sensor noise must not look like an edge.
  const whole = { x: 0, y: 0, width: view.width, height: view.height };
  const fine = view.lumaPoints(whole, width * 2, height * 2);
  return borderStrength(halved(fine), scaled(box, scale), scaled(seen, scale));
}

function scaled({ x, y, width, height }: Box, scale: number): Box {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}
