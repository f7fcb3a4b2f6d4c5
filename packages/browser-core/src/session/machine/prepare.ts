import { ERROR_CODES } from '@bonafide/contracts/codes';

import { loadVision, noteProgress, openCamera } from '../engine/equipment.ts';
import { askToken, check, takeToken } from './equip.ts';
import { beginJourney, endWith, enter, fail, restartDeadline } from './journey.ts';
import { look } from './look.ts';
import { resumeDelivery } from './deliver.ts';
import type { SessionEvent } from './session-event.ts';
import type { Turn } from './turn.ts';

/** `idle`: waits for the start. */
export function onIdle(turn: Turn, event: SessionEvent): void {
  if (event.type !== 'start') return;
  turn.set({ correlationId: turn.state.correlationId || (event.correlationId ?? '') });
  turn.set({ stillScreen: turn.state.stillScreen || event.stillScreen === true });
  noteInput(turn, event.isTrusted);
  beginJourney(turn);
  if (event.resume !== null) return resumeDelivery(turn, event.resume);
  turn.set({ attempt: 1 });
  check(turn);
}

/** `checking`: what stands in the way for good is `unsupported`; what a person can put right is an `error`. */
export function onChecking(turn: Turn, event: SessionEvent): void {
  if (event.type === 'work-failed') return fail(turn, event.code);
  if (event.type !== 'support-checked') return;
  turn.settle('support');
  const blocker = event.blockers[0];
  if (blocker !== undefined) {
    if (ERROR_CODES[blocker].retryable) return fail(turn, blocker);
    return endWith(turn, 'unsupported', blocker, { wayOn: 'restart' });
  }
  if (turn.state.consented) prepareAttempt(turn, 'start');
  else enter(turn, 'consent');
}

/** `consent`: nothing has left the page and no camera is open. */
export function onConsent(turn: Turn, event: SessionEvent): void {
  if (event.type === 'accept-consent') {
    turn.set({ consented: true });
    noteInput(turn, event.isTrusted);
    prepareAttempt(turn, 'start');
  } else if (event.type === 'decline-consent') {
    endWith(turn, 'cancelled', 'consent-declined', { wayOn: 'restart' });
  }
}

/** One event that a script made outweighs those that a person made. */
function noteInput(turn: Turn, isTrusted: boolean | null = null): void {
  if (isTrusted !== null) turn.set({ isInputTrusted: isTrusted && turn.state.isInputTrusted !== false });
}

/** Token, camera and model at the same time; the slower one is what the person sees. */
export function prepareAttempt(turn: Turn, reason: 'start' | 'retry'): void {
  if (turn.state.token !== 'ready') askToken(turn, reason);
  if (turn.state.vision === 'unloaded') loadVision(turn);
  openCamera(turn);
  enter(turn, 'requesting-permission');
}

/** `requesting-permission` and `loading`. */
export function onPreparing(turn: Turn, event: SessionEvent): void {
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
    case 'token-ready':
      return takeToken(turn, event.correlationId);
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

function advance(turn: Turn): void {
  const { camera, vision, phase } = turn.state;
  if (camera !== 'open') return;
  if (vision === 'ready') look(turn);
  else if (phase !== 'loading') enter(turn, 'loading');
}
