import type { IdentitySnapshot } from '@bonafide/browser-core/identity';

/** What is shown before there is a session. */
export const IDLE_IDENTITY_SNAPSHOT: IdentitySnapshot = {
  phase: 'idle',
  step: null,
  steps: [],
  stepIndex: -1,
  canGoBack: false,
  canGoNext: false,
  canHandOver: false,
  attempt: 0,
  attemptsLeft: null,
  consent: null,
  choices: [],
  documentType: null,
  country: null,
  side: null,
  captures: [],
  recapture: null,
  notice: null,
  progress: null,
  handover: null,
  offline: false,
  hidden: false,
  failure: null,
  outcome: null,
};
