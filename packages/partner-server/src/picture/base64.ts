// Not `btoa` and `atob`: they want a string of one character a byte, and making one of a picture holds a server up for
// hundreds of milliseconds. `Uint8Array.prototype.toBase64` is not there before Node 25.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODES = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0));
const PADDING = '='.charCodeAt(0);
const INVALID = 0xff;
const VALUES = new Uint8Array(256).fill(INVALID);
for (const [value, code] of CODES.entries()) VALUES[code] = value;

/** Base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text[at] = CODES[bits >> 18] ?? 0;
    text[at + 1] = CODES[(bits >> 12) & 63] ?? 0;
    text[at + 2] = i + 1 < bytes.length ? (CODES[(bits >> 6) & 63] ?? 0) : PADDING;
    text[at + 3] = i + 2 < bytes.length ? (CODES[bits & 63] ?? 0) : PADDING;
    at += 4;
  }
  return new TextDecoder().decode(text);
}

/** The bytes, or undefined for what is not base64 with padding, whole and without anything between. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 !== 0) return undefined;
  const codes = new TextEncoder().encode(text);
  const padded = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((codes.length / 4) * 3 - padded);
  let seen = 0;
  for (let i = 0, at = 0; i < codes.length; i += 4, at += 3) {
    const [a, b, c, d] = [value(i), value(i + 1), value(i + 2), value(i + 3)];
    seen |= a | b | c | d;
    bytes[at] = (a << 2) | (b >> 4);
    if (at + 1 < bytes.length) bytes[at + 1] = (b << 4) | (c >> 2);
    if (at + 2 < bytes.length) bytes[at + 2] = (c << 6) | d;
  }
  return seen >= 64 || codes.length !== text.length ? undefined : bytes;

  function value(index: number): number {
    return index >= codes.length - padded ? 0 : (VALUES[codes[index] ?? 0] ?? INVALID);
  }
}
