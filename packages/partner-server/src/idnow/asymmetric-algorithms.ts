/**
 * What a public key can check (RFC 7518 §3.1, RFC 8037). Never `none`, and no HMAC: a public key is no secret, and whoever has
 * it could sign with it.
 */
export const ASYMMETRIC_ALGORITHMS: readonly string[] = [
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
];
