import type { CropRegion, CropSampler, Smoothing } from './crop-sampler.ts';

/** Raw pixels, four bytes each, row by row. Alpha is not looked at. */
export interface RgbaImage {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Samples raw pixels, where there is no canvas: on the server and in tests. */
export function createRgbaSampler(image: RgbaImage): CropSampler {
  const { data, width, height } = image;
  if (data.length !== width * height * 4) throw new TypeError('the data are not width × height RGBA pixels');
  return {
    width,
    height,
    sample(region, columns, rows, smoothing) {
      const out = new Uint8ClampedArray(columns * rows * 4);
      resample(image, region, columns, rows, smoothing, out);
      return out;
    },
  };
}

function resample(
  { data, width, height }: RgbaImage,
  region: CropRegion,
  columns: number,
  rows: number,
  smoothing: Smoothing,
  out: Uint8ClampedArray,
): void {
  const stepX = region.width / columns;
  const stepY = region.height / rows;
  const cosine = Math.cos(region.angleRadians);
  const sine = Math.sin(region.angleRadians);
  const tapsX = smoothing === 'area' ? Math.max(1, Math.ceil(stepX)) : 1;
  const tapsY = smoothing === 'area' ? Math.max(1, Math.ceil(stepY)) : 1;
  const share = 1 / (tapsX * tapsY);
  for (let row = 0, at = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, at += 4) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let tap = 0; tap < tapsX * tapsY; tap += 1) {
        const dx = (column + ((tap % tapsX) + 0.5) / tapsX) * stepX - region.width / 2;
        const dy = (row + (Math.floor(tap / tapsX) + 0.5) / tapsY) * stepY - region.height / 2;
        // Pixel centres lie at half coordinates.
        const x = region.centreX + cosine * dx - sine * dy - 0.5;
        const y = region.centreY + sine * dx + cosine * dy - 0.5;
        const left = Math.floor(x);
        const top = Math.floor(y);
        const fx = x - left;
        const fy = y - top;
        for (let corner = 0; corner < 4; corner += 1) {
          const px = left + (corner & 1);
          const py = top + (corner >> 1);
          if (px < 0 || py < 0 || px >= width || py >= height) continue;
          const weight = (corner & 1 ? fx : 1 - fx) * (corner >> 1 ? fy : 1 - fy);
          const from = (py * width + px) * 4;
          red += weight * (data[from] ?? 0);
          green += weight * (data[from + 1] ?? 0);
          blue += weight * (data[from + 2] ?? 0);
        }
      }
      out[at] = red * share;
      out[at + 1] = green * share;
      out[at + 2] = blue * share;
      out[at + 3] = 255;
    }
  }
}
