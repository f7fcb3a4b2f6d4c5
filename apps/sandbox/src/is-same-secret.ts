import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are equal. Takes as long for a wrong one as for the right one, whatever their lengths. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(expected));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
