import type { Transaction } from 'kysely';
import type { Database, HostedCheckRow } from '../database/schema.ts';

/**
 * The check as it is, and stays until the transaction ends. Whoever changes a check or its way to a phone begins with this: in
 * another order two processes would wait for each other.
 */
export function lockCheck(trx: Transaction<Database>, checkId: string): Promise<HostedCheckRow> {
  return trx.selectFrom('hosted_check').selectAll().where('id', '=', checkId).forUpdate().executeTakeFirstOrThrow();
}
