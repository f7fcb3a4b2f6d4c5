import type { Context } from 'hono';
import type * as z from 'zod';
import { pause } from '../pause.ts';
import { redactHeaders } from './gateway-feed.ts';
import type { Gateway } from './gateway.ts';
import type { Operation } from './operation.ts';
import { Refusal } from './refusal.ts';

/** What an operation learns on the way and the log and the feed want to know. */
export interface Notes {
  clientId: string | null;
  correlationId: string | null;
  submissionId: string | null;
  scripted: boolean;
  latencyMs: number;
}

export interface Exchange {
  readonly operation: Operation;
  readonly context: Context;
  readonly notes: Notes;
  /** Sent with the answer of success. */
  readonly headers: Headers;
}

/** How one vendor's gateway speaks: where it lies, and what its errors look like. */
export interface Dialect {
  readonly base: string;
  /** What is known of the caller before anything is checked. */
  readonly notesOf: (context: Context) => Partial<Notes>;
  /** A failure that is no refusal yet, in the words of the operation's table. */
  readonly toRefusal: (operation: Operation, error: unknown) => Refusal;
  /** The error answer. Throws when the contract does not allow it. */
  readonly refuse: (exchange: Exchange, refusal: Refusal) => Response;
}

export interface OperationDefinition<Schema extends z.ZodType> {
  readonly operation: Operation;
  /** The path as the contract writes it. */
  readonly path: string;
  /** Of success; default 200. Where the schema is `z.null()` nothing is sent with it. */
  readonly status?: 200 | 201 | 202 | 204 | 303;
  readonly response: Schema;
  /** Of a success that is bytes instead of JSON, unless `headers` of the exchange say another. */
  readonly contentType?: string;
  /** Where success is not JSON. */
  readonly send?: (body: z.output<Schema>) => Response;
  /** Resolves with the body of success, rejects with a `Refusal`. */
  readonly handle: (gateway: Gateway, exchange: Exchange) => Promise<z.input<Schema>>;
}

/**
 * Runs one operation: holds the answer against the contract, writes errors as the vendor does, logs it and shows it in
 * the feed. An answer that the contract does not allow is never sent.
 */
export async function serveOperation<Schema extends z.ZodType>(
  gateway: Gateway,
  dialect: Dialect,
  definition: OperationDefinition<Schema>,
  context: Context,
): Promise<Response> {
  const { operation } = definition;
  const startedAt = performance.now();
  const unknown: Notes = { clientId: null, correlationId: null, submissionId: null, scripted: false, latencyMs: 0 };
  const exchange: Exchange = {
    operation,
    context,
    notes: { ...unknown, ...dialect.notesOf(context) },
    headers: new Headers(),
  };
  let response: Response;
  let reason: string | null = null;
  try {
    const body = await definition.handle(gateway, exchange);
    const parsed = definition.response.parse(body);
    const status = definition.status ?? 200;
    response =
      definition.send === undefined
        ? toResponse(body, { status, headers: exchange.headers }, definition.contentType)
        : definition.send(parsed);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : dialect.toRefusal(operation, error);
    if (refusal.status === 500 && refusal !== error) gateway.log.error('operation-failed', error, { operation });
    reason = refusal.reason;
    response = dialect.refuse(exchange, refusal);
    if (refusal.retryAfterSeconds !== null) response.headers.set('retry-after', String(refusal.retryAfterSeconds));
  }
  const { notes } = exchange;
  if (notes.latencyMs > 0) await pause(notes.latencyMs, gateway.signal);
  const durationMs = Math.round(performance.now() - startedAt);
  const { status } = response;
  gateway.log.info('request', { operation, status, reason, durationMs, ...withoutLatency(notes) });
  gateway.feed.publish({
    direction: 'inbound',
    operation,
    method: context.req.method,
    path: dialect.base + definition.path,
    status,
    durationMs,
    headers: redactHeaders(context.req.raw.headers),
    reason,
    ...withoutLatency(notes),
  });
  return response;
}

function toResponse(
  body: unknown,
  init: { readonly status: number; readonly headers: Headers },
  contentType: string | undefined,
): Response {
  if (body === null) return new Response(null, init);
  if (contentType === undefined) return Response.json(body, init);
  if (!init.headers.has('content-type')) init.headers.set('content-type', contentType);
  return new Response(body as Uint8Array<ArrayBuffer>, init);
}

function withoutLatency({ clientId, correlationId, submissionId, scripted }: Notes) {
  return { clientId, correlationId, submissionId, scripted };
}
