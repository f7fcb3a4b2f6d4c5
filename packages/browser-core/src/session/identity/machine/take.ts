import type { Depiction } from '../../../gateway/identity-gateway.ts';
import type { IdentityPhase } from '../identity-snapshot.ts';
import { advance, goTo } from './advance.ts';
import { handOver } from './hand-over.ts';
import type { IdentityEvent } from './identity-event.ts';
import type { IdentityTurn } from './identity-effect.ts';
import { abandonProcess, dropPicture, endWith, stop } from './journey.ts';
import { choicesOf, consentOf, passed, stepAfter, stepBefore, stepOf } from './plan.ts';

const TAKEN_IN: Readonly<Record<Depiction, IdentityPhase>> = {
  FRONT: 'capturing-front',
  BACK: 'capturing-back',
  SELFIE: 'capturing-selfie',
};

/** Every phase that waits for the person: consent, choice, pictures, review. */
export function onStep(turn: IdentityTurn, event: IdentityEvent): void {
  switch (event.type) {
    case 'accept-consent':
      return acceptConsent(turn, event.at);
    case 'decline-consent':
      if (turn.state.phase === 'consent') {
        stop(turn);
        endWith(turn, 'cancelled', 'consent-declined', { wayOn: 'restart' });
      }
      return;
    case 'select':
      return select(turn, event);
    case 'offer-picture':
      return takePicture(turn, event);
    case 'keep':
      if (turn.state.phase === 'reviewing') onward(turn);
      return;
    case 'retake':
      return retake(turn, event.side === 'front' ? 'FRONT' : 'BACK');
    case 'back': {
      const step = stepBefore(turn.state);
      if (step !== null) goTo(turn, step);
      return;
    }
    case 'next':
      return turn.state.phase === 'recapture' ? advance(turn) : onward(turn);
    case 'hand-over':
      if (turn.state.settings.handover !== 'off') handOver(turn);
      return;
    default:
  }
}

function acceptConsent(turn: IdentityTurn, at: string): void {
  const wanted = consentOf(turn.state);
  if (turn.state.phase !== 'consent' || wanted === null) return;
  if (turn.state.consent?.version !== wanted.version) {
    turn.set({ consent: { granted: true, version: wanted.version, at } });
  }
  advance(turn);
}

function select(turn: IdentityTurn, { documentType, country }: Extract<IdentityEvent, { type: 'select' }>): void {
  const { state } = turn;
  if (state.phase !== 'selecting') return;
  const choice = choicesOf(state).find((one) => one.documentType === documentType);
  if (choice === undefined) return;
  if (country !== null && choice.countries !== null && !choice.countries.includes(country)) return;
  if (state.documentType !== documentType || state.country !== country) {
    // Pictures of another document, and a process that was begun for it, are of no use.
    for (const side of ['FRONT', 'BACK'] as const) dropPicture(turn, side, true);
    abandonProcess(turn);
    turn.set({ flipped: false, reviewed: false });
  }
  turn.set({ documentType, country, chosen: true });
  advance(turn);
}

/** Answers every offer: the picture is kept where it belongs, and dropped where it does not. */
export function takePicture(turn: IdentityTurn, event: Extract<IdentityEvent, { type: 'offer-picture' }>): void {
  const { depiction, digest, frameDigest, origin, problems, byteCount } = event;
  if (turn.state.phase !== TAKEN_IN[depiction]) return turn.emit({ type: 'drop-offer', digest });
  const { refusedDigests } = turn.state;
  if (refusedDigests.includes(digest) || (frameDigest !== null && refusedDigests.includes(frameDigest))) {
    turn.emit({ type: 'drop-offer', digest });
    return turn.set({ notice: 'same-picture' });
  }
  dropPicture(turn, depiction, true);
  turn.emit({ type: 'keep-picture', depiction, digest });
  const picture = { digest, frameDigest, origin, problems, byteCount, held: true, sent: false };
  turn.set({ pictures: { ...turn.state.pictures, [depiction]: picture } });
  if (depiction === 'FRONT') turn.set({ flipped: false });
  if (depiction !== 'SELFIE') turn.set({ reviewed: false });
  advance(turn);
}

/** From the review, or from later as long as nothing has been submitted. */
function retake(turn: IdentityTurn, depiction: Depiction): void {
  const { phase, pictures, recapture, submitted } = turn.state;
  if (phase !== 'reviewing' || pictures[depiction] === null) return;
  // What the gateway is content with is not taken again.
  if (submitted && recapture?.depictions.includes(depiction) !== true) return;
  dropPicture(turn, depiction, true);
  turn.set({ reviewed: false });
  goTo(turn, depiction === 'FRONT' ? 'front' : 'back');
}

function onward(turn: IdentityTurn): void {
  const { state } = turn;
  const step = stepOf(state.phase);
  if (step === null) return;
  const after = stepAfter(state);
  if (after === null) return;
  turn.set(passed(state, step));
  goTo(turn, after);
}
