import { ERROR_CODES } from '@bonafide/contracts/codes';

import { advance } from './advance.ts';
import { handOver } from './hand-over.ts';
import type { IdentityEvent } from './identity-event.ts';
import type { IdentityTurn } from './identity-effect.ts';
import { beginJourney, endWith, enter, fail } from './journey.ts';
import { choicesOf } from './plan.ts';
import { go } from './requests.ts';
import { fromResumePoint } from './resume-point.ts';

/** `idle`: waits for the start. */
export function onIdle(turn: IdentityTurn, event: IdentityEvent): void {
  if (event.type !== 'start') return;
  beginJourney(turn);
  turn.set({ attempt: 1, ...(event.resume === null ? {} : fromResumePoint(event.resume)) });
  check(turn);
}

/** `checking`: what the device can do and what the gateway asks for, at the same time. */
export function check(turn: IdentityTurn): void {
  turn.set({ requirements: null, blockers: null, attached: false, failures: 0, tokenRenewals: 0 });
  const { notice } = turn.state;
  enter(turn, 'checking');
  turn.set({ notice });
  turn.begin('support', (epoch) => ({ type: 'check-support', epoch }));
  go(turn);
}

export function onChecking(turn: IdentityTurn, event: IdentityEvent): void {
  if (event.type === 'work-failed') return fail(turn, event.code);
  if (event.type !== 'support-checked') return;
  turn.settle('support');
  turn.set({ blockers: event.blockers });
  arrive(turn);
}

/** Everything that is to be known before the first step is known, or not yet. */
export function arrive(turn: IdentityTurn): void {
  const { blockers, requirements, processId, attached, live } = turn.state;
  if (blockers === null || requirements === null || live.gateway !== 0) return;
  if (processId !== null && !attached) return go(turn);
  choose(turn);
  if (requirements.documents.length > 0 && choicesOf(turn.state).length === 0) {
    return endWith(turn, 'error', 'document-unsupported', { wayOn: 'restart', final: true });
  }
  if (turn.state.settings.handover === 'force') return handOver(turn);
  const [blocker] = blockers;
  if (blocker === undefined || isGotRound(turn)) return advance(turn);
  if (turn.state.settings.handover === 'offer') return handOver(turn);
  if (ERROR_CODES[blocker].retryable) return fail(turn, blocker);
  endWith(turn, 'unsupported', blocker, { wayOn: 'restart' });
}

/** Without a camera a document can still be a file, but a face cannot. */
function isGotRound({ state }: IdentityTurn): boolean {
  return state.settings.allowUpload && state.requirements?.selfie === false && state.blockers?.[0] === 'no-camera';
}

/** What there is no choice about is chosen. */
function choose(turn: IdentityTurn): void {
  const { chosen, settings } = turn.state;
  const choices = choicesOf(turn.state);
  const only = choices[0];
  if (chosen || (settings.documentType === null && choices.length !== 1)) return;
  if (only === undefined) return turn.set({ chosen: true });
  const country = settings.country ?? (only.countries?.length === 1 ? (only.countries[0] ?? null) : null);
  turn.set({ chosen: true, documentType: only.documentType, country });
}
