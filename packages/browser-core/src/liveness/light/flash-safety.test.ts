import { describe, expect, it } from 'vitest';
import { countFlashes, relativeLuminance, type ColourSample } from './flash-safety.ts';
import { LIGHT_COLOURS, mixColours, RAMP_MS, RISE_MS, STEP_MS, type Rgb } from './light-colours.ts';
import { initialLight, nextLight, type LightState } from './light-run.ts';
import { LIGHT_SEQUENCES, type LightSequence } from './light-sequence.ts';

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
const RED: Rgb = [255, 0, 0];
/** Every sixtieth of a second, as a screen draws. */
const FRAME_MS = 1000 / 60;

const every = (intervalMs: number, ...colours: readonly Rgb[]): readonly ColourSample[] =>
  colours.map((colour, i) => ({ atMs: i * intervalMs, colour }));

const times = <T>(count: number, ...items: readonly T[]): readonly T[] =>
  Array.from({ length: count }, () => items).flat();

describe('counting flashes', () => {
  it.each([
    ['nothing', [], 0, 0],
    ['a still picture', every(100, WHITE, WHITE, WHITE), 0, 0],
    ['one change, which is no flash', every(100, BLACK, WHITE), 0, 0],
    ['a pair of opposing changes', every(100, BLACK, WHITE, BLACK), 1, 0],
    ['a strobe of five a second', every(100, ...times(10, BLACK, WHITE)), 5, 0],
    ['a strobe that changes little', every(100, ...times(10, [120, 120, 120] as Rgb, [130, 130, 130] as Rgb)), 0, 0],
    ['a strobe whose darker part is light', every(100, ...times(10, [240, 240, 240] as Rgb, WHITE)), 0, 0],
    ['one pair a second', every(500, ...times(5, BLACK, WHITE)), 1, 0],
    ['saturated red against black', every(100, ...times(10, BLACK, RED)), 5, 5],
    ['saturated red against a grey as bright', every(100, ...times(10, [127, 127, 127] as Rgb, RED)), 0, 5],
    ['a red that is not saturated', every(100, ...times(10, [170, 120, 120] as Rgb, [120, 143, 120] as Rgb)), 0, 0],
  ] as const)('%s', (_, samples, general, red) => {
    expect(countFlashes(samples)).toEqual({ general, red });
  });

  it('counts a rise in many small steps as the one change that it is', () => {
    const rise = Array.from({ length: 256 }, (_, i): Rgb => [i, i, i]);
    expect(countFlashes(every(2, ...rise, ...rise.toReversed()))).toEqual({ general: 1, red: 0 });
  });
});

/** What the screen shows of a whole attempt, drawn as a style sheet draws it, with a face that goes away as it likes. */
function shownOf(sequence: LightSequence, ground: Rgb, hasFace: (nowMs: number) => boolean): readonly ColourSample[] {
  const samples: ColourSample[] = [{ atMs: -1, colour: ground }];
  let state: LightState = initialLight(sequence);
  let from = ground;
  let to = ground;
  let [sinceMs, rampMs] = [0, 0];
  let colour = ground;
  for (let nowMs = 0; nowMs < 30_000 && !state.isOver; nowMs += FRAME_MS) {
    const before = state.changes.length;
    state = nextLight(state, { nowMs, hasFace: hasFace(nowMs), isWellPlaced: true, isWanted: true });
    const last = state.changes.at(-1);
    if (last !== undefined && state.changes.length > before) {
      [from, to, sinceMs, rampMs] = [colour, LIGHT_COLOURS[last.colour], nowMs, before === 0 ? RISE_MS : RAMP_MS];
    }
    colour = mixColours(from, to, rampMs === 0 ? 1 : (nowMs - sinceMs) / rampMs);
    samples.push({ atMs: nowMs, colour });
  }
  return [...samples, { atMs: (samples.at(-1)?.atMs ?? 0) + FRAME_MS, colour: ground }];
}

describe('the screen light', () => {
  const grounds: readonly (readonly [string, Rgb])[] = [
    ['a dark page', [14, 18, 23]],
    ['a light page', WHITE],
  ];

  it('has colours of one brightness, none of them a saturated red, that dark text can be read on', () => {
    const luminances = Object.values(LIGHT_COLOURS).map(relativeLuminance);
    expect(Math.max(...luminances) - Math.min(...luminances)).toBeLessThan(0.03);
    const text = relativeLuminance([17, 22, 29]);
    for (const luminance of luminances) expect((luminance + 0.05) / (text + 0.05)).toBeGreaterThan(4.5);
  });

  it('never changes its brightness by a tenth, on the way from any colour to any other either', () => {
    const colours = Object.values(LIGHT_COLOURS);
    const shares = Array.from({ length: 101 }, (_, i) => i / 100);
    const all = colours.flatMap((a) =>
      colours.flatMap((b) => shares.map((share) => relativeLuminance(mixColours(a, b, share)))),
    );
    expect(Math.max(...all) - Math.min(...all)).toBeLessThan(0.1);
  });

  it.each(grounds)('flashes in none of its sequences, on %s', (_, ground) => {
    for (const sequence of LIGHT_SEQUENCES) {
      // It comes once and goes once, seconds apart: no pair of changes lies within a second.
      expect(countFlashes(shownOf(sequence, ground, () => true))).toEqual({ general: 0, red: 0 });
    }
  });

  it.each(grounds)('does not flash either when the face comes and goes ten times a second, on %s', (_, ground) => {
    const [sequence] = LIGHT_SEQUENCES as readonly [LightSequence];
    for (const periodMs of [100, 700, 1500, 3100]) {
      const shown = shownOf(sequence, ground, (nowMs) => nowMs % (2 * periodMs) < periodMs);
      expect(countFlashes(shown)).toEqual({ general: 0, red: 0 });
    }
  });

  it('takes its time', () => {
    expect(STEP_MS).toBeGreaterThanOrEqual(1000);
    expect(RAMP_MS).toBeGreaterThanOrEqual(STEP_MS / 2);
    expect(RISE_MS).toBeGreaterThanOrEqual(STEP_MS);
  });
});
