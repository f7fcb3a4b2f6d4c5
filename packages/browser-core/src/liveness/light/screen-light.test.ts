import { describe, expect, it } from 'vitest';
import { syntheticMeasurement } from '../../../test/synthetic-measurement.ts';
import type { FrameMeasurement } from '../../face/frame-measurement.ts';
import { fuseLiveness } from '../fuse-liveness.ts';
import { LIGHT_COLOURS, toLinear, type Rgb } from './light-colours.ts';
import { initialLight, lightAt, nextLight, type LightChange } from './light-run.ts';
import type { LightSequence } from './light-sequence.ts';
import { measureScreenLight } from './screen-light.ts';

const SEQUENCE: LightSequence = ['green', 'pink', 'cyan', 'yellow'];
const FRAME_MS = 70;
const START_MS = 5000;

function changesOf(sequence: LightSequence): readonly LightChange[] {
  let state = initialLight(sequence);
  for (let nowMs = START_MS; nowMs < START_MS + 9000; nowMs += FRAME_MS) {
    state = nextLight(state, { nowMs, hasFace: true, isWellPlaced: true, isWanted: true });
  }
  return state.changes;
}
const CHANGES = changesOf(SEQUENCE);

interface Scene {
  /** Screen light over the light that is there, on the face and on what is around it. */
  readonly face: number;
  readonly surroundings: number;
  /** Albedo of the skin in linear light. */
  readonly skin?: Rgb;
  readonly ambient?: Rgb;
  /** Deviation of a mean colour from frame to frame, 0–255. */
  readonly noise0to255?: number;
  readonly lagMs?: number;
  readonly seen?: readonly LightChange[];
  /** Straight drift of the camera's balance from red to blue over the attempt, as a share. */
  readonly drift?: number;
  readonly untilMs?: number;
}

const LIGHT_SKIN: Rgb = [0.45, 0.28, 0.2];
const DARK_SKIN: Rgb = [0.1, 0.055, 0.04];

/** A fixed generator, so that a test that passes today passes tomorrow. */
function noiseOf(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return () => uniform() + uniform() + uniform() + uniform() - 2;
}

function encode(linear: number): number {
  const share = Math.min(1, Math.max(0, linear));
  return 255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055);
}

function filmed({
  face,
  surroundings,
  skin = LIGHT_SKIN,
  ambient = [1, 1, 1],
  noise0to255 = 0.3,
  lagMs = 120,
  seen = CHANGES,
  drift = 0,
  untilMs = 8000,
}: Scene): readonly FrameMeasurement[] {
  const noise = noiseOf(7);
  const count = Math.floor(untilMs / FRAME_MS);
  return Array.from({ length: count }, (_, index) => {
    const timestampMs = START_MS + index * FRAME_MS;
    const light = lightAt(seen, timestampMs - lagMs) ?? LIGHT_COLOURS.neutral;
    const shownOn = (albedo: Rgb, gain: number): Rgb => {
      const at = (i: 0 | 1 | 2): number => {
        const balance = 1 + (drift * (i - 1) * index) / count;
        return encode(albedo[i] * balance * (ambient[i] + gain * toLinear(light[i]))) + noise() * noise0to255;
      };
      return [at(0), at(1), at(2)];
    };
    return syntheticMeasurement({
      frame: { index, timestampMs },
      image: {
        fingerprint: `f${index}`,
        faceColour: shownOn(skin, face),
        surroundingsColour: shownOn([0.3, 0.3, 0.3], surroundings),
      },
    });
  });
}

const measure = (scene: Scene): number | null => measureScreenLight(filmed(scene), CHANGES);

