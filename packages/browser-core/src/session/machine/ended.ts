import { goOn } from './deliver.ts';
import { check } from './equip.ts';
import { beginJourney } from './journey.ts';
import { prepareAttempt } from './prepare.ts';
import type { SessionEvent } from './session-event.ts';
import type { Turn } from './turn.ts';

/** Terminal phases: only `retry` is answered here, and only where the failure offers it. */
export function onEnded(turn: Turn, event: SessionEvent): void {
  if (event.type === 'timer' && event.timer === 'beat') return forgetPicture(turn);
  if (event.type !== 'retry' || turn.state.failure?.retryable !== true) return;
  const { wayOn } = turn.state;
  turn.clearTimer('beat');
  turn.set({ failure: null, result: null });
  beginJourney(turn);
  if (wayOn === 'resubmit' || wayOn === 'repoll') return goOn(turn);
  const { attempt, submitted } = turn.state;
  turn.set({ attempt: submitted ? attempt + 1 : attempt, submitted: false, submissionId: null, step: null });
  if (wayOn === 'restart') check(turn);
  else prepareAttempt(turn, 'retry');
}

/** The person did not come back in time: the next try takes a new picture. */
function forgetPicture(turn: Turn): void {
  if (!turn.state.pictureHeld) return;
  turn.emit({ type: 'drop-picture' });
  turn.set({ pictureHeld: false, wayOn: 'recapture', step: null });
}
