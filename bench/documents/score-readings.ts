/** What one system read of one picture; null: it found no zone. */
export interface Outcome {
  readonly source: string;
  /** The lines that the picture shows. */
  readonly truth: readonly string[];
  /** Whether the document itself keeps to the standard, so that a right reading has valid check digits. */
  readonly isConforming: boolean;
  readonly lines: readonly string[] | null;
  /** Whether all check digits of what was read hold. */
  readonly isValid: boolean;
  /** Whether the system itself vouches for it; null where it has no such notion. */
  readonly isCertain: boolean | null;
  readonly cpuMs: number;
}

export interface Score {
  readonly n: number;
  readonly valid: number;
  readonly exact: number;
  /** Check digits hold, and yet a character is wrong: in any document, conforming or not. */
  readonly misread: number;
  readonly certain: number | null;
  readonly certainMisread: number | null;
  /** Edits to the truth over its characters, whole lines missing counted. */
  readonly characterErrorRate: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** Counts over conforming documents; misreads and times over all. */
export function scoreReadings(outcomes: readonly Outcome[]): Score {
  const conforming = outcomes.filter(({ isConforming }) => isConforming);
  const isExact = ({ lines, truth }: Outcome): boolean => lines?.join('\n') === truth.join('\n');
  const count = (of: readonly Outcome[], test: (outcome: Outcome) => boolean): number => of.filter(test).length;
  const hasCertainty = outcomes.some(({ isCertain }) => isCertain !== null);
  const times = outcomes.map(({ cpuMs }) => cpuMs).toSorted((a, b) => a - b);
  const edits = conforming.reduce(
    (sum, { lines, truth }) => sum + editDistance((lines ?? []).join('\n'), truth.join('\n')),
    0,
  );
  return {
    n: conforming.length,
    valid: count(conforming, ({ isValid }) => isValid),
    exact: count(conforming, isExact),
    misread: count(outcomes, (outcome) => outcome.isValid && !isExact(outcome)),
    certain: hasCertainty ? count(conforming, ({ isCertain }) => isCertain === true) : null,
    certainMisread: hasCertainty ? count(outcomes, (outcome) => outcome.isCertain === true && !isExact(outcome)) : null,
    characterErrorRate:
      edits /
      Math.max(
        1,
        conforming.reduce((sum, { truth }) => sum + truth.join('\n').length, 0),
      ),
    medianMs: times[Math.floor(times.length / 2)] ?? NaN,
    p95Ms: times[Math.min(times.length - 1, Math.floor(times.length * 0.95))] ?? NaN,
  };
}

/** Levenshtein. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
