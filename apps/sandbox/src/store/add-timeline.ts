import type { Kysely, Transaction } from 'kysely';
import { type Clock, dateOf } from '../clock.ts';
import type { Database } from '../database/schema.ts';

/** Writes one line of a submission's history, for the control page. Ids, codes and counts only. */
export async function addTimeline(
  db: Kysely<Database> | Transaction<Database>,
  clock: Clock,
  submissionId: string,
  kind: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await db
    .insertInto('timeline')
    .values({ submission_id: submissionId, at: dateOf(clock), kind, detail: JSON.stringify(detail) })
    .execute();
}
