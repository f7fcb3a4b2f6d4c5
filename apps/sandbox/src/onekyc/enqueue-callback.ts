import * as contract from '@bonafide/contracts/onekyc/validators';
import type { Transaction } from 'kysely';
import { enqueueDelivery } from '../callbacks/enqueue-delivery.ts';
import { type Database, type FlowRow, submissionSubject } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Decision } from './decide.ts';

/** Announces a finished submission. The payload is thin: the partner reads the details with its own token. */
export async function enqueueCallback(
  trx: Transaction<Database>,
  gateway: Gateway,
  flow: FlowRow,
  submissionId: string,
  decision: Pick<Decision, 'status' | 'result' | 'reasonCode'>,
): Promise<void> {
  const client = gateway.settings.clients.get(flow.client_id);
  if (client?.callbackUrl === undefined || flow.partner_session_id === null) return;
  const body = contract.callbackPayload.parse({
    submissionId,
    partnerSessionId: flow.partner_session_id,
    status: decision.status,
    result: decision.result,
    reasonCode: decision.reasonCode,
  });
  const subject = submissionSubject(submissionId);
  await enqueueDelivery(trx, gateway, { subject, clientId: client.clientId, body, scenario: flow.scenario });
}
