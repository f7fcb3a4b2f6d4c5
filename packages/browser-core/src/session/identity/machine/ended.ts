import { advance, process } from './advance.ts';
import { check } from './begin.ts';
import type { IdentityEvent } from './identity-event.ts';
import type { IdentityTurn } from './identity-effect.ts';
import { abandonProcess, beginJourney } from './journey.ts';
import { forgetPictures } from './outcomes.ts';
import { go } from './requests.ts';

/** Terminal phases: only `retry` is answered here, and only where the failure offers it. */
export function onEnded(turn: IdentityTurn, event: IdentityEvent): void {
  if (event.type === 'timer' && event.timer === 'beat') return forgetPictures(turn);
  if (event.type !== 'retry' || turn.state.failure?.retryable !== true) return;
  turn.clearTimer('beat');
  turn.set({ failure: null });
  beginJourney(turn);
  switch (turn.state.wayOn) {
    case 'repoll':
      process(turn);
      return go(turn);
    case 'resubmit':
    case 'advance':
      turn.set({ failures: 0, aheadStopped: false });
      return advance(turn);
    case 'restart':
      // A process that is over does not come back; one that is not would be found by its id.
      if (turn.state.outcome !== null) abandonProcess(turn);
      turn.set({ outcome: null });
      return check(turn);
  }
}
