import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** Random for each text: 96 bits are enough for the few that are ever written under one key (NIST SP 800-38D §8.3). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Closes texts with a secret, so that who reads the database alone reads nothing. */
export interface Seal {
  close(text: string): Buffer;
  /** Null for what another secret closed, or nobody. */
  open(sealed: Uint8Array): string | null;
}

/** @param purpose Keeps what is closed for one thing from being taken for another. */
export function createSeal(secret: string, purpose: string): Seal {
  const key = deriveFrom(secret, `seal/${purpose}`);
  return {
    close(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce);
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), closed]);
    },
    open(sealed) {
      try {
        const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
        decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** What a secret is found by where the secret itself is not kept. */
export function fingerprintOf(secret: string, purpose: string): string {
  return deriveFrom(secret, `fingerprint/${purpose}`).toString('base64url');
}

/** Each use of a secret has bytes of its own, of which none leads to the others (RFC 5869). */
function deriveFrom(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `face-oidc/${use}`, KEY_BYTES));
}
