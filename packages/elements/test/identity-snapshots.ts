import type {
  IdentityCapture,
  IdentityHandover,
  IdentityOutcome,
  IdentitySnapshot,
  IdentityStep,
} from '@bonafide/browser-core/identity';
import { IDLE_IDENTITY_SNAPSHOT } from '../src/id-verification/identity-idle-snapshot.ts';
import { failure } from './screen-snapshots.ts';

const STEPS = ['consent', 'select', 'front', 'flip', 'back', 'review', 'selfie', 'submit'] as const;

const at = (step: IdentityStep | null, change: Partial<IdentitySnapshot>): IdentitySnapshot => {
  const stepIndex = STEPS.findIndex((each) => each === step);
  return {
    ...IDLE_IDENTITY_SNAPSHOT,
    step,
    stepIndex,
    steps: STEPS.map((each, index) => ({
      step: each,
      state: index < stepIndex ? 'done' : index === stepIndex ? 'current' : 'todo',
    })),
    attempt: 1,
    attemptsLeft: 2,
    documentType: 'identityCard',
    country: 'UTO',
    side: 'front',
    ...change,
  };
};

const picture = (depiction: IdentityCapture['depiction'], change: Partial<IdentityCapture> = {}): IdentityCapture => ({
  depiction,
  digest: 'd'.repeat(64),
  origin: 'auto',
  problems: [],
  held: true,
  sent: false,
  ...change,
});
const BOTH = [picture('FRONT'), picture('BACK')];
const CHOICES: IdentitySnapshot['choices'] = [
  { documentType: 'passport', sides: ['front'], countries: null },
  { documentType: 'identityCard', sides: ['front', 'back'], countries: null },
  { documentType: 'driversLicense', sides: ['front', 'back'], countries: null },
];
const GENERAL = { kind: 'general', documents: [], version: '3', granted: false, at: null } as const;
const BIOMETRIC = {
  kind: 'biometric-us',
  documents: [
    { title: 'Facial Scan Policy and Release', url: 'https://example.com/facial-scan' },
    { title: 'Privacy Policy', url: 'https://example.com/privacy' },
    { title: 'Terms of Service', url: 'https://example.com/terms' },
  ],
  version: '2026-11',
  granted: false,
  at: null,
} as const;
const LINK: IdentityHandover = {
  state: 'shown',
  url: 'https://verify.example.com/h/4f0c2d9e6b7a41f8a1',
  code: '4827',
  expiresAt: '2026-11-25T12:05:00Z',
};
const outcome = (status: IdentityOutcome['status']): IdentityOutcome => ({ processId: 'p', status, word: status });

/** A snapshot for every screen that there is, and for the variants that look different. */
export const IDENTITY_SNAPSHOTS = {
  start: IDLE_IDENTITY_SNAPSHOT,
  checking: at(null, { phase: 'checking' }),
  consent: at('consent', { phase: 'consent', consent: GENERAL }),
  'consent-us': at('consent', { phase: 'consent', consent: BIOMETRIC }),
  select: at('select', { phase: 'selecting', choices: CHOICES, canGoBack: true, canHandOver: true }),
  'select-few': at('select', {
    phase: 'selecting',
    choices: [
      { documentType: 'ktp', sides: ['front'], countries: ['IDN'] },
      ...CHOICES.map((each) => ({ ...each, countries: ['IDN', 'MYS', 'SGP'] })),
    ],
  }),
  front: at('front', { phase: 'capturing-front', canGoBack: true }),
  flip: at('flip', { phase: 'flipping', canGoBack: true, captures: [picture('FRONT')] }),
  back: at('back', { phase: 'capturing-back', side: 'back', canGoBack: true, captures: [picture('FRONT')] }),
  review: at('review', { phase: 'reviewing', captures: BOTH, canGoBack: true }),
  'review-warning': at('review', {
    phase: 'reviewing',
    captures: [picture('FRONT', { problems: ['glare'] }), picture('BACK', { held: false, sent: true })],
    notice: 'same-picture',
  }),
  'review-passport': at('review', { phase: 'reviewing', documentType: 'passport', captures: [picture('FRONT')] }),
  selfie: at('selfie', { phase: 'capturing-selfie', captures: BOTH, canGoBack: true }),
  submitting: at('submit', {
    phase: 'submitting',
    progress: 0.5,
    captures: [picture('FRONT', { sent: true }), picture('BACK'), picture('SELFIE')],
  }),
  processing: at('submit', { phase: 'processing', captures: BOTH }),
  offline: at('submit', { phase: 'processing', captures: BOTH, offline: true }),
  recapture: at('front', {
    phase: 'recapture',
    recapture: { depictions: ['FRONT'], reason: 'document-unreadable' },
    captures: BOTH,
    canGoNext: true,
    canHandOver: true,
  }),
  'recapture-passport': at('front', {
    phase: 'recapture',
    documentType: 'passport',
    recapture: { depictions: ['FRONT'], reason: 'image-quality' },
    captures: [picture('FRONT')],
    canGoNext: true,
  }),
  'recapture-selfie': at('selfie', {
    phase: 'recapture',
    recapture: { depictions: ['SELFIE'], reason: 'multiple-faces' },
    captures: BOTH,
    canGoNext: true,
  }),
  handover: at(null, { phase: 'handover', handover: LINK, canGoBack: true }),
  'handover-preparing': at(null, {
    phase: 'handover',
    handover: { state: 'preparing', url: null, code: null, expiresAt: null },
    canGoBack: true,
  }),
  'handover-joined': at(null, {
    phase: 'handover',
    handover: { ...LINK, state: 'joined' },
    canGoBack: true,
    canHandOver: true,
  }),
  'handover-connected': at(null, {
    phase: 'handover',
    handover: { ...LINK, state: 'connected' },
    canGoBack: true,
    canHandOver: true,
  }),
  'handover-left': at(null, {
    phase: 'handover',
    handover: { ...LINK, state: 'left' },
    canGoBack: true,
    canHandOver: true,
  }),
  'handover-expired': at(null, {
    phase: 'handover',
    handover: { state: 'expired', url: null, code: null, expiresAt: null },
    canGoBack: true,
    canHandOver: true,
  }),
  passed: at('result', { phase: 'passed', outcome: outcome('passed') }),
  'in-review': at('result', { phase: 'review', outcome: outcome('review') }),
  failed: at('result', { phase: 'failed', outcome: outcome('failed') }),
  expired: at('result', { phase: 'expired', outcome: outcome('expired') }),
  cancelled: at(null, { phase: 'cancelled' }),
  declined: at('consent', { phase: 'cancelled', failure: failure('consent-declined') }),
  error: at('submit', { phase: 'error', failure: failure('server') }),
  network: at('submit', { phase: 'error', failure: failure('network') }),
  unsupported: at(null, { phase: 'unsupported', failure: failure('unsupported-browser') }),
} as const satisfies Record<string, IdentitySnapshot>;

export type IdentityScreenName = keyof typeof IDENTITY_SNAPSHOTS;
