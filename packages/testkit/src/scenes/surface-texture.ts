import type { SceneSurface } from './scene-options.ts';
import { valueNoise } from './value-noise.ts';

/** Colour of a point of the table, 0–255 into `into`; `x` and `y` in millimetres. */
export type Texture = (x: number, y: number, into: Float32Array) => void;

/** What the document lies on. */
export function surfaceTexture(surface: SceneSurface, seed: number): Texture {
  const noise = valueNoise(seed);
  const shade = (into: Float32Array, colour: readonly [number, number, number], light: number) => {
    for (let channel = 0; channel < 3; channel += 1) into[channel] = (colour[channel] ?? 0) * light;
  };
  switch (surface) {
    case 'wood':
      return (x, y, into) => {
        const bend = noise(x / 90, y / 30) * 26;
        const ring = Math.sin((y + bend) * 0.55 + noise(x / 160, y / 7) * 5);
        const fibre = noise(x / 9, y * 2.4);
        shade(into, [150, 108, 72], 0.86 + 0.1 * ring + 0.16 * (fibre - 0.5));
      };
    case 'stone':
      return (x, y, into) => {
        const grain = noise(x * 1.7, y * 1.7) * 0.5 + noise(x / 2.4, y / 2.4) * 0.3 + noise(x / 22, y / 22) * 0.2;
        shade(into, [128, 130, 133], 0.7 + 0.6 * grain);
      };
    case 'cloth':
      return (x, y, into) => {
        const weave = Math.sin(x * 4.4) * Math.sin(y * 4.4);
        shade(into, [62, 84, 112], 0.95 + 0.1 * weave + 0.2 * (noise(x / 14, y / 14) - 0.5));
      };
    case 'dark':
      return (x, y, into) => shade(into, [38, 40, 44], 0.9 + 0.25 * noise(x / 3, y / 3));
    case 'white':
      return (x, y, into) => shade(into, [222, 221, 217], 0.97 + 0.05 * (noise(x / 20, y / 20) - 0.5));
  }
}
