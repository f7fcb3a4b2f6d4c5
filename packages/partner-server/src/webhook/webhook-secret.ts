import { constantTimeEqual } from './constant-time-equal.ts';
import { fromBase64 } from './webhook-headers.ts';
import type { WebhookSignature } from './webhook-headers.ts';

/** Checks the signatures of one secret or public key. */
export interface WebhookKey {
  /** Whether one of the signatures is of this key over `signed`. */
  isSignedBy(signatures: readonly WebhookSignature[], signed: Uint8Array<ArrayBuffer>): Promise<boolean>;
}

/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = { min: 24, max: 64 } as const;
const ED25519_KEY_BYTES = 32;

/**
 * Reads `whsec_<base64>` (HMAC-SHA256, `v1`) or `whpk_<base64>` (ed25519 public key, `v1a`).
 * @throws {TypeError} without quoting the secret
 */
export function parseWebhookSecret(secret: string): WebhookKey {
  const [, kind = '', base64 = ''] = /^(whsec|whpk)_(.*)$/s.exec(secret) ?? [];
  const bytes = fromBase64(base64);
  if (bytes === undefined) throw new TypeError('a webhook secret is whsec_ or whpk_ and base64');
  return kind === 'whsec' ? hmacKey(bytes) : ed25519Key(bytes);
}

function hmacKey(bytes: Uint8Array<ArrayBuffer>): WebhookKey {
  if (bytes.length < SECRET_BYTES.min || bytes.length > SECRET_BYTES.max)
    throw new TypeError(`a webhook secret has ${SECRET_BYTES.min} to ${SECRET_BYTES.max} bytes`);
  // Imported once: importing costs more than an HMAC over a callback.
  let key: Promise<CryptoKey> | undefined;
  return {
    async isSignedBy(signatures, signed) {
      const mine = signatures.filter(({ version }) => version === 'v1');
      if (mine.length === 0) return false;
      key ??= crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      const expected = new Uint8Array(await crypto.subtle.sign('HMAC', await key, signed));
      // Every one is compared, so that the time tells nothing about which fits.
      return mine.filter(({ bytes }) => constantTimeEqual(bytes, expected)).length > 0;
    },
  };
}

function ed25519Key(bytes: Uint8Array<ArrayBuffer>): WebhookKey {
  if (bytes.length !== ED25519_KEY_BYTES) throw new TypeError(`an ed25519 public key has ${ED25519_KEY_BYTES} bytes`);
  let key: Promise<CryptoKey> | undefined;
  return {
    async isSignedBy(signatures, signed) {
      const mine = signatures.filter(({ version }) => version === 'v1a');
      if (mine.length === 0) return false;
      key ??= crypto.subtle.importKey('raw', bytes, { name: 'Ed25519' }, false, ['verify']);
      const publicKey = await key;
      const answers = await Promise.all(
        mine.map(({ bytes }) => crypto.subtle.verify('Ed25519', publicKey, new Uint8Array(bytes), signed)),
      );
      return answers.includes(true);
    },
  };
}
