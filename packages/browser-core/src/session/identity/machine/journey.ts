import { ERROR_CODES } from '@bonafide/contracts/codes';
import type { ErrorCode } from '@bonafide/contracts/codes';

import type { Depiction } from '../../../gateway/identity-gateway.ts';
import type { IdentityPhase } from '../identity-snapshot.ts';
import { atPace } from '../../pace.ts';
import type { SessionPace } from '../../pace.ts';
import { IDENTITY_DEADLINES, IDENTITY_JOURNEY_MS } from './identity-deadlines.ts';
import type { IdentityTurn } from './identity-effect.ts';
import { DEPICTIONS, initialIdentityState, isIdentityEnd, isInteractive } from './identity-state.ts';
import type { IdentityState, IdentityTimer, IdentityWayOn } from './identity-state.ts';

/** How long pictures that could not be sent wait in memory for the person to try again. Our choice. */
const PICTURES_KEPT_MS = 5 * 60_000;

const TIMERS: readonly IdentityTimer[] = ['journey', 'phase', 'request', 'beat', 'look', 'link'];
/** After these the same pictures, or the same process, are still good. */
const DELIVERY_WAITS: ReadonlySet<ErrorCode> = new Set([
  'network',
  'offline',
  'server',
  'rate-limited',
  'invalid-response',
  'token-expired',
  'processing-timeout',
]);

/** Moves to a phase with a deadline of its own. */
export function enter(turn: IdentityTurn, phase: IdentityPhase): void {
  turn.set({ phase, notice: turn.state.phase === 'checking' ? turn.state.notice : null });
  beginDeadline(turn);
}

/** From `start` or `retry` on. */
export function beginJourney(turn: IdentityTurn): void {
  turn.setTimer('journey', atPace(IDENTITY_JOURNEY_MS, turn.state.pace));
}

/** What runs begins anew at the other pace. */
export function setPace(turn: IdentityTurn, pace: SessionPace): void {
  turn.set({ pace });
  if (turn.state.timers.journey !== null) beginJourney(turn);
  if (turn.state.timers.phase !== null) beginDeadline(turn);
}

function beginDeadline(turn: IdentityTurn): void {
  turn.clearTimer('phase');
  const { phase, pace } = turn.state;
  const { ms } = IDENTITY_DEADLINES[phase];
  if (ms === null) return;
  turn.setTimer('phase', isInteractive(phase) ? atPace(ms, pace) : ms);
  if (turn.state.hidden) turn.pauseTimer('phase');
}

/** Stops the request that runs; whatever it was for is begun again when its turn comes. */
export function stopRequests(turn: IdentityTurn): void {
  turn.end('gateway');
  turn.clearTimer('request');
  turn.clearTimer('beat');
  turn.set({ job: null, putting: null, share: 0, waiting: null });
}

/** The link to a phone, if any, is of no more use. */
export function dropLink(turn: IdentityTurn): void {
  if (turn.state.handover === null) return;
  turn.end('handover');
  turn.clearTimer('look');
  turn.clearTimer('link');
  turn.emit({ type: 'drop-link', keep: turn.state.processId });
  turn.set({ handover: null, cameFrom: null });
}

/** The bytes go; with `forget` the machine no longer counts the picture as taken either. */
export function dropPicture(turn: IdentityTurn, depiction: Depiction, forget: boolean): void {
  const { pictures, putting } = turn.state;
  const picture = pictures[depiction];
  if (picture === null) return;
  if (putting === depiction) stopRequests(turn);
  if (picture.held) turn.emit({ type: 'drop-picture', depiction });
  const left = forget || !picture.sent ? null : { ...picture, held: false };
  turn.set({ pictures: { ...turn.state.pictures, [depiction]: left } });
}

export interface IdentityEnding {
  readonly wayOn: IdentityWayOn;
  /** Overrides the registry: an end that it would allow to retry, but this journey cannot. */
  readonly final?: boolean;
}

