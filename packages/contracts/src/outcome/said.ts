import { readWord, UNKNOWN_READING, type WordLayer, type WordSystem } from './read-word.ts';
import { reads, type WordReading } from './word-reading.ts';

/** A word and what it says. */
export interface Said {
  readonly word: string;
  readonly reading: WordReading;
}

const UNEXPLAINED: WordReading = reads(null, null, null, null, 'not_specified');

/** A word of a closed list, which must be there: a missing word, like one that nobody knows, makes the outcome unknown. */
export function saidWord<System extends WordSystem>(
  system: System,
  layer: WordLayer<System>,
  word: string | undefined,
): Said {
  return { word: word ?? '', reading: (word === undefined ? null : readWord(system, layer, word)) ?? UNKNOWN_READING };
}

/** A general word behind the ones that explain it: what is to be done, they know better. */
export function behind(explaining: readonly Said[], { word, reading }: Said): readonly Said[] {
  const isClear = explaining.some((said) => said.reading.nextActions.length > 0);
  return [...explaining, { word, reading: isClear ? { ...reading, nextActions: [] } : reading }];
}

/** A word of an open list, which may be missing: one that nobody knows explains nothing and decides nothing. */
export function saidIfThere<System extends WordSystem>(
  system: System,
  layer: WordLayer<System>,
  word: string | undefined,
): readonly Said[] {
  if (word === undefined) return [];
  return [{ word, reading: readWord(system, layer, word) ?? UNEXPLAINED }];
}
