import type { Kysely, Transaction } from 'kysely';
import type { Database, IdnowSessionRow } from '../database/schema.ts';
import { type Lockout, NO_FAILURES } from './lockout.ts';

type Person = Pick<IdnowSessionRow, 'client_id' | 'environment' | 'subject_id'>;

/** How often a person failed, held until the transaction ends: two attempts at once count as two. */
export async function lockLockout(trx: Transaction<Database>, person: Person): Promise<Lockout> {
  const { client_id, environment, subject_id } = person;
  await trx
    .insertInto('idnow_lockout')
    .values({ client_id, environment, subject_id, failures: '[]', locked_until: null })
    .onConflict((conflict) => conflict.columns(['client_id', 'environment', 'subject_id']).doNothing())
    .execute();
  const row = await trx
    .selectFrom('idnow_lockout')
    .select(['failures', 'locked_until'])
    .where('client_id', '=', client_id)
    .where('environment', '=', environment)
    .where('subject_id', '=', subject_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { failures: row.failures, lockedUntilMs: row.locked_until?.getTime() ?? null };
}

export async function saveLockout(
  db: Kysely<Database> | Transaction<Database>,
  { client_id, environment, subject_id }: Person,
  { failures, lockedUntilMs }: Lockout,
): Promise<void> {
  await db
    .updateTable('idnow_lockout')
    .set({
      failures: JSON.stringify(failures),
      locked_until: lockedUntilMs === null ? null : new Date(lockedUntilMs),
    })
    .where('client_id', '=', client_id)
    .where('environment', '=', environment)
    .where('subject_id', '=', subject_id)
    .execute();
}

/** A success ends the count. */
export function clearLockout(trx: Transaction<Database>, person: Person): Promise<void> {
  return saveLockout(trx, person, NO_FAILURES);
}
