import type { Gateway } from '../gateway/gateway.ts';
import { forgetSessions } from './forget-sessions.ts';

/** Erases all that IDnow and Keyless know of one person of one client: sessions, proofs, the enrolled face, failures. */
export async function eraseSubject(
  gateway: Gateway,
  clientId: string,
  subjectId: string,
): Promise<{ readonly sessions: number; readonly templates: number }> {
  const { db } = gateway;
  const sessions = await db
    .selectFrom('idnow_session')
    .select('id')
    .where('client_id', '=', clientId)
    .where('subject_id', '=', subjectId)
    .execute();
  await forgetSessions(
    gateway,
    sessions.map(({ id }) => id),
  );
  const templates = await db
    .deleteFrom('idnow_credential')
    .where('client_id', '=', clientId)
    .where('subject_id', '=', subjectId)
    .returning('id')
    .execute();
  await db.deleteFrom('idnow_lockout').where('client_id', '=', clientId).where('subject_id', '=', subjectId).execute();
  return { sessions: sessions.length, templates: templates.length };
}
