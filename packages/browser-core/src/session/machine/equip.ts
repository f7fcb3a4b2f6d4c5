import type { SessionReason } from '../session-reason.ts';
import { enter } from './journey.ts';
import type { Turn } from './turn.ts';

/** `checking`: asks what this browser, page and machine can do. */
export function check(turn: Turn): void {
  enter(turn, 'checking');
  turn.begin('support', (epoch) => ({ type: 'check-support', epoch }));
}

export function askToken(turn: Turn, reason: SessionReason): void {
  const correlationId = turn.state.correlationId || null;
  turn.set({ token: 'asking' });
  turn.begin('token', (epoch) => ({ type: 'ask-token', epoch, reason, correlationId }));
}

/** The token itself stays with the runner; the machine knows that it is there. */
export function takeToken(turn: Turn, correlationId: string): void {
  turn.settle('token');
  turn.set({ token: 'ready', correlationId });
}

export function loadVision(turn: Turn): void {
  turn.set({ vision: 'loading' });
  turn.begin('vision', (epoch) => ({ type: 'load-vision', epoch }));
}

export function openCamera(turn: Turn): void {
  const { cameraId } = turn.state;
  turn.set({ camera: 'opening', muted: false });
  turn.begin('camera', (epoch) => ({ type: 'open-camera', epoch, cameraId }));
}

/** The old camera is closed first: phones open one at a time. */
export function switchCamera(turn: Turn, cameraId: string): void {
  turn.end('capture', { type: 'stop-capture' });
  turn.end('camera', { type: 'close-camera' });
  turn.set({ cameraId });
  openCamera(turn);
}
