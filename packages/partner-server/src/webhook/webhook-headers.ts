import { HEADERS } from '@bonafide/contracts/onekyc';
import { WebhookVerificationError } from './webhook-verification-error.ts';

/** Headers as the platform or as a server framework gives them. */
export type HeadersLike = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface WebhookSignature {
  readonly version: 'v1' | 'v1a';
  readonly bytes: Uint8Array;
}

export interface WebhookHeaders {
  readonly id: string;
  /** As it was sent, since it is part of what is signed. */
  readonly timestamp: string;
  readonly timestampMs: number;
  /** Signatures of versions that are known here. */
  readonly signatures: readonly WebhookSignature[];
}

/** One per secret while secrets rotate; eight is generous. Ten thousand would cost 65 ms a delivery. */
const MAX_SIGNATURES = 8;

/** Visible ASCII without the dot that joins id, timestamp and body: one signed text must not be read in two ways. */
const ID = /^[!-\-/-~]{1,256}$/;
const TIMESTAMP = /^[1-9]\d{0,11}$/;
const SIGNATURE = /^(?<version>v[0-9]{1,3}[a-z]?),(?<base64>[A-Za-z0-9+/]+={0,2})$/;
/** HMAC-SHA256 and ed25519. */
const LENGTHS: Readonly<Record<string, number>> = { v1: 32, v1a: 64 };

/** Reads the three Standard Webhooks headers, whole and strictly. @throws {WebhookVerificationError} */
export function parseWebhookHeaders(headers: HeadersLike): WebhookHeaders {
  const id = single(headers, HEADERS.webhookId);
  const timestamp = single(headers, HEADERS.webhookTimestamp);
  const signature = single(headers, HEADERS.webhookSignature);
  if (!ID.test(id)) throw malformed(HEADERS.webhookId);
  if (!TIMESTAMP.test(timestamp)) throw malformed(HEADERS.webhookTimestamp);
  return { id, timestamp, timestampMs: Number(timestamp) * 1000, signatures: parseSignatures(signature) };
}

function parseSignatures(header: string): WebhookSignature[] {
  // Looks at no more of a long header than it takes to know that it is too long.
  const parts = header.split(' ', MAX_SIGNATURES + 1);
  if (parts.length > MAX_SIGNATURES)
    throw new WebhookVerificationError('too-many-signatures', `more than ${MAX_SIGNATURES} signatures`);
  return parts.flatMap((part) => {
    const { version = '', base64 = '' } = SIGNATURE.exec(part)?.groups ?? {};
    const bytes = fromBase64(base64);
    if (version === '' || bytes === undefined) throw malformed(HEADERS.webhookSignature);
    // Versions of the future are passed over, as the specification asks.
    if (version !== 'v1' && version !== 'v1a') return [];
    if (bytes.length !== LENGTHS[version]) throw malformed(HEADERS.webhookSignature);
    return [{ version, bytes }];
  });
}

/** The one value of a header. Two, in whatever way they come, are ambiguous and refused. */
function single(headers: HeadersLike, name: string): string {
  const values =
    headers instanceof Headers || isHeaders(headers)
      ? [headers.get(name)]
      : Object.entries(headers).flatMap(([key, value]) => (key.toLowerCase() === name ? [value].flat() : []));
  const present = values.filter((value) => value !== null && value !== undefined);
  const [value] = present;
  if (value === undefined || value === '') throw new WebhookVerificationError('missing-header', `${name} is missing`);
  if (present.length > 1 || typeof value !== 'string') throw malformed(name);
  return value;
}

/** Headers of another realm or of a polyfill. */
function isHeaders(headers: HeadersLike): headers is Headers {
  return typeof headers.get === 'function';
}

/** Canonical base64 only: what decodes to the same bytes must be the same text. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text === '' || text.length % 4 !== 0) return undefined;
  try {
    const binary = atob(text);
    return btoa(binary) === text ? Uint8Array.from(binary, (character) => character.charCodeAt(0)) : undefined;
  } catch {
    return undefined;
  }
}

function malformed(name: string): WebhookVerificationError {
  return new WebhookVerificationError('malformed-header', `${name} is malformed or comes more than once`);
}
