import { isLate } from '../../engine/engine-state.ts';
import type { IdentityPhase } from '../identity-snapshot.ts';
import { onChecking, onIdle } from './begin.ts';
import { onEnded } from './ended.ts';
import { onHandover } from './hand-over.ts';
import { IDENTITY_DEADLINES } from './identity-deadlines.ts';
import { identityLaneOf } from './identity-event.ts';
import type { IdentityEvent } from './identity-event.ts';
import { IdentityTurn } from './identity-effect.ts';
import type { IdentityEffect } from './identity-effect.ts';
import { isIdentityEnd } from './identity-state.ts';
import type { IdentityState, IdentityTimer } from './identity-state.ts';
import { endWith, fail, setPace, startOver, stop } from './journey.ts';
import { onGateway, onSilence } from './outcomes.ts';
import { go, hold, wake } from './requests.ts';
import { toResumePoint } from './resume-point.ts';
import { onStep, takePicture } from './take.ts';

type Rule = (turn: IdentityTurn, event: IdentityEvent) => void;

const RULES: Readonly<Record<IdentityPhase, Rule>> = {
  idle: onIdle,
  checking: onChecking,
  consent: onStep,
  selecting: onStep,
  'capturing-front': onStep,
  flipping: onStep,
  'capturing-back': onStep,
  reviewing: onStep,
  'capturing-selfie': onStep,
  recapture: onStep,
  submitting: () => {},
  processing: () => {},
  handover: onHandover,
  passed: onEnded,
  review: onEnded,
  failed: onEnded,
  cancelled: onEnded,
  expired: onEnded,
  error: onEnded,
  unsupported: onEnded,
};

/**
 * The next state of a journey and what is to be done about it, unexecuted. Total: every phase answers every event, if
 * only by staying as it is. An outcome whose epoch is not the live one of its lane came too late and changes nothing.
 */
export function identityTransition(
  state: IdentityState,
  event: IdentityEvent,
): readonly [IdentityState, readonly IdentityEffect[]] {
  if ('epoch' in event && isLate(state, event, identityLaneOf(event))) return [state, []];
  const turn = new IdentityTurn(state, event.atMs);
  if (!everywhere(turn, event) && !onGateway(turn, event)) RULES[turn.state.phase](turn, event);
  remember(turn, state, event);
  return turn.outcome();
}

/** What means the same in every phase. True: the phase has no say. */
function everywhere(turn: IdentityTurn, event: IdentityEvent): boolean {
  switch (event.type) {
    case 'reset':
    case 'close':
      startOver(turn, event.type === 'reset');
      return true;
    case 'cancel':
      if (turn.state.phase !== 'idle' && !isIdentityEnd(turn.state.phase)) {
        stop(turn);
        endWith(turn, 'cancelled', 'aborted', { wayOn: 'restart' });
      }
      return true;
    case 'hidden':
    case 'visible':
    case 'offline':
    case 'online':
      note(turn, event.type);
      return false;
    case 'set-pace':
      setPace(turn, event.pace);
      return true;
    case 'offer-picture':
      takePicture(turn, event);
      return true;
    case 'timer':
      turn.ringTimer(event.timer);
      return onTimer(turn, event.timer);
    default:
      return false;
  }
}

function note(turn: IdentityTurn, change: 'hidden' | 'visible' | 'offline' | 'online'): void {
  if (change === 'hidden' || change === 'visible') turn.set({ hidden: change === 'hidden' });
  else turn.set({ offline: change === 'offline' });
  // Time in front of the person stands still while the page is hidden.
  if (change === 'hidden') turn.pauseTimer('phase');
  if (change === 'visible') turn.resumeTimer('phase');
  if (change === 'hidden' || change === 'offline') hold(turn);
  else wake(turn);
}

function onTimer(turn: IdentityTurn, timer: IdentityTimer): boolean {
  const { phase, offline } = turn.state;
  switch (timer) {
    case 'journey':
      endWith(turn, 'expired', 'attempt-timeout', { wayOn: 'restart' });
      return true;
    case 'phase': {
      const { code } = IDENTITY_DEADLINES[phase];
      fail(turn, offline && code === 'network' ? 'offline' : code);
      return true;
    }
    case 'request':
      onSilence(turn);
      return true;
    case 'beat':
      if (isIdentityEnd(phase)) return false;
      go(turn);
      return true;
    default:
      return false;
  }
}

/** Where the journey is goes to storage whenever it has changed, and goes from there when it is over. */
function remember(turn: IdentityTurn, before: IdentityState, event: IdentityEvent): void {
  const { state } = turn;
  if (event.type === 'close' || state.phase === 'idle') return;
  if (isIdentityEnd(state.phase)) {
    const over = state.failure?.retryable !== true;
    if (over && !isIdentityEnd(before.phase)) turn.emit({ type: 'clear-resume' });
    return;
  }
  if (state.phase === 'checking') return;
  const point = toResumePoint(state);
  const known = before.phase !== 'idle' && before.phase !== 'checking' && !isIdentityEnd(before.phase);
  if (known && JSON.stringify(point) === JSON.stringify(toResumePoint(before))) return;
  turn.emit({ type: 'save-resume', point });
}
