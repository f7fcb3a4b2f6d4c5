import type { SceneMedium } from './scene-options.ts';
import { valueNoise } from './value-noise.ts';

/** How the camera sees what is shown by another medium than the document itself; lengths in millimetres. */
export interface MediumLook {
  /** How far paper or screen reaches beyond the document, and the frame of the monitor beyond that. */
  readonly margin: number;
  readonly bezel: number;
  /** What fills that margin. */
  readonly ground: readonly [number, number, number];
  /** Changes a colour of the document or of the ground at (u, v), in place. */
  tint(colour: Float32Array, u: number, v: number): void;
}

/** Distance of a monitor's dots at the size at which people show a document on it. */
const DOT_PITCH_MM = 0.233;

export function mediumLook(medium: SceneMedium, seed: number): MediumLook {
  const noise = valueNoise(seed + 17);
  switch (medium) {
    case 'original':
      return { margin: 0, bezel: 0, ground: [255, 255, 255], tint: () => undefined };
    case 'photocopy':
      return {
        margin: 45,
        bezel: 0,
        ground: [255, 255, 255],
        tint(colour, u, v) {
          const luma = 0.2126 * (colour[0] ?? 0) + 0.7152 * (colour[1] ?? 0) + 0.0722 * (colour[2] ?? 0);
          // Toner: hard contrast, a screen of dots in the middle tones, dust.
          const dots = 22 * Math.sin(u * 9.5 + v * 9.5) * Math.sin(u * 9.5 - v * 9.5);
          const toned = 128 + (luma - 150) * 1.75 + (luma > 40 && luma < 215 ? dots : 0);
          const dust = noise(u * 5, v * 5) > 0.985 ? -90 : 0;
          const paper = Math.min(238, Math.max(26, toned + dust));
          colour[0] = paper;
          colour[1] = paper * 0.995;
          colour[2] = paper * 0.975;
        },
      };
    case 'screen':
      return {
        margin: 11,
        bezel: 9,
        ground: [236, 238, 241],
        tint(colour, u, v) {
          // Seen point by point as a sensor does, the grid of dots folds down to the broad bands of moiré.
          const row = 0.86 + 0.14 * Math.cos((2 * Math.PI * v) / DOT_PITCH_MM);
          for (let channel = 0; channel < 3; channel += 1) {
            const column = 0.78 + 0.22 * Math.cos(2 * Math.PI * (u / DOT_PITCH_MM - channel / 3));
            const lit = 14 + (colour[channel] ?? 0) * 1.4 * row * column;
            colour[channel] = channel === 2 ? lit * 1.07 : lit;
          }
        },
      };
  }
}
