import type { DocumentReading } from '@bonafide/browser-core/document';
import type { DocumentGuidanceCode } from '@bonafide/contracts/codes';
import type { CheckResult, DocumentVerification } from './document-verification.ts';

/** What the verifier found out about a document: the words that go out, and what they rest on. */
export interface DocumentInspection {
  readonly documentVerification: DocumentVerification;
  /** Every check, also those that were not made, each once. */
  readonly checks: readonly DocumentCheck[];
  /** What was read on each side; null for a side that was not given. Personal data: keep it out of logs. */
  readonly readings: { readonly front: DocumentReading; readonly back: DocumentReading | null };
  /** Sides of which another picture could come to more; empty when the pictures are good enough. */
  readonly recapture: readonly ('front' | 'back')[];
}

/** What one check of a document came to, and why; also of a check that was not made. Names no value of the document. */
export interface DocumentCheck {
  readonly name: DocumentCheckName;
  readonly outcome: CheckResult | 'not-made';
  readonly reasons: readonly DocumentCheckReason[];
}

/** The breakdowns of `DocumentVerification`; its type; and what the page said, which decides nothing. */
export type DocumentCheckName =
  | 'imageIntegrity'
  | 'documentType'
  | 'dataConsistency'
  | 'dataValidation'
  | 'ageValidation'
  | 'visualAuthenticity'
  | 'compromisedDocument'
  | 'policeRecord'
  | 'dataComparison'
  | 'claimedReading';

/** What spoke for the outcome. */
export interface DocumentCheckReason {
  readonly code: PictureReasonCode | DataReasonCode | AbsenceReasonCode;
  /** The picture that it was seen on, where it was one. */
  readonly side?: 'front' | 'back';
  /** The field that it is about, where it is one. */
  readonly field?: string;
}

/** What is wrong with a picture, in the words that the camera screen has for it. */
export type PictureReasonCode = DocumentGuidanceCode | 'screen-suspected' | 'copy-suspected' | 'no-portrait';

/** What is wrong with what was read. */
export type DataReasonCode =
  | 'type-unknown'
  | 'type-not-expected'
  | 'country-not-expected'
  | 'side-missing'
  | 'values-differ'
  | 'check-digit-wrong'
  | 'reading-unsure'
  | 'date-impossible'
  | 'number-impossible'
  | 'expired'
  | 'under-age';

/** Why a check was not made. */
export type AbsenceReasonCode = 'not-asked' | 'no-register' | 'not-readable' | 'one-source-only' | 'picture-unusable';

/** Fields that a document says, spelt as in `DocumentVerification`. */
export type DocumentField =
  | 'documentNumber'
  | 'firstName'
  | 'lastName'
  | 'dateOfBirth'
  | 'dateOfExpiry'
  | 'gender'
  | 'nationality'
  | 'issuingCountry';
