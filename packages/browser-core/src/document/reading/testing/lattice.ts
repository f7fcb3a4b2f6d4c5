import type { LineLattice } from '../line/line-recogniser.ts';
import { MRZ_ALPHABET } from '../mrz/mrz-cells.ts';

/** Steps from one character to the next. */
const PITCH = 5;

/** What a recogniser might say of a place: characters and their probabilities. */
export type Doubts = Readonly<Record<number, Readonly<Record<string, number>>>>;

/** The lattice of a line that is seen clearly but for some places. */
export function latticeOf(text: string, doubts: Doubts = {}, alphabet = MRZ_ALPHABET): LineLattice {
  const classes = alphabet.length + 1;
  const steps = (text.length + 2) * PITCH;
  const probabilities = new Float32Array(steps * classes);
  for (let t = 0; t < steps; t += 1) probabilities[t * classes] = 1;
  for (const [i, character] of Array.from(text).entries()) {
    for (const t of [0, 1, 2].map((d) => (i + 1) * PITCH + d)) {
      probabilities[t * classes] = 0;
      for (const [seen, probability] of Object.entries(doubts[i] ?? { [character]: 1 }))
        probabilities[t * classes + alphabet.indexOf(seen) + 1] = probability;
    }
  }
  return { alphabet, steps, probabilities };
}
