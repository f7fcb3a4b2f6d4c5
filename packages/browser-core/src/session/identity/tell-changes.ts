import type { Depiction } from '../../gateway/identity-gateway.ts';
import type { IdentityEventMap, IdentityTelemetryRecord } from './identity-options.ts';
import { DEPICTIONS } from './machine/identity-state.ts';
import type { IdentityState } from './machine/identity-state.ts';
import { stepOf, stepsOf } from './machine/plan.ts';

type Tell = <K extends keyof IdentityEventMap>(type: K, detail: IdentityEventMap[K]) => void;

/** What changed between two states, as events for the host and lines of telemetry. No picture, token, link or id in telemetry. */
export function tellChanges(before: IdentityState, after: IdentityState, sinceCreatedMs: number, tell: Tell): void {
  if (before === after) return;
  tellChoices(before, after, tell);
  for (const depiction of DEPICTIONS) tellPicture(before, after, depiction, tell);
  tellReview(before, after, tell);
  if (after.putting !== null && (after.share !== before.share || after.putting !== before.putting)) {
    tell('upload', { depiction: after.putting, progress: after.share });
  }
  if (after.handover !== null && after.handover !== before.handover) tell('handover', { state: after.handover });
  if (after.recapture !== null && after.recapture !== before.recapture) tell('recapture', after.recapture);
  if (after.outcome !== null && after.outcome !== before.outcome) tell('outcome', after.outcome);
  tellStep(before, after, tell);
  for (const record of toIdentityTelemetry(before, after, sinceCreatedMs)) tell('telemetry', record);
}

function tellChoices(before: IdentityState, after: IdentityState, tell: Tell): void {
  const { consent, chosen, documentType, country } = after;
  if (consent !== null && consent !== before.consent) tell('consent', consent);
  const changed = !before.chosen || before.documentType !== documentType || before.country !== country;
  if (chosen && changed && documentType !== null) tell('select', { documentType, country });
}

function tellPicture(before: IdentityState, after: IdentityState, depiction: Depiction, tell: Tell): void {
  const picture = after.pictures[depiction];
  if (picture === null || !picture.held || before.pictures[depiction]?.digest === picture.digest) return;
  const { digest, origin, problems } = picture;
  tell('capture', { depiction, digest, origin, problems });
}

function tellReview(before: IdentityState, after: IdentityState, tell: Tell): void {
  if (before.phase !== 'reviewing' || after.phase === 'reviewing') return;
  const kept = after.reviewed && !before.reviewed;
  for (const [depiction, side] of [
    ['FRONT', 'front'],
    ['BACK', 'back'],
  ] as const) {
    if (before.pictures[depiction] === null) continue;
    if (kept) tell('review', { side, action: 'keep' });
    else if (after.pictures[depiction] === null) tell('review', { side, action: 'retake' });
  }
}

function tellStep(before: IdentityState, after: IdentityState, tell: Tell): void {
  const from = stepOf(before.phase);
  const to = stepOf(after.phase);
  if (from === to) return;
  const steps = stepsOf(after);
  tell('step', { from, to, index: to === null ? -1 : steps.indexOf(to), total: steps.length });
}

function toIdentityTelemetry(
  before: IdentityState,
  after: IdentityState,
  sinceCreatedMs: number,
): readonly IdentityTelemetryRecord[] {
  const records: IdentityTelemetryRecord[] = [];
  const base = { atMs: Math.round(sinceCreatedMs), attempt: after.attempt, phase: after.phase };
  const add = (name: IdentityTelemetryRecord['name'], code: string | null | undefined, was: unknown): void => {
    if (code !== null && code !== undefined && code !== was) records.push({ name, ...base, code });
  };
  if (after.phase !== before.phase) records.push({ name: 'phase', ...base, from: before.phase });
  add('notice', after.notice, before.notice);
  add('handover', after.handover, before.handover);
  if (after.recapture !== before.recapture) add('recapture', after.recapture?.reason, null);
  if (after.failure !== before.failure) add('failure', after.failure?.code, null);
  return records;
}
