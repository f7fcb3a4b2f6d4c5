import { toLinear, type Rgb } from './light-colours.ts';

/** What an area of the screen shows from a moment on. */
export interface ColourSample {
  readonly atMs: number;
  readonly colour: Rgb;
}

/** The most flashes within any one second. WCAG 2.2, success criterion 2.3.1, allows three of each. */
export interface FlashCount {
  readonly general: number;
  readonly red: number;
}

/** Change of relative luminance from which a pair of opposing changes is a flash, and how dark the darker must be. Spec: WCAG 2.2. */
const FLASH_CHANGE = 0.1;
const FLASH_DARKER_UNDER = 0.8;
/** Share of red from which a colour is a saturated red, and how far it must change in the CIE 1976 UCS diagram. Spec: WCAG 2.2. */
const SATURATED_RED = 0.8;
const RED_CHANGE = 0.2;

/** Relative luminance, 0–1. Spec: WCAG 2.2. */
export function relativeLuminance([red, green, blue]: Rgb): number {
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

/**
 * Counts general and red flashes of what is shown, whatever its size on the screen. A change that is slow is counted like one
 * that is quick, which the guideline would let pass.
 */
export function countFlashes(samples: readonly ColourSample[]): FlashCount {
  return {
    general: mostPairs(
      turnsOf(
        samples,
        (from, to) => (isFlashing(from, to) ? Math.sign(relativeLuminance(to) - relativeLuminance(from)) : 0),
        relativeLuminance,
      ),
    ),
    red: mostPairs(
      turnsOf(samples, (from, to) => (isRedChange(from, to) ? Math.sign(redShare(to) - redShare(from)) : 0), redShare),
    ),
  };
}

function isFlashing(from: Rgb, to: Rgb): boolean {
  const [a, b] = [relativeLuminance(from), relativeLuminance(to)];
  return Math.abs(a - b) >= FLASH_CHANGE && Math.min(a, b) < FLASH_DARKER_UNDER;
}

function isRedChange(from: Rgb, to: Rgb): boolean {
  const [[u1, v1], [u2, v2]] = [chromaticity(from), chromaticity(to)];
  return Math.max(redShare(from), redShare(to)) >= SATURATED_RED && Math.hypot(u1 - u2, v1 - v2) > RED_CHANGE;
}

/**
 * When changes turned against the one before: from each extreme, the first moment that is far enough from it the other way.
 * `measure` is what the extremes are of.
 */
function turnsOf(
  samples: readonly ColourSample[],
  direction: (from: Rgb, to: Rgb) => number,
  measure: (colour: Rgb) => number,
): readonly number[] {
  const turns: number[] = [];
  let going = 0;
  let lowest = samples[0]?.colour;
  let highest = lowest;
  for (const { atMs, colour } of samples) {
    if (lowest === undefined || highest === undefined) break;
    if (measure(colour) < measure(lowest)) lowest = colour;
    if (measure(colour) > measure(highest)) highest = colour;
    const rises = going <= 0 && direction(lowest, colour) > 0;
    const falls = going >= 0 && direction(highest, colour) < 0;
    if (!rises && !falls) continue;
    turns.push(atMs);
    going = rises ? 1 : -1;
    lowest = colour;
    highest = colour;
  }
  return turns;
}

function mostPairs(turns: readonly number[]): number {
  const within = turns.map((atMs) => turns.filter((other) => other >= atMs && other < atMs + 1000).length);
  return Math.floor(Math.max(0, ...within) / 2);
}

function redShare([red, green, blue]: Rgb): number {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  return r + g + b === 0 ? 0 : r / (r + g + b);
}

/** u′ and v′ of the CIE 1976 UCS diagram; of black those of white, which has no chromaticity of its own. */
function chromaticity([red, green, blue]: Rgb): readonly [number, number] {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const x = 0.4124 * r + 0.3576 * g + 0.1805 * b;
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const z = 0.0193 * r + 0.1192 * g + 0.9505 * b;
  const whole = x + 15 * y + 3 * z;
  return whole === 0 ? [0.1978, 0.4683] : [(4 * x) / whole, (9 * y) / whole];
}
