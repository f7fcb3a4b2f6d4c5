/** 256 random bits, base64url. */
export function createSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * Four digits for two screens. Nobody has to guess them: whoever opens a link is given them, and they only tell the person's
 * phone from another's. Source of the length: guess.
 */
export function createCode(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(random % 10_000).padStart(4, '0');
}
