import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { CropSampler } from '../crop-sampler.ts';
import { createRgbaSampler } from '../rgba-sampler.ts';

/** 512×512; the face is about 90 px wide, its middle at 225, 123. Public domain (NASA). */
export const ASTRONAUT = fileURLToPath(new URL('../../../../testkit/assets/astronaut.png', import.meta.url));

/** A picture as the analysis reads it. */
export async function toFrame(picture: Sharp): Promise<CropSampler> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return createRgbaSampler({ data, width: info.width, height: info.height });
}

/** The astronaut with something painted over her, in SVG of 512×512. */
export function painted(svg: string): Sharp {
  return sharp(ASTRONAUT).composite([{ input: Buffer.from(`<svg width="512" height="512">${svg}</svg>`) }]);
}

/** The astronaut twice, side by side, the second one smaller by `scale`. */
export async function pair(scale = 1): Promise<Sharp> {
  const one = sharp(ASTRONAUT).extract({ left: 100, top: 0, width: 256, height: 300 });
  const other = sharp(await one.clone().png().toBuffer()).resize(Math.round(256 * scale));
  return sharp({ create: { width: 512, height: 300, channels: 3, background: 'black' } })
    .composite([
      { input: await one.png().toBuffer(), left: 0, top: 0 },
      { input: await other.png().toBuffer(), left: 256, top: 0 },
    ])
    .png();
}

/** No face anywhere. */
export function emptyRoom(): Sharp {
  return sharp({ create: { width: 512, height: 384, channels: 3, background: '#8a8f94' } });
}
