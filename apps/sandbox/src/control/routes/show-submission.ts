import type { Context } from 'hono';
import type { Gateway } from '../../onekyc/gateway.ts';

/** One submission with its history, evidence, pictures (presigned, as the partner gets them) and callbacks. */
export async function showSubmission({ db, presigned, settings }: Gateway, context: Context): Promise<Response> {
  const submissionId = context.req.param('submissionId') ?? '';
  const submission = await db
    .selectFrom('submission')
    .innerJoin('flow', 'flow.id', 'submission.flow_id')
    .selectAll('submission')
    .select(['flow.client_id', 'flow.partner_session_id', 'flow.flow', 'flow.scenario', 'flow.attempts_allowed'])
    .where('submission.id', '=', submissionId)
    .executeTakeFirst();
  if (submission === undefined) return Response.json({ error: 'no such submission' }, { status: 404 });
  const timeline = await db
    .selectFrom('timeline')
    .select(['at', 'kind', 'detail'])
    .where('submission_id', '=', submissionId)
    .orderBy('id')
    .execute();
  const artefacts = await db
    .selectFrom('artefact')
    .select(['key', 'document_type', 'status', 'content_type', 'byte_count', 'digest', 'erased_at'])
    .where('submission_id', '=', submissionId)
    .execute();
  const deliveries = await db
    .selectFrom('delivery')
    .select(['id', 'state', 'attempts', 'last_status', 'last_error', 'next_attempt_at', 'delivered_at'])
    .where('submission_id', '=', submissionId)
    .execute();
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
    timeline,
    documents: artefacts.map(({ key, ...artefact }) => ({
      documentType: artefact.document_type,
      status: artefact.status,
      contentType: artefact.content_type,
      bytes: artefact.byte_count,
      digest: artefact.digest,
      erasedAt: artefact.erased_at,
      url:
        artefact.byte_count === null || artefact.erased_at !== null
          ? null
          : presigned.sign('GET', key, settings.imageUrlSeconds),
    })),
    callbacks: deliveries.map((delivery) => ({
      deliveryId: delivery.id,
      state: delivery.state,
      attempts: delivery.attempts,
      lastStatus: delivery.last_status,
      lastError: delivery.last_error,
      nextAttemptAt: delivery.next_attempt_at,
      deliveredAt: delivery.delivered_at,
    })),
  });
}
