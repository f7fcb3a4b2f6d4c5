import { ASSURE_WORDS } from './words/assure-words.ts';
import { IDNOW_WORDS } from './words/idnow-words.ts';
import { IPROOV_WORDS } from './words/iproov-words.ts';
import { KEYLESS_WORDS } from './words/keyless-words.ts';
import { MOSAIC_WORDS } from './words/mosaic-words.ts';
import { ONEKYC_WORDS } from './words/onekyc-words.ts';
import { ONFIDO_WORDS } from './words/onfido-words.ts';
import { SVIPE_WORDS } from './words/svipe-words.ts';
import { reads, type WordReading } from './word-reading.ts';

const WORDS = {
  onekyc: ONEKYC_WORDS,
  assure: ASSURE_WORDS,
  onfido: ONFIDO_WORDS,
  svipe: SVIPE_WORDS,
  iproov: IPROOV_WORDS,
  idnow: IDNOW_WORDS,
  keyless: KEYLESS_WORDS,
  mosaic: MOSAIC_WORDS,
} as const;

/** Whose words: the five gateways, and the three providers behind them. */
export type WordSystem = keyof typeof WORDS;
/** Where a word of this system can stand, for example `process-status`. */
export type WordLayer<System extends WordSystem> = System extends WordSystem
  ? keyof (typeof WORDS)[System] & string
  : never;

/** What is made of a word that nobody knows: nothing, and never a guess. */
export const UNKNOWN_READING: WordReading = reads('unknown', 'unknown', 'contact_support', false);

/** The reading of a word; null when this system has no such word there. Spelling counts, case included. */
export function readWord<System extends WordSystem>(
  system: System,
  layer: WordLayer<System>,
  word: string,
): WordReading | null {
  const words: Readonly<Record<string, WordReading>> = wordsOf(system, layer);
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}

/** Every known word of a layer. */
export function knownWords<System extends WordSystem>(system: System, layer: WordLayer<System>): readonly string[] {
  return Object.keys(wordsOf(system, layer));
}

/** Every layer of a system. */
export function layersOf<System extends WordSystem>(system: System): readonly WordLayer<System>[] {
  return Object.keys(WORDS[system]) as WordLayer<System>[];
}

function wordsOf(system: WordSystem, layer: string): Readonly<Record<string, WordReading>> {
  const table: Readonly<Record<string, Readonly<Record<string, WordReading>>>> = WORDS[system];
  return Object.hasOwn(table, layer) ? (table[layer] ?? {}) : {};
}
