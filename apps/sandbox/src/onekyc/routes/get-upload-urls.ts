import * as contract from '@bonafide/contracts/onekyc/validators';
import { openSubmission } from '../open-submission.ts';
import { authenticateUser } from '../authenticate-user.ts';
import { originOf } from '../../gateway/origin-of.ts';
import { invalid } from '../refusals.ts';
import { optionalHeader, requireHeader } from '../require-header.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { PROCESSING_MESSAGES } from '../ui-messages.ts';

/** Opens an attempt, or the one that is still open, and says where its pictures go. */
export const getUploadUrls = {
  operation: 'getUploadUrls',
  path: '/coe/v1/submissions/urls',
  response: contract.uploadUrlsResponse,
  async handle(gateway, exchange) {
    const flow = await authenticateUser(gateway, exchange);
    requireHeader(exchange, 'x-partner-session-id');
    const submissionType = contract.submissionType.safeParse(exchange.context.req.query('submissionType')).data;
    if (submissionType === undefined || submissionType !== typeOf(flow.flow)) {
      throw invalid('getUploadUrls', 1542, 'INVALID_SUBMISSION_TYPE');
    }
    const { uploadUrlSeconds } = gateway.settings;
    const { submission, artefacts } = await openSubmission(gateway, flow, {
      submissionType,
      sdkSessionId: optionalHeader(exchange, 'x-sdk-session-id'),
    });
    exchange.notes.submissionId = submission.id;
    exchange.notes.scripted = flow.scenario !== null;
    const origin = originOf(gateway, exchange.context);
    const wanted = artefacts.filter(({ is_carried }) => !is_carried);
    const documents = wanted.map(({ key, document_type, reference }) => [
      document_type,
      {
        documentUrl: origin + gateway.presigned.sign('PUT', key, uploadUrlSeconds),
        documentReference: reference,
        expiryInSeconds: String(uploadUrlSeconds),
      },
    ]);
    const nonce = wanted.find(({ document_type }) => document_type === 'SELFIE')?.capture_nonce ?? null;
    return {
      success: true,
      data: {
        ...(nonce === null ? {} : { captureNonce: nonce }),
        submissionId: submission.id,
        status: submission.status,
        documents: Object.fromEntries(documents),
        uiMessages: PROCESSING_MESSAGES,
        attempts: { used: submission.attempt, max: flow.attempts_allowed },
      },
    };
  },
} as const satisfies OperationDefinition<typeof contract.uploadUrlsResponse>;

/** Flows and submission types are two lists; one member is spelled differently. */
function typeOf(flow: string): string {
  return flow === 'ON_DEMAND_FR' ? 'FACE_MATCH' : flow;
}
