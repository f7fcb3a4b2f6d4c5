/** What a token is stored under and how it is sealed, both from the credential that it was made with. */
export interface TokenVault {
  /** Same for every process with the same credential and gateway; tells nothing about either. */
  readonly storeKey: string;
  seal(text: string): Promise<string>;
  /** Undefined when it was sealed with something else, or is damaged. */
  open(sealed: string): Promise<string | undefined>;
}

export interface TokenVaultOptions {
  readonly clientId: string;
  /** Pass key or client secret. */
  readonly secret: string;
  /** Address of the token endpoint: tokens of different gateways never meet. */
  readonly tokenUrl: string;
}

const VERSION = 'bonafide partner token v1';
const IV_BYTES = 12;

/**
 * Seals tokens for a shared store with AES-256-GCM under a key that HKDF-SHA-256 derives from the credential's secret: whoever reads
 * the store without the credential reads no token. With a new secret, old entries are simply not found.
 */
export async function createTokenVault({ clientId, secret, tokenUrl }: TokenVaultOptions): Promise<TokenVault> {
  const { subtle } = crypto;
  const base = await subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey', 'deriveBits']);
  const derivation = (info: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: utf8(`${tokenUrl}\n${clientId}`),
    info: utf8(`${VERSION} ${info}`),
  });
  const [name, key] = await Promise.all([
    subtle.deriveBits(derivation('name'), base, 128),
    subtle.deriveKey(derivation('seal'), base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  ]);

  return {
    storeKey: `token:${hex(new Uint8Array(name))}`,
    async seal(text) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const sealed = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8(text)));
      return hex(iv) + hex(sealed);
    },
    async open(sealed) {
      const bytes = fromHex(sealed);
      if (bytes === undefined || bytes.length <= IV_BYTES) return undefined;
      try {
        const iv = bytes.slice(0, IV_BYTES);
        return new TextDecoder().decode(await subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(IV_BYTES)));
      } catch {
        return undefined;
      }
    },
  };
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^(?:[0-9a-f]{2})+$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}
