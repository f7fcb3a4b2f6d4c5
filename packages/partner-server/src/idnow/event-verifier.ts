import { systemClock } from '#wire/clock.js';
import type { Clock } from '#wire/clock.js';
import type { Fetch } from '#wire/request.js';
import type { EventClaims } from '@bonafide/contracts/idnow';
import { eventClaims } from '@bonafide/contracts/idnow/validators';
import { errors, jwtVerify } from 'jose';
import { baseUrl } from '../gateway/gateway-options.ts';
import { requireText } from '../gateway/header-text.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import { WebhookVerificationError } from '../webhook/webhook-verification-error.ts';
import { ASYMMETRIC_ALGORITHMS } from './asymmetric-algorithms.ts';
import { createKeySet } from './key-set.ts';

export interface EventVerifierOptions {
  /** Where the platform publishes its keys (a JWKS); ask the vendor, it is not printed. */
  readonly jwksUrl: string;
  /** Who signs. */
  readonly issuer: string;
  /** Who you are. */
  readonly audience: string;
  /** How far the two clocks may be apart. Default: 5 minutes. At most an hour. */
  readonly toleranceMs?: number;
  /** How long ago an event may have been signed, whatever its own end says. Default: one hour. At most a day. */
  readonly maxAgeMs?: number;
  /** Default: the platform's. */
  readonly fetch?: Fetch;
  readonly clock?: Clock;
  /** 0 ≤ x < 1, for jitter. Default: `Math.random`. */
  readonly random?: () => number;
}

/** Decides whether an event may be acted on. */
export interface EventVerifier {
  /**
   * Checks the signature, who signed, for whom, and when; over the bytes as they were received.
   * @throws {WebhookVerificationError} when it must not be acted on
   * @throws {PartnerServerError} `body-not-raw`; the code of the failure when the keys cannot be had: then let it be
   *   delivered again
   */
  verify(body: Uint8Array | ArrayBuffer): Promise<EventClaims>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A verifier of the platform's events. It keeps the published keys; keep it. @throws {TypeError} */
export function createEventVerifier(options: EventVerifierOptions): EventVerifier {
  const { issuer, audience, toleranceMs = 5 * MINUTE_MS, maxAgeMs = HOUR_MS, clock = systemClock } = options;
  for (const [name, value] of Object.entries({ issuer, audience })) requireText(value, name);
  if (!(toleranceMs > 0 && toleranceMs <= HOUR_MS)) throw new TypeError('toleranceMs must be above 0, at most an hour');
  if (!(maxAgeMs > 0 && maxAgeMs <= 24 * HOUR_MS)) throw new TypeError('maxAgeMs must be above 0, at most a day');
  const keys = createKeySet({
    url: baseUrl(options.jwksUrl, 'jwksUrl'),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    clock,
    random: options.random ?? Math.random,
  });
  return {
    async verify(body) {
      const token = readToken(body);
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms: [...ASYMMETRIC_ALGORITHMS],
          issuer,
          audience,
          requiredClaims: ['exp', 'iat'],
          clockTolerance: toleranceMs / 1000,
          maxTokenAge: maxAgeMs / 1000,
          currentDate: new Date(clock.now()),
        });
        const event = eventClaims.safeParse(payload);
        if (event.success) return payload as EventClaims;
        const path = event.error.issues[0]?.path.map(String).join('.') ?? '';
        throw new WebhookVerificationError('unknown-event', `the event is not as the contract says at '${path}'`);
      } catch (error) {
        throw toRejection(error);
      }
    },
  };
}

/** ASCII alone: a token has nothing else, and a replaced byte would make another text of it. */
function readToken(body: unknown): string {
  if (!(body instanceof ArrayBuffer) && !ArrayBuffer.isView(body)) {
    throw new PartnerServerError(
      'body-not-raw',
      'pass the body as it was received (a Uint8Array), before any parser or decoder',
    );
  }
  // A line end may follow. Not `trim`, which takes a byte order mark off too.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body).replace(/[\r\n]+$/, '');
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return text;
  throw new WebhookVerificationError('malformed-token', 'the body is not a signed JWT');
}

/** The border where jose's failures become this package's. Never with a cause: some of them carry the claims. */
function toRejection(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) {
    return new WebhookVerificationError('timestamp-too-old', 'the event is too old');
  }
  if (error instanceof errors.JWTClaimValidationFailed) return toClaimRejection(error.claim);
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return new WebhookVerificationError('algorithm-not-allowed', 'the algorithm is none that a public key can check');
  }
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return new WebhookVerificationError('unknown-key', 'the key is none of those that are published');
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return new WebhookVerificationError('no-matching-signature', 'the signature is not by the key that is named');
  }
  if (error instanceof errors.JOSEError) {
    return new WebhookVerificationError('malformed-token', 'the body is not a signed JWT');
  }
  return error;
}

function toClaimRejection(claim: string): WebhookVerificationError {
  if (claim === 'iss') return new WebhookVerificationError('wrong-issuer', 'somebody else signed the event');
  if (claim === 'aud') return new WebhookVerificationError('wrong-audience', 'the event is for somebody else');
  if (claim === 'iat' || claim === 'nbf')
    return new WebhookVerificationError('timestamp-too-new', 'the event is from the future, or says no time');
  return new WebhookVerificationError('malformed-token', 'the event lacks a claim that is needed');
}
