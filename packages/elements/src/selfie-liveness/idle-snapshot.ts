import type { SessionSnapshot } from '@bonafide/browser-core/session';

/** What is shown before there is a session. */
export const IDLE_SNAPSHOT: SessionSnapshot = {
  phase: 'idle',
  attempt: 0,
  attemptsLeft: null,
  guidance: null,
  screenLight: null,
  progress: null,
  manualCapture: false,
  offline: false,
  hidden: false,
  cameras: [],
  cameraId: null,
  stream: null,
  failure: null,
  result: null,
};
