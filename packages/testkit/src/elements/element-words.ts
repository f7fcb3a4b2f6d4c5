// What the elements promise to a page and to its tests: their tags, the events, states and actions that have a name. The tests of
// @bonafide/elements hold this page to theirs.

/** Events that are worth keeping: all but those that come many times a second. */
export const ELEMENT_EVENTS = {
  'selfie-liveness': [
    'liveness-ready',
    'liveness-unsupported',
    'liveness-permission',
    'liveness-camera',
    'liveness-state',
    'liveness-guidance',
    'liveness-capture',
    'liveness-attempt-failed',
    'liveness-complete',
    'liveness-cancel',
    'liveness-error',
    'liveness-close',
    'liveness-help',
    'liveness-assist',
  ],
  'document-capture': [
    'document-ready',
    'document-unsupported',
    'document-permission',
    'document-camera',
    'document-state',
    'document-guidance',
    'document-capture',
    'document-review',
    'document-complete',
    'document-cancel',
    'document-error',
    'document-close',
    'document-assist',
  ],
  'id-verification': [
    'idv-ready',
    'idv-unsupported',
    'idv-state',
    'idv-step',
    'idv-consent',
    'idv-document-select',
    'idv-guidance',
    'idv-capture',
    'idv-review',
    'idv-upload',
    'idv-handover',
    'idv-recapture',
    'idv-complete',
    'idv-cancel',
    'idv-error',
    'idv-close',
    'idv-help',
    'idv-assist',
  ],
} as const;

export type ElementTag = keyof typeof ELEMENT_EVENTS;

export type SelfieState =
  | 'idle'
  | 'checking'
  | 'unsupported'
  | 'consent'
  | 'requesting-permission'
  | 'loading'
  | 'aligning'
  | 'holding'
  | 'captured'
  | 'submitting'
  | 'processing'
  | 'passed'
  | 'failed'
  | 'error'
  | 'cancelled';

export type DocumentState =
  | 'idle'
  | 'checking'
  | 'unsupported'
  | 'requesting-permission'
  | 'loading'
  | 'aligning'
  | 'holding'
  | 'reading'
  | 'refused'
  | 'captured'
  | 'error'
  | 'cancelled';

export type IdentityState =
  | 'idle'
  | 'checking'
  | 'consent'
  | 'selecting'
  | 'capturing-front'
  | 'flipping'
  | 'capturing-back'
  | 'reviewing'
  | 'capturing-selfie'
  | 'submitting'
  | 'processing'
  | 'recapture'
  | 'handover'
  | 'passed'
  | 'review'
  | 'failed'
  | 'cancelled'
  | 'expired'
  | 'error'
  | 'unsupported';

/** The `data-action` of each button. */
export type SelfieActionName =
  | 'assist'
  | 'assist-voice'
  | 'start'
  | 'accept'
  | 'decline'
  | 'skip-light'
  | 'accept-without-light'
  | 'retry'
  | 'start-over'
  | 'capture'
  | 'cancel'
  | 'help'
  | 'close';

export type DocumentActionName =
  | 'assist'
  | 'assist-voice'
  | 'start'
  | 'capture'
  | 'upload'
  | 'torch'
  | 'retry'
  | 'keep'
  | 'retake'
  | 'start-over'
  | 'cancel'
  | 'close';

export type IdentityActionName =
  | 'assist'
  | 'assist-voice'
  | 'start'
  | 'accept'
  | 'decline'
  | 'select'
  | 'next'
  | 'back'
  | 'keep'
  | 'retake-front'
  | 'retake-back'
  | 'retry'
  | 'start-over'
  | 'hand-over'
  | 'confirm-phone'
  | 'copy-link'
  | 'help'
  | 'ask-cancel'
  | 'ask-new-link'
  | 'ask-back'
  | 'cancel'
  | 'go-on'
  | 'close';
