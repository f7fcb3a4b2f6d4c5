/**
 * Paths of the operations under the issuer. A client takes them from the discovery document; these are for a server that
 * plays the provider. Source: documented.
 */
export const PATHS = {
  discovery: '/.well-known/openid-configuration',
  keys: '/keys',
  authorize: '/authorize',
  /** Source: extension. */
  pushedAuthorize: '/par',
  backchannelAuthorize: '/authorize_ciba',
  token: '/token',
  revoke: '/token/revoke',
  userInfo: '/userinfo',
  logout: '/logout',
  clients: '/clients',
} as const;

/** The issuer that the vendor's samples name; that of the in-browser product in production is not known. Source: observed. */
export const ORIGINS = { issuer: 'https://api.svipe.com/oidc/v1' } as const;
