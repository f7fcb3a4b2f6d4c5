import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RAMP_MS, RISE_MS, STEP_MS } from './light-colours.ts';
import { initialLight, lightAt, nextLight, shownLight, type LightMoment, type LightState } from './light-run.ts';
import { drawLightSequence, LIGHT_SEQUENCES, sequenceOf, type LightSequence } from './light-sequence.ts';

const SEQUENCE: LightSequence = ['cyan', 'pink', 'green', 'yellow'];
const FRAME_MS = 70;

function run(
  untilMs: number,
  changes: (nowMs: number) => Partial<LightMoment> = () => ({}),
  sequence = SEQUENCE,
): LightState {
  let state = initialLight(sequence);
  for (let nowMs = 1000; nowMs < 1000 + untilMs; nowMs += FRAME_MS) {
    state = nextLight(state, { nowMs, hasFace: true, isWellPlaced: true, isWanted: true, ...changes(nowMs) });
  }
  return state;
}

const coloursOf = ({ changes }: LightState): readonly string[] => changes.map(({ colour }) => colour);

const noDice = (): never => {
  throw new Error('a nonce needs none');
};

describe('the light of an attempt', () => {
  it('shows neutral light, its sequence, and neutral light again, and is over', () => {
    const state = run(8000);
    expect(coloursOf(state)).toEqual(['neutral', ...SEQUENCE, 'neutral']);
    expect(state.isOver).toBe(true);
    expect(shownLight(state)).toEqual({ colour: '#c2c2c2', rampMs: RAMP_MS });
  });

  it('waits for a face that is well placed', () => {
    const state = run(8000, () => ({ isWellPlaced: false }));
    expect(state.isOver).toBe(false);
    expect(shownLight(state)).toBe(null);
  });

  it('rises slowly from whatever the page is', () => {
    expect(shownLight(run(FRAME_MS))).toEqual({ colour: '#c2c2c2', rampMs: RISE_MS });
  });

  it('begins anew, on neutral light, when the face was away', () => {
    const state = run(9000, (nowMs) => ({ hasFace: nowMs < 4000 || nowMs > 4200 }));
    expect(coloursOf(state).slice(0, 4)).toEqual(['neutral', 'cyan', 'pink', 'neutral']);
    expect(state.isOver).toBe(false);
    expect(run(14_000, (nowMs) => ({ hasFace: nowMs < 4000 || nowMs > 4200 })).isOver).toBe(true);
  });

  it('gives up on a face that keeps going away, and ends on neutral light', () => {
    const state = run(30_000, (nowMs) => ({ hasFace: Math.floor(nowMs / 300) % 2 === 0 }));
    expect(state.isOver).toBe(true);
    expect(coloursOf(state).at(-1)).toBe('neutral');
  });

  it.each([0, 3000, 20_000])('is over and gone at once when it is declined, after %i ms', (afterMs) => {
    const state = run(afterMs + 500, (nowMs) => ({ isWanted: nowMs < 1000 + afterMs }));
    expect(state).toMatchObject({ isOver: true, changes: [] });
    expect(shownLight(state)).toBe(null);
  });

  it('never changes colour twice within a second, whatever the face does', () => {
    const moments = fc.array(fc.record({ hasFace: fc.boolean(), isWellPlaced: fc.boolean(), waitMs: fc.nat(400) }), {
      minLength: 50,
      maxLength: 200,
    });
    fc.assert(
      fc.property(moments, fc.constantFrom(...LIGHT_SEQUENCES), (all, sequence) => {
        let state = initialLight(sequence);
        let nowMs = 0;
        for (const { waitMs, ...moment } of all) {
          nowMs += waitMs;
          state = nextLight(state, { ...moment, nowMs, isWanted: true });
        }
        const gaps = state.changes.slice(1).map(({ atMs }, i) => atMs - (state.changes[i]?.atMs ?? 0));
        for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(STEP_MS);
      }),
    );
  });
});

describe('the light at a time', () => {
  const changes = [
    { atMs: 1000, colour: 'neutral' },
    { atMs: 3000, colour: 'cyan' },
  ] as const;

  it.each([
    ['nothing that can be told while it rises', 1000 + RISE_MS - 1, null],
    ['neutral', 2900, [194, 194, 194]],
    ['half of each on the way', 3000 + RAMP_MS / 2, [121, 204, 204]],
    ['the colour', 5000, [48, 214, 214]],
  ])('%s', (_, atMs, expected) => {
    expect(lightAt(changes, atMs)).toEqual(expected);
  });

  it('is nothing without any change', () => {
    expect(lightAt([], 1000)).toBe(null);
  });
});

describe('the sequence', () => {
  it('has neighbours that differ and three hues at least, in one order that both sides can know', () => {
    expect(LIGHT_SEQUENCES).toHaveLength(96);
    expect(LIGHT_SEQUENCES.map((hues) => hues.join())).toEqual(LIGHT_SEQUENCES.map((hues) => hues.join()).sort());
    for (const hues of LIGHT_SEQUENCES) {
      expect(hues.every((hue, i) => hue !== hues[i + 1])).toBe(true);
      expect(new Set(hues).size).toBeGreaterThanOrEqual(3);
    }
  });

  it('is chosen by the first four bytes', () => {
    expect(sequenceOf(Uint8Array.of(0, 0, 0, 0, 9))).toEqual(LIGHT_SEQUENCES[0]);
    expect(sequenceOf(Uint8Array.of(0, 0, 1, 1))).toEqual(LIGHT_SEQUENCES[257 - 2 * 96]);
    expect(sequenceOf(Uint8Array.of(255, 255, 255, 255))).toEqual(LIGHT_SEQUENCES[4_294_967_295 % 96]);
  });

  it('follows from the nonce and the attempt, and from nothing else', async () => {
    const first = await drawLightSequence('a-nonce-of-the-gateway', 1, noDice);
    expect(await drawLightSequence('a-nonce-of-the-gateway', 1, noDice)).toEqual(first);
    const others = await Promise.all(
      Array.from({ length: 20 }, (_, i) => drawLightSequence('a-nonce-of-the-gateway', i + 2, noDice)),
    );
    expect(new Set(others.map((hues) => hues.join())).size).toBeGreaterThan(10);
  });

  it('is one of them by chance where there is no nonce', async () => {
    const dice = Uint8Array.from([0, 0, 1, 2]);
    expect(await drawLightSequence(null, 1, () => dice)).toEqual(LIGHT_SEQUENCES[258 % LIGHT_SEQUENCES.length]);
  });
});
