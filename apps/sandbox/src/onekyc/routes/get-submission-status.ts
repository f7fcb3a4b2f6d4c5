import * as contract from '@bonafide/contracts/onekyc/validators';
import type { SubmissionRow } from '../../database/schema.ts';
import { authenticateUser } from '../authenticate-user.ts';
import { Refusal } from '../../gateway/refusal.ts';
import { invalid, tooManyRequests } from '../refusals.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { PROCESSING_MESSAGES, RESULT_MESSAGES } from '../ui-messages.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a submission is, for the browser that waits. */
export const getSubmissionStatus = {
  operation: 'getSubmissionStatus',
  path: '/coe/v1/submissions/{submissionId}/status',
  response: contract.submissionStatusResponse,
  async handle(gateway, exchange) {
    const flow = await authenticateUser(gateway, exchange);
    exchange.notes.scripted = flow.scenario !== null;
    const submissionId = exchange.context.req.param('submissionId') ?? '';
    if (!UUID.test(submissionId)) throw invalid('getSubmissionStatus', 1541, 'INVALID_SUBMISSION_ID');
    const waitSeconds = gateway.statusLimit.take(flow.id);
    if (waitSeconds !== null) throw tooManyRequests('getSubmissionStatus', waitSeconds);
    const submission = await gateway.db
      .selectFrom('submission')
      .selectAll()
      .where('id', '=', submissionId)
      .where('flow_id', '=', flow.id)
      .executeTakeFirst();
    if (submission === undefined) throw new Refusal(404, '1543', 'SUBMISSION_DOES_NOT_EXIST');
    exchange.notes.submissionId = submission.id;
    const artefacts = await gateway.db
      .selectFrom('artefact')
      .select(['document_type', 'status', 'reference', 'reason'])
      .where('submission_id', '=', submission.id)
      .execute();
    return {
      success: true,
      data: {
        submissionId: submission.id,
        status: submission.status,
        submissionType: contract.polledSubmissionType.parse(submission.submission_type),
        createdAt: submission.created_at.toISOString(),
        ...(submission.completed_at === null ? {} : { completedAt: submission.completed_at.toISOString() }),
        ...verdictOf(submission),
        ...(submission.error_message === null ? {} : { errorMessage: submission.error_message }),
        documents: Object.fromEntries(
          artefacts.map(({ document_type, status, reference, reason }) => [
            document_type,
            {
              status,
              documentReference: status === 'PENDING' ? null : reference,
              ...(reason === null ? {} : { reason }),
            },
          ]),
        ),
        uiMessages: messagesOf(submission),
        nextAction: submission.next_action,
        ...(flow.attempts_allowed === 0 ? {} : { attempts: { used: submission.attempt, max: flow.attempts_allowed } }),
      },
    };
  },
} as const satisfies OperationDefinition<typeof contract.submissionStatusResponse>;

function verdictOf(submission: SubmissionRow) {
  if (submission.result === null) return {};
  const isApproved = submission.result === 'VALID';
  const score = submission.evidence?.liveness?.score ?? null;
  return {
    verificationResult: {
      isApproved,
      riskLevel: isApproved ? ('LOW' as const) : ('HIGH' as const),
      ...(score === null ? {} : { confidence: (score * 100).toFixed(1) }),
    },
  };
}

function messagesOf(submission: SubmissionRow) {
  if (submission.next_action === 'STATUS') return PROCESSING_MESSAGES;
  if (submission.next_action === 'RETRY') return RESULT_MESSAGES.retry;
  return submission.result === 'VALID' ? RESULT_MESSAGES.passed : RESULT_MESSAGES.ended;
}
