/**
 * Error codes of a capture journey: one registry for elements, clients, the sandbox and the documentation. A new code
 * exists only where it is handled differently.
 */

/** What the person (or the integrator) can do next; elements turn it into a button. */
export type UserAction =
  | 'try-again'
  | 'use-other-browser'
  | 'use-other-device'
  | 'open-in-browser'
  | 'use-https'
  | 'allow-camera'
  | 'connect-camera'
  | 'close-other-apps'
  | 'check-connection'
  | 'start-over'
  | 'wait'
  | 'contact-support'
  | 'none';

/** What is known about an error code wherever it turns up. */
export interface ErrorCodeEntry {
  /** Whether the same journey can go on once `userAction` is taken. */
  readonly retryable: boolean;
  /** What to offer. */
  readonly userAction: UserAction;
  /** Whose hands it is in: who has to change something for it not to come back. */
  readonly blame: 'subject' | 'device' | 'integration' | 'gateway' | 'network';
}

const entry = (blame: ErrorCodeEntry['blame'], userAction: UserAction, retryable: boolean): ErrorCodeEntry => ({
  blame,
  userAction,
  retryable,
});

/**
 * Every error code. Camera and permission codes follow the browser's `DOMException` names; `token-…` and `session-…` the
 * gateway's refusals; `attempts-exhausted` ends the journey for good, `verification-failed` only this attempt. `file-…`
 * and `image-…` are about a file that was chosen instead of a photo, `document-…` about what a photo or a file shows.
 */
export const ERROR_CODES = {
  'unsupported-browser': entry('device', 'use-other-browser', false),
  'insecure-context': entry('integration', 'use-https', false),
  'permissions-policy-blocked': entry('integration', 'contact-support', false),
  'in-app-browser': entry('device', 'open-in-browser', false),
  'permission-denied': entry('subject', 'allow-camera', true),
  'permission-dismissed': entry('subject', 'allow-camera', true),
  'no-camera': entry('device', 'connect-camera', true),
  'camera-in-use': entry('device', 'close-other-apps', true),
  'camera-overconstrained': entry('device', 'try-again', true),
  'camera-lost': entry('device', 'connect-camera', true),
  'camera-muted': entry('device', 'close-other-apps', true),
  'asset-load-failed': entry('network', 'try-again', true),
  'asset-integrity-failed': entry('integration', 'try-again', true),
  'backend-init-failed': entry('device', 'use-other-browser', true),
  'gpu-context-lost': entry('device', 'try-again', true),
  'token-invalid': entry('integration', 'start-over', false),
  'token-expired': entry('gateway', 'try-again', true),
  'session-not-found': entry('integration', 'start-over', false),
  'rate-limited': entry('gateway', 'wait', true),
  network: entry('network', 'check-connection', true),
  offline: entry('network', 'check-connection', true),
  server: entry('gateway', 'try-again', true),
  'invalid-response': entry('gateway', 'try-again', true),
  'upload-rejected': entry('gateway', 'try-again', true),
  'attempt-timeout': entry('subject', 'try-again', true),
  'processing-timeout': entry('gateway', 'wait', true),
  'verification-failed': entry('subject', 'try-again', true),
  'file-unsupported': entry('subject', 'try-again', true),
  'file-too-large': entry('subject', 'try-again', true),
  'file-damaged': entry('subject', 'try-again', true),
  'image-too-small': entry('subject', 'try-again', true),
  'document-not-found': entry('subject', 'try-again', true),
  'document-wrong-side': entry('subject', 'try-again', true),
  'document-unsupported': entry('subject', 'try-again', true),
  'handover-expired': entry('subject', 'try-again', true),
  'handover-claimed': entry('subject', 'use-other-device', false),
  'handover-ended': entry('subject', 'use-other-device', false),
  'consent-declined': entry('subject', 'start-over', false),
  'attempts-exhausted': entry('subject', 'contact-support', false),
  aborted: entry('subject', 'start-over', false),
  internal: entry('integration', 'try-again', true),
} as const satisfies Record<string, ErrorCodeEntry>;

/** One of `ERROR_CODES`. */
export type ErrorCode = keyof typeof ERROR_CODES;
