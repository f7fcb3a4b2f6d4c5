import type { Context } from 'hono';
import type { Gateway } from '../../gateway/gateway.ts';

const SHOWN = 50;

/** The newest sessions of IDnow; `?clientId=` narrows them. */
export async function listSessions({ db }: Gateway, context: Context): Promise<Response> {
  const clientId = context.req.query('clientId');
  const sessions = await db
    .selectFrom('idnow_session')
    .select([
      'id as sessionId',
      'client_id as clientId',
      'flow_id as flowId',
      'environment',
      'status',
      'outcome',
      'verdict',
      'reason_code as reasonCode',
      'scenario',
      'created_at as createdAt',
      'completed_at as completedAt',
    ])
    .$if(clientId !== undefined, (query) => query.where('client_id', '=', clientId ?? ''))
    .orderBy('created_at', 'desc')
    .limit(SHOWN)
    .execute();
  return Response.json({
    sessions: sessions.map(({ scenario, ...shown }) => ({
      ...shown,
      scripted: scenario !== null,
      scenario: scenario === null ? null : (scenario.name ?? 'custom'),
    })),
  });
}
