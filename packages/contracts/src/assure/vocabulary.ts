/** Where a process is, and the decision; a closed list. Source: documented, `processing` on redirects only. */
export const PROCESS_STATUSES = [
  'pending',
  'processing',
  'accepted',
  'rejected',
  'inconclusive',
  'canceled',
  'failed',
] as const;

/** Those at which nothing more comes. Source: documented. */
export const FINAL_STATUSES = ['accepted', 'rejected', 'inconclusive', 'canceled', 'failed'] as const;

/** Which picture of a process. `PORTRAIT` is never available with Onfido. Source: documented. */
export const DEPICTIONS = ['FRONT', 'BACK', 'SELFIE', 'PORTRAIT'] as const;

/** Providers of the product that the vendor's pages name; others may come. Source: documented. */
export const PROVIDERS = ['onfido', 'pictureid', 'readid', 'signicatpaper', 'signicatvideoid', 'webid', 'eid'] as const;

/** What Onfido checks: the document, with a selfie, with a video. Other providers have others. Source: documented. */
export const PROCESS_TYPES = ['document', 'documentSelfie', 'documentVideo'] as const;

/**
 * Kinds of documents. Documented are `passport`, `identityCard` and, in results, `unknown`; the others are in the vendor's
 * public code. The list is open.
 */
export const DOCUMENT_TYPES = ['passport', 'driversLicense', 'identityCard', 'residencePermit', 'unknown'] as const;

/** What a check comes to. The list is open. Source: documented. */
export const CHECK_RESULTS = ['clear', 'consider'] as const;

/** What the verification of a document comes to. The list is open; the last is of the provider's own. Source: documented. */
export const SUB_RESULTS = ['clear', 'suspected', 'rejected', 'caution'] as const;

/** How alike two faces are. The list is open; `low` is inferred. Source: documented. */
export const SIMILARITY_SCORES = ['low', 'medium', 'high'] as const;

/** Why a process failed, as far as the vendor prints it. The list is open. Source: documented. */
export const FAIL_REASON_TYPES = ['upload_failed'] as const;

/** `code` of a problem, in our sandbox; the vendor says the same in `detail` only. The list is open. Source: extension. */
export const PROBLEM_CODES = [
  'notification-url-not-allowed',
  'image-unsupported',
  'image-too-large',
  'process-not-pending',
  'process-ended',
  'location-missing',
  'location-unknown',
  'consent-missing',
  'image-missing',
] as const;
