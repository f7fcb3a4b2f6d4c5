import type { Scenario } from './scenario.ts';

/** Scenarios by name, for the request header and the control page. */
export const NAMED_SCENARIOS = {
  valid: { outcome: { status: 'COMPLETED', result: 'VALID' } },
  'not-live': { outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode: 'NOT_LIVE' } },
  'face-match-failed': { outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode: 'FACE_MATCH_FAILED' } },
  'reference-invalid': {
    outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode: 'REFERENCE_IMAGE_VALIDATION_FAILED' },
  },
  'document-not-found': { outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode: 'DOCUMENT_NOT_FOUND' } },
  'invalid-document': { outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode: 'INVALID_DOCUMENT' } },
  'verification-failed': { outcome: { status: 'ERROR', reasonCode: 'VERIFICATION_FAILED' } },
  recapture: { recaptures: 1 },
  'slow-processing': { processingMs: 15_000 },
  'lost-callback': { callback: 'lost' },
  'duplicated-callback': { callback: 'duplicated' },
  'rate-limited': {
    faults: [
      { operation: 'getUploadUrls', times: 1, status: 429, retryAfterSeconds: 1 },
      { operation: 'putConfirmUpload', times: 1, status: 429, retryAfterSeconds: 1 },
      { operation: 'getSubmissionStatus', times: 2, status: 429, retryAfterSeconds: 1 },
    ],
  },
  'server-errors': {
    faults: [
      { operation: 'getUploadUrls', times: 2, status: 500 },
      { operation: 'putUpload', times: 1, status: 503 },
      { operation: 'putConfirmUpload', times: 2, status: 503 },
      { operation: 'getSubmissionStatus', times: 3, status: 500 },
    ],
  },
  'slow-network': { latencyMs: 3_000 },
  'token-expires': { tokenUses: 1 },
  'quota-exhausted': { attempts: 0 },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof NAMED_SCENARIOS;
