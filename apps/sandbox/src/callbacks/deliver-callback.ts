import { sql } from 'kysely';
import { notificationTarget } from '../assure/notification-target.ts';
import { dateOf } from '../clock.ts';
import { addTimeline } from '../database/add-timeline.ts';
import { type DeliveryRow, announcedSubjectOf } from '../database/schema.ts';
import { redactHeaders } from '../gateway/gateway-feed.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { callbackTarget } from '../onekyc/callback-target.ts';
import type { GuardedFetch } from '../outbound/guarded-fetch.ts';
import { OutboundError } from '../outbound/outbound-error.ts';
import { eventTarget } from '../idnow/event-target.ts';
import type { DeliveryTarget, FindTarget } from './delivery-target.ts';
import { type DeliveryAnswer, nextDelivery } from './next-delivery.ts';

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
  if (delivery === undefined) return;
  const target = await findTargetOf(delivery)(gateway, delivery);
  if (target === null) return;
  const answer =
    target.isClients && (await isDisabled(gateway, delivery.client_id))
      ? { status: 410, error: null, retryAfter: null }
      : await send(gateway, fetch, target, delivery, signal);
  await record(gateway, target, delivery, answer);
}

function findTargetOf({ process_id, idnow_session_id }: DeliveryRow): FindTarget {
  if (idnow_session_id !== null) return eventTarget;
  return process_id === null ? callbackTarget : notificationTarget;
}

async function isDisabled({ db }: Gateway, clientId: string): Promise<boolean> {
  const row = await db
    .selectFrom('disabled_callback')
    .select('client_id')
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row !== undefined;
}

async function send(
  gateway: Gateway,
  fetch: GuardedFetch,
  target: DeliveryTarget,
  delivery: DeliveryRow,
  signal: AbortSignal,
): Promise<DeliveryAnswer> {
  const headers = { 'content-type': 'application/json', ...target.headers };
  const startedAt = performance.now();
  const answer = await fetch({
    url: target.url,
    method: 'POST',
    headers,
    body: target.body ?? delivery.body,
    timeoutMs: gateway.settings.callbackTimeoutMs,
    maximumBytes: MAXIMUM_ANSWER_BYTES,
    signal,
  }).then(
    ({ status, retryAfter }) => ({ status, error: null, retryAfter }),
    (error: unknown) => {
      if (error instanceof OutboundError) return { status: 0, error: error.reason, retryAfter: null };
      throw error;
    },
  );
  gateway.feed.publish({
    direction: 'outbound',
    operation: target.operation,
    method: 'POST',
    path: '(partner) callback',
    status: answer.status,
    durationMs: Math.round(performance.now() - startedAt),
    headers: redactHeaders(new Headers(headers)),
    clientId: delivery.client_id,
    correlationId: target.correlationId,
    submissionId: delivery.submission_id ?? delivery.process_id ?? delivery.idnow_session_id,
    reason: answer.error,
    scripted: false,
  });
  return answer;
}

async function record(
  gateway: Gateway,
  target: DeliveryTarget,
  delivery: DeliveryRow,
  answer: DeliveryAnswer,
): Promise<void> {
  const { clock, log, settings } = gateway;
  const next = nextDelivery(
    answer,
    delivery.attempts,
    target.retryDelaysMs ?? settings.callbackRetryDelaysMs,
    clock.now(),
  );
  log.info('callback', {
    deliveryId: delivery.id,
    attempt: delivery.attempts,
    status: answer.status,
    reason: answer.error,
    state: next.state,
  });
  await gateway.db.transaction().execute(async (trx) => {
    const subject = announcedSubjectOf(delivery);
    if (subject !== null) {
      await addTimeline(trx, clock, subject, 'callback', {
        attempt: delivery.attempts,
        status: answer.status,
        error: answer.error,
        state: next.state,
      });
    }
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
    if (next.state === 'DISABLED' && target.isClients) {
      await trx
        .insertInto('disabled_callback')
        .values({ client_id: delivery.client_id, disabled_at: dateOf(clock) })
        .onConflict((conflict) => conflict.column('client_id').doNothing())
        .execute();
    }
    if (next.state === 'PENDING') {
      await gateway.queue.send(trx, 'deliver-callback', { deliveryId: delivery.id }, next.delayMs);
    }
  });
}
