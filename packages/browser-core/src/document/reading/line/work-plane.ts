import type { LumaPlane } from '../../../liveness/luma-plane.ts';
import { sampleLuma } from './line-crop.ts';

/** A picture turned and brought to a handy size; `along` and `across` are the picture's own pixels in the turned frame. */
export interface WorkPlane {
  readonly plane: LumaPlane;
  /** Pixels of the picture to one of the plane. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly angleRadians: number;
}

/** Longer side that lines are looked for at: print of a document that fills half of it still has 8 pixels (guess). */
const LONG_SIDE = 1000;
/** A small picture is enlarged, so that the same filters fit, but not beyond what it has. */
const MAX_ENLARGEMENT = 2.5;

/** Turns a picture so that what ran at `angleRadians` runs level. */
export function toWorkPlane(image: LumaPlane, angleRadians: number): WorkPlane {
  const [cosine, sine] = [Math.cos(angleRadians), Math.sin(angleRadians)];
  const corners = [0, image.width].flatMap((x) =>
    [0, image.height].map((y) => [cosine * x + sine * y, cosine * y - sine * x] as const),
  );
  const left = Math.min(...corners.map(([along]) => along));
  const top = Math.min(...corners.map(([, across]) => across));
  const spanAlong = Math.max(...corners.map(([along]) => along)) - left;
  const spanAcross = Math.max(...corners.map(([, across]) => across)) - top;
  const scale = Math.max(Math.max(image.width, image.height) / LONG_SIDE, 1 / MAX_ENLARGEMENT);
  const width = Math.max(1, Math.round(spanAlong / scale));
  const height = Math.max(1, Math.round(spanAcross / scale));
  const taps = Math.max(1, Math.round(scale));
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let tap = 0; tap < taps * taps; tap += 1) {
        const along = left + (x + ((tap % taps) + 0.5) / taps) * scale;
        const across = top + (y + (Math.floor(tap / taps) + 0.5) / taps) * scale;
        sum += sampleLuma(image, cosine * along - sine * across, sine * along + cosine * across);
      }
      data[y * width + x] = sum / (taps * taps);
    }
  }
  return { plane: { data, width, height }, scale, left, top, angleRadians };
}
