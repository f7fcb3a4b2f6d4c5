const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether the browser may be sent back there: word for word one of the client's own addresses; where it has named none, any
 * page of this machine. A stranger's address would make of this gateway a way to lead people astray.
 */
export function isReturnAllowed(address: string, allowed: readonly string[] | undefined): boolean {
  if (allowed !== undefined) return allowed.includes(address);
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && LOOPBACK_NAMES.has(url.hostname) && url.username === '';
}
