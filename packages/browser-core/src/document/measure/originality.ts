import type { RgbaImage } from '../../face/rgba-sampler.ts';
import { measureSpectrum } from '../../liveness/texture-signals.ts';
import { centreOf, longSidePixelsOf, type Quad } from '../quad.ts';
import { colourDistance, medianColour, type BorderSide, type Rgb } from './border-colours.ts';

export interface Originality {
  readonly screenSuspicion: number;
  readonly copySuspicion: number;
}

/**
 * Share of narrow peaks in the fine frequencies: six rendered specimens reach 0.31 (a tilted barcode; 0.29 moved), on a
 * simulated screen they have 0.39 to 0.85. Measured.
 */
const MOIRE_FROM = 0.3;
const MOIRE_TO = 0.5;
/** Deviation of colour over brightness that a black-and-white copy stays under, and that coloured print has. Guess. */
const GREY_CHROMA = 0.008;
const COLOURED_CHROMA = 0.02;
/** Too dark or too bright to have a colour. */
const COLOUR_LUMA = [20, 244] as const;

/** Whether it is the document itself that the camera sees, from what was laid flat. Evidence for a hint, never a verdict. */
export function measureOriginality(
  image: RgbaImage,
  quad: Quad,
  patch: RgbaImage,
  medianLuma: number,
  border: readonly BorderSide[],
): Originality {
  const moire = rampOf(moireOf(image, quad), MOIRE_FROM, MOIRE_TO);
  const grey = 1 - rampOf(chromaDeviation(patch), GREY_CHROMA, COLOURED_CHROMA);
  return {
    screenSuspicion: Math.min(1, moire * 0.85 + bezelOf(medianLuma, border) * 0.35),
    copySuspicion: grey * (onPaper(border) ? 1 : 0.85),
  };
}

/** The lesser of two squares of the picture's own pixels: a raster is everywhere, a barcode in one place. */
function moireOf(image: RgbaImage, quad: Quad): number {
  const side = Math.floor(longSidePixelsOf(quad) * 0.3);
  const centre = centreOf(quad);
  const pixels = {
    data: new Uint8ClampedArray(image.data.buffer, image.data.byteOffset, image.data.length),
    width: image.width,
    height: image.height,
  };
  const at = (corner: { readonly x: number; readonly y: number } | undefined): number => {
    const [x, y] = [((corner?.x ?? 0) + centre.x) / 2, ((corner?.y ?? 0) + centre.y) / 2];
    return measureSpectrum(pixels, { x: x - side / 2, y: y - side / 2, width: side, height: side }).moireEnergy;
  };
  const first = at(quad[0]);
  // The second cannot make of little more than little.
  return first <= MOIRE_FROM ? first : Math.min(first, at(quad[2]));
}

function chromaDeviation({ data }: RgbaImage): number {
  let count = 0;
  let sumLuma = 0;
  let [sumBlue, sumRed, squareBlue, squareRed] = [0, 0, 0, 0];
  for (let at = 0; at < data.length; at += 8) {
    const r = data[at] ?? 0;
    const g = data[at + 1] ?? 0;
    const b = data[at + 2] ?? 0;
    const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    if (luma < COLOUR_LUMA[0] || luma > COLOUR_LUMA[1]) continue;
    const blue = (b - luma) / 1.8556;
    const red = (r - luma) / 1.5748;
    count += 1;
    sumLuma += luma;
    sumBlue += blue;
    sumRed += red;
    squareBlue += blue * blue;
    squareRed += red * red;
  }
  if (count < 200) return COLOURED_CHROMA;
  const variance = squareBlue / count - (sumBlue / count) ** 2 + squareRed / count - (sumRed / count) ** 2;
  return Math.sqrt(Math.max(0, variance)) / (sumLuma / count);
}

/** A dark, even frame on all sides of something bright. */
function bezelOf(medianLuma: number, border: readonly BorderSide[]): number {
  if (medianLuma < 120) return 0;
  const outside = border.map((side) => medianColour(side.outside.filter((colour) => colour !== null)));
  const dark = outside.filter((colour): colour is Rgb => colour !== null && Math.max(...colour) < 48);
  return dark.length >= 3 && dark.every((colour) => colourDistance(colour, dark[0] as Rgb) < 16) ? 1 : 0;
}

/** White paper around it. */
function onPaper(border: readonly BorderSide[]): boolean {
  const outside = medianColour(border.flatMap((side) => side.outside.filter((colour) => colour !== null)));
  return outside !== null && Math.min(...outside) > 120 && Math.max(...outside) - Math.min(...outside) < 26;
}

function rampOf(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
