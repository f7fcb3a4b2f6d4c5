import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { type Clock, dateOf } from '../clock.ts';

/** Who may call what: a partner's backend on either gateway, one person's browser within one flow, or their app within one process. */
export type TokenClaims =
  | { readonly kind: 'partner' | 'assure' | 'mosaic' | 'idnow'; readonly clientId: string }
  | { readonly kind: 'user'; readonly clientId: string; readonly flowId: string; readonly generation: number }
  /** The provider's SDK in one person's app, for one process. */
  | { readonly kind: 'assure-sdk'; readonly clientId: string; readonly processId: string };

export interface IssuedToken {
  readonly token: string;
  readonly expirySeconds: number;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
}

export interface Tokens {
  /** @param lifetimeSeconds Where the gateway's own contract says another than that of partners' tokens. */
  issue(claims: TokenClaims, lifetimeSeconds?: number): Promise<IssuedToken>;
  /** The claims of a token that this gateway issued and that still holds, or null. */
  read(token: string, kind: TokenClaims['kind']): Promise<TokenClaims | null>;
}

const ISSUER = 'bonafide-sandbox';
const AUDIENCE = {
  partner: 'onekyc-partner',
  user: 'onekyc-user',
  assure: 'assure',
  'assure-sdk': 'assure-sdk',
  mosaic: 'mosaic',
  idnow: 'idnow',
} as const;
/** base64url malleability is not authenticated by the signature, so the form is checked first. */
const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const MAXIMUM_TOKEN_LENGTH = 2048;

/** Signs and checks every kind of token. The audience keeps one kind from passing as the other. */
export function createTokens(options: {
  readonly secret: Uint8Array;
  readonly clock: Clock;
  readonly partnerTokenSeconds: number;
  readonly userTokenSeconds: number;
}): Tokens {
  const { secret, clock } = options;
  return {
    async issue(claims, lifetimeSeconds = options.partnerTokenSeconds) {
      const expirySeconds = claims.kind === 'user' ? options.userTokenSeconds : lifetimeSeconds;
      const issuedAt = Math.floor(clock.now() / 1000);
      const expiresAt = issuedAt + expirySeconds;
      const payload = payloadOf(claims);
      const token = await new SignJWT(payload)
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE[claims.kind])
        .setSubject(claims.clientId)
        .setJti(crypto.randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(secret);
      return { token, expirySeconds, expiresAt };
    },
    async read(token, kind) {
      if (token.length > MAXIMUM_TOKEN_LENGTH || !COMPACT_JWS.test(token)) return null;
      try {
        const { payload } = await jwtVerify(token, secret, {
          algorithms: ['HS256'],
          issuer: ISSUER,
          audience: AUDIENCE[kind],
          requiredClaims: ['exp', 'sub', 'jti'],
          currentDate: dateOf(clock),
        });
        const clientId = payload.sub ?? '';
        const { flow, gen, process } = payload;
        if (kind === 'assure-sdk') return typeof process === 'string' ? { kind, clientId, processId: process } : null;
        if (kind !== 'user') return { kind, clientId };
        if (typeof flow !== 'string' || typeof gen !== 'number') return null;
        return { kind, clientId, flowId: flow, generation: gen };
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}

function payloadOf(claims: TokenClaims): JWTPayload {
  if (claims.kind === 'user') return { flow: claims.flowId, gen: claims.generation };
  return claims.kind === 'assure-sdk' ? { process: claims.processId } : {};
}
