import { deliver } from './deliver.ts';
import { enter, fail } from './journey.ts';
import { closeCamera, isPaused, offerShutter, pauseWhile, startCapture, switchCamera } from '../engine/equipment.ts';
import { takeToken } from './equip.ts';
import type { SessionEvent } from './session-event.ts';
import { wantsLight } from './session-state.ts';
import type { Turn } from './turn.ts';

/** How long "captured" is shown: long enough to be seen. Our choice. */
const CAPTURED_SHOWN_MS = 700;

/** Camera and model are ready: frames are looked at from here on. */
export function look(turn: Turn): void {
  enter(turn, 'aligning');
  startCapture(turn, turn.state.settings.capture !== 'manual');
  offerShutter(turn);
}

/** `aligning` and `holding`. */
export function onLooking(turn: Turn, event: SessionEvent): void {
  switch (event.type) {
    case 'capture-progress': {
      if (isPaused(turn)) return;
      const holding = event.stableProgress > 0;
      const progress = holding ? event.stableProgress : null;
      const light = wantsLight(turn.state) ? (event.light ?? null) : null;
      return turn.set({ phase: holding ? 'holding' : 'aligning', guidance: event.guidance, progress, light });
    }
    case 'captured':
      return take(turn);
    case 'camera-muted':
    case 'camera-unmuted':
      return pause(turn, { muted: event.type === 'camera-muted' });
    case 'hidden':
    case 'visible':
      return pause(turn, { hidden: event.type === 'hidden' });
    case 'camera-opened':
      if (turn.state.camera !== 'opening') return;
      turn.set({ camera: 'open', cameraId: event.cameraId });
      return startCapture(turn, turn.state.settings.capture !== 'manual');
    case 'camera-ended':
      return fail(turn, 'camera-lost');
    case 'switch-camera':
      turn.set({ light: null });
      return switchCamera(turn, event.cameraId);
    case 'shoot':
      if (turn.state.manualCapture && turn.state.live.capture !== 0 && !isPaused(turn)) turn.emit({ type: 'shoot' });
      return;
    case 'timer':
      if (event.timer === 'manual') turn.set({ manualCapture: true });
      if (event.timer === 'muted') fail(turn, 'camera-muted');
      return;
    case 'token-ready':
      return takeToken(turn, event.correlationId);
    case 'work-failed':
      return fail(turn, event.code);
    default:
  }
}

/** `captured`: the camera is off already; the token may still be on its way. */
export function onCaptured(turn: Turn, event: SessionEvent): void {
  if (event.type === 'token-ready') takeToken(turn, event.correlationId);
  else if (event.type === 'work-failed') return fail(turn, event.code);
  else if (event.type !== 'timer' || event.timer !== 'beat') return;
  if (turn.state.token === 'ready' && turn.state.timers.beat === null) deliver(turn);
}

function pause(turn: Turn, changes: Parameters<typeof pauseWhile>[1]): void {
  pauseWhile(turn, changes);
  if (isPaused(turn)) turn.set({ light: null });
}

function take(turn: Turn): void {
  closeCamera(turn);
  turn.clearTimer('manual');
  turn.clearTimer('muted');
  enter(turn, 'captured');
  turn.set({ pictureHeld: true, guidance: 'captured', tokenRenewals: 0 });
  turn.setTimer('beat', CAPTURED_SHOWN_MS);
}
