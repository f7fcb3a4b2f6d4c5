import type { ErrorCode } from '@bonafide/contracts/codes';

import type { SubmissionStatus } from '../../gateway/liveness-gateway.ts';
import { nextAction } from '../../gateway/next-action.ts';
import { askToken, check, takeToken } from './equip.ts';
import { endWith, enter, fail } from './journey.ts';
import { MAX_FAILURES, REQUEST_SILENCE_MS, backoffDelayMs, pollDelayMs } from './pace.ts';
import type { ResumePoint, SessionEvent } from './session-event.ts';
import { attemptsLeft } from './session-state.ts';
import type { SessionState } from './session-state.ts';
import type { Turn } from './turn.ts';

/** A presigned URL that the storage refused is asked for again so often: each asking may cost the gateway's quota. */
const MAX_URL_RENEWALS = 2;
const MAX_TOKEN_RENEWALS = 1;
/** What may be gone by itself. Everything else ends the delivery. */
const TRANSIENT: ReadonlySet<ErrorCode> = new Set(['network', 'offline', 'server', 'rate-limited', 'invalid-response']);

/** The picture goes out: request an address, upload, confirm. */
export function deliver(turn: Turn): void {
  enter(turn, 'submitting');
  turn.set({ step: 'request', failures: 0, urlRenewals: 0, notBeforeMs: 0 });
  go(turn);
}

/** Retry after a delivery that broke off, at the step where it broke. */
export function goOn(turn: Turn): void {
  enter(turn, turn.state.step === 'poll' ? 'processing' : 'submitting');
  turn.set({ failures: 0, urlRenewals: 0, notBeforeMs: 0, polls: 0, tokenRenewals: 0 });
  if (turn.state.step === null) turn.set({ step: 'request' });
  if (turn.state.token === 'ready') return go(turn);
  turn.set({ waiting: 'token' });
  askToken(turn, 'retry');
}

/** After a reload: the picture is at the gateway, so only the outcome is asked for. */
export function resumeDelivery(turn: Turn, point: ResumePoint): void {
  turn.set({ ...point, submitted: true, consented: true, resumed: true, step: 'poll', polls: 0, waiting: 'token' });
  enter(turn, 'processing');
  askToken(turn, 'resume');
}

/** `submitting` and `processing`. */
export function onDelivering(turn: Turn, event: SessionEvent): void {
  switch (event.type) {
    case 'upload-granted':
      turn.set({ submissionId: event.submissionId, submitted: true });
      return next(turn, 'upload');
    case 'upload-progress':
      turn.set({ progress: event.share });
      return turn.setTimer('request', REQUEST_SILENCE_MS);
    case 'uploaded':
      return next(turn, 'confirm');
    case 'confirmed':
      return confirm(turn);
    case 'polled':
      return judge(turn, event.status);
    case 'token-ready':
      return onToken(turn, event.correlationId);
    case 'work-failed':
      if (event.lane !== 'gateway') return fail(turn, event.code);
      return trouble(turn, event.code, event.retryAfterMs, event.uploadExpired);
    case 'timer':
      return onTimer(turn, event.timer);
    case 'hidden':
    case 'offline':
      return hold(turn);
    case 'visible':
    case 'online':
      if (turn.state.waiting !== null && turn.state.waiting !== 'token') go(turn);
      return;
    default:
  }
}

/** Runs the present step now, unless something speaks against it. */
function go(turn: Turn): void {
  const { step, offline, hidden, notBeforeMs, submissionId } = turn.state;
  turn.clearTimer('beat');
  turn.clearTimer('request');
  if (offline) return turn.set({ waiting: 'online' });
  if (hidden && step === 'poll') return turn.set({ waiting: 'visible' });
  if (notBeforeMs > turn.atMs) return pause(turn, notBeforeMs - turn.atMs);
  turn.set({ waiting: null });
  turn.begin('gateway', (epoch) => {
    if (step === 'poll' && submissionId !== null) return { type: 'poll', epoch, submissionId };
    if (step === 'confirm' && submissionId !== null) return { type: 'confirm', epoch, submissionId };
    return { type: step === 'upload' ? 'upload' : 'request-upload', epoch };
  });
  turn.setTimer('request', REQUEST_SILENCE_MS);
}

function next(turn: Turn, step: NonNullable<SessionState['step']>): void {
  finish(turn);
  turn.set({ step, progress: step === 'confirm' ? 1 : 0 });
  go(turn);
}

function confirm(turn: Turn): void {
  finish(turn);
  turn.emit({ type: 'drop-picture' });
  turn.set({ pictureHeld: false, step: 'poll', polls: 0 });
  const { submissionId, correlationId, attempt, gatewayAttemptsLeft } = turn.state;
  if (submissionId !== null) {
    turn.emit({ type: 'save-resume', point: { submissionId, correlationId, attempt, gatewayAttemptsLeft } });
  }
  enter(turn, 'processing');
  pause(turn, pollDelayMs(0));
}

