import type { RgbaImage } from '../../face/rgba-sampler.ts';
import { SAMPLES_A_SIDE, ENDS } from '../find/refine-quad.ts';
import { project, type Homography } from '../homography.ts';

export type Rgb = readonly [number, number, number];

/** Colours on both sides of one side's border, at the places where its edge was looked for; null outside of the picture. */
export interface BorderSide {
  readonly inside: readonly (Rgb | null)[];
  readonly outside: readonly (Rgb | null)[];
}

/** How far inside and outside of the border, over the document's height. */
const DEPTH = 0.035;

/** Top, right, bottom, left. */
export function borderColours(image: RgbaImage, homography: Homography, aspect: number): readonly BorderSide[] {
  const [across, down] = [DEPTH / aspect, DEPTH];
  const at = (t: number, depth: number): readonly (readonly [number, number])[] => [
    [t, depth * down],
    [1 - depth * across, t],
    [1 - t, 1 - depth * down],
    [depth * across, 1 - t],
  ];
  return [0, 1, 2, 3].map((side) => {
    const colours = (depth: number): (Rgb | null)[] =>
      Array.from({ length: SAMPLES_A_SIDE }, (_, i) => {
        const t = ENDS + ((1 - 2 * ENDS) * (i + 0.5)) / SAMPLES_A_SIDE;
        const [u = 0, v = 0] = at(t, depth)[side] ?? [];
        const { x, y } = project(homography, u, v);
        return meanAround(image, Math.floor(x), Math.floor(y));
      });
    return { inside: colours(1), outside: colours(-1) };
  });
}

/** Mean of five by five pixels, every other. */
function meanAround({ data, width, height }: RgbaImage, x: number, y: number): Rgb | null {
  if (!(x >= 2 && y >= 2 && x < width - 2 && y < height - 2)) return null;
  let r = 0;
  let g = 0;
  let b = 0;
  for (let dy = -2; dy <= 2; dy += 2) {
    for (let dx = -2; dx <= 2; dx += 2) {
      const at = 4 * ((y + dy) * width + x + dx);
      r += data[at] ?? 0;
      g += data[at + 1] ?? 0;
      b += data[at + 2] ?? 0;
    }
  }
  return [r / 9, g / 9, b / 9];
}

/** Distance of two colours, 0–442. */
export function colourDistance(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** The middle value of each channel; null for none. */
export function medianColour(colours: readonly Rgb[]): Rgb | null {
  if (colours.length === 0) return null;
  const middle = (channel: 0 | 1 | 2): number =>
    colours.map((colour) => colour[channel]).toSorted((a, b) => a - b)[colours.length >> 1] ?? 0;
  return [middle(0), middle(1), middle(2)];
}
