import type { Decision, FraudSignal, Lifecycle, NextAction, ReasonClass, SubjectState } from './outcome.ts';

/**
 * What one word says on each axis. Nothing (an empty list, null) where the word alone does not say; several where a companion
 * word decides, the likeliest first.
 */
export interface WordReading {
  readonly lifecycle: Lifecycle | null;
  readonly decision: Decision | null;
  readonly nextActions: readonly NextAction[];
  readonly terminal: boolean | null;
  readonly reasons: readonly ReasonClass[];
  readonly fraudSignal: FraudSignal | null;
  readonly subjectState: SubjectState | null;
}

/** Words of one system, by where they stand. */
export type WordTable = Readonly<Record<string, Readonly<Record<string, WordReading>>>>;

type OneOrMore<T> = T | readonly T[] | null;

interface Further {
  readonly fraudSignal?: FraudSignal;
  readonly subjectState?: SubjectState;
}

/** A row of a word table, in the order of the columns of the glossary; null for what the word does not say. */
export function reads(
  lifecycle: Lifecycle | null,
  decision: Decision | null,
  nextActions: OneOrMore<NextAction>,
  terminal: boolean | null,
  reasons: OneOrMore<ReasonClass> = null,
  { fraudSignal, subjectState }: Further = {},
): WordReading {
  return {
    lifecycle,
    decision,
    nextActions: listOf(nextActions),
    terminal,
    reasons: listOf(reasons),
    fraudSignal: fraudSignal ?? null,
    subjectState: subjectState ?? null,
  };
}

/** Words that say the same. */
export function alike<const Word extends string>(
  words: readonly Word[],
  reading: WordReading,
): Readonly<Record<Word, WordReading>> {
  return Object.fromEntries(words.map((word) => [word, reading])) as Record<Word, WordReading>;
}

function listOf<T>(cell: OneOrMore<T>): readonly T[] {
  if (cell === null) return [];
  return Array.isArray(cell) ? (cell as readonly T[]) : [cell as T];
}
