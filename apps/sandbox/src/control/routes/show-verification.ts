import type { Context } from 'hono';
import { hostedSubject } from '../../database/schema.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { checkOf } from '../../mosaic/find.ts';
import { sessionStatus } from '../../mosaic/session-status.ts';
import { showSubject } from '../show-subject.ts';

/** One session of Mosaic with its attempts, evidence and pictures; of what the document said, only what it came to. */
export async function showVerification(gateway: Gateway, context: Context): Promise<Response> {
  const sessionId = context.req.param('sessionId') ?? '';
  const row = await gateway.db.selectFrom('verification').selectAll().where('id', '=', sessionId).executeTakeFirst();
  if (row === undefined) return Response.json({ error: 'no such session' }, { status: 404 });
  const check = await checkOf(gateway, sessionId);
  const attempts = await gateway.db
    .selectFrom('hosted_attempt')
    .select(['attempt', 'outcome', 'cause', 'evidence'])
    .where('hosted_check_id', '=', check.id)
    .orderBy('attempt')
    .execute();
  return Response.json({
    sessionId,
    kind: row.kind,
    clientId: row.client_id,
    status: sessionStatus(row, check),
    recommendation: row.result?.recommendation ?? null,
    checks: row.result?.checks ?? null,
    mock: row.mock,
    expiresAt: row.expires_at,
    eraseAt: row.erase_at,
    scripted: row.scenario !== null || row.mock !== null,
    scenario: row.scenario ?? (row.mock === null ? null : { name: 'mock' }),
    attempts,
    evidence: attempts.at(-1)?.evidence ?? null,
    ...(await showSubject(gateway, hostedSubject(check.id))),
  });
}
