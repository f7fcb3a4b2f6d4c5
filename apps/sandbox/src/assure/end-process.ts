import type { Transaction } from 'kysely';
import * as contract from '@bonafide/contracts/assure/validators';
import { enqueueDelivery } from '../callbacks/enqueue-delivery.ts';
import { dateOf } from '../clock.ts';
import { addTimeline } from '../database/add-timeline.ts';
import { type ArtefactRow, type Database, type ProcessRow, processSubject } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { lockProcess } from './find.ts';
import type { ProcessEvidence } from './process-evidence.ts';
import type { ProcessOutcome, ProcessStatus } from './process-outcome.ts';

/** How a process ends. */
export interface ProcessEnd {
  readonly status: Exclude<ProcessStatus, 'pending' | 'processing'>;
  readonly outcome: ProcessOutcome;
  /** Null when nothing was looked at. */
  readonly evidence?: ProcessEvidence | null;
}

const PICTURE_STATUS: Readonly<Record<ProcessEnd['status'], ArtefactRow['status'] | null>> = {
  accepted: 'VERIFIED',
  inconclusive: 'REJECTED',
  rejected: 'REJECTED',
  failed: 'INVALID',
  canceled: null,
};

/**
 * Ends a process that has not ended yet, and announces it in the same transaction. Resolves with the status that it has
 * afterwards: another one when something else ended it first.
 */
export function endProcess(gateway: Gateway, { id }: Pick<ProcessRow, 'id'>, end: ProcessEnd): Promise<ProcessStatus> {
  return gateway.db.transaction().execute(async (trx) => endWithin(trx, gateway, await lockProcess(trx, id), end));
}

/** The same within a transaction that holds the row. */
export async function endWithin(
  trx: Transaction<Database>,
  gateway: Gateway,
  row: ProcessRow,
  { status, outcome, evidence = null }: ProcessEnd,
): Promise<ProcessStatus> {
  const { id } = row;
  if (row.status !== 'pending' && row.status !== 'processing') return row.status;
  const scripted = evidence?.scripted ?? false;
  await trx
    .updateTable('process')
    .set({
      status,
      outcome: JSON.stringify(outcome),
      evidence: evidence === null ? null : JSON.stringify(evidence),
      updated_at: dateOf(gateway.clock),
    })
    .where('id', '=', id)
    .execute();
  const picture = PICTURE_STATUS[status];
  if (picture !== null) {
    await trx.updateTable('artefact').set({ status: picture }).where('process_id', '=', id).execute();
  }
  await addTimeline(trx, gateway.clock, processSubject(id), 'ended', { status, scripted });
  await announce(trx, gateway, row, status);
  gateway.log.info('process-ended', { processId: id, status, failReason: outcome.failReason?.type ?? null, scripted });
  return status;
}

/** Dossier, process and status, and nothing about the person. */
async function announce(
  trx: Transaction<Database>,
  gateway: Gateway,
  row: ProcessRow,
  status: ProcessEnd['status'],
): Promise<void> {
  if (row.notification_url === null) return;
  const { client_id: clientId } = await trx
    .selectFrom('dossier')
    .select('client_id')
    .where('id', '=', row.dossier_id)
    .executeTakeFirstOrThrow();
  const body = contract.notification.parse({ dossierId: row.dossier_id, processId: row.id, status });
  await enqueueDelivery(trx, gateway, { subject: processSubject(row.id), clientId, body, scenario: row.scenario });
}
