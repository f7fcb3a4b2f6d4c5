import type { FlowStep } from './flows.ts';
import type { ScriptedEnd } from './scripted-ends.ts';
import { type StepEnd, type StepFinding, type StepSubject, toStepEnd } from './step-end.ts';

/** The suspension's whole length. Source: documented, as the default of Keyless. */
const LOCKED_OUT_SECONDS = 600;

/**
 * How a session ends that a scenario ends, in the words of its step. `found` is what a yes is made of: the proof that the
 * vault keeps of it says that nobody was looked at.
 */
export function toScriptedEnd(
  step: Pick<FlowStep, 'kind'>,
  end: ScriptedEnd,
  subject: StepSubject,
  found: { readonly credentialId: string; readonly transactionId: string; readonly entryId: string },
): StepEnd {
  if (end === 'session-error' || end === 'session-aborted') {
    const status = end === 'session-error' ? 'ERROR' : 'ABORTED';
    const nothing = { verdict: null, results: null, reasonCode: null, retryAfterSeconds: null };
    return { status, outcome: 'NO_OUTCOME', ...nothing };
  }
  return toStepEnd(step, toFinding(step, end, found), subject);
}

function toFinding(
  { kind }: Pick<FlowStep, 'kind'>,
  end: Exclude<ScriptedEnd, 'session-error' | 'session-aborted'>,
  found: { readonly credentialId: string; readonly transactionId: string; readonly entryId: string },
): StepFinding {
  switch (end) {
    case 'verified':
      return kind === 'enrollment'
        ? { kind: 'enrolled', credentialId: found.credentialId }
        : { kind: 'recognised', ...found };
    case 'rejected':
      return { kind: 'refused', reason: 'SERVER_FACE_DOES_NOT_MATCH', transactionId: found.transactionId };
    case 'locked-out':
      return { kind: 'locked-out', retryAfterSeconds: LOCKED_OUT_SECONDS };
    case 'error':
      return { kind: 'failed', reason: 'SERVER_INTERNAL_ERROR' };
    case 'session-expired':
      return { kind: 'expired' };
    case 'aborted':
    case 'already-enrolled':
      return { kind: end };
  }
}
