import type { ExpectedDocumentType } from '@bonafide/verifier';
import type { ObjectionCause } from '../processing/objections.ts';

/** The gateways that lead a person to a hosted page. */
export type HostedSystem = 'onekyc' | 'assure' | 'face-oidc' | 'idnow' | 'mosaic';

/** What is looked at: a face, a document, or a document and the face beside it. */
export type HostedKind = 'selfie' | 'document' | 'identity';

/** `open` awaits pictures; the last three are final. */
export type HostedState = 'open' | 'processing' | 'concluded' | 'cancelled' | 'expired';

export type HostedTheme = 'light' | 'dark' | 'system';

/**
 * What an attempt, and in the end a check, came to. `failed`: the checks decided against it. `error`: nothing could be
 * decided, by the pictures or by a failure of ours.
 */
export type HostedOutcome = 'passed' | 'failed' | 'error';

/** What spoke against it; null where it passed. */
export type HostedCause =
  | ObjectionCause
  /** The checks themselves failed. */
  | 'technical'
  /** A scenario leaves the check no attempt at all. */
  | 'no-attempts';

/** The pictures of a hosted check, as the page's interface spells them. */
export type HostedDepiction = 'front' | 'back' | 'selfie';

/** A kind of document that may be used. */
export interface HostedDocument {
  readonly documentType: ExpectedDocumentType;
  readonly sides: readonly ('front' | 'back')[];
  /** ISO 3166-1 alpha-3; left out, any. */
  readonly issuingCountries?: readonly string[];
}

/** What the last attempt wants again, and a word of why (`reason` of `specs/capture-backend.yaml`). */
export interface HostedRecapture {
  readonly depictions: readonly HostedDepiction[];
  readonly reason: string;
}
