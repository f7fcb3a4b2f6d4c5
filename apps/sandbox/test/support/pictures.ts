import { createHash } from 'node:crypto';

/** Bytes that begin like a JPEG and mean something only to the test processor: its verdict is written inside. */
export function picture(
  verdict: 'live' | 'not-live' | 'no-face' | 'two-faces' | 'blurred' | 'other-person' | 'unreadable',
) {
  const text = new TextEncoder().encode(`verdict=${verdict};padding=${'x'.repeat(64)}`);
  return new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...text]);
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
