/**
 * Words that speak of the person or the provider's rules: the login was not granted. All others speak of the request, or of a
 * failure. What the vendor sends for which is not documented. Source: OpenID Connect Core §3.1.2.6, CIBA §11 and §13.
 */
const ABOUT_THE_REQUEST: ReadonlySet<string> = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'invalid_scope',
  'invalid_target',
  'invalid_request_uri',
  'invalid_request_object',
  'unauthorized_client',
  'unsupported_response_type',
  'unsupported_grant_type',
  'request_not_supported',
  'request_uri_not_supported',
  'registration_not_supported',
  'server_error',
  'temporarily_unavailable',
]);

/** Whether a word means that the person was not let in. A word that nobody knows is no yes either, and is handed on. */
export function isRefusal(word: string): boolean {
  return !ABOUT_THE_REQUEST.has(word);
}
