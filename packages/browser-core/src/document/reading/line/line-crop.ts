import type { LumaPlane } from '../../../liveness/luma-plane.ts';

/** Rows of what the recogniser sees, and how many of them a capital takes. Training cuts its lines the same way (training/reader/camera.py). */
export const CROP_ROWS = 24;
export const CROP_CAPITAL_ROWS = 15;
/** How much wider than high a pixel of the picture becomes, so that a narrow letter gets more than one step. */
export const MRZ_STRETCH = 1.2;
export const TEXT_STRETCH = 1.5;

/** A printed line in a picture: its middle runs along a curve, its capitals are so high. Pixels, pixel centres at halves. */
export interface LinePath {
  /** Where the line begins and ends along the direction of `angleRadians`. */
  readonly from: number;
  readonly to: number;
  /** The middle of the capitals across that direction: `offset + slope × along + bend × along²`. */
  readonly offset: number;
  readonly slope: number;
  readonly bend: number;
  readonly capitalHeight: number;
  readonly angleRadians: number;
}

/** Cuts a line out, straightened and brought to the recogniser's size (or another one's), with `margin` capital heights before and after it. */
export function cropLine(image: LumaPlane, path: LinePath, stretch: number, margin = 0.8, rows = CROP_ROWS): LumaPlane {
  const { capitalHeight, angleRadians } = path;
  const rowStep = (capitalHeight * CROP_ROWS) / (CROP_CAPITAL_ROWS * rows);
  const from = path.from - margin * capitalHeight;
  const length = path.to - path.from + 2 * margin * capitalHeight;
  const width = Math.max(8, Math.round(((length / rowStep) * stretch) / 4) * 4);
  const columnStep = length / width;
  const [cosine, sine] = [Math.cos(angleRadians), Math.sin(angleRadians)];
  // A picture larger than needed is averaged, not skipped over.
  const tapsX = Math.max(1, Math.round(columnStep));
  const tapsY = Math.max(1, Math.round(rowStep));
  const data = new Float32Array(width * rows);
  for (let column = 0; column < width; column += 1) {
    for (let row = 0; row < rows; row += 1) {
      let sum = 0;
      for (let tap = 0; tap < tapsX * tapsY; tap += 1) {
        const along = from + (column + ((tap % tapsX) + 0.5) / tapsX) * columnStep;
        const across =
          path.offset +
          path.slope * along +
          path.bend * along * along +
          (row + (Math.floor(tap / tapsX) + 0.5) / tapsY - rows / 2) * rowStep;
        sum += sampleLuma(image, cosine * along - sine * across, sine * along + cosine * across);
      }
      data[row * width + column] = sum / (tapsX * tapsY);
    }
  }
  return { data, width, height: rows };
}

/** The same line, read from its other end: for a document that lies upside down. */
export function flipped(path: LinePath): LinePath {
  const { from, to, offset, bend, angleRadians } = path;
  return { ...path, from: -to, to: -from, offset: -offset, bend: -bend, angleRadians: angleRadians + Math.PI };
}

/** Bilinear; the border is repeated outside of the picture. Pixel centres lie at half coordinates. */
export function sampleLuma({ data, width, height }: LumaPlane, x: number, y: number): number {
  const fx = Math.min(width - 1, Math.max(0, x - 0.5));
  const fy = Math.min(height - 1, Math.max(0, y - 0.5));
  const left = Math.floor(fx);
  const top = Math.floor(fy);
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const shareX = fx - left;
  const shareY = fy - top;
  const upper = (data[top * width + left] ?? 0) * (1 - shareX) + (data[top * width + right] ?? 0) * shareX;
  const lower = (data[bottom * width + left] ?? 0) * (1 - shareX) + (data[bottom * width + right] ?? 0) * shareX;
  return upper * (1 - shareY) + lower * shareY;
}
