import type { Transaction } from 'kysely';
import type { Database, ProcessRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { HostedAttempt, HostedEnding, HostedOwner } from '../hosted/hosted-owner.ts';
import { beginVerification } from './begin-verification.ts';
import { toCaptureReturn } from './capture.ts';
import { endWithin, type ProcessEnd } from './end-process.ts';
import type { ProcessStatus } from './process-outcome.ts';
import { storePicture } from './store-picture.ts';

/**
 * Assure's capture flows on the hosted page. The page sees to it that the pictures are good; what they come to is then decided
 * where every process is, while the browser is already on its way back with `status=processing`.
 */
export function createAssureHostedOwner(gateway: Gateway): HostedOwner {
  return {
    async concluded(trx, check, ending) {
      const row = await trx
        .selectFrom('process')
        .selectAll()
        .where('id', '=', check.owner_ref)
        .forUpdate()
        .executeTakeFirst();
      // Deleted in the meantime: there is nothing to come back to.
      if (row?.capture == null) return null;
      const status = await conclude(trx, gateway, { ...row, document_type: check.document_type }, ending);
      return toCaptureReturn(row.capture, { dossierId: row.dossier_id, processId: row.id, status });
    },
  };
}

const ENDS = {
  cancelled: { status: 'canceled', outcome: { providerSpecific: {} } },
  expired: {
    status: 'failed',
    outcome: { failReason: { type: 'timeout', message: 'The end-user did not finish in time.' } },
  },
  'no-pictures': {
    status: 'failed',
    outcome: { failReason: { type: 'verification_failed', message: 'The verification could not be completed.' } },
  },
} as const satisfies Record<string, ProcessEnd>;

async function conclude(
  trx: Transaction<Database>,
  gateway: Gateway,
  row: ProcessRow,
  ending: HostedEnding,
): Promise<ProcessStatus> {
  if (ending.kind !== 'concluded') return endWithin(trx, gateway, row, ENDS[ending.kind]);
  const { attempt } = ending;
  if (attempt === null || attempt.pictures.size === 0) return endWithin(trx, gateway, row, ENDS['no-pictures']);
  // The client has canceled it, or begun by itself.
  if (row.status !== 'pending') return row.status;
  return handOver(trx, gateway, row, attempt);
}

async function handOver(
  trx: Transaction<Database>,
  gateway: Gateway,
  row: ProcessRow,
  { pictures, clientEvidence }: HostedAttempt,
): Promise<ProcessStatus> {
  for (const [name, { bytes, contentType, uploadedAt }] of pictures)
    await storePicture(trx, gateway, row.id, { name, bytes, contentType }, uploadedAt);
  // As the person chose it on the page.
  await trx.updateTable('process').set({ document_type: row.document_type }).where('id', '=', row.id).execute();
  await beginVerification(trx, gateway, row, clientEvidence);
  return 'processing';
}
