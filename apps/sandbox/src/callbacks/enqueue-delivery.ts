import type { Transaction } from 'kysely';
import { dateOf } from '../clock.ts';
import { addTimeline } from '../database/add-timeline.ts';
import type { AnnouncedSubject, Database, IdnowSubject } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/** Writes a message to a partner beside the result that it announces, in one transaction: neither exists without the other. */
export async function enqueueDelivery(
  trx: Transaction<Database>,
  { clock, queue }: Gateway,
  message: {
    readonly subject: AnnouncedSubject | IdnowSubject;
    readonly clientId: string;
    readonly body: object;
    readonly scenario: Scenario | null;
  },
): Promise<void> {
  const { subject, clientId, body, scenario } = message;
  const isLost = scenario?.callback === 'lost';
  const deliveryId = `msg_${crypto.randomUUID().replaceAll('-', '')}`;
  await trx
    .insertInto('delivery')
    .values({
      id: deliveryId,
      ...subject,
      client_id: clientId,
      body: JSON.stringify(body),
      state: isLost ? 'LOST' : 'PENDING',
      last_status: null,
      last_error: null,
      next_attempt_at: isLost ? null : dateOf(clock),
      created_at: dateOf(clock),
      delivered_at: null,
    })
    .execute();
  if (isLost) {
    if (!('idnow_session_id' in subject)) await addTimeline(trx, clock, subject, 'callback-lost', { scripted: true });
    return;
  }
  const times = scenario?.callback === 'duplicated' ? 2 : 1;
  for (let time = 0; time < times; time += 1) await queue.send(trx, 'deliver-callback', { deliveryId });
}
