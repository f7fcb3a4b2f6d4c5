import { ERROR_CODES, type ErrorCode } from '@bonafide/contracts/codes';
import type { SessionFailure, SessionSnapshot } from '@bonafide/browser-core/session';
import { IDLE_SNAPSHOT } from '../src/selfie-liveness/idle-snapshot.ts';

export function failure(code: ErrorCode): SessionFailure {
  return { code, retryable: ERROR_CODES[code].retryable, userAction: ERROR_CODES[code].userAction };
}

const CAMERAS = [
  { deviceId: 'front', label: 'FaceTime HD Camera' },
  { deviceId: 'external', label: 'Studio Display Camera' },
];
const RESULT = {
  correlationId: '8a3f5c1e-0000-4000-8000-000000000000',
  status: 'COMPLETED',
  submissionId: '42',
} as const;

const started = (change: Partial<SessionSnapshot>): SessionSnapshot => ({
  ...IDLE_SNAPSHOT,
  attempt: 1,
  attemptsLeft: 2,
  ...change,
});
const failed = (code: ErrorCode, attemptsLeft = 2): SessionSnapshot =>
  started({ phase: 'error', failure: failure(code), attemptsLeft });

const PLANNED = { colour: null, rampMs: 0 } as const;
const glow = (colour: string): SessionSnapshot['screenLight'] => ({ colour, rampMs: 1 });

/** A snapshot for every screen that there is, and for the variants that look different. */
export const SCREEN_SNAPSHOTS = {
  start: IDLE_SNAPSHOT,
  checking: started({ phase: 'checking' }),
  consent: started({ phase: 'consent' }),
  permission: started({ phase: 'requesting-permission' }),
  loading: started({ phase: 'loading', progress: 0.42 }),
  aligning: started({ phase: 'aligning', guidance: 'too-far', cameras: CAMERAS, cameraId: 'front' }),
  ready: started({ phase: 'aligning', guidance: 'ready', cameras: CAMERAS, cameraId: 'front' }),
  holding: started({ phase: 'holding', guidance: 'hold-still', progress: 0.6, cameras: CAMERAS, cameraId: 'front' }),
  manual: started({
    phase: 'aligning',
    guidance: 'blurry',
    manualCapture: true,
    cameras: CAMERAS,
    cameraId: 'front',
  }),
  'consent-light': started({ phase: 'consent', screenLight: PLANNED }),
  'light-planned': started({ phase: 'aligning', guidance: 'too-far', screenLight: PLANNED }),
  'light-neutral': started({ phase: 'holding', guidance: 'ready', progress: 1, screenLight: glow('#c2c2c2') }),
  'light-cyan': started({ phase: 'holding', guidance: 'ready', progress: 1, screenLight: glow('#30d6d6') }),
  'light-pink': started({ phase: 'holding', guidance: 'ready', progress: 1, screenLight: glow('#f8a4f8') }),
  'light-green': started({ phase: 'aligning', guidance: 'moving', screenLight: glow('#38da60') }),
  'light-yellow': started({
    phase: 'aligning',
    guidance: 'ready',
    screenLight: glow('#cac828'),
    cameras: CAMERAS,
    cameraId: 'front',
  }),
  captured: started({ phase: 'captured', guidance: 'captured' }),
  submitting: started({ phase: 'submitting', progress: 0.7 }),
  processing: started({ phase: 'processing' }),
  offline: started({ phase: 'processing', offline: true }),
  passed: started({ phase: 'passed', result: RESULT }),
  failed: started({ phase: 'failed', failure: failure('verification-failed') }),
  exhausted: started({ phase: 'failed', failure: failure('attempts-exhausted'), attemptsLeft: 0 }),
  'permission-denied': failed('permission-denied'),
  'no-camera': failed('no-camera'),
  'camera-in-use': failed('camera-in-use'),
  error: failed('server'),
  network: failed('network'),
  timeout: failed('attempt-timeout'),
  unsupported: started({ phase: 'unsupported', failure: failure('unsupported-browser') }),
  cancelled: started({ phase: 'cancelled', failure: failure('aborted') }),
  declined: started({ phase: 'cancelled', failure: failure('consent-declined') }),
} as const satisfies Record<string, SessionSnapshot>;

export type ScreenName = keyof typeof SCREEN_SNAPSHOTS;
