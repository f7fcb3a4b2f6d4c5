import type { Depiction, DocumentChoice } from '../../../gateway/identity-gateway.ts';
import type { IdentityConsent, IdentityPhase, IdentityStep } from '../identity-snapshot.ts';
import type { IdentityState } from './identity-state.ts';

/**
 * Which steps a journey has and which of them are done: pure, so that back, next, retake and resume are all the same
 * question, "what is missing first?".
 */

/** Where a written release is asked for before a face is measured (Illinois' BIPA and its like). Source: Assure's rules for US residents. */
const BIOMETRIC_CONSENT_COUNTRY = 'USA';

export const PHASE_OF = {
  consent: 'consent',
  select: 'selecting',
  front: 'capturing-front',
  flip: 'flipping',
  back: 'capturing-back',
  review: 'reviewing',
  selfie: 'capturing-selfie',
  submit: 'submitting',
  result: 'processing',
} as const satisfies Record<IdentityStep, IdentityPhase>;

/** The step that a phase belongs to; an end belongs to the result. */
export function stepOf(phase: IdentityPhase): IdentityStep | null {
  switch (phase) {
    case 'passed':
    case 'review':
    case 'failed':
    case 'recapture':
      return 'result';
    default: {
      const found = Object.entries(PHASE_OF).find(([, its]) => its === phase);
      return found === undefined ? null : (found[0] as IdentityStep);
    }
  }
}

/** What can be chosen: what the gateway takes and the host offers. */
export function choicesOf({ requirements, settings }: IdentityState): readonly DocumentChoice[] {
  const { documentType, documentTypes, country } = settings;
  const wanted = documentType === null ? documentTypes : [documentType];
  const countries = country === null ? settings.countries : [country];
  return (requirements?.documents ?? [])
    .filter((choice) => wanted === null || wanted.includes(choice.documentType))
    .map((choice) => (countries === null ? choice : { ...choice, countries: narrowed(choice.countries, countries) }))
    .filter((choice) => choice.countries === null || choice.countries.length > 0);
}

function narrowed(taken: readonly string[] | null, offered: readonly string[]): readonly string[] {
  return taken === null ? offered : offered.filter((country) => taken.includes(country));
}

/** What is asked of the person before anything else; null: nothing. */
export function consentOf(state: IdentityState): Omit<IdentityConsent, 'granted' | 'at'> | null {
  const { settings } = state;
  const residence = residenceOf(state);
  const demand = state.requirements?.consent ?? null;
  // A gateway that demands it somewhere and does not know where the person lives is asked for it everywhere.
  const demanded = demand !== null && (residence === null || demand.requiredIn.includes(residence));
  const biometric = demanded || residence === BIOMETRIC_CONSENT_COUNTRY;
  if (!biometric && settings.consent === 'none') return null;
  return {
    kind: biometric ? 'biometric-us' : 'general',
    version: demand?.version ?? settings.consentVersion,
    documents: demand?.documents ?? [],
  };
}

export function residenceOf({ requirements, settings }: IdentityState): string | null {
  return requirements?.countryOfResidence ?? settings.countryOfResidence;
}

/** The pictures that the journey needs, in the order in which they are taken. */
export function needsOf(state: IdentityState): readonly Depiction[] {
  if (state.depictions !== null) return state.depictions;
  const { requirements, documentType } = state;
  if (requirements === null) return [];
  const { documents, selfie } = requirements;
  const choice = documents.find((one) => one.documentType === documentType);
  const sides = choice?.sides ?? (documents.length === 0 ? [] : (['front'] as const));
  const needs: Depiction[] = [];
  if (sides.includes('front')) needs.push('FRONT');
  if (sides.includes('back')) needs.push('BACK');
  if (selfie) needs.push('SELFIE');
  return needs;
}

export function stepsOf(state: IdentityState): readonly IdentityStep[] {
  const { requirements, settings } = state;
  if (requirements === null) return [];
  const needs = needsOf(state);
  const steps: IdentityStep[] = [];
  if (consentOf(state) !== null) steps.push('consent');
  if (settings.documentType === null && choicesOf(state).length > 1) steps.push('select');
  if (needs.includes('FRONT')) steps.push('front');
  if (needs.includes('FRONT') && needs.includes('BACK')) steps.push('flip');
  if (needs.includes('BACK')) steps.push('back');
  if (settings.review && (needs.includes('FRONT') || needs.includes('BACK'))) steps.push('review');
  if (needs.includes('SELFIE')) steps.push('selfie');
  return [...steps, 'submit', 'result'];
}

/** Whether a step has nothing left to ask. */
export function isDone(state: IdentityState, step: IdentityStep): boolean {
  const { FRONT, BACK, SELFIE } = state.pictures;
  switch (step) {
    case 'consent':
      return state.consent !== null && state.consent.version === consentOf(state)?.version;
    case 'select':
      return state.chosen;
    case 'front':
      return FRONT !== null;
    case 'flip':
      return BACK !== null || state.flipped;
    case 'back':
      return BACK !== null;
    case 'review':
      return state.reviewed;
    case 'selfie':
      return SELFIE !== null;
    case 'submit':
    case 'result':
      return false;
  }
}

/** The first step that is not done: where the journey goes on. */
export function missingStep(state: IdentityState): IdentityStep {
  return stepsOf(state).find((step) => !isDone(state, step)) ?? 'submit';
}

/** The step before the present one, where going back makes sense. */
export function stepBefore(state: IdentityState): IdentityStep | null {
  // What the gateway wants again is all there is to do; the rest is there already.
  if (state.recapture !== null || state.submitted) return null;
  return neighbour(state, -1);
}

/** Whether the person can go on here instead of on the phone. */
export function canComeBack({ settings, blockers, handover }: IdentityState): boolean {
  if (settings.handover === 'force' || handover === 'done') return false;
  return blockers?.length === 0 || settings.allowUpload;
}

/** Whether another link may be made now: this one has run out or was left, or its phone is not the person's or is of no use. */
export function canRenewLink(handover: NonNullable<IdentityState['handover']>): boolean {
  return handover === 'expired' || handover === 'left' || handover === 'joined' || handover === 'connected';
}

/** The step after the present one, once that is done. */
export function stepAfter(state: IdentityState): IdentityStep | null {
  const step = stepOf(state.phase);
  if (step === null || !(isDone(state, step) || step === 'flip' || step === 'review')) return null;
  const onlyByWord = step === 'flip' || step === 'review';
  return onlyByWord || state.recapture !== null ? missingStep(passed(state, step)) : neighbour(state, 1);
}

function neighbour(state: IdentityState, distance: 1 | -1): IdentityStep | null {
  const steps = stepsOf(state);
  const present = stepOf(state.phase);
  const at = present === null ? -1 : steps.indexOf(present);
  const step = at < 0 ? undefined : steps[at + distance];
  return step === undefined || step === 'result' ? null : step;
}

/** The state with a step done that only a word of the person's does. */
export function passed(state: IdentityState, step: IdentityStep): IdentityState {
  if (step === 'flip') return { ...state, flipped: true };
  return step === 'review' ? { ...state, reviewed: true } : state;
}
