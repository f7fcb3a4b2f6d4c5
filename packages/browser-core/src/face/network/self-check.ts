import type { Network } from './network.ts';
import { SELF_CHECK_VALUES } from './self-check-values.ts';

export interface CheckedNetworks {
  readonly detector: Network;
  readonly mesh: Network;
}

/** Every so many values of an output are compared. */
const STEP = 97;
/** Of the output's largest expected value. Room for half-precision textures on webgl; a broken kernel is far outside (guess). */
const TOLERANCE = 0.02;
const MIN_TOLERANCE = 0.01;

/**
 * Runs both networks on a known picture and throws when the backend computes something else than TF.js's plain
 * JavaScript backend did. Drivers that start and then compute nonsense are what this catches.
 */
export async function checkBackend(networks: CheckedNetworks): Promise<void> {
  for (const [name, values] of Object.entries(await sampleOutputs(networks))) {
    const expected = SELF_CHECK_VALUES[name] ?? [];
    const limit = Math.max(MIN_TOLERANCE, TOLERANCE * Math.max(...expected.map(Math.abs)));
    const isRight =
      values.length === expected.length && values.every((value, i) => Math.abs(value - (expected[i] ?? NaN)) <= limit);
    if (!isRight) throw new Error(`the backend computes '${name}' wrongly`);
  }
}

/** The outputs that are compared, thinned. */
export async function sampleOutputs({ detector, mesh }: CheckedNetworks): Promise<Record<string, number[]>> {
  const outputs = { ...(await detector.run(knownPicture(detector))), ...(await mesh.run(knownPicture(mesh))) };
  return Object.fromEntries(
    Object.entries(outputs).map(([name, values]) => [name, Array.from(values).filter((_, i) => i % STEP === 0)]),
  );
}

/** Ramps and steps in each colour: whole numbers only, so that every engine makes the same picture. */
function knownPicture({ inputShape, inputRange: [low, high] }: Network): Float32Array {
  const [, height = 0, width = 0, channels = 0] = inputShape;
  const picture = new Float32Array(height * width * channels);
  for (let i = 0; i < picture.length; i += 1) {
    const channel = i % channels;
    const x = Math.floor(i / channels) % width;
    const y = Math.floor(i / channels / width);
    const level = (x * (channel + 1) + y * (3 - channel) + (x > y ? 90 : 0)) % 256;
    picture[i] = low + (level / 255) * (high - low);
  }
  return picture;
}
