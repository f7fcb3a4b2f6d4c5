import type { Context } from 'hono';
import type { Gateway } from '../../gateway/gateway.ts';

const SHOWN = 50;

/** The newest submissions; `?clientId=` and `?correlationId=` narrow them. */
export async function listSubmissions({ db }: Gateway, context: Context): Promise<Response> {
  const clientId = context.req.query('clientId');
  const correlationId = context.req.query('correlationId');
  const submissions = await db
    .selectFrom('submission')
    .innerJoin('flow', 'flow.id', 'submission.flow_id')
    .select([
      'submission.id as submissionId',
      'flow.client_id as clientId',
      'flow.partner_session_id as correlationId',
      'flow.flow',
      'flow.scenario',
      'submission.attempt',
      'flow.attempts_allowed as attemptsAllowed',
      'submission.status',
      'submission.result',
      'submission.reason_code as reasonCode',
      'submission.next_action as nextAction',
      'submission.created_at as createdAt',
      'submission.completed_at as completedAt',
    ])
    .$if(clientId !== undefined, (query) => query.where('flow.client_id', '=', clientId ?? ''))
    .$if(correlationId !== undefined, (query) => query.where('flow.partner_session_id', '=', correlationId ?? ''))
    .orderBy('submission.created_at', 'desc')
    .orderBy('submission.attempt', 'desc')
    .limit(SHOWN)
    .execute();
  return Response.json({
    submissions: submissions.map(({ scenario, ...submission }) => ({
      ...submission,
      scripted: scenario !== null,
      scenario: scenario === null ? null : (scenario.name ?? 'custom'),
    })),
  });
}
