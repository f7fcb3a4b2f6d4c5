import type { Clock } from '#wire/clock.js';
import { systemClock } from '#wire/clock.js';
import { PartnerServerError } from '../partner-server-error.ts';
import { parseWebhookHeaders } from './webhook-headers.ts';
import type { HeadersLike } from './webhook-headers.ts';
import { parseWebhookSecret } from './webhook-secret.ts';
import { WebhookVerificationError } from './webhook-verification-error.ts';

export interface WebhookVerifierOptions {
  /**
   * `whsec_…` (HMAC-SHA256) or `whpk_…` (ed25519 public key), at least one; several while a secret is being replaced.
   */
  readonly secrets: readonly string[];
  /** How far a delivery's timestamp may be off, before and after now. Default: 5 minutes. At most an hour. */
  readonly toleranceMs?: number;
  readonly clock?: Pick<Clock, 'now'>;
}

/** What may be trusted of a delivery. */
export interface VerifiedWebhook {
  /** The sender's name for this event; the same for each of its deliveries. */
  readonly id: string;
  readonly timestampMs: number;
  /** The bytes that were signed. */
  readonly body: Uint8Array;
}

/** Decides whether a delivery may be acted on. */
export interface WebhookVerifier {
  /**
   * Checks a delivery by Standard Webhooks 1.0 over the bytes as they were received.
   * @throws {WebhookVerificationError} when it must not be acted on
   * @throws {PartnerServerError} `body-not-raw` when it is given anything but bytes
   */
  verify(body: Uint8Array | ArrayBuffer, headers: HeadersLike): Promise<VerifiedWebhook>;
}

const FIVE_MINUTES_MS = 300_000;
const HOUR_MS = 3_600_000;
const MAX_SECRETS = 8;

/** A verifier of Standard Webhooks signatures. Its keys are prepared once; keep it. */
export function createWebhookVerifier(options: WebhookVerifierOptions): WebhookVerifier {
  const { secrets, toleranceMs = FIVE_MINUTES_MS, clock = systemClock } = options;
  if (!Array.isArray(secrets) || secrets.length === 0 || secrets.length > MAX_SECRETS)
    throw new TypeError(`secrets must hold 1 to ${MAX_SECRETS} secrets`);
  if (!(toleranceMs > 0 && toleranceMs <= HOUR_MS))
    throw new TypeError('toleranceMs must be above 0 and at most an hour: the window cannot be switched off');
  const keys = secrets.map(parseWebhookSecret);

  return {
    async verify(body, headers) {
      const bytes = requireBytes(body);
      const { id, timestamp, timestampMs, signatures } = parseWebhookHeaders(headers);
      const offMs = clock.now() - timestampMs;
      if (offMs > toleranceMs) throw new WebhookVerificationError('timestamp-too-old', 'the delivery is too old');
      if (offMs < -toleranceMs)
        throw new WebhookVerificationError('timestamp-too-new', 'the delivery is from the future');
      const signed = concat(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
      const matches = await Promise.all(keys.map((key) => key.isSignedBy(signatures, signed)));
      if (!matches.includes(true)) {
        throw new WebhookVerificationError(
          'no-matching-signature',
          'no signature fits: is this the secret of this endpoint, and is the body untouched since it was received?',
        );
      }
      return { id, timestampMs, body: bytes };
    },
  };
}

/** Bytes, or an error that says what happened to them. */
function requireBytes(body: unknown): Uint8Array {
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  throw new PartnerServerError(
    'body-not-raw',
    `signatures are over bytes, and this is ${typeof body === 'string' ? 'a string' : 'a parsed value'}: ` +
      'pass the body as it was received (a Uint8Array), before any parser or decoder',
  );
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
