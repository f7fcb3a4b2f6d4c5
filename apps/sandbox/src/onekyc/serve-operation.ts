import * as contract from '@bonafide/contracts/onekyc/validators';
import type { Context } from 'hono';
import type * as z from 'zod';
import { isUnstorableText } from '../database/is-unstorable-text.ts';
import { redactHeaders } from '../gateway-feed.ts';
import { pause } from '../pause.ts';
import type { Gateway } from './gateway.ts';
import type { Operation } from './operation.ts';
import { Refusal } from './refusal.ts';
import { failed, invalid } from './refusals.ts';

/** What an operation learns on the way and the log and the feed want to know. */
export interface Exchange {
  readonly operation: Operation;
  readonly context: Context;
  readonly notes: {
    clientId: string | null;
    correlationId: string | null;
    submissionId: string | null;
    scripted: boolean;
    latencyMs: number;
  };
}

export interface OperationDefinition<Schema extends z.ZodType> {
  readonly operation: Operation;
  /** The path as the contract writes it. */
  readonly path: string;
  readonly response: Schema;
  /** Resolves with the body of a 200, rejects with a `Refusal`. */
  readonly handle: (gateway: Gateway, exchange: Exchange) => Promise<z.input<Schema>>;
}

/**
 * Runs one operation: writes the envelope, holds the answer against the contract, logs it and shows it in the feed. An
 * answer that the contract does not allow is never sent.
 */
export async function serveOperation<Schema extends z.ZodType>(
  gateway: Gateway,
  definition: OperationDefinition<Schema>,
  context: Context,
): Promise<Response> {
  const { operation } = definition;
  const startedAt = performance.now();
  const exchange: Exchange = {
    operation,
    context,
    notes: {
      clientId: context.req.header('client-id') ?? null,
      correlationId: context.req.header('x-partner-session-id') ?? null,
      submissionId: null,
      scripted: false,
      latencyMs: 0,
    },
  };
  let response: Response;
  let reason: string | null = null;
  try {
    const body = await definition.handle(gateway, exchange);
    definition.response.parse(body);
    response = Response.json(body);
  } catch (error) {
    const refusal = toRefusal(operation, error);
    if (refusal.status === 500 && refusal !== error) gateway.log.error('operation-failed', error, { operation });
    reason = refusal.reason;
    response = refuse(operation, refusal);
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
    path: `/onekyc${definition.path}`,
    status,
    durationMs,
    headers: redactHeaders(context.req.raw.headers),
    reason,
    ...withoutLatency(notes),
  });
  return response;
}

function toRefusal(operation: Operation, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return isUnstorableText(error) ? invalid(operation, 1539, 'INVALID_CHARACTER') : failed(operation);
}

function refuse(operation: Operation, refusal: Refusal): Response {
  const entity = operation === 'getPartnerToken' || operation === 'getUserToken' ? 'ONEKYC_TOKEN_SERVICE' : undefined;
  const body = contract.errorResponse.parse({
    success: false,
    data: null,
    errors: [{ code: refusal.code, ...(entity === undefined ? {} : { entity }), cause: refusal.reason }],
  });
  const headers = refusal.retryAfterSeconds === null ? {} : { 'retry-after': String(refusal.retryAfterSeconds) };
  return Response.json(body, { status: refusal.status, headers });
}

function withoutLatency({ clientId, correlationId, submissionId, scripted }: Exchange['notes']) {
  return { clientId, correlationId, submissionId, scripted };
}
