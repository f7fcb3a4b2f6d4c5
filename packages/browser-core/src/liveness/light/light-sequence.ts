import { sha256 } from '../../sha256.ts';
import type { LightHue } from './light-colours.ts';

/** Four hues, one after the other. */
export type LightSequence = readonly [LightHue, LightHue, LightHue, LightHue];

/** In alphabetical order. */
const HUES: readonly LightHue[] = ['cyan', 'green', 'pink', 'yellow'];

/** All sequences of four in which neighbours differ and at least three hues occur, in alphabetical order: 96. */
export const LIGHT_SEQUENCES: readonly LightSequence[] = HUES.flatMap((a) =>
  HUES.flatMap((b) => HUES.flatMap((c) => HUES.map((d): LightSequence => [a, b, c, d]))),
).filter(([a, b, c, d]) => a !== b && b !== c && c !== d && new Set([a, b, c, d]).size >= 3);

/** The sequence that the first four bytes choose, big-endian, modulo their number. */
export function sequenceOf(bytes: Uint8Array): LightSequence {
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return LIGHT_SEQUENCES[number % LIGHT_SEQUENCES.length] as LightSequence;
}

/**
 * The sequence of one attempt. With a nonce, by the SHA-256 of `bonafide-light-1:`, the nonce, `:` and the attempt's number in
 * UTF-8, so that who gave out the nonce knows it too; without one, by the four random bytes that `random` gives.
 */
export async function drawLightSequence(
  nonce: string | null,
  attempt: number,
  random: () => Uint8Array,
): Promise<LightSequence> {
  if (nonce === null) return sequenceOf(random());
  return sequenceOf(await sha256(new TextEncoder().encode(`bonafide-light-1:${nonce}:${attempt}`)));
}
