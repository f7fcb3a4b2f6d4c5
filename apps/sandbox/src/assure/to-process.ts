import type * as contract from '@bonafide/contracts/assure/validators';
import type * as z from 'zod';
import type { ProcessRow } from '../database/schema.ts';

/**
 * A process as the vendor's examples print it: which fields there are, and in which order, follows the status. Nothing of
 * ours is added, so that a scripted answer is the example itself.
 * @param authorization Of one that was created for an app.
 */
export function toProcess(row: ProcessRow, authorization?: string): z.input<typeof contract.process> {
  const { id: processId, provider, process_type: processType, status } = row;
  const times = { createdAt: toTimestamp(row.created_at), updatedAt: toTimestamp(row.updated_at) };
  const { outcome } = row;
  switch (status) {
    case 'pending':
    case 'processing':
      return { processId, status, ...times, ...(authorization && { authorization }), provider, processType };
    case 'accepted':
    case 'inconclusive':
    case 'rejected':
      return { provider, status, processId, ...times, ...outcome };
    case 'canceled':
    case 'failed': {
      const notification = row.notification_url === null ? {} : { notificationUrl: row.notification_url };
      return { status, processId, provider, processType, ...notification, ...times, ...outcome };
    }
  }
}

/** ISO 8601 in UTC, whole seconds. */
export function toTimestamp(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
