import type { ErrorCode } from '@bonafide/contracts/codes';

import { isLate } from '../engine/engine-state.ts';
import type { SessionPhase } from '../snapshot.ts';
import { onDelivering } from './deliver.ts';
import { onEnded } from './ended.ts';
import { endWith, fail, setPace, startOver } from './journey.ts';
import { onCaptured, onLooking } from './look.ts';
import { phaseDeadline } from './phase-deadlines.ts';
import { onChecking, onConsent, onIdle, onPreparing } from './prepare.ts';
import type { SessionEffect } from './session-effect.ts';
import { laneOf } from './session-event.ts';
import type { SessionEvent } from './session-event.ts';
import { initialState, isTerminal } from './session-state.ts';
import type { SessionState, TimerName } from './session-state.ts';
import { Turn } from './turn.ts';

type Rule = (turn: Turn, event: SessionEvent) => void;

const RULES: Readonly<Record<SessionPhase, Rule>> = {
  idle: onIdle,
  checking: onChecking,
  consent: onConsent,
  'requesting-permission': onPreparing,
  loading: onPreparing,
  aligning: onLooking,
  holding: onLooking,
  captured: onCaptured,
  submitting: onDelivering,
  processing: onDelivering,
  passed: onEnded,
  failed: onEnded,
  error: onEnded,
  cancelled: onEnded,
  unsupported: onEnded,
};

/** Time in front of the person: it stands still while the page is hidden. */
const PAUSED_WHILE_HIDDEN: readonly TimerName[] = ['phase', 'manual'];

/**
 * The next state of a journey and what is to be done about it, unexecuted. Total: every phase answers every event, if
 * only by staying as it is. An outcome whose epoch is not the live one of its lane came too late and changes nothing.
 */
export function transition(
  state: SessionState,
  event: SessionEvent,
): readonly [SessionState, readonly SessionEffect[]] {
  if ('epoch' in event && isLate(state, event, laneOf(event))) return [state, []];
  const turn = new Turn(state, event.atMs);
  if (!everywhere(turn, event)) RULES[state.phase](turn, event);
  return turn.outcome();
}

/** What means the same in every phase. True: the phase has no say. */
function everywhere(turn: Turn, event: SessionEvent): boolean {
  switch (event.type) {
    case 'reset':
    case 'close':
      startOver(turn, initialState(turn.state.settings), event.type === 'reset');
      return true;
    case 'cancel':
      if (!isTerminal(turn.state.phase)) {
        endWith(turn, 'cancelled', 'aborted', { wayOn: 'restart', helpAsked: event.reason === 'help' });
      }
      return true;
    case 'hidden':
      for (const timer of PAUSED_WHILE_HIDDEN) turn.pauseTimer(timer);
      return note(turn, () => turn.set({ hidden: true }));
    case 'visible':
      for (const timer of PAUSED_WHILE_HIDDEN) turn.resumeTimer(timer);
      return note(turn, () => turn.set({ hidden: false }));
    case 'offline':
    case 'online':
      turn.set({ offline: event.type === 'offline' });
      return false;
    case 'leaving':
      // The page may come back from the back-forward cache, without its camera.
      if (turn.state.camera !== 'closed') fail(turn, 'camera-lost');
      return true;
    case 'skip-light':
      turn.set({ stillScreen: true, light: null });
      return true;
    case 'set-pace':
      setPace(turn, event.pace);
      return true;
    case 'switch-camera':
      if (turn.state.phase === 'aligning' || turn.state.phase === 'holding') return false;
      turn.set({ cameraId: event.cameraId });
      return true;
    case 'timer':
      turn.ringTimer(event.timer);
      if (event.timer !== 'journey' && event.timer !== 'phase') return false;
      fail(turn, expiryCode(turn.state));
      return true;
    default:
      return false;
  }
}

function expiryCode(state: SessionState): ErrorCode {
  const delivering = state.phase === 'captured' || state.phase === 'submitting' || state.phase === 'processing';
  return delivering && state.offline ? 'offline' : phaseDeadline(state.phase, state).code;
}

/** While looking, the change itself decides about pausing, so it is made there. */
function note(turn: Turn, change: () => void): boolean {
  const looking = turn.state.phase === 'aligning' || turn.state.phase === 'holding';
  if (!looking) change();
  return false;
}
