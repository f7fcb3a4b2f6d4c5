import type { Clock } from '#wire/clock.js';
import { systemClock } from '#wire/clock.js';
import { calculateJwkThumbprint, importJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';
import { requireText } from '../gateway/header-text.ts';
import { ASYMMETRIC_ALGORITHMS } from './asymmetric-algorithms.ts';

export interface UserAuthorizationOptions {
  /** Your private key as a JWK with its `alg` (`ES256`, …); several while it rotates: the first signs, all are published. A secret. */
  readonly keys: readonly JWK[];
  /** How long a token is good. Default: 5 minutes; the vendor asks for 5 to 10. */
  readonly lifetimeMs?: number;
  readonly clock?: Pick<Clock, 'now'>;
}

/** Signs what tells Keyless that you let this person begin, once. */
export interface UserAuthorization {
  /** A token for one check of this person: `sub`, `aud`, `iat`, `exp`, `jti`. @throws {TypeError} */
  mint(username: string): Promise<string>;
  /** What your JWKS endpoint answers: the public halves. */
  jwks(): Promise<{ readonly keys: readonly JWK[] }>;
}

/** Source: documented. */
const AUDIENCE = 'authentication-service';
const MINUTE_MS = 60_000;
/** Source: documented. */
const LIFETIME_MS = { least: 5 * MINUTE_MS, most: 10 * MINUTE_MS } as const;
const PRIVATE_PARTS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;

/**
 * User-authorization tokens of Keyless (`User Authorization Type: RemoteJWKSet`). Without one Keyless refuses with
 * `SERVER_FORBIDDEN`, before it looks at anybody.
 * @throws {TypeError} for a key or a lifetime that cannot work
 */
export function createUserAuthorization(options: UserAuthorizationOptions): UserAuthorization {
  const { keys, lifetimeMs = LIFETIME_MS.least, clock = systemClock } = options;
  const [signing] = keys;
  if (signing === undefined) throw new TypeError('keys: at least one is needed');
  for (const { alg = '', d } of keys) {
    if (!ASYMMETRIC_ALGORITHMS.includes(alg)) throw new TypeError('keys: alg must be that of a private key');
    if (typeof d !== 'string') throw new TypeError('keys: a private key is needed');
  }
  if (!(lifetimeMs >= LIFETIME_MS.least && lifetimeMs <= LIFETIME_MS.most))
    throw new TypeError('lifetimeMs must be 5 to 10 minutes');
  return {
    async mint(username) {
      requireText(username, 'username');
      const issuedAt = Math.floor(clock.now() / 1000);
      return await new SignJWT()
        .setProtectedHeader({ alg: signing.alg ?? '', kid: await kidOf(signing), typ: 'JWT' })
        .setSubject(username)
        .setAudience(AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + Math.floor(lifetimeMs / 1000))
        .setJti(crypto.randomUUID())
        .sign(await importJWK(signing));
    },
    jwks: async () => ({ keys: await Promise.all(keys.map(toPublic)) }),
  };
}

/** The key's own name, else its thumbprint (RFC 7638), which is of the public part. */
const kidOf = async (key: JWK): Promise<string> => key.kid ?? (await calculateJwkThumbprint(key));

async function toPublic(key: JWK): Promise<JWK> {
  const isPrivate = (name: string): boolean => PRIVATE_PARTS.some((part) => part === name);
  const open = Object.fromEntries(Object.entries(key).filter(([name]) => !isPrivate(name)));
  return { ...open, kid: await kidOf(key), use: 'sig', key_ops: ['verify'] } as JWK;
}
