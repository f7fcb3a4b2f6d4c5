import * as contract from '@bonafide/contracts/onekyc/validators';
import type { FlowRow, SubmissionRow } from '../../database/schema.ts';
import { flowScope } from '../../scenarios/fault-store.ts';
import { authenticatePartner, failIfScripted } from '../authenticate-partner.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { originOf } from '../../gateway/origin-of.ts';
import { Refusal } from '../../gateway/refusal.ts';
import { forbidden, invalid } from '../refusals.ts';
import { optionalHeader } from '../require-header.ts';
import type { Exchange, OperationDefinition } from '../../gateway/serve-operation.ts';
import { toVerificationResults } from '../to-verification-results.ts';

/** The decision, for the partner's server. */
export const getSubmissionDetails = {
  operation: 'getSubmissionDetails',
  path: '/coe/v1/submissions',
  response: contract.submissionDetailsResponse,
  async handle(gateway, exchange) {
    const client = await authenticate(gateway, exchange);
    const sessionId = optionalHeader(exchange, 'x-partner-session-id');
    const submissionId = optionalHeader(exchange, 'x-submission-id');
    const userId = exchange.context.req.header('x-partner-user-id')?.trim();
    // The contract has one code for "you did not say whose".
    if ((sessionId === null && submissionId === null) || userId === '') {
      throw invalid('getSubmissionDetails', 1550, 'PARTNER_USER_ID_CAN_NOT_BE_EMPTY');
    }
    const { flow, submission } = await findSubmission(gateway, client.clientId, {
      sessionId,
      submissionId,
      userId: userId ?? null,
    });
    exchange.notes.submissionId = submission.id;
    exchange.notes.correlationId = flow.partner_session_id;
    exchange.notes.scripted = flow.scenario !== null;
    await failIfScripted(gateway, exchange, flowScope(client.clientId, flow.partner_session_id ?? ''));
    return { success: true, data: await toDetails(gateway, exchange, flow, submission) };
  },
} as const satisfies OperationDefinition<typeof contract.submissionDetailsResponse>;

async function authenticate(gateway: Gateway, exchange: Exchange) {
  try {
    return await authenticatePartner(gateway, exchange);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 401) throw error;
    const userToken = await gateway.tokens.read(exchange.context.req.header('x-onekyc-token') ?? '', 'user');
    throw userToken === null ? error : forbidden('getSubmissionDetails', 'FORBIDDEN', 903);
  }
}

/** Another client's submission is answered like one that does not exist. */
async function findSubmission(
  { db }: Gateway,
  clientId: string,
  wanted: {
    readonly sessionId: string | null;
    readonly submissionId: string | null;
    readonly userId: string | null;
  },
): Promise<{ readonly flow: FlowRow; readonly submission: SubmissionRow }> {
  const missing = invalid('getSubmissionDetails', 1552, 'SUBMISSION_DOES_NOT_EXIST');
  const { sessionId, submissionId, userId } = wanted;
  const submission = await db
    .selectFrom('submission')
    .innerJoin('flow', 'flow.id', 'submission.flow_id')
    .selectAll('submission')
    .where('flow.client_id', '=', clientId)
    .$if(submissionId !== null, (query) => query.where('submission.id', '=', submissionId ?? ''))
    .$if(submissionId === null, (query) => query.where('flow.partner_session_id', '=', sessionId))
    .orderBy('submission.attempt', 'desc')
    .executeTakeFirst();
  if (submission === undefined) throw missing;
  const flow = await db.selectFrom('flow').selectAll().where('id', '=', submission.flow_id).executeTakeFirst();
  if (flow === undefined) throw missing;
  const isOthers =
    (sessionId !== null && flow.partner_session_id !== sessionId) ||
    (userId !== null && flow.partner_user_id !== userId);
  if (isOthers) {
    throw invalid('getSubmissionDetails', 1553, 'PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER');
  }
  return { flow, submission };
}

async function toDetails(gateway: Gateway, exchange: Exchange, flow: FlowRow, submission: SubmissionRow) {
  const { evidence, status } = submission;
  const isOver = status === 'COMPLETED' || status === 'ERROR';
  return {
    status: isOver ? status : ('IN_PROGRESS' as const),
    submissionId: submission.id,
    flow: flow.flow,
    partnerSessionId: flow.partner_session_id ?? '',
    ...(submission.result === null ? {} : { result: submission.result }),
    ...(isOver ? { reasonCode: submission.reason_code } : {}),
    ...(submission.completed_at === null ? {} : { processedAt: submission.completed_at.toISOString() }),
    submissionDetails: {
      ...(await imageUrlsOf(gateway, exchange, submission)),
      ...(evidence === null ? {} : { verificationResults: toVerificationResults(evidence) }),
      ...(submission.ktp_data === null ? {} : { ktpData: submission.ktp_data }),
      // Ours: says that nobody should take this for a judgement of the picture.
      ...(evidence?.scripted === true
        ? { 'x-bonafide': { scripted: true, scenario: evidence.scenario ?? 'custom' } }
        : {}),
    },
  };
}

async function imageUrlsOf(gateway: Gateway, { context }: Exchange, submission: SubmissionRow) {
  const pictures = await gateway.db
    .selectFrom('artefact')
    .select(['key', 'document_type'])
    .where('submission_id', '=', submission.id)
    .where('bytes', 'is not', null)
    .execute();
  if (pictures.length === 0) return {};
  const urls = pictures.map(({ key, document_type }) => [
    document_type.toLowerCase(),
    originOf(gateway, context) + gateway.presigned.sign('GET', key, gateway.settings.imageUrlSeconds),
  ]);
  return { imageUrls: Object.fromEntries(urls) };
}
