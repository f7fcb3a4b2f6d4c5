import { ERROR_CODES } from '@bonafide/contracts/codes';
import type { ErrorCode } from '@bonafide/contracts/codes';

import { closeCamera, hastenShutter } from '../engine/equipment.ts';
import type { SessionFailure, SessionPhase } from '../snapshot.ts';
import { atPace } from '../pace.ts';
import type { SessionPace } from '../pace.ts';
import { JOURNEY_DEADLINE_MS, phaseDeadline } from './phase-deadlines.ts';
import { attemptsLeft } from './session-state.ts';
import type { SessionState, TimerName, WayOn } from './session-state.ts';
import { toResult } from './to-result.ts';
import type { Turn } from './turn.ts';

/** How long a picture that could not be sent waits in memory for the person to try again. Our choice. */
const PICTURE_KEPT_MS = 2 * 60_000;

const TIMERS: readonly TimerName[] = ['journey', 'phase', 'manual', 'muted', 'request', 'beat'];
/** After these the loaded model cannot be trusted to go on. */
const VISION_BROKE: ReadonlySet<ErrorCode> = new Set([
  'asset-load-failed',
  'asset-integrity-failed',
  'backend-init-failed',
  'gpu-context-lost',
  'internal',
]);
/** After these the token is of no more use. */
const TOKEN_SPENT: ReadonlySet<ErrorCode> = new Set(['token-expired', 'token-invalid', 'session-not-found']);
/** After these the same picture, or the same submission, is still good. */
const DELIVERY_WAITS: ReadonlySet<ErrorCode> = new Set([
  'network',
  'offline',
  'server',
  'rate-limited',
  'invalid-response',
  'token-expired',
  'processing-timeout',
]);

/** Moves to a phase with a deadline of its own. `holding` and `aligning` share theirs. */
export function enter(turn: Turn, phase: SessionPhase): void {
  turn.set({ phase, guidance: null, light: null, progress: null, manualCapture: false });
  restartDeadline(turn);
}

/** From `start` or `retry` on. */
export function beginJourney(turn: Turn): void {
  turn.setTimer('journey', atPace(JOURNEY_DEADLINE_MS, turn.state.pace));
}

/** What runs begins anew at the other pace. */
export function setPace(turn: Turn, pace: SessionPace): void {
  turn.set({ pace });
  const { timers, phase } = turn.state;
  if (timers.journey !== null) beginJourney(turn);
  if (timers.phase !== null || phase === 'aligning' || phase === 'holding') restartDeadline(turn);
  hastenShutter(turn);
}

/** The whole deadline of the present phase, from now on. */
export function restartDeadline(turn: Turn): void {
  turn.clearTimer('phase');
  const { ms } = phaseDeadline(turn.state.phase, turn.state);
  if (ms === null) return;
  turn.setTimer('phase', ms);
  if (turn.state.hidden) turn.pauseTimer('phase');
}

/** Lets go of camera, capture, requests and timers. What ends a journey ends through here. */
export function release(turn: Turn, keep: { readonly vision: boolean; readonly picture: boolean }): void {
  closeCamera(turn);
  turn.end('support');
  turn.end('gateway');
  if (turn.state.token === 'asking') turn.set({ token: 'none' });
  turn.end('token');
  if (!keep.vision || turn.state.vision !== 'ready') {
    turn.end('vision', { type: 'unload-vision' });
    turn.set({ vision: 'unloaded' });
  }
  if (turn.state.pictureHeld && !keep.picture) {
    turn.emit({ type: 'drop-picture' });
    turn.set({ pictureHeld: false });
  }
  for (const timer of TIMERS) turn.clearTimer(timer);
  turn.set({ waiting: null });
}

/** Ends in `error`, or in `failed` when no attempt is left, with a way on where there is one. */
export function fail(turn: Turn, code: ErrorCode): void {
  if (TOKEN_SPENT.has(code)) turn.set({ token: 'spent' });
  if (code === 'attempts-exhausted') return endWith(turn, 'failed', code, { wayOn: 'restart' });
  const wayOn = wayAfter(turn.state, code);
  const outOfAttempts = wayOn === 'recapture' && turn.state.submitted && attemptsLeft(turn.state) === 0;
  if (outOfAttempts && code === 'upload-rejected') {
    return endWith(turn, 'failed', 'attempts-exhausted', { wayOn: 'restart' });
  }
  endWith(turn, 'error', code, { wayOn });
}

export interface Ending {
  readonly wayOn: WayOn;
  /** The gateway finished its work on the submission. */
  readonly completed?: boolean;
  /** Overrides the registry: an end that it would allow to retry, but this journey cannot. */
  readonly final?: boolean;
  readonly helpAsked?: boolean;
}

/** Goes to a terminal phase. `code` null is success. */
export function endWith(turn: Turn, phase: SessionPhase, code: ErrorCode | null, ending: Ending): void {
  const failure = code === null ? null : toFailure(turn.state, code, ending);
  const retryable = failure?.retryable ?? false;
  const wait = retryable && ending.wayOn === 'resubmit';
  release(turn, { vision: retryable && (code === null || !VISION_BROKE.has(code)), picture: wait });
  const { correlationId, submissionId } = turn.state;
  enter(turn, phase);
  turn.set({
    wayOn: ending.wayOn,
    failure,
    result: toResult({
      correlationId,
      submissionId,
      completed: ending.completed ?? code === null,
      code,
      helpAsked: ending.helpAsked ?? false,
    }),
  });
  if (ending.wayOn !== 'repoll') turn.emit({ type: 'clear-resume' });
  if (wait) turn.setTimer('beat', PICTURE_KEPT_MS);
}

/** Back to the beginning, keeping what the page is going through and a token that is still unused. */
export function startOver(turn: Turn, initial: SessionState, forget: boolean): void {
  const unused = turn.state.token === 'ready' && !turn.state.submitted;
  release(turn, { vision: false, picture: false });
  if (forget) turn.emit({ type: 'clear-resume' });
  const { sequence, hidden, offline, cameraId, correlationId, pace } = turn.state;
  const token = unused ? { token: 'ready' as const, correlationId } : {};
  turn.set({ ...initial, sequence, hidden, offline, cameraId, pace, ...token });
}

function wayAfter(state: SessionState, code: ErrorCode): WayOn {
  if (DELIVERY_WAITS.has(code)) {
    if (state.phase === 'processing') return 'repoll';
    if (state.pictureHeld) return 'resubmit';
  }
  return state.consented && state.phase !== 'checking' ? 'recapture' : 'restart';
}

function toFailure(state: SessionState, code: ErrorCode, ending: Ending): SessionFailure {
  const entry = ERROR_CODES[code];
  const attemptThere = ending.wayOn !== 'recapture' || !state.submitted || attemptsLeft(state) > 0;
  const tokenThere = state.token !== 'spent' || state.settings.canRenewToken;
  const retryable = entry.retryable && ending.final !== true && attemptThere && tokenThere;
  const userAction = retryable || !entry.retryable ? entry.userAction : attemptThere ? 'start-over' : 'contact-support';
  return { code, retryable, userAction };
}
