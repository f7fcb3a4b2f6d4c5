import type { ErrorCode } from '@bonafide/contracts/codes';

import { atPace } from '../pace.ts';
import type { SessionPhase } from '../snapshot.ts';
import type { SessionState } from './session-state.ts';

export interface PhaseDeadline {
  /** null: this phase waits for the person or is over. */
  readonly ms: number | null;
  /** What a phase that outlasts it, or the journey, has failed of. */
  readonly code: ErrorCode;
}

/** From `start` or `retry` to an end, hidden or not: bounds what the others cannot. Our choice. */
export const JOURNEY_DEADLINE_MS = 15 * 60_000;

/**
 * One deadline for each state, our choices. They stand still while the page is hidden, and each is longer than the
 * adapter's own (permission 60 s, assets 30 s of silence), which knows better what went wrong. That of `loading` begins anew
 * with every hundredth that has come.
 */
const DEADLINES: Readonly<Record<SessionPhase, PhaseDeadline>> = {
  idle: { ms: null, code: 'internal' },
  checking: { ms: 15_000, code: 'unsupported-browser' },
  consent: { ms: 5 * 60_000, code: 'attempt-timeout' },
  'requesting-permission': { ms: 90_000, code: 'permission-dismissed' },
  loading: { ms: 60_000, code: 'asset-load-failed' },
  aligning: { ms: null, code: 'attempt-timeout' },
  holding: { ms: null, code: 'attempt-timeout' },
  captured: { ms: 30_000, code: 'network' },
  submitting: { ms: 3 * 60_000, code: 'network' },
  processing: { ms: 2 * 60_000, code: 'processing-timeout' },
  passed: { ms: null, code: 'internal' },
  failed: { ms: null, code: 'internal' },
  error: { ms: null, code: 'internal' },
  cancelled: { ms: null, code: 'internal' },
  unsupported: { ms: null, code: 'internal' },
};

/** Those in which nothing but the person is waited for. */
const WAITS_FOR_PERSON: ReadonlySet<SessionPhase> = new Set(['consent', 'requesting-permission']);

export function phaseDeadline(
  phase: SessionPhase,
  { settings, pace }: Pick<SessionState, 'settings' | 'pace'>,
): PhaseDeadline {
  const deadline = DEADLINES[phase];
  const looking = phase === 'aligning' || phase === 'holding';
  if (looking && settings.timeoutMs > 0 && !pace.moreTime) return { ...deadline, ms: settings.timeoutMs };
  return WAITS_FOR_PERSON.has(phase) ? { ...deadline, ms: atPace(deadline.ms, pace) } : deadline;
}
