import type { Depiction } from '../../../gateway/identity-gateway.ts';
import { REQUEST_SILENCE_MS } from '../../machine/pace.ts';
import type { IdentityEffect, IdentityTurn } from './identity-effect.ts';
import { isInteractive } from './identity-state.ts';
import type { GatewayJob, IdentityState } from './identity-state.ts';
import { consentOf, isDone, missingStep, needsOf, residenceOf } from './plan.ts';

/** Runs the request that is due now, if any is and nothing speaks against it. One runs at a time. */
export function go(turn: IdentityTurn): void {
  if (turn.state.live.gateway !== 0) return;
  turn.clearTimer('beat');
  turn.clearTimer('request');
  const job = nextJob(turn.state);
  if (job === null) return turn.set({ waiting: null, job: null });
  const { offline, hidden, notBeforeMs } = turn.state;
  if (offline) return turn.set({ waiting: 'online', job });
  if (hidden && job === 'poll') return turn.set({ waiting: 'visible', job });
  if (notBeforeMs > turn.atMs) return pause(turn, job, notBeforeMs - turn.atMs);
  begin(turn, job);
}

export function begin(turn: IdentityTurn, job: GatewayJob): void {
  const putting = job === 'put' ? (unsent(turn.state)[0] ?? null) : null;
  turn.set({ waiting: null, job, putting, share: 0 });
  turn.begin('gateway', (epoch) => toEffect(turn.state, job, putting, epoch));
  turn.setTimer('request', REQUEST_SILENCE_MS);
}

/** Waits for the clock, or for the page where there is no sense in asking. */
export function pause(turn: IdentityTurn, job: GatewayJob, delayMs: number, jitterMs = 0): void {
  turn.set({ waiting: 'beat', job });
  turn.setTimer('beat', delayMs, jitterMs);
  hold(turn);
}

/** The page was hidden or went offline. A request that runs is left alone. */
export function hold(turn: IdentityTurn): void {
  const { waiting, offline, hidden, job } = turn.state;
  if (waiting !== 'beat' || !(offline || (hidden && job === 'poll'))) return;
  turn.clearTimer('beat');
  turn.set({ waiting: offline ? 'online' : 'visible' });
}

/** The page came back: asked at once. */
export function wake(turn: IdentityTurn): void {
  if (turn.state.waiting !== null) go(turn);
}

/** A request that worked. */
export function finish(turn: IdentityTurn): void {
  turn.settle('gateway');
  turn.clearTimer('request');
  turn.set({ job: null, putting: null, share: 0, failures: 0, notBeforeMs: 0, aheadStopped: false });
}

/** Pictures that the gateway should have and has not, in the order in which they are sent. */
export function unsent(state: IdentityState): readonly Depiction[] {
  return needsOf(state).filter((depiction) => {
    const picture = state.pictures[depiction];
    return picture !== null && picture.held && !picture.sent;
  });
}

function nextJob(state: IdentityState): GatewayJob | null {
  const { phase, processId, attached, requirements, aheadStopped } = state;
  if (phase === 'checking') {
    if (requirements === null) return 'open';
    return processId !== null && !attached ? 'resume' : null;
  }
  if (processId !== null && !attached) return phase === 'processing' || phase === 'submitting' ? 'resume' : null;
  if (phase === 'processing') return 'poll';
  if (!isDone(state, 'consent') && consentOf(state) !== null) return null;
  const missing = unsent(state).length > 0;
  if (phase === 'submitting') {
    if (processId === null) return 'create';
    if (missing) return 'put';
    return missingStep(state) === 'submit' ? 'submit' : null;
  }
  // Sent ahead, so that a reload loses nothing and the end is quick.
  if (!isInteractive(phase) || requirements?.eager !== true || aheadStopped || !missing) return null;
  return processId === null ? 'create' : 'put';
}

function toEffect(state: IdentityState, job: GatewayJob, putting: Depiction | null, epoch: number): IdentityEffect {
  const { documentType, country, consent, processId, correlationId } = state;
  switch (job) {
    case 'create': {
      const document = needsOf(state).includes('FRONT') || needsOf(state).includes('BACK');
      const request = {
        documentType: document ? documentType : null,
        country: document ? country : null,
        countryOfResidence: residenceOf(state),
        consent,
      };
      return { type: 'create', epoch, request };
    }
    case 'resume':
      return { type: 'resume', epoch, processId: processId ?? '' };
    case 'open':
      return { type: 'open', epoch, processId, correlationId };
    case 'put':
      return { type: 'put', epoch, depiction: putting ?? 'FRONT' };
    default:
      return { type: job, epoch };
  }
}
