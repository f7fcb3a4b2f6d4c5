import * as contract from '@bonafide/contracts/onekyc/validators';
import { dateOf } from '../../clock.ts';
import { addTimeline } from '../../store/add-timeline.ts';
import { authenticateUser } from '../authenticate-user.ts';
import { readJson } from '../read-body.ts';
import { Refusal } from '../refusal.ts';
import { invalid } from '../refusals.ts';
import { requireHeader } from '../require-header.ts';
import type { OperationDefinition } from '../serve-operation.ts';
import { PROCESSING_MESSAGES } from '../ui-messages.ts';

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
      if (!isComplete || !isTheOneSeen) throw new Refusal(422, '422', 'INVALID_UPLOAD_ARTIFACT');
      await trx
        .updateTable('submission')
        .set({
          status: 'IN_PROGRESS',
          confirmed_at: dateOf(gateway.clock),
          sdk_session_id: sdkSessionId,
          client_evidence: evidence === null ? null : JSON.stringify(evidence),
        })
        .where('id', '=', submission.id)
        .execute();
      await addTimeline(trx, gateway.clock, submission.id, 'confirmed', { evidence: evidence !== null });
      const delayMs = flow.scenario?.processingMs ?? 0;
      await gateway.queue.send(
        trx,
        'process-submission',
        { submissionId: submission.id },
        // The queue lives on real time, whatever clock the rules run on.
        delayMs > 0 ? { startAfter: new Date(Date.now() + delayMs) } : {},
      );
    });
    return { success: true, data: { submissionId, uiMessages: PROCESSING_MESSAGES } };
  },
} as const satisfies OperationDefinition<typeof contract.confirmUploadResponse>;
