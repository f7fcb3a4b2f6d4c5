import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { dateOf } from '../clock.ts';
import type { Database, IdnowSessionRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { announce } from './announce.ts';
import type { StepEnd } from './step-end.ts';

/** The session, held until the transaction ends; null when it is over, or gone. */
export async function lockOpenSession(trx: Transaction<Database>, id: string): Promise<IdnowSessionRow | null> {
  const found = await trx.selectFrom('idnow_session').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return found?.status === 'CREATED' || found?.status === 'RUNNING' ? found : null;
}

/** Ends a session that `lockOpenSession` gave, announces it, and erases the picture: what was decided by it is decided. */
export async function endSession(
  trx: Transaction<Database>,
  gateway: Gateway,
  { id }: Pick<IdnowSessionRow, 'id'>,
  end: StepEnd,
): Promise<IdnowSessionRow> {
  const now = dateOf(gateway.clock);
  const ended = await trx
    .updateTable('idnow_session')
    .set({
      status: end.status,
      outcome: end.outcome,
      verdict: end.verdict,
      results: end.results === null ? null : JSON.stringify(end.results),
      reason_code: end.reasonCode,
      retry_after_seconds: end.retryAfterSeconds,
      is_captured: false,
      events: sql<number>`events + 1`,
      updated_at: now,
      completed_at: now,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await erasePictures(trx, id, now);
  await announce(trx, gateway, ended);
  gateway.log.info('idnow-session-ended', {
    sessionId: id,
    status: end.status,
    verdict: end.verdict,
    reasonCode: end.reasonCode,
    scripted: ended.scenario !== null,
  });
  return ended;
}

async function erasePictures(trx: Transaction<Database>, sessionId: string, now: Date): Promise<void> {
  await trx
    .updateTable('artefact')
    .set({ bytes: null, erased_at: now })
    .where('bytes', 'is not', null)
    .where('hosted_check_id', 'in', (query) =>
      query.selectFrom('hosted_check').select('id').where('system', '=', 'idnow').where('owner_ref', '=', sessionId),
    )
    .execute();
}
