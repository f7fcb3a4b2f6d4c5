import * as contract from '@bonafide/contracts/onekyc/validators';
import type { Transaction } from 'kysely';
import { dateOf } from '../clock.ts';
import type { Database, FlowRow } from '../database/schema.ts';
import type { Gateway } from '../onekyc/gateway.ts';
import type { Decision } from '../processing/decide.ts';
import { addTimeline } from '../store/add-timeline.ts';

/**
 * Writes the callback beside the result that it announces, in one transaction: neither exists without the other. The
 * payload is thin: the partner reads the details with its own token.
 */
export async function enqueueCallback(
  trx: Transaction<Database>,
  { clock, queue, settings }: Gateway,
  flow: FlowRow,
  submissionId: string,
  decision: Pick<Decision, 'status' | 'result' | 'reasonCode'>,
): Promise<void> {
  const client = settings.clients.get(flow.client_id);
  if (client?.callbackUrl === undefined || flow.partner_session_id === null) return;
  const body = JSON.stringify(
    contract.callbackPayload.parse({
      submissionId,
      partnerSessionId: flow.partner_session_id,
      status: decision.status,
      result: decision.result,
      reasonCode: decision.reasonCode,
    }),
  );
  const isLost = flow.scenario?.callback === 'lost';
  const deliveryId = `msg_${crypto.randomUUID().replaceAll('-', '')}`;
  await trx
    .insertInto('delivery')
    .values({
      id: deliveryId,
      submission_id: submissionId,
      client_id: flow.client_id,
      body,
      state: isLost ? 'LOST' : 'PENDING',
      last_status: null,
      last_error: null,
      next_attempt_at: isLost ? null : dateOf(clock),
      created_at: dateOf(clock),
      delivered_at: null,
    })
    .execute();
  if (isLost) return addTimeline(trx, clock, submissionId, 'callback-lost', { scripted: true });
  const times = flow.scenario?.callback === 'duplicated' ? 2 : 1;
  for (let time = 0; time < times; time += 1) await queue.send(trx, 'deliver-callback', { deliveryId });
}
