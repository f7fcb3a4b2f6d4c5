import { createHash, randomBytes } from 'node:crypto';

/** What opens a hosted check: 256 bits, of which the database knows the hash only. */
export interface HostedSecret {
  readonly secret: string;
  readonly hash: string;
}

const BYTES = 32;
const FORM = /^[A-Za-z0-9_-]{43}$/;

export function createHostedSecret(): HostedSecret {
  const secret = randomBytes(BYTES).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

/** The hash of what somebody showed, or null when it has not the form of a secret. Looking it up by its hash takes the same time whoever asks. */
export function hashOfShown(shown: string): string | null {
  return FORM.test(shown) ? hashOf(shown) : null;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