function judge(turn: Turn, status: SubmissionStatus): void {
  finish(turn);
  turn.set({ polls: turn.state.polls + 1, gatewayAttemptsLeft: status.attemptsLeft ?? turn.state.gatewayAttemptsLeft });
  const left = attemptsLeft(turn.state);
  const completed = status.status === 'COMPLETED';
  switch (nextAction(status, left)) {
    case 'STATUS': {
      const asked = status.retryAfterMs ?? 0;
      turn.set({ notBeforeMs: asked > 0 ? turn.atMs + asked : 0 });
      return pause(turn, Math.max(asked, pollDelayMs(turn.state.polls)));
    }
    case 'RETRY':
      return endWith(turn, 'failed', 'verification-failed', { wayOn: 'recapture', completed });
    case 'EXIT':
      if (completed && status.approved !== false) return endWith(turn, 'passed', null, { wayOn: 'restart' });
      if (!completed && status.status !== 'ERROR' && !status.pictureRefused) {
        // The gateway sends the person away before it has decided: the outcome comes to the backend.
        return endWith(turn, 'error', 'processing-timeout', { wayOn: 'restart', final: true });
      }
      return endWith(turn, 'failed', left > 0 ? 'verification-failed' : 'attempts-exhausted', {
        wayOn: 'restart',
        completed,
        final: true,
      });
  }
}

/** A request that worked. */
function finish(turn: Turn): void {
  turn.settle('gateway');
  turn.clearTimer('request');
  turn.set({ failures: 0, notBeforeMs: 0 });
}

/** A request that did not. */
function trouble(turn: Turn, code: ErrorCode, retryAfterMs: number | null, uploadExpired: boolean): void {
  turn.end('gateway');
  turn.clearTimer('request');
  const { settings, tokenRenewals, urlRenewals, failures, offline } = turn.state;
  if (code === 'token-expired' && settings.canRenewToken && tokenRenewals < MAX_TOKEN_RENEWALS) {
    turn.set({ tokenRenewals: tokenRenewals + 1, waiting: 'token' });
    return askToken(turn, 'token-expired');
  }
  if (uploadExpired && urlRenewals < MAX_URL_RENEWALS) {
    turn.set({ urlRenewals: urlRenewals + 1, step: 'request' });
    return go(turn);
  }
  if (!TRANSIENT.has(code)) return fail(turn, code);
  if (offline) return turn.set({ waiting: 'online' });
  if (failures + 1 >= MAX_FAILURES) return fail(turn, code);
  turn.set({ failures: failures + 1, notBeforeMs: retryAfterMs === null ? 0 : turn.atMs + retryAfterMs });
  const delayMs = backoffDelayMs(failures + 1);
  pause(turn, Math.max(delayMs, retryAfterMs ?? 0), delayMs / 2);
}

function pause(turn: Turn, delayMs: number, jitterMs = 0): void {
  turn.set({ waiting: 'beat' });
  turn.setTimer('beat', delayMs, jitterMs);
  hold(turn);
}

/** Waits for the page instead of the clock, where there is no sense in asking. A request that runs is left alone. */
function hold(turn: Turn): void {
  if (turn.state.waiting !== 'beat') return;
  const { offline, hidden, step } = turn.state;
  if (!offline && !(hidden && step === 'poll')) return;
  turn.clearTimer('beat');
  turn.set({ waiting: offline ? 'online' : 'visible' });
}

function onTimer(turn: Turn, timer: string): void {
  if (timer === 'beat') go(turn);
  if (timer !== 'request') return;
  trouble(turn, turn.state.offline ? 'offline' : 'network', null, false);
}

function onToken(turn: Turn, correlationId: string): void {
  const { correlationId: own, resumed, submissionId } = turn.state;
  takeToken(turn, correlationId);
  turn.set({ resumed: false });
  if (correlationId === own || own === '' || submissionId === null) return go(turn);
  // Another correlation id is another flow. After a reload it may even be another person's: begin anew.
  if (resumed) {
    turn.emit({ type: 'clear-resume' });
    turn.set({
      submissionId: null,
      submitted: false,
      attempt: 1,
      gatewayAttemptsLeft: null,
      step: null,
      waiting: null,
    });
    turn.set({ consented: turn.state.settings.consent === 'none' });
    return check(turn);
  }
  if (turn.state.step === 'poll') turn.set({ correlationId: own });
  else turn.set({ submissionId: null, step: 'request' });
  go(turn);
}
