import { reads, type WordTable } from '../word-reading.ts';

/** What each word of the IDnow Trust Platform says, by where it stands. */
export const IDNOW_WORDS = {
  'session-status': {
    CREATED: reads('created', 'none', 'wait_or_poll', false),
    RUNNING: reads('capturing', 'none', 'wait_or_poll', false),
    COMPLETED: reads('final', null, 'fetch_result', true),
    EXPIRED: reads('expired', 'none', 'new_session', true, 'timeout'),
    ERROR: reads('errored', 'none', 'new_session', true, 'provider_system'),
    ABORTED: reads('cancelled', 'none', 'new_session', true, 'user_cancel'),
  },
  outcome: {
    accepted: reads('final', 'accepted', 'none', true),
    rejected: reads('final', 'rejected', 'new_session', true, 'not_specified'),
    NO_OUTCOME: reads(null, 'none', null, null),
  },
  'verification-status': {
    verified: reads('final', 'accepted', 'none', true),
    rejected: reads('final', 'rejected', 'new_session', true, 'not_specified'),
    aborted: reads('cancelled', 'none', 'new_session', true, 'user_cancel'),
    error: reads('errored', 'none', 'new_session', true, 'provider_system'),
  },
  'verification-check': {
    passed: reads(null, null, null, null),
    failed: reads(null, null, null, null, ['liveness', 'face_match']),
  },
  'authentication-v1-route': {
    authenticated: reads('final', 'accepted', 'none', true),
    failed: reads('final', 'rejected', 'new_session', true, 'not_specified'),
  },
  'authentication-result': {
    success: reads('final', 'accepted', 'none', true),
    failure: reads('final', 'rejected', 'new_session', true),
  },
  'enrollment-route': {
    accepted: reads('final', 'accepted', 'none', true, null, { subjectState: 'enrolled' }),
    rejected: reads('final', 'rejected', 'new_session', true, ['quality', 'not_specified']),
    already_enrolled: reads('final', 'none', 'use_authentication', true, 'duplicate_identity', {
      subjectState: 'already_enrolled',
    }),
  },
  'document-route': {
    verified: reads('final', 'accepted', 'none', true),
    not_verified: reads('final', 'rejected', 'new_session', true, 'document_authenticity'),
    fraud_detected: reads('final', 'rejected', 'exit', true, 'fraud', { fraudSignal: 'asserted_by_provider' }),
  },
} as const satisfies WordTable;
