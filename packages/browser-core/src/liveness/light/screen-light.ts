import type { FrameMeasurement } from '../../face/frame-measurement.ts';
import { toLinear, type Rgb } from './light-colours.ts';
import { lightAt, type LightChange } from './light-run.ts';
import { LIGHT_SEQUENCES } from './light-sequence.ts';

/** Frames and time under which nothing is said: half of a program. Guess. */
const FEWEST_FRAMES = 20;
const SHORTEST_MS = 3000;
/**
 * Correlation from which a face is said to follow the light. Guess. Together with the comparison below, colours that wander by chance are
 * taken for an answer in 0 to 1.4 % of simulated attempts (12 kinds of noise, n 2000 each).
 */
const FOLLOWS_FROM = 0.5;
/**
 * Screen light over the light that is there, from which the face's answer is over what cameras' own adjustments do. A phone at
 * arm's length in a lit room gives some 0.05; a bright day drowns it. Guess.
 */
const GAIN_FROM = 0.01;
/** Nothing under or over these can be read as a colour. Guess. */
const READABLE = { from: 12, to: 245 };
/** From the change on the page to the frame that shows it: rendering, display, exposure, transfer. Guess. */
const LAGS_MS = [0, 50, 100, 150, 200, 250, 300, 350, 400];

interface Reading {
  readonly atMs: number;
  readonly face: Tint;
  readonly surroundings: Tint;
}

/** Red and blue light over green, as logarithms: whatever a camera does to brightness, and however dark a skin is, leaves them alone. */
type Tint = readonly [redGreen: number, blueGreen: number];

/**
 * How the face took up the colours of the screen, 0–1: how closely it followed them, times how much more it did so than what is
 * around it. A face stands out before its surroundings; a sheet that shows both answers as a whole. Null: nothing followed, or another
 * sequence would explain it better. Then other light may have drowned the screen's, or the screen is dimmed, or no light can reach what is
 * shown. The page cannot tell which, so it counts against nobody.
 */
export function measureScreenLight(
  frames: readonly FrameMeasurement[],
  changes: readonly LightChange[],
): number | null {
  const others = otherSequences(changes);
  if (others === null) return null;
  const readings = frames.flatMap((frame) => readingOf(frame));
  let [best, bestLagMs]: [Response | null, number] = [null, 0];
  for (const lagMs of LAGS_MS) {
    const response = responseAt(readings, changes, lagMs);
    if (response !== null && (best === null || response.correlation > best.correlation)) {
      [best, bestLagMs] = [response, lagMs];
    }
  }
  if (best === null || best.correlation < FOLLOWS_FROM || best.faceGain < GAIN_FROM) return null;
  const { correlation } = best;
  const isBeaten = others.some((other) => (responseAt(readings, other, bestLagMs)?.correlation ?? 0) > correlation);
  if (isBeaten) return null;
  const shared = Math.min(1, Math.max(0, best.surroundingsGain / best.faceGain));
  return correlation * (1 - shared);
}

/** The same changes with every other sequence in the place of the one that was shown last; null where none was shown whole. */
function otherSequences(changes: readonly LightChange[]): readonly (readonly LightChange[])[] | null {
  const start = changes.length - 5;
  const shown = changes.slice(start, -1);
  if (start < 1 || changes.at(-1)?.colour !== 'neutral' || shown.some(({ colour }) => colour === 'neutral'))
    return null;
  return LIGHT_SEQUENCES.filter((sequence) => sequence.some((hue, i) => hue !== shown[i]?.colour)).map((sequence) =>
    changes.map((change, i) => ({ ...change, colour: sequence[i - start] ?? change.colour })),
  );
}

interface Response {
  readonly correlation: number;
  readonly faceGain: number;
  readonly surroundingsGain: number;
}

function responseAt(readings: readonly Reading[], changes: readonly LightChange[], lagMs: number): Response | null {
  const lit = readings.flatMap((reading) => {
    const light = lightAt(changes, reading.atMs - lagMs);
    return light === null ? [] : [{ ...reading, light: lightTint(light) }];
  });
  const spanMs = (lit.at(-1)?.atMs ?? 0) - (lit[0]?.atMs ?? 0);
  if (lit.length < FEWEST_FRAMES || spanMs < SHORTEST_MS) return null;
  const times = lit.map(({ atMs }) => atMs);
  const axes = ([0, 1] as const).map((axis) => ({
    light: detrend(
      times,
      lit.map(({ light }) => light[axis]),
    ),
    face: detrend(
      times,
      lit.map(({ face }) => face[axis]),
    ),
    surroundings: detrend(
      times,
      lit.map(({ surroundings }) => surroundings[axis]),
    ),
  }));
  const total = (a: 'light' | 'face' | 'surroundings', b: 'light' | 'face'): number =>
    axes.reduce((sum, axis) => sum + dot(axis[a], axis[b]), 0);
  const [shown, seen] = [total('light', 'light'), total('face', 'face')];
  if (!(shown > 0) || !(seen > 0)) return null;
  return {
    correlation: total('face', 'light') / Math.sqrt(shown * seen),
    faceGain: total('face', 'light') / shown,
    surroundingsGain: total('surroundings', 'light') / shown,
  };
}

function readingOf({ timestampMs, image: { faceColour, surroundingsColour } }: FrameMeasurement): readonly Reading[] {
  if (faceColour === null || surroundingsColour === null) return [];
  if (![...faceColour, ...surroundingsColour].every((value) => value >= READABLE.from && value <= READABLE.to))
    return [];
  return [{ atMs: timestampMs, face: tintOf(faceColour), surroundings: tintOf(surroundingsColour) }];
}

function tintOf([red, green, blue]: Rgb): Tint {
  const base = Math.log(toLinear(green));
  return [Math.log(toLinear(red)) - base, Math.log(toLinear(blue)) - base];
}

/** What a little of this light adds to a tint, for each share that it has of all light. */
function lightTint([red, green, blue]: Rgb): Tint {
  return [toLinear(red) - toLinear(green), toLinear(blue) - toLinear(green)];
}

/** Without mean and straight drift: white balance follows the light slowly. */
function detrend(times: readonly number[], values: readonly number[]): readonly number[] {
  const [meanTime, meanValue] = [mean(times), mean(values)];
  const centred = times.map((time) => time - meanTime);
  const slope = dot(centred, values) / Math.max(Number.MIN_VALUE, dot(centred, centred));
  return values.map((value, i) => value - meanValue - slope * (centred[i] ?? 0));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
