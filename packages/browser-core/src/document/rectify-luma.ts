import type { RgbaImage } from '../face/rgba-sampler.ts';
import { luma, type LumaPlane } from '../liveness/luma-plane.ts';
import type { DocumentFormat } from './document-format.ts';
import type { Homography } from './homography.ts';
import { lumaOf } from './measure/luma-patch.ts';
import { pixelAtBorder, pixelWords } from './pixel-words.ts';
import type { Quad } from './quad.ts';
import { rectifyDocument } from './rectify.ts';
import { rectifyPlan, type RectifyOptions, type RectifyPlan } from './rectify-plan.ts';

/** The luma of a document that is laid flat, without its colours: a third of the work, for what looks at print alone. */
export function rectifyLuma(
  image: RgbaImage,
  quad: Quad,
  format: DocumentFormat | null,
  options: RectifyOptions = {},
): LumaPlane {
  const plan = rectifyPlan(image, quad, format, options);
  const { width, height, homography, taps } = plan;
  if (taps > 1) return lumaOf(rectifyDocument(image, quad, format, options));
  const data = new Float32Array(width * height);
  if (homography !== null) interpolate(image, homography, plan, data);
  return { data, width, height };
}

function interpolate(
  image: RgbaImage,
  [a, b, c, d, e, f, g, h]: Homography,
  plan: RectifyPlan,
  out: Float32Array,
): void {
  const words = pixelWords(image);
  const { width, height } = image;
  const { left: partLeft, top: partTop } = plan.part;
  const [stepU, stepV] = [plan.part.width / plan.width, plan.part.height / plan.height];
  for (let row = 0, to = 0; row < plan.height; row += 1) {
    const v = partTop + stepV * (row + 0.5);
    for (let column = 0; column < plan.width; column += 1, to += 1) {
      const u = partLeft + stepU * (column + 0.5);
      const share = 1 / (g * u + h * v + 1);
      // Pixel centres lie at half coordinates.
      const x = (a * u + b * v + c) * share - 0.5;
      const y = (d * u + e * v + f) * share - 0.5;
      if (!(x >= 0 && y >= 0 && x < width - 1 && y < height - 1)) {
        out[to] = lumaOfWord(pixelAtBorder(words, width, height, x, y));
        continue;
      }
      // Where nothing is negative, much faster than to floor.
      const left = x | 0;
      const top = y | 0;
      const fx = x - left;
      const at = Math.imul(top, width) + left;
      const upper = lumaOfWord(words[at] ?? 0) * (1 - fx) + lumaOfWord(words[at + 1] ?? 0) * fx;
      const lower = lumaOfWord(words[at + width] ?? 0) * (1 - fx) + lumaOfWord(words[at + width + 1] ?? 0) * fx;
      out[to] = upper + (lower - upper) * (y - top);
    }
  }
}

function lumaOfWord(pixel: number): number {
  return luma(pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255);
}
