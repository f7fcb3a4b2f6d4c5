import * as contract from '@bonafide/contracts/onekyc/validators';
import { dateOf } from '../../clock.ts';
import { addTimeline } from '../../database/add-timeline.ts';
import { submissionSubject } from '../../database/schema.ts';
import { authenticateUser } from '../authenticate-user.ts';
import { readJson } from '../../gateway/read-body.ts';
import { Refusal } from '../../gateway/refusal.ts';
import { invalid } from '../refusals.ts';
import { requireHeader } from '../require-header.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { PROCESSING_MESSAGES } from '../ui-messages.ts';

/** A picture that was kept from the last attempt keeps what was said of it. */
function mergeClaims(kept: Record<string, unknown> | null, evidence: object | null, claims: object): string | null {
  const documents = { ...(kept?.['documents'] as object | undefined), ...claims };
  const all = { ...kept, ...evidence, ...(Object.keys(documents).length === 0 ? {} : { documents }) };
  return Object.keys(all).length === 0 ? null : JSON.stringify(all);
}

/** Everything is uploaded: the submission is handed to the queue. */
export const confirmUpload = {
  operation: 'putConfirmUpload',
  path: '/coe/v1/submissions/urls',
  response: contract.confirmUploadResponse,
  async handle(gateway, exchange) {
    const flow = await authenticateUser(gateway, exchange);
    const sdkSessionId = requireHeader(exchange, 'x-sdk-session-id');
    const request = contract.confirmUploadRequest.safeParse(await readJson(exchange.context));
    if (!request.success) throw invalid('putConfirmUpload', 1542, 'INVALID_CONFIRM_UPLOAD_REQUEST');
    const { submissionId, metadata } = request.data;
    const evidence = metadata?.bonafide ?? null;
    const claims = metadata?.documents ?? {};
    exchange.notes.scripted = flow.scenario !== null;
    await gateway.db.transaction().execute(async (trx) => {
      const submission = await trx
        .selectFrom('submission')
        .selectAll()
        .where('id', '=', submissionId)
        .forUpdate()
        .executeTakeFirst();
      // Another flow's submission is answered like one that does not exist: nobody learns which ids are taken.
      if (submission?.flow_id !== flow.id) throw new Refusal(404, '404', 'SUBMISSION_DOES_NOT_EXIST');
      exchange.notes.submissionId = submission.id;
      if (submission.status !== 'INITIATED') throw new Refusal(409, '409', 'SUBMISSION_STATE_CONFLICT');
      const artefacts = await trx
        .selectFrom('artefact')
        .select(['document_type', 'status', 'digest'])
        .where('submission_id', '=', submission.id)
        .execute();
      const selfie = artefacts.find(({ document_type }) => document_type === 'SELFIE');
      const isComplete = artefacts.every(({ status }) => status === 'UPLOADED');
      const isTheOneSeen = evidence === null || selfie === undefined || evidence.capture.digest === selfie.digest;
      const areTheOnesSeen = artefacts.every(({ document_type, digest }) => {
        const claimed = claims[document_type.toLowerCase()]?.digest;
        return claimed === undefined || claimed === digest;
      });
      if (!isComplete || !isTheOneSeen || !areTheOnesSeen) throw new Refusal(422, '422', 'INVALID_UPLOAD_ARTIFACT');
      await trx
        .updateTable('submission')
        .set({
          status: 'IN_PROGRESS',
          confirmed_at: dateOf(gateway.clock),
          sdk_session_id: sdkSessionId,
          client_evidence: mergeClaims(submission.client_evidence, evidence, claims),
        })
        .where('id', '=', submission.id)
        .execute();
      await addTimeline(trx, gateway.clock, submissionSubject(submission.id), 'confirmed', {
        evidence: evidence !== null,
      });
      await gateway.queue.send(trx, 'process-submission', { submissionId }, flow.scenario?.processingMs);
    });
    return { success: true, data: { submissionId, uiMessages: PROCESSING_MESSAGES } };
  },
} as const satisfies OperationDefinition<typeof contract.confirmUploadResponse>;
