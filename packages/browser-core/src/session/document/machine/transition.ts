import { isLate } from '../../engine/engine-state.ts';
import { closeCamera } from '../../engine/equipment.ts';
import type { DocumentCapturePhase } from '../document-snapshot.ts';
import { documentDeadline } from './document-deadlines.ts';
import { documentLaneOf } from './document-event.ts';
import type { DocumentEvent } from './document-event.ts';
import { DocumentTurn } from './document-effect.ts';
import type { DocumentEffect } from './document-effect.ts';
import { initialDocumentState, isDocumentEnd, isUploadOffered } from './document-state.ts';
import type { DocumentState } from './document-state.ts';
import { onLooking, onReading } from './look.ts';
import { dropPicture, endWith, fail, release, setPace } from './phases.ts';
import { begin, onChecking, onIdle, onPreparing, takeFile } from './prepare.ts';

type Rule = (turn: DocumentTurn, event: DocumentEvent) => void;

const RULES: Readonly<Record<DocumentCapturePhase, Rule>> = {
  idle: onIdle,
  checking: onChecking,
  'requesting-permission': onPreparing,
  loading: onPreparing,
  aligning: onLooking,
  holding: onLooking,
  reading: onReading,
  refused: onRefused,
  captured: onIdle,
  error: onError,
  cancelled: () => {},
  unsupported: () => {},
};

/** Time in front of the person: it stands still while the page is hidden. */
const PAUSED_WHILE_HIDDEN = ['phase', 'manual'] as const;

/**
 * The next state of a capture and what is to be done about it, unexecuted. Total: every phase answers every event, if
 * only by staying as it is. An outcome whose epoch is not the live one of its lane came too late and changes nothing.
 */
export function documentTransition(
  state: DocumentState,
  event: DocumentEvent,
): readonly [DocumentState, readonly DocumentEffect[]] {
  if ('epoch' in event && isLate(state, event, documentLaneOf(event))) return [state, []];
  const turn = new DocumentTurn(state, event.atMs);
  if (!everywhere(turn, event)) RULES[state.phase](turn, event);
  return turn.outcome();
}

/** What means the same in every phase. True: the phase has no say. */
function everywhere(turn: DocumentTurn, event: DocumentEvent): boolean {
  switch (event.type) {
    case 'reset':
    case 'close':
      startOver(turn);
      return true;
    case 'cancel':
      if (!isDocumentEnd(turn.state.phase)) endWith(turn, 'cancelled', 'aborted');
      return true;
    case 'upload':
      if (isUploadOffered(turn.state)) {
        // A file needs nothing of what is being checked.
        turn.end('support');
        closeCamera(turn);
        turn.clearTimer('manual');
        turn.clearTimer('muted');
        dropPicture(turn);
        takeFile(turn);
      } else if (!turn.state.fileHeld) turn.emit({ type: 'drop-file' });
      return true;
    case 'hidden':
    case 'visible':
      return note(turn, event.type === 'hidden');
    case 'leaving':
      // The page may come back from the back-forward cache, without its camera.
      if (turn.state.camera !== 'closed') fail(turn, 'camera-lost');
      return true;
    case 'set-pace':
      setPace(turn, event.pace);
      return true;
    case 'switch-camera':
      if (isLooking(turn)) return false;
      turn.set({ cameraId: event.cameraId });
      return true;
    case 'timer':
      turn.ringTimer(event.timer);
      if (event.timer !== 'phase') return false;
      fail(turn, documentDeadline(turn.state.phase, turn.state).code);
      return true;
    default:
      return false;
  }
}

/** While looking, the change itself decides about pausing, so it is made there. */
function note(turn: DocumentTurn, hidden: boolean): boolean {
  for (const timer of PAUSED_WHILE_HIDDEN) {
    if (hidden) turn.pauseTimer(timer);
    else turn.resumeTimer(timer);
  }
  if (!isLooking(turn)) turn.set({ hidden });
  return false;
}

function isLooking({ state }: DocumentTurn): boolean {
  return state.phase === 'aligning' || state.phase === 'holding';
}

function onRefused(turn: DocumentTurn, event: DocumentEvent): void {
  if (event.type !== 'retry') return;
  dropPicture(turn);
  begin(turn);
}

function onError(turn: DocumentTurn, event: DocumentEvent): void {
  if (event.type === 'retry' && turn.state.failure?.retryable === true) begin(turn);
}

/** Back to the beginning, keeping what the page is going through and what the person chose. */
function startOver(turn: DocumentTurn): void {
  release(turn, { vision: false, picture: false });
  const { settings, side, sequence, hidden, cameraId, pace } = turn.state;
  turn.set({ ...initialDocumentState(settings, side), sequence, hidden, cameraId, pace });
}
