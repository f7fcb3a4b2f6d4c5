import { alike, reads, type WordTable } from '../word-reading.ts';

/** What each word of Transmit Security's Mosaic says, by where it stands. */
export const MOSAIC_WORDS = {
  'result-status': {
    complete: reads('final', null, 'none', true),
  },
  /** Ours: the vendor has such words, and they could not be found. */
  'session-status': {
    pending: reads('created', 'none', 'wait_or_poll', false),
    processing: reads('processing', 'none', 'wait_or_poll', false),
    recapture: reads('needs_recapture', 'none', 'retry_capture', false),
    complete: reads('final', null, 'fetch_result', true),
    canceled: reads('cancelled', 'none', 'new_session', true, 'user_cancel'),
    failed: reads('errored', 'none', 'new_session', true, 'provider_system'),
    expired: reads('expired', 'none', 'new_session', true, 'timeout'),
  },
  recommendation: {
    ...alike(['ALLOW', 'allow'], reads('final', 'accepted', 'none', true)),
    ...alike(['CHALLENGE', 'challenge'], reads('final', 'review', ['manual_review', 'step_up'], true, 'not_specified')),
    ...alike(
      ['DENY', 'deny'],
      reads('final', 'rejected', 'exit', true, 'fraud', { fraudSignal: 'asserted_by_provider' }),
    ),
  },
  'journey-branch': {
    error: reads('errored', 'none', 'new_session', true, 'provider_system'),
  },
  'check-reason': {
    presentation_attack: reads(null, null, null, null, ['liveness', 'fraud'], { fraudSignal: 'suspected' }),
    biometric_mismatch: reads(null, null, null, null, 'face_match'),
    multiple_same_identity_attempts: reads(null, null, null, null, 'fraud', { fraudSignal: 'suspected' }),
    action_is_suspected_fraud: reads(null, null, null, null, 'fraud', { fraudSignal: 'suspected' }),
  },
  'web-callback': {
    ...alike(['sessionStarted', 'imageSubmitted'], reads('capturing', 'none', 'none', false)),
    processing: reads('processing', 'none', 'wait_or_poll', false),
    completed: reads('final', 'unknown', 'fetch_result', false),
    recapture: reads('needs_recapture', 'none', ['retry_capture', 'use_other_document'], false, 'not_specified'),
    error: reads('errored', 'none', 'new_session', true, 'not_specified'),
  },
  'native-event': {
    ...alike(
      ['verificationDidStartCapturing', 'faceAuthenticationDidStartCapturing'],
      reads('capturing', 'none', 'none', false),
    ),
    ...alike(
      ['verificationDidStartProcessing', 'faceAuthenticationDidStartProcessing'],
      reads('processing', 'none', 'wait_or_poll', false),
    ),
    ...alike(
      ['verificationDidComplete', 'faceAuthenticationDidComplete', 'mosaicUIVerificationDidComplete'],
      reads('final', 'unknown', 'fetch_result', false),
    ),
    ...alike(
      ['verificationDidCancel', 'faceAuthenticationDidCancel', 'mosaicUIVerificationDidCancel'],
      reads('cancelled', 'none', 'new_session', true, 'user_cancel'),
    ),
    ...alike(
      ['verificationDidFail', 'faceAuthenticationDidFail', 'mosaicUIVerificationDidFail'],
      reads('errored', 'none', 'new_session', true, 'not_specified'),
    ),
    verificationRequiresRecapture: reads(
      'needs_recapture',
      'none',
      ['retry_capture', 'use_other_document'],
      false,
      'not_specified',
    ),
  },
  'recapture-reason': {
    ...alike(['ImageMissing', 'PoorImageQuality'], reads('needs_recapture', 'none', 'retry_capture', false, 'quality')),
    DocExpired: reads('needs_recapture', 'none', 'use_other_document', false, 'document_expired'),
    DocNotSupported: reads('needs_recapture', 'none', 'use_other_document', false, 'document_unsupported'),
    DocDamaged: reads('needs_recapture', 'none', 'use_other_document', false, 'quality'),
  },
  'native-error': {
    cameraPermissionRequired: reads('awaiting_user', 'none', 'fix_device_or_permission', false, 'device_permission'),
    ...alike(
      ['sdkDisabled', 'recaptureNotRequired', 'verificationStatusError'],
      reads('errored', 'none', 'fix_integration', true, 'integration'),
    ),
    sessionNotValid: reads('expired', 'none', 'new_session', true, 'timeout'),
    genericServerError: reads('errored', 'none', 'retry_later', true, 'provider_system'),
    networkError: reads('errored', 'none', 'retry_later', true, 'network'),
  },
  journey: {
    ...alike(['client_input_required', 'client_input_update_required'], reads('awaiting_user', 'none', 'none', false)),
    journey_success: reads('final', 'accepted', 'none', true),
    ...alike(['journey_rejection', 'action:rejection'], reads('final', 'rejected', 'exit', true, 'not_specified')),
    'action:wait_for_another_device': reads('awaiting_other_device', 'none', 'wait_or_poll', false),
  },
  'journey-option': {
    ...alike(['client_input', 'cancel', 'custom'], reads(null, null, null, false, 'user_cancel')),
  },
  'sdk-error': {
    network_error: reads('errored', 'none', 'retry_later', true, 'network'),
    server_error: reads('errored', 'none', 'retry_later', true, 'provider_system'),
    ...alike(
      [
        'invalid_state',
        'no_active_journey',
        'not_initialized',
        'invalid_initialization_options',
        'client_response_not_valid',
      ],
      reads('errored', 'none', 'fix_integration', true, 'integration'),
    ),
  },
} as const satisfies WordTable;
