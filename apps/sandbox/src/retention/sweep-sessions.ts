import { sql } from 'kysely';
import { dateOf } from '../clock.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { endSession, lockOpenSession } from '../idnow/end-session.ts';
import { FLOWS } from '../idnow/flows.ts';
import { toStepEnd } from '../idnow/step-end.ts';
import { toStepSubject } from '../idnow/step-subject.ts';
import { forgetSessions } from './forget-sessions.ts';

/** No failure counts longer (`lockout.ts`). */
const FAILURES_COUNT_MS = 600_000;

/** Ends sessions that nobody opened in time, and erases those whose results' time is over. */
export async function sweepSessions(gateway: Gateway): Promise<number> {
  const { clock, db, settings } = gateway;
  const late = await db
    .selectFrom('idnow_session')
    .select('id')
    // One that was opened ends with its hosted check.
    .where('status', '=', 'CREATED')
    .where('expires_at', '<=', dateOf(clock))
    .execute();
  for (const { id } of late) {
    await db.transaction().execute(async (trx) => {
      const row = await lockOpenSession(trx, id);
      if (row?.status !== 'CREATED') return;
      const end = toStepEnd(FLOWS[row.flow_id], { kind: 'expired' }, toStepSubject(gateway, row, null));
      await endSession(trx, gateway, row, end);
    });
  }
  const old = await db
    .selectFrom('idnow_session')
    .select('id')
    .where('created_at', '<', dateOf(clock, -settings.resultsMs))
    .execute();
  await forgetSessions(
    gateway,
    old.map(({ id }) => id),
  );
  return old.length;
}

/** Erases enrolled faces that nobody used for long, and counts of failures that no longer matter. */
export async function sweepTemplates({ clock, db, settings }: Gateway): Promise<number> {
  const erased = await db
    .deleteFrom('idnow_credential')
    .where('used_at', '<', dateOf(clock, -settings.templatesMs))
    .returning('id')
    .execute();
  await db
    .deleteFrom('idnow_lockout')
    .where((where) => where.or([where('locked_until', 'is', null), where('locked_until', '<', dateOf(clock))]))
    .where(sql<boolean>`coalesce((failures->>-1)::bigint, 0) < ${clock.now() - FAILURES_COUNT_MS}`)
    .execute();
  return erased.length;
}
