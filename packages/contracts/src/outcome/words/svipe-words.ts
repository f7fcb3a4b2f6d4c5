import { alike, reads, type WordTable } from '../word-reading.ts';

/** What each word of the Svipe OpenID Connect bridge says, by where it stands. */
export const SVIPE_WORDS = {
  redirect: {
    code: reads('final', 'accepted', 'none', true),
    deny: reads('final', 'rejected', 'new_session', true, 'not_specified'),
    cancel: reads('cancelled', 'none', 'new_session', true, 'user_cancel'),
  },
  /**
   * Words of the standards (OpenID Connect Core §3.1.2.6, RFC 6749 §5.2, CIBA §11). `access_denied` may be a refusal or a person
   * who gave up, so it is neither.
   */
  'oauth-error': {
    access_denied: reads('unknown', 'unknown', 'new_session', true, 'not_specified'),
    ...alike(
      ['login_required', 'interaction_required', 'consent_required', 'account_selection_required'],
      reads('errored', 'none', 'new_session', true, 'not_specified'),
    ),
    ...alike(
      [
        'invalid_request',
        'invalid_client',
        'invalid_grant',
        'invalid_scope',
        'unauthorized_client',
        'unsupported_response_type',
        'unsupported_grant_type',
      ],
      reads('errored', 'none', 'fix_integration', true, 'integration'),
    ),
    ...alike(
      ['server_error', 'temporarily_unavailable'],
      reads('errored', 'none', 'retry_later', true, 'provider_system'),
    ),
    ...alike(['authorization_pending', 'slow_down'], reads('awaiting_user', 'none', 'wait_or_poll', false)),
    expired_token: reads('expired', 'none', 'new_session', true, 'timeout'),
  },
  claim: {
    'com.svipe:face_present': reads('final', 'accepted', 'none', true),
  },
  acr: {
    ...alike(['face_present', 'document_present', 'face_and_document_present'], reads(null, null, null, null)),
  },
  profile: {
    'enrolled-or-verified': reads('final', 'accepted', 'none', true),
  },
} as const satisfies WordTable;
