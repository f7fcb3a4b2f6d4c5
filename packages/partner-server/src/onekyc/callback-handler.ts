import type { Clock } from '#wire/clock.js';
import { systemClock } from '#wire/clock.js';
import { readBody } from '#wire/read-body.js';
import { isWireError } from '#wire/wire-error.js';
import type { CallbackPayload } from '@bonafide/contracts/onekyc';
import { callbackPayload } from '@bonafide/contracts/onekyc/validators';
import type { AtomicStore } from '../atomic-store.ts';
import { isPartnerServerError, PartnerServerError } from '../partner-server-error.ts';
import { createMemoryStore } from '../stores/memory.ts';
import { createCredentialCheck } from '../webhook/check-credentials.ts';
import type { HeaderCredentials } from '../webhook/check-credentials.ts';
import { createWebhookVerifier } from '../webhook/create-webhook-verifier.ts';
import type { WebhookVerifierOptions } from '../webhook/create-webhook-verifier.ts';
import { parseJsonBytes } from '../webhook/parse-json-bytes.ts';
import { handleOnce } from '../webhook/replay-guard.ts';
import { WebhookVerificationError } from '../webhook/webhook-verification-error.ts';
import { answerFailure, answerSuccess } from './answer.ts';
import { hear } from './hear.ts';

/** Says that processing is over. Thin on purpose: read the details with `getSubmissionDetails`. */
export type OneKycCallback = CallbackPayload;

/** An authentic event, handed over once. */
export interface CallbackDelivery {
  readonly event: OneKycCallback;
  /** Same for every delivery of this event: the signed `webhook-id`, else one made of what the event says. */
  readonly id: string;
}

export interface CallbackHandlerOptions {
  /** What the gateway shows when it calls. This or `signature` is needed; with both, both must be right. */
  readonly credentials?: HeaderCredentials;
  /** For gateways that sign (Standard Webhooks). */
  readonly signature?: Omit<WebhookVerifierOptions, 'clock'>;
  /** Shared between processes, so that an event is handled once in all of them. Default: this process's memory. */
  readonly replayStore?: AtomicStore;
  /**
   * Called once an event, before the gateway is answered: be quick, or put it in a queue. When it throws, the gateway is
   * told to deliver again.
   */
  readonly onEvent: (delivery: CallbackDelivery) => Promise<void> | void;
  /** Hears why a delivery was not accepted. The gateway is told no more than a word. May throw without harm. */
  readonly onError?: (error: unknown) => void;
  /** Default: 64 KiB. */
  readonly maxBodyBytes?: number;
  readonly clock?: Clock;
}

const DAY_MS = 86_400_000;
/** Gateways deliver again for up to three days (Standard Webhooks' schedule is 75.6 hours). */
const DONE_TTL_MS = 4 * DAY_MS;
const HANDLING_TTL_MS = 60_000;

/**
 * The endpoint that a gateway calls when processing is over (`POST`, path of your choice). Answers 200 once the event has
 * been handled, now or before; 4xx to what must not be believed; 409 while another delivery is being handled; 5xx when it
 * should be delivered again.
 *
 * The returned function rejects only with `body-not-raw`: something before it has read the body.
 */
export function callbackHandler(options: CallbackHandlerOptions): (request: Request) => Promise<Response> {
  const { credentials, signature, onEvent, onError, maxBodyBytes = 65_536, clock = systemClock } = options;
  if (credentials === undefined && signature === undefined)
    throw new TypeError('callbackHandler needs credentials or signature: it does not believe everybody');
  const hasCredentials = credentials && createCredentialCheck(credentials);
  const verifier = signature && createWebhookVerifier({ ...signature, clock });
  const guard = {
    store: options.replayStore ?? createMemoryStore({ clock }),
    doneTtlMs: Math.max(DONE_TTL_MS, 2 * (signature?.toleranceMs ?? 0)),
    handlingTtlMs: HANDLING_TTL_MS,
  };

  async function authenticate(request: Request): Promise<CallbackDelivery> {
    if (hasCredentials && !(await hasCredentials(request.headers)))
      throw new WebhookVerificationError('credentials-rejected', 'the header credentials are missing or wrong');
    const bytes = await readBody(request, maxBodyBytes, request.signal);
    const verified = await verifier?.verify(bytes, request.headers);
    const event = parseEvent(bytes);
    return { event, id: verified?.id ?? (await eventId(event)) };
  }

  return async (request) => {
    if (request.bodyUsed) {
      throw new PartnerServerError(
        'body-not-raw',
        'the body was read before: pass the request on before anything parses it (see the adapters)',
      );
    }
    if (request.method !== 'POST') return answerFailure(405, 'METHOD_NOT_ALLOWED', { allow: 'POST' });
    try {
      const delivery = await authenticate(request);
      const outcome = await handleOnce(delivery.id, guard, async () => onEvent(delivery));
      return outcome === 'in-progress' ? answerFailure(409, 'IN_PROGRESS', { 'retry-after': '5' }) : answerSuccess();
    } catch (error) {
      hear(onError, error);
      return toAnswer(error);
    }
  };
}

/** @throws {WebhookVerificationError} `not-json`, `unknown-event` */
function parseEvent(bytes: Uint8Array): OneKycCallback {
  const value = parseJsonBytes(bytes);
  const result = callbackPayload.safeParse(value);
  if (result.success) return value as OneKycCallback;
  const path = result.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new WebhookVerificationError('unknown-event', `the event is not as the contract says at '${path}'`);
}

/** Without a signed id: what makes two deliveries the same event, by the vendor's own advice. */
async function eventId({ submissionId, status, result }: OneKycCallback): Promise<string> {
  const text = JSON.stringify([submissionId, status, result ?? null]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `event-${Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function toAnswer(error: unknown): Response {
  if (isWireError(error) && error.code === 'response-too-large') return answerFailure(413, 'BODY_TOO_LARGE');
  if (!isPartnerServerError(error)) return answerFailure(500, 'GENERIC_SERVICE_ERROR');
  if (error.code === 'store-unavailable') return answerFailure(503, 'SERVICE_UNAVAILABLE', { 'retry-after': '30' });
  if (!(error instanceof WebhookVerificationError)) return answerFailure(500, 'GENERIC_SERVICE_ERROR');
  const isContent = error.reason === 'not-json' || error.reason === 'unknown-event';
  return isContent ? answerFailure(400, 'INVALID_CALLBACK') : answerFailure(401, 'UNAUTHORIZED');
}
