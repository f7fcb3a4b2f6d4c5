import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';

export type PresignedMethod = 'GET' | 'PUT';

/** Makes and checks URLs that carry their own permission: one method, one key, until a time. */
export interface PresignedUrls {
  /** The path and query; the caller puts an origin in front. */
  sign(method: PresignedMethod, key: string, expirySeconds: number): string;
  verify(
    method: PresignedMethod,
    key: string,
    query: { expires?: string; signature?: string },
  ): 'valid' | 'expired' | 'invalid';
}

const FOLDER = { PUT: '/onekyc/uploads', GET: '/onekyc/images' } as const;

export function createPresignedUrls(secret: Uint8Array, clock: Clock): PresignedUrls {
  const signatureOf = (method: PresignedMethod, key: string, expires: string): string =>
    createHmac('sha256', secret).update(`${method}\n${key}\n${expires}`).digest('base64url');
  return {
    sign(method, key, expirySeconds) {
      const expires = String(Math.floor(clock.now() / 1000) + expirySeconds);
      const signature = signatureOf(method, key, expires);
      return `${FOLDER[method]}/${key}?expires=${expires}&signature=${signature}`;
    },
    verify(method, key, { expires = '', signature = '' }) {
      if (!/^\d{1,12}$/.test(expires)) return 'invalid';
      // The text itself is compared: decoding first would let several spellings of one signature pass.
      const expected = Buffer.from(signatureOf(method, key, expires));
      const given = Buffer.from(signature);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'invalid';
      return Number(expires) * 1000 > clock.now() ? 'valid' : 'expired';
    },
  };
}
