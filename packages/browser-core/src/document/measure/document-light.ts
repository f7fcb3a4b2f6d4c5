import type { RgbaImage } from '../../face/rgba-sampler.ts';
import type { LumaPlane } from '../../liveness/luma-plane.ts';

export interface DocumentLight {
  readonly luminanceMean0to255: number;
  readonly darkRatio: number;
  readonly brightRatio: number;
  readonly glareRatio: number;
}

const DARK_LUMA = 24;
const BRIGHT_LUMA = 250;
/** A reflection of a lamp reaches the sensor's end in every channel, or nearly; coloured print does not. Guess. */
const GLARE_CHANNEL = 243;
/** Paper this bright is over-exposed as a whole: then its white is no reflection. Guess. */
const BLOWN_PAPER_LUMA = 246;
/** How far a reflection is over the paper around it. Guess. */
const OVER_PAPER_LUMA = 14;

/** Light on a document that was laid flat, 320 px wide or so; `paper` is the luma of most of it. */
export function measureLight(patch: RgbaImage, luma: LumaPlane, paper: number): DocumentLight {
  let sum = 0;
  let dark = 0;
  let bright = 0;
  for (const value of luma.data) {
    sum += value;
    if (value <= DARK_LUMA) dark += 1;
    else if (value >= BRIGHT_LUMA) bright += 1;
  }
  const count = Math.max(1, luma.data.length);
  return {
    luminanceMean0to255: sum / count,
    darkRatio: dark / count,
    brightRatio: bright / count,
    glareRatio: glareOf(patch, paper) / count,
  };
}

/** Pixels whose whole neighbourhood is washed out: single clipped pixels are print, or noise. */
function glareOf({ data, width, height }: RgbaImage, paper: number): number {
  if (paper >= BLOWN_PAPER_LUMA) return 0;
  const line = Math.max(GLARE_CHANNEL, Math.min(254, paper + OVER_PAPER_LUMA));
  const isWashed = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < isWashed.length; i += 1, at += 4) {
    const isAt = (data[at] ?? 0) >= line && (data[at + 1] ?? 0) >= line && (data[at + 2] ?? 0) >= line;
    isWashed[i] = isAt ? 1 : 0;
  }
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x;
      if (isWashed[i] === 0) continue;
      let around = 0;
      for (const step of [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1])
        around += isWashed[i + step] ?? 0;
      if (around >= 7) count += 1;
    }
  }
  return count;
}
