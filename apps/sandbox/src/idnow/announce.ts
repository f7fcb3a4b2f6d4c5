import type { EventData } from '@bonafide/contracts/idnow';
import * as contract from '@bonafide/contracts/idnow/validators';
import type { Transaction } from 'kysely';
import { enqueueDelivery } from '../callbacks/enqueue-delivery.ts';
import { dateOf } from '../clock.ts';
import type { Database, IdnowSessionRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { FLOWS } from './flows.ts';

/** Names of this sandbox: that they are `resource.action` is documented, and no list was found. */
const EVENT_NAMES: Readonly<Record<IdnowSessionRow['status'], string>> = {
  CREATED: 'session.created',
  RUNNING: 'session.started',
  COMPLETED: 'session.completed',
  ABORTED: 'session.aborted',
  EXPIRED: 'session.expired',
  ERROR: 'session.failed',
};

/** Tells the client where a session is, in the transaction that brings it there. Nothing of the person. */
export async function announce(trx: Transaction<Database>, gateway: Gateway, row: IdnowSessionRow): Promise<void> {
  const { clock, settings } = gateway;
  if (settings.clients.get(row.client_id)?.idnow?.eventUrl === undefined) return;
  const { stepType } = FLOWS[row.flow_id];
  const event: EventData = {
    eventId: crypto.randomUUID(),
    eventVersion: '1',
    eventName: EVENT_NAMES[row.status],
    eventSequence: row.events,
    createdAt: dateOf(clock).toISOString(),
    environment: row.environment,
    payload: { flowId: row.flow_id, sessionId: row.id, sessionStatus: row.status },
    lastStepId: row.verdict === null ? null : 'step-1',
    lastStepType: row.verdict === null ? null : stepType,
    lastStepStatus: row.verdict,
  };
  await enqueueDelivery(trx, gateway, {
    subject: { submission_id: null, process_id: null, idnow_session_id: row.id },
    clientId: row.client_id,
    body: contract.eventData.parse(event),
    scenario: row.scenario,
  });
}
