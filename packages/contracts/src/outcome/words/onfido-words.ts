import { alike, reads, type WordTable } from '../word-reading.ts';

/** What each word of Onfido, the provider behind Assure, says, by where it stands. */
export const ONFIDO_WORDS = {
  'report-sub-result': {
    caution: reads('final', 'review', 'manual_review', true, 'document_authenticity'),
  },
  'report-result': {
    unidentified: reads('final', 'review', 'manual_review', true, 'not_specified'),
  },
  'check-status': {
    ...alike(['awaiting_data', 'awaiting_approval'], reads('processing', 'none', 'wait_or_poll', false)),
    ...alike(['cancelled', 'withdrawn'], reads('cancelled', 'none', 'new_session', true, 'not_specified')),
    ...alike(['in_progress', 'paused', 'reopened'], reads('processing', 'none', 'wait_or_poll', false)),
    awaiting_applicant: reads('awaiting_user', 'none', 'wait_or_poll', false),
    complete: reads('final', 'none', 'wait_or_poll', true),
  },
  'workflow-run': {
    processing: reads('processing', 'none', 'wait_or_poll', false),
    ...alike(['awaiting_input', 'awaiting_client_input'], reads('awaiting_user', 'none', 'wait_or_poll', false)),
    approved: reads('final', 'accepted', 'none', true),
    declined: reads('final', 'rejected', 'new_session', true, 'not_specified'),
    review: reads('final', 'review', 'manual_review', true, 'not_specified'),
    ...alike(['abandoned', 'workflow_abandoned'], reads('expired', 'none', 'new_session', true, 'timeout')),
    ...alike(['error', 'workflow_error'], reads('errored', 'none', 'retry_later', true, 'provider_system')),
  },
  'sdk-error': {
    ...alike(['invalid_token', 'expired_trial'], reads('errored', 'none', 'fix_integration', true, 'integration')),
    expired_token: reads('expired', 'none', 'new_session', true, 'timeout'),
    geoblocked_request: reads('errored', 'none', 'exit', true, 'policy_location'),
    ...alike(
      ['permissions_unavailable', 'no_camera'],
      reads('awaiting_user', 'none', 'fix_device_or_permission', false, 'device_permission'),
    ),
    ...alike(
      ['unsupported', 'unsupported_feature', 'unsupported_sdk_version', 'invalid_sdk_parameter'],
      reads('errored', 'none', 'fix_integration', true, 'integration'),
    ),
    user_consent_denied: reads('cancelled', 'none', 'exit', true, 'policy_consent'),
    exception: reads('errored', 'none', 'retry_later', true, 'not_specified'),
  },
  'sdk-event': {
    onComplete: reads('processing', 'none', 'fetch_result', false),
    user_exit: reads('cancelled', 'none', 'new_session', true, 'user_cancel'),
  },
} as const satisfies WordTable;
