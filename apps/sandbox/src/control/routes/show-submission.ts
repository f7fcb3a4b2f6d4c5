import type { Context } from 'hono';
import { submissionSubject } from '../../database/schema.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { showSubject } from '../show-subject.ts';

/** One submission with its history, evidence, pictures and callbacks. */
export async function showSubmission(gateway: Gateway, context: Context): Promise<Response> {
  const submissionId = context.req.param('submissionId') ?? '';
  const submission = await gateway.db
    .selectFrom('submission')
    .innerJoin('flow', 'flow.id', 'submission.flow_id')
    .selectAll('submission')
    .select(['flow.client_id', 'flow.partner_session_id', 'flow.flow', 'flow.scenario', 'flow.attempts_allowed'])
    .where('submission.id', '=', submissionId)
    .executeTakeFirst();
  if (submission === undefined) return Response.json({ error: 'no such submission' }, { status: 404 });
  return Response.json({
    submissionId,
    clientId: submission.client_id,
    correlationId: submission.partner_session_id,
    flow: submission.flow,
    attempt: submission.attempt,
    attemptsAllowed: submission.attempts_allowed,
    status: submission.status,
    result: submission.result,
    reasonCode: submission.reason_code,
    nextAction: submission.next_action,
    errorMessage: submission.error_message,
    scripted: submission.scenario !== null,
    scenario: submission.scenario,
    evidence: submission.evidence,
    clientEvidence: submission.client_evidence,
    ...(await showSubject(gateway, submissionSubject(submissionId))),
  });
}
