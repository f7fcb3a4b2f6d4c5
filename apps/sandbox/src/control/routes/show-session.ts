import type { Context } from 'hono';
import type { Gateway } from '../../gateway/gateway.ts';
import { toSession } from '../../idnow/to-session.ts';

/** One session of IDnow: what its partner reads, its page's attempts, and its events. No secret, picture or template. */
export async function showSession({ db }: Gateway, context: Context): Promise<Response> {
  const sessionId = context.req.param('sessionId') ?? '';
  const found = await db.selectFrom('idnow_session').selectAll().where('id', '=', sessionId).executeTakeFirst();
  if (found === undefined) return Response.json({ error: 'no such session' }, { status: 404 });
  const attempts = await db
    .selectFrom('hosted_attempt')
    .innerJoin('hosted_check', 'hosted_check.id', 'hosted_attempt.hosted_check_id')
    .select([
      'hosted_attempt.attempt',
      'hosted_attempt.outcome',
      'hosted_attempt.cause',
      'hosted_attempt.evidence',
      'hosted_attempt.completed_at as completedAt',
    ])
    .where('hosted_check.system', '=', 'idnow')
    .where('hosted_check.owner_ref', '=', sessionId)
    .orderBy('hosted_attempt.attempt')
    .execute();
  const events = await db
    .selectFrom('delivery')
    .select(['id', 'state', 'attempts', 'last_status as lastStatus', 'last_error as lastError'])
    .where('idnow_session_id', '=', sessionId)
    .orderBy('created_at')
    .execute();
  const { state: _, ...session } = toSession(found);
  return Response.json({
    sessionId,
    clientId: found.client_id,
    status: found.status,
    outcome: found.outcome,
    verdict: found.verdict,
    reasonCode: found.reason_code,
    retryAfterSeconds: found.retry_after_seconds,
    scripted: found.scenario !== null,
    scenario: found.scenario,
    session,
    attempts,
    events,
  });
}
