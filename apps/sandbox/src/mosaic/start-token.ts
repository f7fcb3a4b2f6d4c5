import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A secret of one attempt: 256 bits, of which the database knows the hash only. */
export function createStartToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(BYTES).toString('base64url');
  return { token, hash: hashOfStart(token) };
}

/** Looking a token up by its hash takes the same time whoever asks. */
export function hashOfStart(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
