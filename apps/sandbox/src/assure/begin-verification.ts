import type { Transaction } from 'kysely';
import { dateOf } from '../clock.ts';
import { addTimeline } from '../database/add-timeline.ts';
import { type Database, type ProcessRow, processSubject } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';

/** Hands a process, whose row the transaction holds, to the queue. */
export async function beginVerification(
  trx: Transaction<Database>,
  gateway: Gateway,
  { id, scenario }: ProcessRow,
  clientEvidence: object | null,
): Promise<void> {
  await trx
    .updateTable('process')
    .set({
      status: 'processing',
      client_evidence: clientEvidence === null ? null : JSON.stringify(clientEvidence),
      updated_at: dateOf(gateway.clock),
    })
    .where('id', '=', id)
    .execute();
  await addTimeline(trx, gateway.clock, processSubject(id), 'started', { evidence: clientEvidence !== null });
  await gateway.queue.send(trx, 'verify-process', { processId: id }, scenario?.processingMs);
}
