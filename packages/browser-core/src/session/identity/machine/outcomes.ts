import { JOURNEY_ENDS } from '@bonafide/contracts/codes';
import type { ErrorCode } from '@bonafide/contracts/codes';

import type { Depiction, IdentityPoll, IdentityProcess } from '../../../gateway/identity-gateway.ts';
import { MAX_FAILURES, REQUEST_SILENCE_MS, backoffDelayMs, pollDelayMs } from '../../machine/pace.ts';
import { advance, process } from './advance.ts';
import { arrive } from './begin.ts';
import type { IdentityEvent } from './identity-event.ts';
import type { IdentityTurn } from './identity-effect.ts';
import { DEPICTIONS, identityAttemptsLeft, isInteractive } from './identity-state.ts';
import type { GatewayJob } from './identity-state.ts';
import { dropPicture, endWith, enter, fail, release } from './journey.ts';
import { missingStep, needsOf, stepsOf } from './plan.ts';
import { begin, finish, go, pause } from './requests.ts';

const MAX_TOKEN_RENEWALS = 1;
/** A gateway that forgets a submission so often is broken. Our choice. */
const MAX_RESUBMITS = 2;
/** What may be gone by itself. Everything else ends the delivery. */
const TRANSIENT: ReadonlySet<ErrorCode> = new Set(['network', 'offline', 'server', 'rate-limited', 'invalid-response']);
/** The picture itself is not wanted. */
const PICTURE_REFUSED: ReadonlySet<ErrorCode> = new Set([
  'upload-rejected',
  'file-unsupported',
  'file-too-large',
  'file-damaged',
  'image-too-small',
]);

const ANSWERS = {
  opened: 'open',
  created: 'create',
  resumed: 'resume',
  'put-progress': 'put',
  'put-done': 'put',
  'submit-done': 'submit',
  polled: 'poll',
  renewed: 'renew',
} as const satisfies Partial<Record<IdentityEvent['type'], GatewayJob>>;

/** What came of the gateway's requests, in whichever phase: pictures are sent while others are taken. True: it was one. */
export function onGateway(turn: IdentityTurn, event: IdentityEvent): boolean {
  // An answer to something else than what was asked.
  if (event.type in ANSWERS && ANSWERS[event.type as keyof typeof ANSWERS] !== turn.state.job) return true;
  switch (event.type) {
    case 'opened':
      finish(turn);
      turn.set({ requirements: event.requirements });
      arrive(turn);
      return true;
    case 'created':
      attach(turn, event.process);
      onward(turn);
      return true;
    case 'resumed':
      onResumed(turn, event.process, event.poll);
      return true;
    case 'put-progress':
      turn.set({ share: event.share });
      turn.setTimer('request', REQUEST_SILENCE_MS);
      return true;
    case 'put-done':
      onPut(turn);
      return true;
    case 'submit-done':
      finish(turn);
      turn.set({ submitted: true, recapture: null });
      for (const depiction of DEPICTIONS) dropPicture(turn, depiction, false);
      process(turn);
      pause(turn, 'poll', pollDelayMs(0));
      return true;
    case 'polled':
      finish(turn);
      turn.set({ polls: turn.state.polls + 1 });
      judge(turn, event.poll);
      return true;
    case 'renewed':
      turn.settle('gateway');
      turn.clearTimer('request');
      turn.set({ job: null });
      go(turn);
      return true;
    case 'work-failed':
      if (event.lane !== 'gateway') return false;
      trouble(turn, event.code, event.retryAfterMs);
      return true;
    default:
      return false;
  }
}

/** A request that says nothing has failed. */
export function onSilence(turn: IdentityTurn): void {
  trouble(turn, turn.state.offline ? 'offline' : 'network', null);
}

function attach(turn: IdentityTurn, { processId, depictions, correlationId = null }: IdentityProcess): void {
  finish(turn);
  turn.set({ processId, depictions, correlationId, attached: true });
}

/** A process may need more than its requirements said. */
function onward(turn: IdentityTurn): void {
  if (turn.state.phase === 'submitting' && missingStep(turn.state) !== 'submit') return advance(turn);
  go(turn);
}