describe('screen-light', () => {
  it('is high where the face follows the screen and its surroundings hardly do', () => {
    expect(measure({ face: 0.1, surroundings: 0.01 })).toBeGreaterThan(0.7);
  });

  it.each([
    ['dark skin', { skin: DARK_SKIN }],
    ['warm lamps', { ambient: [1.4, 1, 0.6] as Rgb }],
    ['a slow camera', { lagMs: 380 }],
    ['a camera whose balance drifts', { drift: 0.1 }],
    ['a coarse camera', { noise0to255: 0.8 }],
  ])('is so with %s too', (_, scene) => {
    expect(measure({ face: 0.1, surroundings: 0.01, ...scene })).toBeGreaterThan(0.5);
  });

  it('is low where all follows alike, as on a sheet that shows both', () => {
    expect(measure({ face: 0.1, surroundings: 0.1 })).toBeLessThan(0.1);
    expect(measure({ face: 0.1, surroundings: 0.2 })).toBe(0);
  });

  it.each([
    ['nothing follows, as in what is injected', { face: 0, surroundings: 0 }],
    ['other light drowns it, as in the sun', { face: 0.0005, surroundings: 0.0001 }],
    ['it cannot be told from noise', { face: 0.02, surroundings: 0, noise0to255: 6 }],
    ['the surroundings alone follow', { face: 0, surroundings: 0.1 }],
    [
      'a film follows another sequence',
      { face: 0.1, surroundings: 0.01, seen: changesOf(['pink', 'green', 'yellow', 'cyan']) },
    ],
    ['too little was seen of it', { face: 0.1, surroundings: 0.01, untilMs: 3000 }],
    ['everything is too bright to be a colour', { face: 0.1, surroundings: 0.01, skin: [3, 3, 3] as Rgb }],
    ['everything is black', { face: 0.1, surroundings: 0.01, skin: [0.001, 0.001, 0.001] as Rgb }],
  ])('says nothing where %s', (_, scene) => {
    expect(measure(scene)).toBe(null);
  });

  it('says nothing of frames without a face, and nothing where no light was shown', () => {
    const frames = filmed({ face: 0.1, surroundings: 0.01 });
    const faceless = frames.map((frame) => ({ ...frame, image: { ...frame.image, faceColour: null } }));
    expect(measureScreenLight(faceless, CHANGES)).toBe(null);
    expect(measureScreenLight(frames, [])).toBe(null);
    expect(measureScreenLight([], CHANGES)).toBe(null);
  });
});

describe('colours that wander by chance', () => {
  it('are hardly ever taken for an answer', () => {
    const noise = noiseOf(3);
    // Each colour goes back to its mean within a second or so, as with people who sway and cameras that adjust.
    const wander = (): Rgb[] => {
      let state: Rgb = [0, 0, 0];
      return Array.from(
        { length: 114 },
        () => (state = [0, 1, 2].map((i) => 0.93 * (state[i] ?? 0) + noise()) as never),
      );
    };
    const isAnswer = (): boolean => {
      const [face, surroundings] = [wander(), wander()];
      const frames = face.map((tint, index) => {
        const around = surroundings[index] ?? [0, 0, 0];
        return syntheticMeasurement({
          frame: { index, timestampMs: START_MS + index * FRAME_MS },
          image: {
            faceColour: [150 + tint[0], 115 + tint[1], 95 + tint[2]],
            surroundingsColour: [110 + around[0], 110 + around[1], 110 + around[2]],
          },
        });
      });
      return measureScreenLight(frames, CHANGES) !== null;
    };
    expect(Array.from({ length: 300 }, isAnswer).filter(Boolean).length).toBeLessThan(9);
  });
});

describe('screen-light in the fusion', () => {
  const scoreOf = (scene: Scene, light: readonly LightChange[] | null = CHANGES): number =>
    fuseLiveness({ frames: filmed(scene), light }).score;
  const dark = scoreOf({ face: 0.1, surroundings: 0.01 }, null);

  it('adds a little for a face, takes a little from a sheet, and leaves what it cannot tell as it is', () => {
    expect(scoreOf({ face: 0.1, surroundings: 0.01 })).toBeGreaterThan(dark);
    expect(scoreOf({ face: 0.1, surroundings: 0.1 })).toBeLessThan(dark);
    expect(scoreOf({ face: 0, surroundings: 0 })).toBeCloseTo(scoreOf({ face: 0, surroundings: 0 }, null), 10);
  });

  it('is a reason only where it speaks', () => {
    const reasonsOf = (scene: Scene) => fuseLiveness({ frames: filmed(scene), light: CHANGES }).reasons;
    expect(reasonsOf({ face: 0.1, surroundings: 0.01 }).some(({ signal }) => signal === 'screen-light')).toBe(true);
    expect(reasonsOf({ face: 0, surroundings: 0 }).some(({ signal }) => signal === 'screen-light')).toBe(false);
  });
});
