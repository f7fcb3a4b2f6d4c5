import type { RgbaImage } from '../face/rgba-sampler.ts';
import type { DocumentFormat } from './document-format.ts';
import { project, type Homography } from './homography.ts';
import { pixelAtBorder, pixelWords } from './pixel-words.ts';
import type { Quad } from './quad.ts';
import { rectifyPlan, type DocumentPart, type RectifyOptions, type RectifyPlan } from './rectify-plan.ts';

/**
 * Cuts a document out and lays it flat, in the proportions of its format, or in those that it seems to have. Bilinear;
 * where it shrinks, the mean over what a pixel covers. Outside of the picture it is black.
 */
export function rectifyDocument(
  image: RgbaImage,
  quad: Quad,
  format: DocumentFormat | null,
  options: RectifyOptions = {},
): RgbaImage {
  const plan = rectifyPlan(image, quad, format, options);
  const { width, height, homography, taps } = plan;
  const data = new Uint8ClampedArray(width * height * 4);
  if (homography === null) return { data, width, height };
  if (taps === 1) interpolate(image, homography, plan, data);
  else average(image, homography, plan, data);
  return { data, width, height };
}

/** Bilinear: as many pixels as there are, or more. */
function interpolate(
  image: RgbaImage,
  [a, b, c, d, e, f, g, h]: Homography,
  plan: RectifyPlan,
  out: Uint8ClampedArray,
): void {
  const words = pixelWords(image);
  const { width, height } = image;
  const { left: partLeft, top: partTop } = plan.part;
  const [stepU, stepV] = [plan.part.width / plan.width, plan.part.height / plan.height];
  for (let row = 0, to = 0; row < plan.height; row += 1) {
    const v = partTop + stepV * (row + 0.5);
    for (let column = 0; column < plan.width; column += 1, to += 4) {
      const u = partLeft + stepU * (column + 0.5);
      const share = 1 / (g * u + h * v + 1);
      // Pixel centres lie at half coordinates.
      const x = (a * u + b * v + c) * share - 0.5;
      const y = (d * u + e * v + f) * share - 0.5;
      out[to + 3] = 255;
      if (!(x >= 0 && y >= 0 && x < width - 1 && y < height - 1)) {
        const pixel = pixelAtBorder(words, width, height, x, y);
        out[to] = pixel & 255;
        out[to + 1] = (pixel >>> 8) & 255;
        out[to + 2] = (pixel >>> 16) & 255;
        continue;
      }
      // Where nothing is negative, much faster than to floor.
      const left = x | 0;
      const top = y | 0;
      const fx = x - left;
      const fy = y - top;
      const at = Math.imul(top, width) + left;
      const p00 = words[at] ?? 0;
      const p10 = words[at + 1] ?? 0;
      const p01 = words[at + width] ?? 0;
      const p11 = words[at + width + 1] ?? 0;
      const w00 = (1 - fx) * (1 - fy);
      const w10 = fx * (1 - fy);
      const w01 = (1 - fx) * fy;
      const w11 = fx * fy;
      out[to] = w00 * (p00 & 255) + w10 * (p10 & 255) + w01 * (p01 & 255) + w11 * (p11 & 255);
      out[to + 1] =
        w00 * ((p00 >>> 8) & 255) + w10 * ((p10 >>> 8) & 255) + w01 * ((p01 >>> 8) & 255) + w11 * ((p11 >>> 8) & 255);
      out[to + 2] =
        w00 * ((p00 >>> 16) & 255) +
        w10 * ((p10 >>> 16) & 255) +
        w01 * ((p01 >>> 16) & 255) +
        w11 * ((p11 >>> 16) & 255);
    }
  }
}

/**
 * The mean of `taps` × `taps` pixels, each the nearest: the mean smooths already, so interpolating each of them as well
 * would cost four times as much and show nothing more. The perspective is taken as straight within one pixel of the result.
 */
function average(image: RgbaImage, homography: Homography, plan: RectifyPlan, out: Uint8ClampedArray): void {
  const words = pixelWords(image);
  const { width, height } = image;
  const { taps } = plan;
  const [a, b, c, d, e, f, g, h] = homography;
  const isInside = liesInside(image, homography, plan.part);
  const share = 1 / (taps * taps);
  const first = (taps - 1) / 2;
  const { left: partLeft, top: partTop } = plan.part;
  const [stepU, stepV] = [plan.part.width / plan.width, plan.part.height / plan.height];
  for (let row = 0, to = 0; row < plan.height; row += 1) {
    const v = partTop + stepV * (row + 0.5);
    for (let column = 0; column < plan.width; column += 1, to += 4) {
      const u = partLeft + stepU * (column + 0.5);
      const nearness = 1 / (g * u + h * v + 1);
      const x = (a * u + b * v + c) * nearness;
      const y = (d * u + e * v + f) * nearness;
      // How far a tap goes to the right and down, in pixels of the picture.
      const across = (stepU * nearness) / taps;
      const down = (stepV * nearness) / taps;
      const acrossX = (a - g * x) * across;
      const acrossY = (d - g * y) * across;
      const downX = (b - h * x) * down;
      const downY = (e - h * y) * down;
      // Red and blue are summed in the two halves of one number: sixteen pixels of 255 fit in each.
      let redBlue = 0;
      let green = 0;
      for (let line = 0; line < taps; line += 1) {
        let tapX = x - first * acrossX + (line - first) * downX;
        let tapY = y - first * acrossY + (line - first) * downY;
        for (let tap = 0; tap < taps; tap += 1, tapX += acrossX, tapY += acrossY) {
          if (!isInside && !(tapX >= 0 && tapY >= 0 && tapX < width && tapY < height)) continue;
          const pixel = words[Math.imul(tapY | 0, width) + (tapX | 0)] ?? 0;
          redBlue += pixel & 0xff00ff;
          green += (pixel >>> 8) & 255;
        }
      }
      out[to] = (redBlue & 0xffff) * share;
      out[to + 1] = green * share;
      out[to + 2] = (redBlue >>> 16) * share;
      out[to + 3] = 255;
    }
  }
}

/** Whether no pixel of the part can lie outside of the picture: then none is asked. */
function liesInside({ width, height }: RgbaImage, homography: Homography, part: DocumentPart): boolean {
  return [0, 1].every((right) =>
    [0, 1].every((down) => {
      const { x, y } = project(homography, part.left + right * part.width, part.top + down * part.height);
      return x >= 1 && y >= 1 && x <= width - 1 && y <= height - 1;
    }),
  );
}
