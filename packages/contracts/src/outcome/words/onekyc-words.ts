import { alike, reads, type WordTable } from '../word-reading.ts';

/** What each word of GoTo / Midtrans OneKYC, its native SDKs and its sister product eSign/SIV, says, by where it stands. */
export const ONEKYC_WORDS = {
  'submission-status': {
    INITIATED: reads('created', 'none', 'wait_or_poll', false),
    IN_PROGRESS: reads('processing', 'none', 'wait_or_poll', false),
    PARTIALLY_COMPLETED: reads('partially_final', null, 'wait_or_poll', false),
    COMPLETED: reads('final', null, 'fetch_result', true),
    ERROR: reads('errored', 'none', 'retry_later', true, 'provider_system'),
  },
  result: {
    VALID: reads(null, 'accepted', 'none', null),
    INVALID: reads(null, 'rejected', 'new_session', null),
    REJECTED: reads(null, 'rejected', 'new_session', true),
  },
  approved: {
    true: reads(null, 'accepted', null, null),
    false: reads(null, 'rejected', null, null),
  },
  'risk-level': {
    ...alike(['LOW', 'MEDIUM', 'HIGH'], reads(null, null, null, null)),
  },
  'document-status': {
    PENDING: reads('awaiting_user', 'none', 'wait_or_poll', false),
    UPLOADED: reads('processing', 'none', 'wait_or_poll', false),
    VERIFIED: reads(null, null, 'none', false),
    INVALID: reads(null, null, 'retry_capture', false, ['quality', 'document_unsupported']),
    REJECTED: reads(null, null, 'retry_capture', false, 'not_specified'),
  },
  'field-check': {
    PASS: reads(null, null, null, null),
    FAIL: reads(null, null, null, null, ['data_mismatch', 'face_match']),
  },
  'reason-code': {
    FACE_MATCH_FAILED: reads('final', 'rejected', 'new_session', true, 'face_match'),
    ...alike(
      ['NOT_LIVE', 'LIVENESS_CHECK_FAILED'],
      reads('final', 'rejected', 'new_session', true, 'liveness', { fraudSignal: 'suspected' }),
    ),
    REFERENCE_IMAGE_VALIDATION_FAILED: reads('final', 'rejected', 'fix_reference_data', true, 'reference_data'),
    NOT_EKTP: reads('final', 'rejected', ['use_other_document', 'fix_reference_data'], true, [
      'document_unsupported',
      'reference_data',
    ]),
    DOCUMENT_NOT_FOUND: reads('final', 'rejected', 'retry_capture', true, 'quality'),
    INVALID_DOCUMENT: reads('final', 'rejected', 'use_other_document', true, 'document_unsupported'),
    VERIFICATION_FAILED: reads('errored', 'none', 'retry_later', true, 'provider_system'),
    FRAUD_REJECT: reads('final', 'rejected', 'exit', true, 'fraud', { fraudSignal: 'asserted_by_provider' }),
    DUKCAPIL_REJECTED: reads('final', 'rejected', 'exit', true, 'data_mismatch'),
    ...alike(
      ['DUKCAPIL_SYSTEM_ERROR', 'SYSTEM_ERROR'],
      reads('errored', 'none', 'retry_later', true, 'provider_system'),
    ),
    DUKCAPIL_IRRETRIEVABLE_ERROR: reads('errored', 'none', 'contact_support', true, 'provider_system'),
    AETHER_VERIFICATION_FAILED: reads('final', 'unknown', null, true, 'not_specified'),
    ...alike(
      ['EMAIL_HAS_BEEN_USED', 'PHONE_HAS_BEEN_USED'],
      reads('final', 'rejected', 'exit', true, 'duplicate_identity'),
    ),
  },
  'sdk-next-action': {
    RETRY: reads('needs_recapture', 'none', 'retry_capture', false),
    STATUS: reads('processing', 'none', 'wait_or_poll', false),
    EXIT: reads(null, null, 'exit', true),
  },
  'sdk-result': {
    COMPLETED: reads('processing', 'none', 'fetch_result', false),
    ...alike(
      ['NOT_COMPLETED', 'notCompleted'],
      reads('cancelled', 'none', 'new_session', true, ['user_cancel', 'not_specified']),
    ),
    ERROR: reads('errored', 'none', 'new_session', true, 'not_specified'),
  },
  'sdk-error': {
    ...alike(['USER_CANCELLED', 'GPE-2207'], reads('cancelled', 'none', 'new_session', true, 'user_cancel')),
    ...alike(
      ['CAMERA', 'PERMISSION', 'GPE-2210', 'GPE-2211'],
      reads('errored', 'none', 'fix_device_or_permission', true, 'device_permission'),
    ),
    ...alike(['NETWORK', 'GPE-2203'], reads('errored', 'none', 'retry_later', true, 'network')),
    ...alike(['API', 'GPE-2215'], reads('errored', 'none', 'retry_later', true, 'provider_system')),
    ...alike(['VERIFICATION', 'GPE-2212'], reads('final', 'unknown', 'new_session', true, 'not_specified')),
    ...alike(['HELP_CLICKED', 'GPE-2213'], reads('cancelled', 'none', 'new_session', true, 'user_cancel')),
    ...alike(['SECURITY', 'GPE-2214'], reads('errored', 'none', 'exit', true, 'security')),
    ...alike(['GPE-2202', 'GPE-2209'], reads('expired', 'none', 'new_session', true, 'timeout')),
    ...alike(
      ['GPE-2201', 'GPE-2204', 'GPE-2206', 'GPE-2208'],
      reads('errored', 'none', 'fix_integration', true, 'integration'),
    ),
    'GPE-2205': reads('errored', 'none', 'contact_support', true, 'not_specified'),
  },
  'help-type': {
    ...alike(
      ['SELFIE_TIMEOUT', 'CAMERA_ISSUE', 'USER_DETAILS', 'USER_CONSENT', 'NON_PROGRESSIVE_USER_CONSENT', 'KYC_STATUS'],
      reads(null, null, null, false),
    ),
    ...alike(
      ['VERIFICATION_EXHAUSTED', 'selfieCaptureExhausted'],
      reads('locked_out', 'none', 'exit', null, 'quota_lockout'),
    ),
    VERIFICATION_FAILED: reads(null, null, null, false),
  },
  'redirect-status': {
    COMPLETED: reads('final', 'unknown', 'fetch_result', false),
    ERROR: reads('errored', 'none', 'new_session', true, 'not_specified'),
  },
  'redirect-error': {
    SESSION_TIMEOUT: reads('expired', 'none', 'new_session', true, 'timeout'),
  },
  'api-error': {
    SUBMISSION_QUOTA_EXCEEDED: reads('locked_out', 'none', 'exit', true, 'quota_lockout'),
    TOO_MANY_REQUESTS: reads('errored', 'none', 'retry_later', false, 'quota_lockout'),
    INVALID_UPLOAD_ARTIFACT: reads('needs_recapture', 'none', 'retry_capture', false, 'quality'),
    SUBMISSION_STATE_CONFLICT: reads(null, 'none', 'wait_or_poll', false, 'integration'),
    ...alike(
      ['UNAUTHORIZED', 'FORBIDDEN', 'ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT'],
      reads('errored', 'none', 'fix_integration', true, 'integration'),
    ),
  },
} as const satisfies WordTable;
