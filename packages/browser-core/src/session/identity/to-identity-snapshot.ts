import type { DocumentSide } from '../../document/document-format.ts';
import { keepSame } from '../engine/keep-same.ts';
import type { IdentityCapture, IdentityHandover, IdentityPhase, IdentitySnapshot } from './identity-snapshot.ts';
import { DEPICTIONS, identityAttemptsLeft, isIdentityEnd, isInteractive } from './machine/identity-state.ts';
import type { IdentityState } from './machine/identity-state.ts';
import {
  canComeBack,
  choicesOf,
  consentOf,
  isDone,
  needsOf,
  stepAfter,
  stepBefore,
  stepOf,
  stepsOf,
  canRenewLink,
} from './machine/plan.ts';

/** What a snapshot shows beside the machine's state. */
export type LinkShown = Pick<IdentityHandover, 'url' | 'code' | 'expiresAt'>;

export const NO_LINK: LinkShown = { url: null, code: null, expiresAt: null };

/** The snapshot of a state; the previous one when nothing that is shown has changed. */
export function toIdentitySnapshot(
  state: IdentityState,
  link: LinkShown,
  previous: IdentitySnapshot | null,
): IdentitySnapshot {
  const { phase, consent, handover } = state;
  const asked = consentOf(state);
  const steps = stepsOf(state);
  const step = stepOf(phase);
  const stepIndex = step === null ? -1 : steps.indexOf(step);
  const interactive = isInteractive(phase);
  return keepSame(previous, {
    phase,
    step,
    steps: steps.map((entry, at) => ({ step: entry, state: entryState(state, at, stepIndex) })),
    stepIndex,
    canGoBack: phase === 'handover' ? canComeBack(state) : interactive && stepBefore(state) !== null,
    canGoNext: phase === 'recapture' || (interactive && stepAfter(state) !== null),
    canHandOver: state.settings.handover !== 'off' && (interactive || (handover !== null && canRenewLink(handover))),
    attempt: state.attempt,
    attemptsLeft: state.attempt === 0 ? null : identityAttemptsLeft(state),
    consent: asked === null ? null : { ...asked, granted: consent !== null, at: consent?.at ?? null },
    choices: choicesOf(state),
    documentType: state.documentType,
    country: state.country,
    side: sideOf(phase, previous),
    captures: capturesOf(state),
    recapture: state.recapture,
    notice: state.notice,
    progress: progressOf(state),
    handover: handover === null ? null : { state: handover, ...link },
    offline: state.offline,
    hidden: state.hidden,
    failure: state.failure,
    outcome: state.outcome,
  });
}

function entryState(state: IdentityState, at: number, present: number): 'done' | 'current' | 'todo' {
  const step = stepsOf(state)[at];
  if (at === present) return 'current';
  if (present >= 0) return at < present ? 'done' : 'todo';
  return step !== undefined && isDone(state, step) ? 'done' : 'todo';
}

function sideOf(phase: IdentityPhase, previous: IdentitySnapshot | null): DocumentSide | null {
  if (phase === 'capturing-front') return 'front';
  if (phase === 'capturing-back' || phase === 'flipping') return 'back';
  return phase === 'idle' || isIdentityEnd(phase) ? null : (previous?.side ?? null);
}

function capturesOf({ pictures }: IdentityState): readonly IdentityCapture[] {
  return DEPICTIONS.flatMap((depiction) => {
    const picture = pictures[depiction];
    if (picture === null) return [];
    const { digest, origin, problems, held, sent } = picture;
    return [{ depiction, digest, origin, problems, held, sent }];
  });
}

/** 0–1 of the bytes of all pictures that this page sends. */
function progressOf(state: IdentityState): number | null {
  if (state.phase !== 'submitting') return null;
  let all = 0;
  let gone = 0;
  for (const depiction of needsOf(state)) {
    const picture = state.pictures[depiction];
    if (picture === null || !picture.held) continue;
    all += picture.byteCount;
    if (picture.sent) gone += picture.byteCount;
    else if (state.putting === depiction) gone += picture.byteCount * Math.min(1, Math.max(0, state.share));
  }
  return all === 0 ? null : Math.round((gone / all) * 100) / 100;
}
