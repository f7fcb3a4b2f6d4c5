/**
 * Paths of the operations; what is in braces is to be filled in, encoded. `vaultEntry`, `player` and `eventKeys` are ours, since the
 * vendor's could not be found; the last three are on the hosts of Keyless (see `specs/SOURCES.md`).
 */
export const PATHS = {
  token: '/oidc/token',
  sessions: '/api/v1/flows/{flowId}/{environment}/sessions',
  session: '/api/v1/{environment}/sessions/{sessionId}',
  vaultEntry: '/api/v1/{environment}/vault/{entryId}',
  player: '/player/{sessionId}',
  eventKeys: '/.well-known/jwks.json',
  transactionKey: '/v2/verify-jwt/public-key',
  verifyTransaction: '/v2/verify-jwt',
  keylessUser: '/users/{userId}',
} as const;

/** Origins of Keyless, one a region. Those of the platform are told to each customer. Source: documented. */
export const ORIGINS = {
  keylessEu: 'https://api.keyless.io',
  keylessUs: 'https://api.eks.core-production.saas-us-east.keyless.technology',
  keylessLatam: 'https://operations-service.eks.core-production.latam.keyless.technology',
} as const;
