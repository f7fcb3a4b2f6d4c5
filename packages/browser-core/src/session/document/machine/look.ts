import type { ErrorCode } from '@bonafide/contracts/codes';

import { isPaused, offerShutter, pauseWhile, startCapture, switchCamera } from '../../engine/equipment.ts';
import type { DocumentEvent } from './document-event.ts';
import type { DocumentTurn } from './document-effect.ts';
import { enter, fail, judge } from './phases.ts';

/** What we say of a file, and may be wrong about: it counts among the refusals, after which the file is let through. */
const OUR_JUDGEMENT: ReadonlySet<ErrorCode> = new Set(['document-wrong-side', 'document-unsupported']);

/** Camera and model are ready: frames are looked at from here on. */
export function look(turn: DocumentTurn): void {
  enter(turn, 'aligning');
  begin(turn);
  offerShutter(turn);
}

function begin(turn: DocumentTurn): void {
  startCapture(turn, turn.state.settings.capture !== 'manual');
}

/** `aligning` and `holding`. */
export function onLooking(turn: DocumentTurn, event: DocumentEvent): void {
  switch (event.type) {
    case 'capture-progress': {
      if (isPaused(turn)) return;
      const holding = event.stableProgress > 0;
      const progress = holding ? event.stableProgress : null;
      return turn.set({ phase: holding ? 'holding' : 'aligning', guidance: event.guidance, progress });
    }
    case 'taken':
      turn.clearTimer('manual');
      enter(turn, 'reading');
      return turn.set({ guidance: 'captured' });
    case 'captured':
      return judge(turn, event.problems);
    case 'torch-changed':
      return turn.set({ torch: event.torch });
    case 'set-torch':
      if (turn.state.torch !== null) turn.emit({ type: 'set-torch', on: event.on });
      return;
    case 'camera-muted':
      return pauseWhile(turn, { muted: true });
    case 'camera-unmuted':
      return pauseWhile(turn, { muted: false });
    case 'hidden':
    case 'visible':
      return pauseWhile(turn, { hidden: event.type === 'hidden' });
    case 'camera-opened':
      if (turn.state.camera !== 'opening') return;
      turn.set({ camera: 'open', cameraId: event.cameraId });
      return begin(turn);
    case 'camera-ended':
      return fail(turn, 'camera-lost');
    case 'switch-camera':
      turn.set({ torch: null });
      return switchCamera(turn, event.cameraId);
    case 'shoot':
      if (turn.state.manualCapture && turn.state.live.capture !== 0 && !isPaused(turn)) turn.emit({ type: 'shoot' });
      return;
    case 'timer':
      if (event.timer === 'manual') turn.set({ manualCapture: true });
      if (event.timer === 'muted') fail(turn, 'camera-muted');
      return;
    case 'work-failed':
      return fail(turn, event.code);
    default:
  }
}

/** `reading`: the picture is there, whatever the camera does now. */
export function onReading(turn: DocumentTurn, event: DocumentEvent): void {
  switch (event.type) {
    case 'captured':
    case 'file-read':
      return judge(turn, event.problems);
    case 'work-failed':
      if (event.lane === 'camera') return;
      if (OUR_JUDGEMENT.has(event.code)) countRefusal(turn);
      return fail(turn, event.code);
    default:
  }
}

function countRefusal(turn: DocumentTurn): void {
  const { refusals, settings } = turn.state;
  turn.set({ refusals: Math.min(refusals + 1, settings.maxRefusals) });
}
