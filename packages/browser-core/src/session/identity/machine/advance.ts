import type { IdentityStep } from '../identity-snapshot.ts';
import type { IdentityTurn } from './identity-effect.ts';
import { enter } from './journey.ts';
import { PHASE_OF, missingStep } from './plan.ts';
import { go } from './requests.ts';

/** On to the first thing that is missing; nothing is: everything goes out. */
export function advance(turn: IdentityTurn): void {
  goTo(turn, missingStep(turn.state));
}

export function goTo(turn: IdentityTurn, step: IdentityStep): void {
  if (step === 'submit') return deliver(turn);
  enter(turn, PHASE_OF[step]);
  go(turn);
}

/** Everything is there: what has not been sent is sent, and verification begins. */
function deliver(turn: IdentityTurn): void {
  enter(turn, 'submitting');
  turn.set({ failures: 0, tokenRenewals: 0, resubmits: 0, aheadStopped: false });
  go(turn);
}

/** Everything was sent: the outcome is asked for. */
export function process(turn: IdentityTurn): void {
  enter(turn, 'processing');
  turn.set({ failures: 0, tokenRenewals: 0, polls: 0 });
}
