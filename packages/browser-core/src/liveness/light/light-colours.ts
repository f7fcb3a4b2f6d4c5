/** sRGB, each 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number];

export type LightHue = 'cyan' | 'green' | 'pink' | 'yellow';
export type LightColour = LightHue | 'neutral';

/**
 * What the screen glows in. All are as bright as each other, so that nothing flashes, and none is near a saturated red; the
 * hues are the four corners of much or little red with much or little blue, which skin and camera tell apart best. Their
 * relative luminance, 0.518–0.540, also carries dark text. Provenance: computed (spec: WCAG 2.2), the choice among such sets is a guess.
 */
export const LIGHT_COLOURS: Readonly<Record<LightColour, Rgb>> = {
  neutral: [194, 194, 194],
  cyan: [48, 214, 214],
  green: [56, 218, 96],
  pink: [248, 164, 248],
  yellow: [202, 200, 40],
};

/** From the page's own ground to the first colour: slow, since a dark page is far from it. Guess. */
export const RISE_MS = 1500;
/** From one colour to the next. Guess. */
export const RAMP_MS = 700;
/** From one change to the next: one a second, where WCAG 2.2 allows three flashes. Guess, on the safe side. */
export const STEP_MS = 1000;

/** Linear light of an sRGB value, 0–1 (IEC 61966-2-1, as WCAG 2.2 has it). */
export function toLinear(value0to255: number): number {
  const share = value0to255 / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** On the way from one colour to the next, as style sheets go: in sRGB, not in light. */
export function mixColours(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2): number => from[i] + (to[i] - from[i]) * Math.min(1, Math.max(0, share));
  return [at(0), at(1), at(2)];
}
