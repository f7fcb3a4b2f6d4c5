import type { ErrorCode } from '@bonafide/contracts/codes';

import { atPace } from '../../pace.ts';
import type { PhaseDeadline } from '../../machine/phase-deadlines.ts';
import type { DocumentCapturePhase } from '../document-snapshot.ts';
import type { DocumentState } from './document-state.ts';

/**
 * One deadline for each state, our choices. They stand still while the page is hidden, and each is longer than the
 * adapter's own (permission 60 s, assets 30 s of silence), which knows better what went wrong. That of `loading` begins anew
 * with every hundredth that has come.
 */
const DEADLINES: Readonly<Record<DocumentCapturePhase, PhaseDeadline>> = {
  idle: none('internal'),
  checking: { ms: 15_000, code: 'unsupported-browser' },
  unsupported: none('internal'),
  'requesting-permission': { ms: 90_000, code: 'permission-dismissed' },
  loading: { ms: 60_000, code: 'asset-load-failed' },
  aligning: none('attempt-timeout'),
  holding: none('attempt-timeout'),
  // Reading takes about a second; a large file on an old phone some more.
  reading: { ms: 30_000, code: 'attempt-timeout' },
  refused: { ms: 10 * 60_000, code: 'attempt-timeout' },
  captured: none('internal'),
  error: none('internal'),
  cancelled: none('internal'),
};

/** Those in which nothing but the person is waited for. */
const WAITS_FOR_PERSON: ReadonlySet<DocumentCapturePhase> = new Set(['requesting-permission', 'refused']);

/** How long a phase may last, and what a capture that outlasts it has failed of. */
export function documentDeadline(
  phase: DocumentCapturePhase,
  { settings, pace }: Pick<DocumentState, 'settings' | 'pace'>,
): PhaseDeadline {
  const deadline = DEADLINES[phase];
  const looking = phase === 'aligning' || phase === 'holding';
  if (looking && settings.timeoutMs > 0 && !pace.moreTime) return { ...deadline, ms: settings.timeoutMs };
  return WAITS_FOR_PERSON.has(phase) ? { ...deadline, ms: atPace(deadline.ms, pace) } : deadline;
}

function none(code: ErrorCode): PhaseDeadline {
  return { ms: null, code };
}