function onPut(turn: IdentityTurn): void {
  const { putting, pictures } = turn.state;
  const picture = putting === null ? null : pictures[putting];
  finish(turn);
  if (putting !== null && picture !== null) {
    turn.set({ pictures: { ...turn.state.pictures, [putting]: { ...picture, sent: true } } });
  }
  go(turn);
}

/** After a reload, or when the phone is done: what the gateway has counts, not what was remembered. */
function onResumed(turn: IdentityTurn, known: IdentityProcess, poll: IdentityPoll): void {
  attach(turn, known);
  const { pictures } = turn.state;
  let lost = false;
  const asReceived = (depiction: Depiction): (typeof pictures)[Depiction] => {
    const picture = pictures[depiction];
    const received = known.received.includes(depiction);
    if (picture?.held === true) return { ...picture, sent: picture.sent && received };
    if (received) return picture ?? RECEIVED;
    lost ||= picture !== null;
    return null;
  };
  turn.set({ pictures: { FRONT: asReceived('FRONT'), BACK: asReceived('BACK'), SELFIE: asReceived('SELFIE') } });
  if (lost) turn.set({ notice: 'pictures-lost' });
  if (poll.state === 'pending') {
    turn.set({ submitted: false, gatewayAttemptsLeft: poll.attemptsLeft });
    return turn.state.phase === 'checking' ? arrive(turn) : advance(turn);
  }
  turn.set({ submitted: true });
  if (turn.state.phase !== 'processing') process(turn);
  judge(turn, poll);
}

const RECEIVED = {
  digest: '',
  frameDigest: null,
  origin: 'auto',
  problems: [],
  byteCount: 0,
  held: false,
  sent: true,
} as const;

function judge(turn: IdentityTurn, poll: IdentityPoll): void {
  turn.set({ gatewayAttemptsLeft: poll.attemptsLeft ?? turn.state.gatewayAttemptsLeft });
  switch (poll.state) {
    case 'processing': {
      const asked = poll.retryAfterMs ?? 0;
      turn.set({ notBeforeMs: asked > 0 ? turn.atMs + asked : 0 });
      return pause(turn, 'poll', Math.max(asked, pollDelayMs(turn.state.polls)));
    }
    case 'pending':
      return submitAgain(turn);
    case 'recapture':
      return recapture(turn, poll);
    case 'done':
      return conclude(turn, poll);
  }
}

/** The answer to the submission was lost before it arrived, or the gateway has forgotten it. */
function submitAgain(turn: IdentityTurn): void {
  const { resubmits } = turn.state;
  if (resubmits >= MAX_RESUBMITS) return fail(turn, 'invalid-response');
  turn.set({ submitted: false, resubmits: resubmits + 1 });
  // A phone took the pictures, and the gateway has forgotten them as well: there is nothing to send again.
  if (missingStep(turn.state) !== 'submit') {
    advance(turn);
    return turn.set({ notice: 'pictures-lost' });
  }
  enter(turn, 'submitting');
  go(turn);
}

/** Some pictures are wanted again. What they were is remembered, so that the very same are not sent once more. */
function recapture(turn: IdentityTurn, { depictions, reason }: Extract<IdentityPoll, { state: 'recapture' }>): void {
  // After a reload the same recapture is told once more.
  const known = turn.state.recapture !== null;
  if (!known && identityAttemptsLeft(turn.state) === 0) {
    return endWith(turn, 'failed', 'attempts-exhausted', { wayOn: 'restart' });
  }
  const refused = depictions.flatMap((depiction) => {
    const picture = turn.state.pictures[depiction];
    return picture === null
      ? []
      : [picture.digest, picture.frameDigest].filter((digest) => digest !== null && digest !== '');
  });
  turn.set({
    recapture: { depictions, reason },
    attempt: turn.state.attempt + (known ? 0 : 1),
    refusedDigests: [...new Set([...turn.state.refusedDigests, ...refused])] as readonly string[],
  });
  for (const depiction of depictions) dropPicture(turn, depiction, true);
  if (depictions.some((depiction) => depiction !== 'SELFIE')) turn.set({ reviewed: false });
  if (depictions.includes('FRONT')) turn.set({ flipped: false });
  enter(turn, 'recapture');
}

