import { alike, reads, type WordTable } from '../word-reading.ts';

/** What each word of Keyless, the provider behind IDnow, says, by where it stands. */
export const KEYLESS_WORDS = {
  event: {
    ...alike(['finished', 'success'], reads('final', 'accepted', 'none', true)),
    error: reads('errored', 'none', null, true),
    ...alike(['begin-stream', 'frame-results', 'video-frame-quality'], reads('capturing', 'none', 'none', false)),
    'stop-stream': reads('processing', 'none', 'wait_or_poll', false),
    'ws-error': reads('errored', 'none', 'retry_later', true, 'network'),
  },
  'ui-step': {
    ...alike(
      ['bootstrap', 'camera-instructions', 'camera-permission', 'camera-stream-boot', 'microphone-permission'],
      reads('awaiting_user', 'none', 'none', false),
    ),
    ...alike(['stm-choice', 'stm-qrcode'], reads('awaiting_other_device', 'none', 'wait_or_poll', false)),
    'server-computation': reads('processing', 'none', 'wait_or_poll', false),
    done: reads('final', 'none', 'none', true),
    error: reads('errored', 'none', 'none', true),
  },
  error: {
    SERVER_FACE_DOES_NOT_MATCH: reads('final', 'rejected', 'retry_capture', true, 'face_match'),
    SERVER_RECOGNITION_FAILED: reads('final', 'rejected', 'retry_capture', true, ['quality', 'liveness']),
    ...alike(
      ['SERVER_USER_LOCKED_OUT', 'SERVER_NO_ATTEMPTS_LEFT'],
      reads('locked_out', 'none', 'retry_later', true, 'quota_lockout'),
    ),
    SERVER_USER_ALREADY_ENROLLED: reads('final', 'none', 'use_authentication', true, 'duplicate_identity', {
      subjectState: 'already_enrolled',
    }),
    ...alike(
      ['SERVER_USER_NOT_FOUND', 'SERVER_CUSTOMER_NOT_FOUND'],
      reads('errored', 'none', 'fix_integration', true, 'integration'),
    ),
    SERVER_FORBIDDEN: reads('errored', 'none', 'fix_integration', true, 'security'),
    SERVER_TIMEOUT: reads('errored', 'none', 'retry_later', true, 'timeout'),
    ...alike(
      ['SERVER_UNAVAILABLE_SERVICE', 'SERVER_INTERNAL_ERROR'],
      reads('errored', 'none', 'retry_later', true, 'provider_system'),
    ),
    ...alike(
      [
        'MEDIA_DEVICES_EMPTY_VIDEO_INPUT_LABEL',
        'MEDIA_DEVICES_NO_VIDEO_INPUTS',
        'MEDIA_STREAM_ABORT',
        'MEDIA_STREAM_INVALID_STATE',
        'MEDIA_STREAM_NOT_ALLOWED',
        'MEDIA_STREAM_NOT_FOUND',
        'MEDIA_STREAM_NOT_READABLE',
        'MEDIA_STREAM_OVERCONSTRAINED',
        'MEDIA_STREAM_SECURITY',
        'MEDIA_STREAM_TYPE',
        'MEDIA_STREAM_UNSET',
      ],
      reads('errored', 'none', 'fix_device_or_permission', true, 'device_permission'),
    ),
    ...alike(
      ['WEB_SOCKET_ERROR', 'WEB_SOCKET_TIMEOUT', 'WEB_SOCKET_UNEXPECTED_CLOSE', 'WEB_SOCKET_OPEN'],
      reads('errored', 'none', 'retry_later', true, 'network'),
    ),
    SESSION_MEDIA_STREAM_TIMEOUT: reads('expired', 'none', 'new_session', true, 'timeout'),
    ...alike(
      ['WEB_ASSEMBLY_ABORTED', 'WEB_ASSEMBLY_NOT_READY'],
      reads('errored', 'none', 'retry_later', true, 'integration'),
    ),
    ...alike(
      ['WEB_ASSEMBLY_FACTORY_FAILED', 'WEB_ASSEMBLY_IMPORT_FAILED', 'WEB_ASSEMBLY_MODULE_NOT_FOUND'],
      reads('errored', 'none', 'fix_integration', true, 'integration'),
    ),
    ...alike(
      [
        'SESSION_ID_UNSET',
        'SESSION_MEDIA_STREAM_UNSET',
        'WEB_SOCKET_URL_UNSET',
        'SERVICE_URL_UNSET',
        'CUSTOMER_UNSET',
        'USERNAME_UNSET',
        'KEY_UNSET',
        'KEY_ID_UNSET',
        'OPTIONS_UNSET',
        'FRAME_RESULTS_SET_UNSET',
        'USER_LOCKOUT_EXPIRATION_UNSET',
        'CREATE_MEDIA_STREAM_ARGS_UNSET',
        'QUEUE_UNSET',
        'SYMBOL_UNSET',
        'SYMBOL_DESCRIPTION_UNSET',
        'WEB_SOCKET_URL_PARSE_FAILED',
        'SERVICE_URL_PARSE_FAILED',
        'KEY_DECODE_FAILED',
        'SERVER_VALIDATION_FAILED',
        'SERVER_INVALID_REQUEST',
        'SESSION_MANAGER_NULL',
        'SESSION_MANAGER_NOT_NULL',
        'SLUG_UNSUPPORTED',
      ],
      reads('errored', 'none', 'fix_integration', true, 'integration'),
    ),
    ...alike(
      [
        'EXCEPTION',
        'RUNTIME_VIOLATION',
        'SERVER_UNPROCESSABLE_EVENT',
        'SERVER_IMAGE_ENCRYPT_FAILED',
        'SERVER_INVALID_RESPONSE',
        'SESSION_DATABASE_ERROR',
      ],
      reads('errored', 'none', 'contact_support', true, 'provider_system'),
    ),
    NONCANCELABLE: reads(null, 'none', 'wait_or_poll', false),
  },
  'mobile-code': {
    '30000': reads('final', 'rejected', 'retry_capture', true, 'fraud', { fraudSignal: 'asserted_by_provider' }),
    '30001': reads('expired', 'none', 'retry_capture', true, 'timeout'),
  },
} as const satisfies WordTable;
