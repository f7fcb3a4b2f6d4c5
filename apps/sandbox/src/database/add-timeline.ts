import type { Kysely, Transaction } from 'kysely';
import { type Clock, dateOf } from '../clock.ts';
import type { Database, Subject } from './schema.ts';

/** Writes one line of a submission's or process's history, for the control page. Ids, codes and counts only. */
export async function addTimeline(
  db: Kysely<Database> | Transaction<Database>,
  clock: Clock,
  subject: Subject,
  kind: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await db
    .insertInto('timeline')
    .values({ ...subject, at: dateOf(clock), kind, detail: JSON.stringify(detail) })
    .execute();
}
