import type { EventClaims, EventData } from '@bonafide/contracts/idnow';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';

/** Keys of a fake platform, and what it signs with them. */
export interface EventSigner {
  readonly issuer: string;
  readonly audience: string;
  /** What its keys' address answers. */
  jwks(): Promise<{ readonly keys: readonly JWK[] }>;
  /** The newest public key as PEM (SPKI). */
  publicKey(): Promise<string>;
  /** Signs with a new key from now on. The old one is published no longer, unless `keep`. */
  rotate(options?: { readonly keep?: boolean }): Promise<void>;
  /** A delivery of an event: the body as the platform would send it. */
  signEvent(data: Partial<EventData>, over?: Partial<EventClaims>): Promise<string>;
  /** Any claims, signed with the newest key. */
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
}

interface SignerKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** How long its events are good. */
const LIFETIME_SECONDS = 300;

/** Signs events as the platform does (ES256), for tests of an endpoint. */
export function createEventSigner(
  options: { readonly issuer?: string; readonly audience?: string; readonly now?: () => number } = {},
): EventSigner {
  const { issuer = 'https://idnow.test', audience = 'client', now = Date.now } = options;
  let serial = 0;
  let ring: Promise<readonly SignerKey[]> | undefined;

  async function create(): Promise<SignerKey> {
    const pair = await generateKeyPair('ES256', { extractable: true });
    return { kid: `key-${(serial += 1)}`, ...pair };
  }

  async function keys(): Promise<readonly SignerKey[]> {
    ring ??= create().then((key) => [key]);
    return await ring;
  }

  async function newest(): Promise<SignerKey> {
    const [key] = await keys();
    if (key === undefined) throw new TypeError('no key');
    return key;
  }

  async function sign(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const { kid, privateKey } = await newest();
    return await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
  }

  return {
    issuer,
    audience,
    async jwks() {
      const all = await keys();
      return {
        keys: await Promise.all(
          all.map(async ({ kid, publicKey }) => ({ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' })),
        ),
      };
    },
    publicKey: async () => await exportSPKI((await newest()).publicKey),
    async rotate({ keep = false } = {}) {
      const before = await keys();
      const key = await create();
      ring = Promise.resolve([key, ...(keep ? before : [])]);
    },
    async signEvent(data, over = {}) {
      const nowSeconds = Math.floor(now() / 1000);
      const event: EventData = {
        eventId: crypto.randomUUID(),
        eventDeliverId: crypto.randomUUID(),
        eventName: 'session.completed',
        payload: { sessionId: 'session-1', sessionStatus: 'COMPLETED' },
        ...data,
      };
      return await sign({
        iss: issuer,
        aud: audience,
        iat: nowSeconds,
        exp: nowSeconds + LIFETIME_SECONDS,
        data: event,
        ...over,
      });
    },
    sign,
  };
}
