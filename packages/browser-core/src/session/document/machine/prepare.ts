import { ERROR_CODES } from '@bonafide/contracts/codes';

import { loadVision, noteProgress, openCamera } from '../../engine/equipment.ts';
import type { DocumentEvent } from './document-event.ts';
import type { DocumentTurn } from './document-effect.ts';
import { look } from './look.ts';
import { dropPicture, endWith, enter, fail, restartDeadline } from './phases.ts';

/** `idle`, and `captured`, from which the next side begins. */
export function onIdle(turn: DocumentTurn, event: DocumentEvent): void {
  if (event.type !== 'start') return;
  dropPicture(turn);
  turn.set({ side: event.side ?? turn.state.side, refusals: 0, problems: [] });
  begin(turn);
}

/** Looks, or waits for a file where there is no looking. */
export function begin(turn: DocumentTurn): void {
  if (turn.state.settings.capture === 'upload') return enter(turn, 'idle');
  enter(turn, 'checking');
  turn.begin('support', (epoch) => ({ type: 'check-support', epoch }));
}

/** `checking`: what stands in the way for good is `unsupported`; what a person can put right is an `error`. */
export function onChecking(turn: DocumentTurn, event: DocumentEvent): void {
  if (event.type === 'work-failed') return fail(turn, event.code);
  if (event.type !== 'support-checked') return;
  turn.settle('support');
  const blocker = event.blockers[0];
  if (blocker === undefined) return prepareLook(turn);
  if (ERROR_CODES[blocker].retryable) return fail(turn, blocker);
  endWith(turn, 'unsupported', blocker);
}

/** Camera and model at the same time; the slower one is what the person sees. */
export function prepareLook(turn: DocumentTurn): void {
  if (turn.state.vision === 'unloaded') loadVision(turn);
  openCamera(turn);
  enter(turn, 'requesting-permission');
}

/** `requesting-permission` and `loading`. */
export function onPreparing(turn: DocumentTurn, event: DocumentEvent): void {
  switch (event.type) {
    case 'camera-opened':
      if (turn.state.camera !== 'opening') return;
      turn.set({ camera: 'open', cameraId: event.cameraId });
      return advance(turn);
    case 'vision-ready':
      turn.set({ vision: 'ready' });
      return advance(turn);
    case 'vision-progress':
      if (noteProgress(turn, event.share)) restartDeadline(turn);
      return;
    case 'camera-muted':
      return turn.set({ muted: true });
    case 'camera-unmuted':
      return turn.set({ muted: false });
    case 'camera-ended':
      return fail(turn, 'camera-lost');
    case 'work-failed':
      return fail(turn, event.code);
    default:
  }
}

function advance(turn: DocumentTurn): void {
  const { camera, vision, phase, fileHeld } = turn.state;
  if (fileHeld) return vision === 'ready' ? readFile(turn) : undefined;
  if (camera !== 'open') return;
  if (vision === 'ready') look(turn);
  else if (phase !== 'loading') enter(turn, 'loading');
}

/** A file has been given: the camera is off while it is read. */
export function takeFile(turn: DocumentTurn): void {
  turn.set({ fileHeld: true });
  if (turn.state.vision === 'ready') return readFile(turn);
  if (turn.state.vision === 'unloaded') loadVision(turn);
  enter(turn, 'loading');
}

function readFile(turn: DocumentTurn): void {
  const { refusals, settings } = turn.state;
  const isLenient = refusals >= settings.maxRefusals;
  enter(turn, 'reading');
  turn.begin('file', (epoch) => ({ type: 'read-file', epoch, isLenient }));
}
