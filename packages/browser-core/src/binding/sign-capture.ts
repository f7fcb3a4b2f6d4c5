import { sha256Hex } from '../sha256.ts';
import { joinPictures, splitPictures } from './multi-picture.ts';
import { BINDING_FORMAT, BINDING_TYPE, chainOf } from './capture-statement.ts';
import type { CaptureStatement } from './capture-statement.ts';

/** One picture on its way into a bound file. */
export interface FrameToBind {
  /** JPEG. */
  readonly bytes: Uint8Array;
  /** Milliseconds on the page's monotonic clock. */
  readonly timestampMs: number;
}

export interface CaptureToBind {
  readonly still: FrameToBind;
  /** Oldest first. */
  readonly frames: readonly FrameToBind[];
}

/** A capture as one file, and what `signCapture` says of it. */
export interface BoundFile {
  /** JPEG; the still is what those see who know nothing of the others. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly digest: string;
  readonly frames: CaptureStatement['frames'];
}

/** Lays the still and the frames into one file. Throws `TypeError` on what is no JPEG. */
export async function bindFrames({ still, frames }: CaptureToBind): Promise<BoundFile> {
  const all = [still, ...frames];
  const bytes = joinPictures(all.map((frame) => frame.bytes));
  const startMs = Math.min(...all.map(({ timestampMs }) => timestampMs));
  const pictures = splitPictures(bytes);
  const digests = await Promise.all(pictures.map((picture) => sha256Hex(picture as Uint8Array<ArrayBuffer>)));
  return {
    bytes,
    digest: await sha256Hex(bytes),
    frames: all.map(({ timestampMs }, i) => ({
      atMs: Math.round(timestampMs - startMs),
      digest: digests[i] ?? '',
    })),
  };
}

/** A key that signs and cannot leave the page. One for each session: attempts of one session can be told to be so. */
export function createPageKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
}

/** Signs that a file, its frames and the evidence belong to one nonce: a compact JWS (RFC 7515), ES256, with its public key in the header. */
export async function signCapture(
  key: CryptoKeyPair,
  {
    file,
    nonce,
    evidence,
    epochMs,
  }: {
    readonly file: BoundFile;
    readonly nonce: string;
    readonly evidence: Readonly<Record<string, unknown>>;
    readonly epochMs: number;
  },
): Promise<string> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
  const statement: CaptureStatement = {
    format: BINDING_FORMAT,
    nonce,
    file: file.digest,
    frames: file.frames,
    chain: await chainOf(nonce, file.frames),
    evidence,
    iat: Math.floor(epochMs / 1000),
  };
  const signed = `${encodeJson({ alg: 'ES256', typ: BINDING_TYPE, jwk: { kty, crv, x, y } })}.${encodeJson(statement)}`;
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    key.privateKey,
    new TextEncoder().encode(signed),
  );
  return `${signed}.${toBase64Url(new Uint8Array(signature))}`;
}

const encodeJson = (value: unknown): string => toBase64Url(new TextEncoder().encode(JSON.stringify(value)));

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
