import { deliver } from './deliver.ts';
import { enter, fail } from './journey.ts';
import { switchCamera, takeToken } from './equip.ts';
import type { SessionEvent } from './session-event.ts';
import type { Turn } from './turn.ts';

/** How long "captured" is shown: long enough to be seen. Our choice. */
const CAPTURED_SHOWN_MS = 700;
/** How long a muted camera may stay black before the person is asked to do something. Our choice. */
const MUTED_PATIENCE_MS = 8000;

/** Camera and model are ready: frames are looked at from here on. */
export function look(turn: Turn): void {
  enter(turn, 'aligning');
  startCapture(turn);
  const { capture, manualAfterMs } = turn.state.settings;
  if (capture === 'manual') turn.set({ manualCapture: true });
  if (capture !== 'auto-then-manual') return;
  turn.setTimer('manual', manualAfterMs);
  if (turn.state.hidden) turn.pauseTimer('manual');
}

/** `aligning` and `holding`. */
export function onLooking(turn: Turn, event: SessionEvent): void {
  switch (event.type) {
    case 'capture-progress': {
      if (isPaused(turn)) return;
      const holding = event.stableProgress > 0;
      const progress = holding ? event.stableProgress : null;
      return turn.set({ phase: holding ? 'holding' : 'aligning', guidance: event.guidance, progress });
    }
    case 'captured':
      return take(turn);
    case 'camera-muted':
      return pauseWhile(turn, () => turn.set({ muted: true }));
    case 'camera-unmuted':
      return pauseWhile(turn, () => turn.set({ muted: false }));
    case 'hidden':
    case 'visible':
      return pauseWhile(turn, () => turn.set({ hidden: event.type === 'hidden' }));
    case 'camera-opened':
      if (turn.state.camera !== 'opening') return;
      turn.set({ camera: 'open', cameraId: event.cameraId });
      return startCapture(turn);
    case 'camera-ended':
      return fail(turn, 'camera-lost');
    case 'switch-camera':
      turn.clearTimer('muted');
      turn.set({ phase: 'aligning', guidance: null, progress: null });
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

function startCapture(turn: Turn): void {
  const auto = turn.state.settings.capture !== 'manual';
  const paused = isPaused(turn);
  turn.begin('capture', (epoch) => ({ type: 'start-capture', epoch, auto, paused }));
  watchMute(turn);
}

function take(turn: Turn): void {
  turn.settle('capture');
  turn.emit({ type: 'stop-capture' });
  turn.end('camera', { type: 'close-camera' });
  turn.clearTimer('manual');
  turn.clearTimer('muted');
  enter(turn, 'captured');
  turn.set({ camera: 'closed', muted: false, pictureHeld: true, guidance: 'captured', tokenRenewals: 0 });
  turn.setTimer('beat', CAPTURED_SHOWN_MS);
}

/** Nobody is looked at while the page is hidden, and a muted camera shows black. */
function isPaused(turn: Turn): boolean {
  return turn.state.hidden || turn.state.muted;
}

function pauseWhile(turn: Turn, change: () => void): void {
  const was = isPaused(turn);
  change();
  const now = isPaused(turn);
  if (now !== was && turn.state.live.capture !== 0) turn.emit({ type: now ? 'pause-capture' : 'resume-capture' });
  if (now) turn.set({ phase: 'aligning', guidance: null, progress: null });
  watchMute(turn);
}

/** A phone mutes the camera of a hidden page; only what stays black in front of a person counts. */
function watchMute(turn: Turn): void {
  const waiting = turn.state.muted && !turn.state.hidden;
  if (!waiting) turn.clearTimer('muted');
  else if (turn.state.timers.muted === null) turn.setTimer('muted', MUTED_PATIENCE_MS);
}
