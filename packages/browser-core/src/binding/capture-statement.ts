import { sha256, toHex } from '../sha256.ts';

/** Names the format, in the statement and at the start of its chain. */
export const BINDING_FORMAT = 'bonafide-binding-1';
/** `typ` of the signature's header. */
export const BINDING_TYPE = 'bonafide-binding+jwt';

/** One picture of a capture, by its digest and when it was taken. */
export interface BoundFrame {
  /** Milliseconds since the first frame of the capture, a whole number. */
  readonly atMs: number;
  /** SHA-256 of the picture's bytes in the file, lower-case hex. */
  readonly digest: string;
}

/**
 * What the page signs: which pictures were taken when, what was measured on them, and for which submission. It says that these
 * belong together and were not sent before; it cannot say that the page is honest.
 */
export interface CaptureStatement {
  readonly format: typeof BINDING_FORMAT;
  /** As the gateway gave it, for this one submission. */
  readonly nonce: string;
  /** SHA-256 of the whole file, lower-case hex. */
  readonly file: string;
  /** In the order of the file: the submitted picture, then the others, oldest first. */
  readonly frames: readonly BoundFrame[];
  /** The last link of `chainOf`, lower-case hex. */
  readonly chain: string;
  /** The evidence that travels with the submission, without the signature itself. */
  readonly evidence: Readonly<Record<string, unknown>>;
  /** Seconds since the epoch, by the page's clock. */
  readonly iat: number;
}

/**
 * The last link of the hash chain over frames, lower-case hex. Link 0 is the SHA-256 of `bonafide-binding-1:` and the nonce in UTF-8;
 * each further link is the SHA-256 of the link before (32 bytes), the frame's digest (32 bytes) and its `atMs` (4 bytes, big-endian).
 */
export async function chainOf(nonce: string, frames: readonly BoundFrame[]): Promise<string> {
  let link = await sha256(new TextEncoder().encode(`${BINDING_FORMAT}:${nonce}`));
  for (const { atMs, digest } of frames) {
    const next = new Uint8Array(32 + 32 + 4);
    next.set(link, 0);
    next.set(fromHex(digest), 32);
    new DataView(next.buffer).setUint32(64, atMs);
    // Each link needs the one before it.
    link = await sha256(next);
  }
  return toHex(link);
}

function fromHex(text: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new TypeError('a digest is not 32 bytes in lower-case hex');
  return Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(text.slice(i * 2, i * 2 + 2), 16));
}