/** Goes to a terminal phase. `code` null is an end that the gateway came to. */
export function endWith(
  turn: IdentityTurn,
  phase: IdentityPhase,
  code: ErrorCode | null,
  ending: IdentityEnding,
): void {
  const { wayOn } = ending;
  const retryable = code !== null && ERROR_CODES[code].retryable && ending.final !== true;
  const kept = retryable && wayOn !== 'repoll' && phase === 'error';
  release(turn, kept);
  enter(turn, phase);
  const entry = code === null ? null : ERROR_CODES[code];
  const userAction = entry === null ? '' : retryable || !entry.retryable ? entry.userAction : 'start-over';
  turn.set({ wayOn, failure: code === null ? null : { code, retryable, userAction } });
  if (kept && holdsPictures(turn.state)) turn.setTimer('beat', PICTURES_KEPT_MS);
}

/** Ends in `error`, with a way on where there is one; a person who did not come back lets the journey expire. */
export function fail(turn: IdentityTurn, code: ErrorCode): void {
  if (code === 'attempt-timeout') return endWith(turn, 'expired', code, { wayOn: 'restart' });
  if (code === 'session-not-found') return endWith(turn, 'expired', code, { wayOn: 'restart' });
  if (code === 'attempts-exhausted') return endWith(turn, 'failed', code, { wayOn: 'restart' });
  endWith(turn, 'error', code, { wayOn: wayAfter(turn.state, code) });
}

function wayAfter({ phase, handover, job }: IdentityState, code: ErrorCode): IdentityWayOn {
  if (DELIVERY_WAITS.has(code)) {
    if (phase === 'processing' || handover === 'done') return 'repoll';
    if (phase === 'submitting') return 'resubmit';
  }
  // What the gateway asks for may have changed, such as the version of a consent.
  if (job === 'create' && !DELIVERY_WAITS.has(code)) return 'restart';
  return isInteractive(phase) || phase === 'handover' ? 'advance' : 'restart';
}

/** Lets go of requests, link and timers, and of the pictures unless they are kept. */
export function release(turn: IdentityTurn, keepPictures: boolean): void {
  turn.end('support');
  stopRequests(turn);
  dropLink(turn);
  if (!keepPictures) for (const depiction of DEPICTIONS) dropPicture(turn, depiction, false);
  for (const timer of TIMERS) turn.clearTimer(timer);
}

export function holdsPictures({ pictures }: IdentityState): boolean {
  return DEPICTIONS.some((depiction) => pictures[depiction]?.held === true);
}

/** The process ends where the gateway has one that is not over. */
export function abandonProcess(turn: IdentityTurn): void {
  const { processId, attached, outcome } = turn.state;
  if (processId === null) return;
  stopRequests(turn);
  if (outcome === null) turn.emit({ type: 'cancel-process', unknown: attached ? null : processId });
  forgetProcess(turn);
}

/** There is no such process any more. What was sent and is still held can be sent to another. */
export function forgetProcess(turn: IdentityTurn): void {
  const { pictures } = turn.state;
  const unsent = (depiction: Depiction): IdentityState['pictures'][Depiction] => {
    const picture = pictures[depiction];
    return picture === null || !picture.held ? null : { ...picture, sent: false };
  };
  turn.set({
    processId: null,
    correlationId: null,
    attached: false,
    depictions: null,
    submitted: false,
    recapture: null,
    pictures: { FRONT: unsent('FRONT'), BACK: unsent('BACK'), SELFIE: unsent('SELFIE') },
  });
}

/** The person stops: whoever waits for this device is told, and the gateway. */
export function stop(turn: IdentityTurn): void {
  turn.emit({ type: 'leave' });
  abandonProcess(turn);
}

/** Back to the beginning, keeping what the page is going through. */
export function startOver(turn: IdentityTurn, forget: boolean): void {
  const { phase, settings } = turn.state;
  if (forget && phase !== 'idle' && !isIdentityEnd(phase)) abandonProcess(turn);
  release(turn, false);
  if (forget) turn.emit({ type: 'clear-resume' });
  const { sequence, hidden, offline, pace } = turn.state;
  turn.set({ ...initialIdentityState(settings), sequence, hidden, offline, pace });
}