function conclude(turn: IdentityTurn, { status, word }: Extract<IdentityPoll, { state: 'done' }>): void {
  const { processId } = turn.state;
  turn.set({ outcome: { processId: processId ?? '', status, word } });
  endWith(turn, status, JOURNEY_ENDS[status], { wayOn: 'restart', ...(status === 'failed' ? { final: true } : {}) });
}

function trouble(turn: IdentityTurn, code: ErrorCode, retryAfterMs: number | null): void {
  const { job, putting, tokenRenewals, failures, offline, phase } = turn.state;
  turn.end('gateway');
  turn.clearTimer('request');
  turn.set({ share: 0, putting: null });
  if (code === 'token-expired' && job !== 'renew' && tokenRenewals < MAX_TOKEN_RENEWALS) {
    turn.set({ tokenRenewals: tokenRenewals + 1 });
    return begin(turn, 'renew');
  }
  if (job === 'resume' && code === 'session-not-found' && phase === 'checking') return beginAnew(turn);
  if (job === 'create' && code === 'document-unsupported') return chooseAnother(turn);
  if (job === 'put' && putting !== null && PICTURE_REFUSED.has(code)) return refuse(turn, putting, code);
  // On a phone whose part is over nothing can be tried again; the computer has the way on.
  if (code === 'handover-expired') return endWith(turn, 'error', 'handover-ended', { wayOn: 'restart' });
  if (!TRANSIENT.has(code)) return fail(turn, code);
  if (offline) return turn.set({ waiting: 'online' });
  if (failures + 1 >= MAX_FAILURES) {
    // Nobody is interrupted for what can be sent later.
    if (isInteractive(phase)) return turn.set({ aheadStopped: true, failures: 0, waiting: null, job: null });
    return fail(turn, code);
  }
  turn.set({ failures: failures + 1, notBeforeMs: retryAfterMs === null ? 0 : turn.atMs + retryAfterMs });
  const delayMs = backoffDelayMs(failures + 1);
  pause(turn, job ?? 'poll', Math.max(delayMs, retryAfterMs ?? 0), delayMs / 2);
}

/** The gateway has no such process: it is over, or it may even be another person's. Nothing of it is kept. */
function beginAnew(turn: IdentityTurn): void {
  for (const depiction of DEPICTIONS) dropPicture(turn, depiction, true);
  turn.emit({ type: 'clear-resume' });
  turn.set({
    processId: null,
    correlationId: null,
    attached: false,
    depictions: null,
    consent: null,
    documentType: null,
    country: null,
    chosen: false,
    flipped: false,
    reviewed: false,
    submitted: false,
    pictures: { FRONT: null, BACK: null, SELFIE: null },
    refusedDigests: [],
    recapture: null,
    attempt: 1,
    gatewayAttemptsLeft: null,
    notice: null,
    job: null,
  });
  arrive(turn);
}

/** The pictures are of a document that the gateway does not take. */
function chooseAnother(turn: IdentityTurn): void {
  for (const depiction of ['FRONT', 'BACK'] as const) dropPicture(turn, depiction, true);
  turn.set({ chosen: false, documentType: null, country: null, flipped: false, reviewed: false });
  const final = !stepsOf(turn.state).includes('select');
  endWith(turn, 'error', 'document-unsupported', { wayOn: 'restart', final });
}

function refuse(turn: IdentityTurn, depiction: Depiction, code: ErrorCode): void {
  dropPicture(turn, depiction, true);
  if (depiction !== 'SELFIE') turn.set({ reviewed: false });
  endWith(turn, 'error', code, { wayOn: 'advance' });
}

/** The kept pictures have waited long enough: the next try takes new ones. */
export function forgetPictures(turn: IdentityTurn): void {
  release(turn, false);
  const { pictures } = turn.state;
  const lost = needsOf(turn.state).some((depiction) => depiction !== 'SELFIE' && pictures[depiction] === null);
  turn.set({ wayOn: 'advance', ...(lost ? { reviewed: false } : {}) });
}
