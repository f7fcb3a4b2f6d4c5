import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { dateOf } from '../clock.ts';
import type { ArtefactRow, Database, FlowRow, SubmissionRow } from '../database/schema.ts';
import type { Gateway } from '../onekyc/gateway.ts';
import { Refusal } from '../onekyc/refusal.ts';
import { addTimeline } from './add-timeline.ts';

/** Which pictures each submission type consists of. */
const DOCUMENTS: Readonly<Record<string, readonly string[]>> = {
  STANDALONE_LIVENESS: ['SELFIE'],
  FACE_MATCH: ['SELFIE'],
  FACE_VERIFICATION: ['SELFIE'],
  KTP_SCAN: ['KTP'],
  KYC_LITE: ['KTP', 'SELFIE'],
};

/**
 * The attempt that is open, or a new one while attempts remain and the flow has not ended. Rejects with
 * `SUBMISSION_QUOTA_EXCEEDED` otherwise. Two calls at once open one attempt: the flow's row is locked.
 */
export async function openSubmission(
  gateway: Gateway,
  flow: FlowRow,
  wanted: { readonly submissionType: string; readonly sdkSessionId: string | null },
): Promise<{ readonly submission: SubmissionRow; readonly artefacts: readonly ArtefactRow[] }> {
  const { clock, settings } = gateway;
  return gateway.db.transaction().execute(async (trx) => {
    await trx.selectFrom('flow').select('id').where('id', '=', flow.id).forUpdate().executeTakeFirstOrThrow();
    const latest = await trx
      .selectFrom('submission')
      .selectAll()
      .where('flow_id', '=', flow.id)
      .orderBy('attempt', 'desc')
      .executeTakeFirst();
    const expiresAt = dateOf(clock, settings.uploadUrlSeconds * 1000);
    if (latest !== undefined && latest.next_action === 'STATUS') {
      const artefacts = await trx
        .updateTable('artefact')
        .set({ url_expires_at: expiresAt })
        .where('submission_id', '=', latest.id)
        .returningAll()
        .execute();
      return { submission: latest, artefacts };
    }
    const attempt = (latest?.attempt ?? 0) + 1;
    if (latest?.next_action === 'EXIT' || attempt > flow.attempts_allowed) {
      throw new Refusal(429, '429', 'SUBMISSION_QUOTA_EXCEEDED');
    }
    return createSubmission(trx, gateway, flow, { ...wanted, attempt, expiresAt });
  });
}

async function createSubmission(
  trx: Transaction<Database>,
  { clock }: Gateway,
  flow: FlowRow,
  wanted: {
    readonly submissionType: string;
    readonly sdkSessionId: string | null;
    readonly attempt: number;
    readonly expiresAt: Date;
  },
): Promise<{ readonly submission: SubmissionRow; readonly artefacts: readonly ArtefactRow[] }> {
  const submission = await trx
    .insertInto('submission')
    .values({
      id: crypto.randomUUID(),
      flow_id: flow.id,
      attempt: wanted.attempt,
      submission_type: wanted.submissionType,
      status: 'INITIATED',
      result: null,
      reason_code: null,
      next_action: 'STATUS',
      error_message: null,
      sdk_session_id: wanted.sdkSessionId,
      client_evidence: null,
      evidence: null,
      created_at: dateOf(clock),
      confirmed_at: null,
      completed_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const artefacts = await trx
    .insertInto('artefact')
    .values(
      (DOCUMENTS[wanted.submissionType] ?? []).map((documentType) => ({
        key: randomBytes(24).toString('base64url'),
        submission_id: submission.id,
        document_type: documentType,
        reference: crypto.randomUUID(),
        url_expires_at: wanted.expiresAt,
        content_type: null,
        bytes: null,
        byte_count: null,
        digest: null,
        status: 'PENDING' as const,
        uploaded_at: null,
        erased_at: null,
      })),
    )
    .returningAll()
    .execute();
  await addTimeline(trx, clock, submission.id, 'opened', { attempt: wanted.attempt, scripted: flow.scenario !== null });
  return { submission, artefacts };
}
