import { sql } from 'kysely';
import { dateOf } from '../clock.ts';
import type { DeliveryRow } from '../database/schema.ts';
import { redactHeaders } from '../gateway-feed.ts';
import type { Gateway } from '../onekyc/gateway.ts';
import type { GuardedFetch } from '../outbound/guarded-fetch.ts';
import { OutboundError } from '../outbound/outbound-error.ts';
import type { SandboxClient } from '../sandbox-options.ts';
import { addTimeline } from '../store/add-timeline.ts';
import { type DeliveryAnswer, nextDelivery } from './next-delivery.ts';
import { signCallback } from './sign-callback.ts';

const MAXIMUM_ANSWER_BYTES = 16 * 1024;

/** Makes one attempt to deliver a callback and arranges the next where one is due. */
export async function deliverCallback(
  gateway: Gateway,
  fetch: GuardedFetch,
  deliveryId: string,
  signal: AbortSignal,
): Promise<void> {
  const delivery = await gateway.db
    .updateTable('delivery')
    .set({ attempts: sql<number>`attempts + 1` })
    .where('id', '=', deliveryId)
    // A delivered one is only here again when a scenario duplicates it: it is sent, and changes nothing afterwards.
    .where('state', 'in', ['PENDING', 'DELIVERED'])
    .returningAll()
    .executeTakeFirst();
  const client = delivery === undefined ? undefined : gateway.settings.clients.get(delivery.client_id);
  if (delivery === undefined || client?.callbackUrl === undefined) return;
  const answer = (await isDisabled(gateway, client))
    ? { status: 410, error: null, retryAfter: null }
    : await send(gateway, fetch, client, client.callbackUrl, delivery, signal);
  await record(gateway, delivery, answer);
}

async function isDisabled({ db }: Gateway, client: SandboxClient): Promise<boolean> {
  const row = await db
    .selectFrom('disabled_callback')
    .select('client_id')
    .where('client_id', '=', client.clientId)
    .executeTakeFirst();
  return row !== undefined;
}

async function send(
  gateway: Gateway,
  fetch: GuardedFetch,
  client: SandboxClient,
  url: string,
  delivery: DeliveryRow,
  signal: AbortSignal,
): Promise<DeliveryAnswer> {
  const { clock, feed, settings } = gateway;
  const credentials = client.iabCredentials ?? client;
  const message = { id: delivery.id, timestampSeconds: Math.floor(clock.now() / 1000), body: delivery.body };
  const headers = {
    'content-type': 'application/json',
    'client-id': credentials.clientId,
    'pass-key': credentials.passKey,
    ...(client.callbackSecret === undefined ? {} : signCallback(client.callbackSecret, message)),
  };
  const startedAt = performance.now();
  const answer = await fetch({
    url,
    method: 'POST',
    headers,
    body: delivery.body,
    timeoutMs: settings.callbackTimeoutMs,
    maximumBytes: MAXIMUM_ANSWER_BYTES,
    signal,
  }).then(
    ({ status, retryAfter }) => ({ status, error: null, retryAfter }),
    (error: unknown) => {
      if (error instanceof OutboundError) return { status: 0, error: error.reason, retryAfter: null };
      throw error;
    },
  );
  const flow = await gateway.db
    .selectFrom('submission')
    .innerJoin('flow', 'flow.id', 'submission.flow_id')
    .select('flow.partner_session_id')
    .where('submission.id', '=', delivery.submission_id)
    .executeTakeFirst();
  feed.publish({
    direction: 'outbound',
    operation: 'postSubmissionCallback',
    method: 'POST',
    path: '(partner) callback',
    status: answer.status,
    durationMs: Math.round(performance.now() - startedAt),
    headers: redactHeaders(new Headers(headers)),
    clientId: client.clientId,
    correlationId: flow?.partner_session_id ?? null,
    submissionId: delivery.submission_id,
    reason: answer.error,
    scripted: false,
  });
  return answer;
}

async function record(gateway: Gateway, delivery: DeliveryRow, answer: DeliveryAnswer): Promise<void> {
  const { clock, log, settings } = gateway;
  const next = nextDelivery(answer, delivery.attempts, settings.callbackRetryDelaysMs, clock.now());
  log.info('callback', {
    deliveryId: delivery.id,
    attempt: delivery.attempts,
    status: answer.status,
    reason: answer.error,
    state: next.state,
  });
  await gateway.db.transaction().execute(async (trx) => {
    await addTimeline(trx, clock, delivery.submission_id, 'callback', {
      attempt: delivery.attempts,
      status: answer.status,
      error: answer.error,
      state: next.state,
    });
    if (delivery.state === 'DELIVERED') return;
    await trx
      .updateTable('delivery')
      .set({
        state: next.state,
        last_status: answer.status,
        last_error: answer.error,
        next_attempt_at: next.state === 'PENDING' ? dateOf(clock, next.delayMs) : null,
        delivered_at: next.state === 'DELIVERED' ? dateOf(clock) : null,
      })
      .where('id', '=', delivery.id)
      .execute();
    if (next.state === 'DISABLED') {
      await trx
        .insertInto('disabled_callback')
        .values({ client_id: delivery.client_id, disabled_at: dateOf(clock) })
        .onConflict((conflict) => conflict.column('client_id').doNothing())
        .execute();
    }
    if (next.state === 'PENDING') {
      const startAfter = new Date(Date.now() + next.delayMs);
      await gateway.queue.send(trx, 'deliver-callback', { deliveryId: delivery.id }, { startAfter });
    }
  });
}
