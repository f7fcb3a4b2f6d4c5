import { alike, reads, type WordTable } from '../word-reading.ts';

/** What each word of iProov, the provider behind the Svipe bridge, says, by where it stands. */
export const IPROOV_WORDS = {
  event: {
    ready: reads('created', 'none', 'none', false),
    permission: reads('awaiting_user', 'none', 'fix_device_or_permission', false, 'device_permission'),
    ...alike(
      ['permission_denied', 'no_camera'],
      reads('awaiting_user', 'none', 'fix_device_or_permission', false, 'device_permission'),
    ),
    unsupported: reads('errored', 'none', 'fix_device_or_permission', true, 'device_permission'),
    multiple_cameras: reads('created', 'none', 'none', false),
    ...alike(['started', 'connecting', 'connected', 'streaming'], reads('capturing', 'none', 'none', false)),
    ...alike(['streamed', 'progress'], reads('processing', 'none', 'wait_or_poll', false)),
    passed: reads('final', 'accepted', 'none', true),
    failed: reads('final', 'rejected', 'retry_capture', true, ['quality', 'environment', 'not_specified']),
    ...alike(['canceled', 'cancelled'], reads('cancelled', 'none', 'new_session', true, 'user_cancel')),
    error: reads('errored', 'none', 'retry_later', true, 'not_specified'),
  },
  'failure-feedback': {
    ...alike(
      [
        'eyes_closed',
        'face_too_far',
        'face_too_close',
        'misaligned_face',
        'multiple_faces',
        'obscured_face',
        'sunglasses',
        'too_much_movement',
      ],
      reads('final', 'rejected', 'retry_capture', true, 'quality'),
    ),
    ...alike(['too_bright', 'too_dark'], reads('final', 'rejected', 'retry_capture', true, 'environment')),
    unknown: reads('final', 'rejected', 'retry_capture', true, 'not_specified'),
  },
  'error-feedback': {
    ...alike(
      [
        'client_camera',
        'error_camera',
        'error_camera_in_use',
        'error_camera_not_supported',
        'error_camera_permission_denied',
        'error_device_motion_denied',
        'error_device_motion_unsupported',
        'error_not_supported',
      ],
      reads('errored', 'none', 'fix_device_or_permission', true, 'device_permission'),
    ),
    ...alike(['error_network', 'error_asset_fetch'], reads('errored', 'none', 'retry_later', true, 'network')),
    ...alike(['error_server', 'client_error'], reads('errored', 'none', 'retry_later', true, 'provider_system')),
    ...alike(
      ['error_invalid_token', 'sdk_unsupported', 'integration_unloaded'],
      reads('errored', 'none', 'fix_integration', true, 'integration'),
    ),
    ...alike(['error_token_timeout', 'error_user_timeout'], reads('expired', 'none', 'new_session', true, 'timeout')),
    error_too_many_requests: reads('errored', 'none', 'retry_later', true, 'quota_lockout'),
    error_no_face_found: reads('errored', 'none', 'retry_capture', true, 'quality'),
    ...alike(
      ['error_fullscreen_change', 'error_transaction_canceled'],
      reads('cancelled', 'none', 'new_session', true, 'user_cancel'),
    ),
  },
  api: {
    ...alike(['claim_aborted', 'user_informed'], reads('cancelled', 'none', 'new_session', true, 'integration')),
  },
} as const satisfies WordTable;
