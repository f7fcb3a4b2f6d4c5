import type { JourneyEnd } from '../codes/index.ts';

/** Which picture. */
export const CAPTURE_DEPICTIONS = ['front', 'back', 'selfie'] as const;

/** One side of a document. */
export const DOCUMENT_SIDES = ['front', 'back'] as const;

/** Where a check is. A closed list. */
export const CAPTURE_STATUSES = [
  'pending',
  'processing',
  'recapture',
  'accepted',
  'rejected',
  'inconclusive',
  'canceled',
  'failed',
] as const;

/** Those at which nothing more comes. */
export const FINAL_STATUSES = ['accepted', 'rejected', 'inconclusive', 'canceled', 'failed'] as const;

/** Where a hand-over to a phone is. A closed list. */
export const HANDOVER_STATUSES = ['waiting', 'joined', 'connected', 'done', 'left'] as const;

/** How the journey in the page ends with each of them. */
export const END_OF_STATUS = {
  accepted: 'passed',
  rejected: 'failed',
  inconclusive: 'review',
  canceled: 'cancelled',
  failed: 'error',
} as const satisfies Record<(typeof FINAL_STATUSES)[number], JourneyEnd>;

/** Why pictures are wanted again. The list is open. */
export const RECAPTURE_REASONS = [
  'image-quality',
  'no-document',
  'document-unreadable',
  'unsupported-document',
  'wrong-side',
  'not-original',
  'no-face',
  'multiple-faces',
  'not-live',
  'upload-failed',
  'other',
] as const;

/** Why a request was not served. A closed list. */
export const REFUSAL_CODES = [
  'request-invalid',
  'unauthorized',
  'origin-forbidden',
  'not-found',
  'method-not-allowed',
  'consent-required',
  'consent-outdated',
  'location-required',
  'document-unsupported',
  'image-unsupported',
  'image-too-large',
  'images-missing',
  'evidence-mismatch',
  'state-conflict',
  'handover-unconfirmed',
  'handover-claimed',
  'handover-expired',
  'handover-revoked',
  'busy',
  'rate-limited',
  'gateway-refused',
  'gateway-unavailable',
  'internal',
] as const;
