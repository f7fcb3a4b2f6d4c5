/** Scopes that turn the face check on. Source: documented. */
export const FACE_AUTH_SCOPES = [
  'faceauth_dynamic_only',
  'faceauth_express_only',
  'faceauth_dynamic',
  'faceauth_express',
] as const;

/** Claims that a login with the face check can have; others are ignored. Source: documented. */
export const FACE_CLAIMS = {
  subject: 'sub',
  facePresent: 'com.svipe:face_present',
  portrait: 'com.svipe:validation_portrait_present',
  email: 'email',
} as const;

/** How often the person may try before the login is refused. Source: documented, as the default. */
export const ATTEMPTS_PER_LOGIN = 3;

/** Grant types of the token endpoint; the second as the vendor's sample spells it. Source: documented, then observed. */
export const GRANT_TYPES = ['authorization_code', 'urn:openid:params:grant-type:ciba'] as const;

/** Context classes. Source: observed, in a recorded discovery document. */
export const ACR_VALUES = ['face_present', 'document_present', 'face_and_document_present'] as const;

/**
 * `error` of a login or a token request. What the vendor sends after three attempts and after giving up is not known;
 * these are the standards' own words (OpenID Connect Core §3.1.2.6, RFC 6749 §5.2, CIBA §11). The list is open. Source: inferred.
 */
export const ERRORS = [
  'access_denied',
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_response_type',
  'unsupported_grant_type',
  'login_required',
  'interaction_required',
  'server_error',
  'temporarily_unavailable',
  'authorization_pending',
  'slow_down',
  'expired_token',
] as const;
