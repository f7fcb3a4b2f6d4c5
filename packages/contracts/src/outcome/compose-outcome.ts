import type { NativeWords, Outcome, OutcomeAttempts, OutcomeCheck, OutcomeReason } from './outcome.ts';
import type { Said } from './said.ts';
import { toReason } from './to-reason.ts';

/** What an outcome is made of. */
export interface OutcomeParts {
  readonly native: NativeWords;
  /** What was mapped, as it came. */
  readonly raw: unknown;
  readonly authoritative: boolean;
  /** The words, from the one that counts most to the one that explains most. */
  readonly said: readonly Said[];
  /** What the body says besides its words; before these, the words' own reasons. */
  readonly reasons?: readonly OutcomeReason[];
  readonly checks?: readonly OutcomeCheck[];
  readonly attempts?: OutcomeAttempts;
}

const UNCOUNTED: OutcomeAttempts = { used: null, max: null, scope: null };

/**
 * Puts the words together. The first that speaks of an axis has it, but for the next action, which the last one knows best
 * once everything is over. Two rules stand above the words: an acceptance that another word contradicts is unknown, and so
 * is one that only the browser reports.
 */
export function composeOutcome(parts: OutcomeParts): Outcome {
  const { said, authoritative, checks = [], attempts = UNCOUNTED } = parts;
  const readings = said.map(({ reading }) => reading);
  const terminal = readings.find((reading) => reading.terminal !== null)?.terminal ?? false;
  const decisions = readings.flatMap((reading) => reading.decision ?? []);
  const [decision = 'unknown'] = decisions;
  // "Nothing to do" belongs to an acceptance, and goes with it where there is none.
  const nextActions = readings
    .filter((reading) => reading.decision !== 'accepted' || decision === 'accepted')
    .flatMap((reading) => reading.nextActions[0] ?? []);
  const lifecycle = readings.find((reading) => reading.lifecycle !== null)?.lifecycle ?? 'unknown';
  const told = {
    lifecycle,
    terminal,
    nextAction: (terminal ? nextActions.at(-1) : nextActions[0]) ?? 'none',
    authoritative,
    subjectState: readings.find((reading) => reading.subjectState !== null)?.subjectState ?? null,
    reasons: reasonsOf(said, parts.reasons ?? []),
    checks,
    attempts,
    native: withRaw(parts.native, parts.raw),
  } as const;
  const fraudSignal = readings.find((reading) => reading.fraudSignal !== null)?.fraudSignal;
  if (decision !== 'accepted') return { ...told, decision, fraudSignal: fraudSignal ?? 'not_reported' };
  const isContradicted = fraudSignal !== undefined || decisions.some((other) => other !== 'accepted');
  if (isContradicted) {
    return { ...told, decision: 'unknown', nextAction: 'manual_review', fraudSignal: fraudSignal ?? 'not_reported' };
  }
  if (!authoritative) {
    return { ...told, decision: 'unknown', nextAction: 'fetch_result', terminal: false, fraudSignal: 'not_reported' };
  }
  return { ...told, decision, fraudSignal: 'none' };
}

/** A word with several reasons leaves the choice to the words and findings beside it; alone, it has not said which. */
function reasonsOf(said: readonly Said[], found: readonly OutcomeReason[]): OutcomeReason[] {
  const clear = said.flatMap(({ word, reading: { reasons } }) => {
    const [only] = reasons;
    return only !== undefined && reasons.length === 1 && only !== 'not_specified' ? [toReason(only, word)] : [];
  });
  if (clear.length + found.length > 0) {
    const all = [...clear, ...found];
    const isSame = (a: OutcomeReason) => (b: OutcomeReason) => a.class === b.class && a.nativeCode === b.nativeCode;
    return all.filter((reason, index) => all.findIndex(isSame(reason)) === index);
  }
  const [vague] = said.filter(({ reading }) => reading.reasons.length > 0).slice(-1);
  return vague === undefined ? [] : [toReason('not_specified', vague.word)];
}

function withRaw(native: NativeWords, raw: unknown): NativeWords {
  return Object.defineProperty({ ...native }, 'raw', { value: raw, enumerable: false });
}
