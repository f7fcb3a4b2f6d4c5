import type { Clock } from '#wire/clock.js';
import { systemClock } from '#wire/clock.js';
import { readBody } from '#wire/read-body.js';
import { isWireError } from '#wire/wire-error.js';
import type { AtomicStore } from '../atomic-store.ts';
import { hear } from '../gateway/hear.ts';
import { isPartnerServerError, PartnerServerError } from '../partner-server-error.ts';
import { createMemoryStore } from '../stores/memory.ts';
import { parseJsonBytes } from './parse-json-bytes.ts';
import { handleOnce } from './replay-guard.ts';
import { WebhookVerificationError } from './webhook-verification-error.ts';

/** An authentic event, handed over once. */
export interface Delivery<Event> {
  readonly event: Event;
  /** Same for every delivery of this event: the signed `webhook-id`, else one made of what the event says. */
  readonly id: string;
}

/** What whoever hosts the endpoint may set, whichever gateway calls. */
export interface DeliverySettings<Event> {
  /** Shared between processes, so that an event is handled once in all of them. Default: this process's memory. */
  readonly replayStore?: AtomicStore;
  /**
   * Called once an event, before the gateway is answered: be quick, or put it in a queue. When it throws, the gateway is
   * told to deliver again.
   */
  readonly onEvent: (delivery: Delivery<Event>) => Promise<void> | void;
  /** Hears why a delivery was not accepted. The gateway is told no more than a word. May throw without harm. */
  readonly onError?: (error: unknown) => void;
  /** Default: 64 KiB. */
  readonly maxBodyBytes?: number;
  readonly clock?: Clock;
}

/** Words of the answers that are not a success. */
export type DeliveryRefusal =
  | 'METHOD_NOT_ALLOWED'
  | 'UNAUTHORIZED'
  | 'INVALID_CALLBACK'
  | 'BODY_TOO_LARGE'
  | 'IN_PROGRESS'
  | 'SERVICE_UNAVAILABLE'
  | 'GENERIC_SERVICE_ERROR';

/** What tells one gateway's deliveries from another's. */
export type DeliveryKind<Event> = DeliveryAnswers & (PlainDelivery<Event> | EnvelopedDelivery<Event>);

interface DeliveryAnswers {
  /** Whether the headers are the gateway's. */
  readonly isGateway?: ((headers: Headers) => Promise<boolean>) | undefined;
  /** An event that was dealt with is remembered at least this long. Default: four days. */
  readonly doneTtlMs?: number;
  readonly succeed: () => Response;
  readonly refuse: (status: number, word: DeliveryRefusal, headers?: Readonly<Record<string, string>>) => Response;
}

/** The body is the event. */
interface PlainDelivery<Event> {
  readonly open?: never;
  /** Verifies a signature over the body. */
  readonly verify?: ((bytes: Uint8Array, headers: Headers) => Promise<{ readonly id: string }>) | undefined;
  readonly schema: {
    safeParse(value: unknown): {
      readonly success: boolean;
      readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;
    };
  };
  /** Without a signed id: what makes two deliveries the same event. */
  readonly identityOf: (event: Event) => readonly unknown[];
}

/** The body is a signed envelope around the event. */
interface EnvelopedDelivery<Event> {
  /** Verifies the envelope and takes the event out. */
  readonly open: (bytes: Uint8Array) => Promise<Delivery<Event>>;
}

const DAY_MS = 86_400_000;
/** Gateways deliver again for up to three days (Standard Webhooks' schedule is 75.6 hours). */
const DONE_TTL_MS = 4 * DAY_MS;
const HANDLING_TTL_MS = 60_000;

/**
 * An endpoint that a gateway calls (`POST`, path of your choice). Answers 200 once the event has been handled, now or
 * before; 4xx to what must not be believed; 409 while another delivery is being handled; 5xx when it should be delivered
 * again.
 *
 * The returned function rejects only with `body-not-raw`: something before it has read the body.
 */
export function createDeliveryHandler<Event>(
  kind: DeliveryKind<Event>,
  settings: DeliverySettings<Event>,
): (request: Request) => Promise<Response> {
  const { isGateway, succeed, refuse } = kind;
  const { onEvent, onError, maxBodyBytes = 65_536, clock = systemClock } = settings;
  const guard = {
    store: settings.replayStore ?? createMemoryStore({ clock }),
    doneTtlMs: Math.max(DONE_TTL_MS, kind.doneTtlMs ?? 0),
    handlingTtlMs: HANDLING_TTL_MS,
  };

  async function authenticate(request: Request): Promise<Delivery<Event>> {
    if (isGateway && !(await isGateway(request.headers)))
      throw new WebhookVerificationError('credentials-rejected', 'the header credentials are missing or wrong');
    const bytes = await readBody(request, maxBodyBytes, request.signal);
    if (kind.open !== undefined) return await kind.open(bytes);
    const verified = await kind.verify?.(bytes, request.headers);
    const event = parseEvent(bytes, kind.schema) as Event;
    return { event, id: verified?.id ?? (await toEventId(kind.identityOf(event))) };
  }

  function toAnswer(error: unknown): Response {
    if (isWireError(error) && error.code === 'response-too-large') return refuse(413, 'BODY_TOO_LARGE');
    if (!isPartnerServerError(error)) return refuse(500, 'GENERIC_SERVICE_ERROR');
    if (error.code === 'store-unavailable') return refuse(503, 'SERVICE_UNAVAILABLE', { 'retry-after': '30' });
    if (!(error instanceof WebhookVerificationError)) return refuse(500, 'GENERIC_SERVICE_ERROR');
    const isContent = error.reason === 'not-json' || error.reason === 'unknown-event';
    return isContent ? refuse(400, 'INVALID_CALLBACK') : refuse(401, 'UNAUTHORIZED');
  }

  return async (request) => {
    if (request.bodyUsed) {
      throw new PartnerServerError(
        'body-not-raw',
        'the body was read before: pass the request on before anything parses it (see the adapters)',
      );
    }
    if (request.method !== 'POST') return refuse(405, 'METHOD_NOT_ALLOWED', { allow: 'POST' });
    try {
      const delivery = await authenticate(request);
      const outcome = await handleOnce(delivery.id, guard, async () => onEvent(delivery));
      return outcome === 'in-progress' ? refuse(409, 'IN_PROGRESS', { 'retry-after': '5' }) : succeed();
    } catch (error) {
      hear(onError, error);
      return toAnswer(error);
    }
  };
}

/** @throws {WebhookVerificationError} `not-json`, `unknown-event` */
function parseEvent(bytes: Uint8Array, schema: PlainDelivery<unknown>['schema']): unknown {
  const value = parseJsonBytes(bytes);
  const result = schema.safeParse(value);
  if (result.success) return value;
  const path = result.error?.issues[0]?.path.map(String).join('.') ?? '';
  throw new WebhookVerificationError('unknown-event', `the event is not as the contract says at '${path}'`);
}

async function toEventId(identity: readonly unknown[]): Promise<string> {
  const text = JSON.stringify(identity);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `event-${Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
