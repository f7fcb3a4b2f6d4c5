/**
 * Whether a JWT's own `exp` has passed. A hint for telling an expired token from a wrong one, never a check: the
 * signature is not looked at, and an opaque token is never over.
 */
export function isTokenOver(token: string, epochNowMs: number): boolean {
  const payload = token.split('.')[1];
  if (payload === undefined) return false;
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return false;
    return typeof claims.exp === 'number' && claims.exp * 1000 <= epochNowMs;
  } catch {
    return false;
  }
}
