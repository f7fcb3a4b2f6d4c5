import { MAX_FAILURES, REQUEST_SILENCE_MS, backoffDelayMs } from '../../machine/pace.ts';
import type { HandoverProgress } from '../identity-ports.ts';
import { advance, goTo, process } from './advance.ts';
import { check } from './begin.ts';
import type { IdentityEvent } from './identity-event.ts';
import type { IdentityTurn } from './identity-effect.ts';
import { dropLink, endWith, enter, fail, forgetProcess, stopRequests } from './journey.ts';
import { canComeBack, canRenewLink, missingStep, stepOf } from './plan.ts';
import { go } from './requests.ts';

/** How often the phone's progress is asked for. Our choice: a person looks at both screens. */
const LOOK_MS = 2500;

/** Shows a link to a phone. What has been taken here stays, should the person come back. */
export function handOver(turn: IdentityTurn): void {
  const { phase } = turn.state;
  const cameFrom = phase === 'handover' ? turn.state.cameFrom : phase;
  stopRequests(turn);
  dropLink(turn);
  enter(turn, 'handover');
  turn.set({ handover: 'preparing', cameFrom, failures: 0 });
  makeLink(turn);
}

/** `handover`: the phone is at it. */
export function onHandover(turn: IdentityTurn, event: IdentityEvent): void {
  switch (event.type) {
    case 'hand-over':
      // A link that is on its way or on the screen stays.
      if (turn.state.handover !== null && canRenewLink(turn.state.handover)) handOver(turn);
      return;
    case 'confirm-phone':
      if (turn.state.handover === 'joined') confirm(turn);
      return;
    case 'back':
      if (canComeBack(turn.state)) goBack(turn);
      return;
    case 'link-made':
      turn.settle('handover');
      turn.set({ handover: 'shown', failures: 0 });
      turn.setTimer('link', event.expiresInMs);
      return look(turn, LOOK_MS);
    case 'link-polled':
      return onProgress(turn, event);
    case 'link-confirmed':
      turn.settle('handover');
      turn.set({ failures: 0 });
      return look(turn, LOOK_MS);
    case 'work-failed':
      return trouble(turn, event);
    case 'hidden':
    case 'offline':
      // A request that runs is left alone, and its patience with it.
      if (turn.state.live.handover === 0) turn.clearTimer('look');
      return;
    case 'visible':
    case 'online':
      return look(turn, 0);
    case 'timer':
      return onTimer(turn, event.timer);
    default:
  }
}

/** The person goes on here. What a phone has done meanwhile is found out first, where there is a camera to go on with. */
function goBack(turn: IdentityTurn): void {
  const { cameFrom, processId, attached, blockers, handover } = turn.state;
  dropLink(turn);
  // The check that there was is over, and with it what was at the gateway.
  if (handover === 'left') return advance(turn);
  if (processId !== null && !attached && blockers?.length === 0) return check(turn);
  const step = cameFrom === null ? null : stepOf(cameFrom);
  if (cameFrom === 'recapture') {
    enter(turn, 'recapture');
    return go(turn);
  }
  goTo(turn, step ?? missingStep(turn.state));
}

/** Taken as done at once: should it fail, the next look says that the phone still waits. */
function confirm(turn: IdentityTurn): void {
  turn.end('handover');
  turn.set({ handover: 'connected' });
  turn.begin('handover', (epoch) => ({ type: 'confirm-link', epoch }));
  turn.setTimer('look', REQUEST_SILENCE_MS);
}

function makeLink(turn: IdentityTurn): void {
  const { processId, documentType, country, consent } = turn.state;
  const request = { processId, documentType, country, consent };
  turn.begin('handover', (epoch) => ({ type: 'make-link', epoch, request }));
  turn.setTimer('look', REQUEST_SILENCE_MS);
}

/** Asks after a while, unless nobody looks or nothing can be asked. */
function look(turn: IdentityTurn, delayMs: number): void {
  const { handover, hidden, offline, live } = turn.state;
  if (handover !== 'shown' && handover !== 'joined' && handover !== 'connected') return;
  if (hidden || offline || live.handover !== 0) return;
  turn.setTimer('look', delayMs);
}

function onProgress(turn: IdentityTurn, { progress }: Extract<IdentityEvent, { type: 'link-polled' }>): void {
  turn.settle('handover');
  turn.set({ failures: 0 });
  switch (progress.state) {
    case 'expired':
      return expire(turn);
    case 'done': {
      const processId = progress.processId ?? turn.state.processId;
      if (processId === null) return fail(turn, 'invalid-response');
      turn.set({ processId, attached: false, submitted: true });
      dropLink(turn);
      process(turn);
      return go(turn);
    }
    case 'left':
      turn.clearTimer('look');
      turn.clearTimer('link');
      forgetProcess(turn);
      return turn.set({ handover: 'left', reviewed: false });
    case 'joined':
    case 'connected':
      // From here on the phone's own deadlines count, which the backend knows.
      turn.clearTimer('link');
      turn.set({ handover: progress.state });
      if (progress.state === 'connected') follow(turn, progress);
      break;
    case 'waiting':
      break;
  }
  look(turn, Math.max(LOOK_MS, progress.retryAfterMs ?? 0));
}

/** The check is now the phone's: what is at the gateway is to be asked for before anything goes on here. */
function follow(turn: IdentityTurn, { processId }: HandoverProgress): void {
  const known = turn.state.processId;
  turn.set({ attached: false });
  if (processId === undefined || processId === known) return;
  turn.set({ processId, correlationId: null, depictions: null });
}

function onTimer(turn: IdentityTurn, timer: string): void {
  if (timer === 'link') return expire(turn);
  if (timer !== 'look') return;
  if (turn.state.live.handover !== 0) return onSilence(turn);
  turn.begin('handover', (epoch) => ({ type: 'poll-link', epoch }));
  turn.setTimer('look', REQUEST_SILENCE_MS);
}

function onSilence(turn: IdentityTurn): void {
  turn.end('handover');
  again(turn, 'network', null);
}

function trouble(turn: IdentityTurn, event: Extract<IdentityEvent, { type: 'work-failed' }>): void {
  if (event.lane !== 'handover') return;
  turn.settle('handover');
  turn.clearTimer('look');
  if (event.code === 'handover-expired' || event.code === 'session-not-found') return expire(turn);
  again(turn, event.code, event.retryAfterMs);
}

function again(turn: IdentityTurn, code: Parameters<typeof fail>[1], retryAfterMs: number | null): void {
  const failures = turn.state.failures + 1;
  // A link that cannot be made leaves the person where they were: the way on is here.
  if (turn.state.handover === 'preparing' || failures >= MAX_FAILURES) {
    return endWith(turn, 'error', code, { wayOn: 'advance' });
  }
  turn.set({ failures });
  look(turn, Math.max(backoffDelayMs(failures), retryAfterMs ?? 0));
}

/** Nobody came, or not in time: a new link is one press away. */
function expire(turn: IdentityTurn): void {
  turn.end('handover');
  turn.clearTimer('look');
  turn.clearTimer('link');
  turn.set({ handover: 'expired', notice: 'handover-expired' });
}
