import { isDeepStrictEqual } from 'node:util';
import {
  BINDING_FORMAT,
  BINDING_TYPE,
  type BoundFrame,
  type CaptureStatement,
  chainOf,
  splitPictures,
} from '@bonafide/browser-core/binding';
import { calculateJwkThumbprint, compactVerify, EmbeddedJWK } from 'jose';
import { createHash } from 'node:crypto';

/** Why a capture is not bound. Each names what does not fit, never its content. */
export const CAPTURE_FAULTS = [
  /** The token is no signed statement of this format, or the file no JPEG with an index that covers it. */
  'malformed',
  /** The signature is not that of the key in the header, or the key is of another kind. */
  'signature-invalid',
  /** Signed for another submission. */
  'nonce-mismatch',
  /** The file is not the one that was signed. */
  'file-mismatch',
  /** A frame is missing, added, or not the one that was signed. */
  'frames-mismatch',
  /** The times are not in order, or reach over more than a capture lasts. */
  'order-wrong',
  /** The chain does not lead over these frames and this nonce. */
  'chain-broken',
  /** The evidence beside the token is not what was signed. */
  'evidence-mismatch',
] as const;

export type CaptureFault = (typeof CAPTURE_FAULTS)[number];

/** One picture of a bound capture. */
export interface CapturedPicture {
  readonly bytes: Uint8Array;
  /** Milliseconds since the first one. */
  readonly atMs: number;
}

export type CaptureVerdict =
  | {
      readonly isBound: true;
      /** The submitted picture. */
      readonly still: CapturedPicture;
      /** The others, oldest first. */
      readonly frames: readonly CapturedPicture[];
      readonly evidence: Readonly<Record<string, unknown>>;
      /** RFC 7638 thumbprint of the page's key: captures of one page have the same. */
      readonly keyThumbprint: string;
    }
  | { readonly isBound: false; readonly fault: CaptureFault };

/** What arrived. */
export interface CaptureToVerify {
  /** The uploaded bytes. */
  readonly file: Uint8Array;
  /** The compact JWS that came with the confirmation. */
  readonly token: string;
  /** What the gateway gave out for this submission, and gives out once. */
  readonly nonce: string;
  /** The evidence that came beside the token, if any: it must be the signed one. */
  readonly evidence?: Readonly<Record<string, unknown>>;
}

/** Longer than the longest token by far: a statement over 64 frames with its evidence has some ten thousand characters. */
const LONGEST_TOKEN = 65_536;
/** From the first frame to the last. Guess: the page keeps six frames, some two seconds. */
const LONGEST_CAPTURE_MS = 60_000;

/**
 * Whether a file, its frames and the evidence were signed together for this nonce. A yes means that nothing was exchanged on the way and
 * nothing was sent before; it does not mean that a camera saw it. Never throws on what was sent. Burning the nonce is the caller's.
 */
export async function verifyCapture({ file, token, nonce, evidence }: CaptureToVerify): Promise<CaptureVerdict> {
  if (token.length > LONGEST_TOKEN) return fault('malformed');
  const signed = await readSigned(token);
  if (typeof signed === 'string') return fault(signed);
  const { statement, keyThumbprint } = signed;
  if (statement.nonce !== nonce) return fault('nonce-mismatch');
  if (statement.file !== sha256(file)) return fault('file-mismatch');
  let pictures: readonly Uint8Array[];
  try {
    pictures = splitPictures(file);
  } catch {
    return fault('malformed');
  }
  const { frames } = statement;
  if (frames.length !== pictures.length || frames.some(({ digest }, i) => digest !== sha256(pictures[i] ?? file))) {
    return fault('frames-mismatch');
  }
  if (!isInOrder(frames)) return fault('order-wrong');
  if (statement.chain !== (await chainOf(nonce, frames))) return fault('chain-broken');
  if (evidence !== undefined && !isDeepStrictEqual(evidence, statement.evidence)) return fault('evidence-mismatch');
  const [still, ...others] = pictures.map((bytes, i) => ({ bytes, atMs: frames[i]?.atMs ?? 0 }));
  if (still === undefined) return fault('malformed');
  return { isBound: true, still, frames: others, evidence: statement.evidence, keyThumbprint };
}

const fault = (which: CaptureFault): CaptureVerdict => ({ isBound: false, fault: which });

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function readSigned(
  token: string,
): Promise<{ readonly statement: CaptureStatement; readonly keyThumbprint: string } | CaptureFault> {
  let header: Awaited<ReturnType<typeof compactVerify>>['protectedHeader'];
  let payload: Uint8Array;
  try {
    ({ protectedHeader: header, payload } = await compactVerify(token, EmbeddedJWK, { algorithms: ['ES256'] }));
  } catch {
    return token.split('.').length === 3 ? 'signature-invalid' : 'malformed';
  }
  const statement = toStatement(payload);
  if (header.typ !== BINDING_TYPE || header.jwk === undefined || statement === null) return 'malformed';
  return { statement, keyThumbprint: await calculateJwkThumbprint(header.jwk) };
}

function toStatement(payload: Uint8Array): CaptureStatement | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const { format, nonce, file, frames, chain, evidence, iat } = value;
  const isWhole =
    format === BINDING_FORMAT &&
    typeof nonce === 'string' &&
    isDigest(file) &&
    Array.isArray(frames) &&
    frames.length > 0 &&
    frames.every(isFrame) &&
    isDigest(chain) &&
    isRecord(evidence) &&
    Number.isSafeInteger(iat);
  return isWhole ? (value as unknown as CaptureStatement) : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDigest = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

const isFrame = (value: unknown): value is BoundFrame =>
  isRecord(value) && isDigest(value['digest']) && isTime(value['atMs']);

const isTime = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

/** The still lies anywhere among the frames; these follow one another. */
function isInOrder(frames: readonly BoundFrame[]): boolean {
  const times = frames.map(({ atMs }) => atMs);
  const others = times.slice(1);
  const follows = others.every((atMs, i) => i === 0 || atMs > (others[i - 1] ?? 0));
  return follows && Math.min(...times) === 0 && Math.max(...times) <= LONGEST_CAPTURE_MS;
}
