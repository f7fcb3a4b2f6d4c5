const BRAND = Symbol.for('bonafide.verifier.error');

/** What the verifier throws on purpose, and what can be done about it. */
export const VERIFIER_ERROR_CODES = {
  /** The bytes are no JPEG, PNG or WebP. */
  'image-unsupported': { retryable: false, userAction: 'try-again' },
  /** More bytes or pixels than the limits allow. */
  'image-too-large': { retryable: false, userAction: 'try-again' },
  /** The right kind of file, but damaged or cut short. */
  'image-undecodable': { retryable: false, userAction: 'try-again' },
  /** Looking took longer than `deadlineMs`; the thread that did it was replaced. */
  'deadline-exceeded': { retryable: true, userAction: 'wait' },
  /** As many pictures wait already as `maxQueued` allows. */
  'queue-full': { retryable: true, userAction: 'wait' },
  /** The networks could not be loaded or failed while running. */
  'vision-failed': { retryable: true, userAction: 'contact-support' },
  /** The matcher cannot be opened: its weights are not installed, or are not the ones that were measured. */
  'matcher-unavailable': { retryable: false, userAction: 'contact-support' },
  /** The template is another matcher's, or of another version: the person has to be enrolled again. */
  'template-unusable': { retryable: false, userAction: 'enrol-again' },
  /** `close` was called. */
  'verifier-closed': { retryable: false, userAction: 'none' },
} as const;

export type VerifierErrorCode = keyof typeof VERIFIER_ERROR_CODES;

/** Which picture of a request an error speaks of. */
export type PictureRole = 'selfie' | 'reference' | 'front' | 'back';

export interface VerifierErrorOptions {
  readonly cause?: unknown;
  readonly picture?: PictureRole;
}

/** Carries a code, never anything of the picture. A caller's own abort rethrows `signal.reason` instead. */
export class VerifierError extends Error {
  override readonly name = 'VerifierError';
  readonly code: VerifierErrorCode;
  readonly retryable: boolean;
  readonly userAction: string;
  /** Null when no single picture is to blame. */
  readonly picture: PictureRole | null;

  constructor(code: VerifierErrorCode, message: string, options: VerifierErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.retryable = VERIFIER_ERROR_CODES[code].retryable;
    this.userAction = VERIFIER_ERROR_CODES[code].userAction;
    this.picture = options.picture ?? null;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Recognises a `VerifierError`, also one that another copy of this package threw. */
export function isVerifierError(error: unknown): error is VerifierError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[BRAND] === true;
}
