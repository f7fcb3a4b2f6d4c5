import { randomBytes } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import { dateOf } from '../clock.ts';
import { addTimeline } from '../database/add-timeline.ts';
import {
  type ArtefactRow,
  type ArtefactTable,
  type Database,
  type FlowRow,
  type SubmissionRow,
  submissionSubject,
} from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { createCaptureNonce } from '../processing/create-capture-nonce.ts';
import { DOCUMENTS } from './documents.ts';
import { Refusal } from '../gateway/refusal.ts';

/** The submissions whose capture can be bound. Where a selfie goes with a document, another attempt may send the same picture again. */
const BOUND = 'STANDALONE_LIVENESS';

export interface OpenSubmission {
  readonly submission: SubmissionRow;
  readonly artefacts: readonly ArtefactRow[];
}

/**
 * The attempt that is open, or a new one while attempts remain and the flow has not ended. Rejects with
 * `SUBMISSION_QUOTA_EXCEEDED` otherwise. Two calls at once open one attempt: the flow's row is locked.
 */
export async function openSubmission(
  gateway: Gateway,
  flow: FlowRow,
  wanted: { readonly submissionType: string; readonly sdkSessionId: string | null },
): Promise<OpenSubmission> {
  return gateway.db.transaction().execute(async (trx) => {
    await trx.selectFrom('flow').select('id').where('id', '=', flow.id).forUpdate().executeTakeFirstOrThrow();
    const latest = await trx
      .selectFrom('submission')
      .selectAll()
      .where('flow_id', '=', flow.id)
      .orderBy('attempt', 'desc')
      .executeTakeFirst();
    if (latest?.next_action === 'STATUS') return { submission: latest, artefacts: await artefactsOf(trx, latest) };
    const attempt = (latest?.attempt ?? 0) + 1;
    if (latest?.next_action === 'EXIT' || attempt > flow.attempts_allowed) {
      throw new Refusal(429, '429', 'SUBMISSION_QUOTA_EXCEEDED');
    }
    return createSubmission(trx, gateway, flow, { ...wanted, attempt }, latest ?? null);
  });
}

/** A new attempt. Pictures that were good in the last one stay, so that only the others are asked for. */
async function createSubmission(
  trx: Transaction<Database>,
  { clock }: Gateway,
  flow: FlowRow,
  wanted: { readonly submissionType: string; readonly sdkSessionId: string | null; readonly attempt: number },
  latest: SubmissionRow | null,
): Promise<OpenSubmission> {
  const good = latest === null ? [] : (await artefactsOf(trx, latest)).filter(isStillGood);
  const kept = good.map(({ document_type }) => document_type);
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
      client_evidence: JSON.stringify(keepClaims(latest?.client_evidence ?? null, kept)),
      evidence: null,
      ktp_data: null,
      created_at: dateOf(clock),
      confirmed_at: null,
      completed_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const artefacts = await trx
    .insertInto('artefact')
    .values(
      (DOCUMENTS[wanted.submissionType] ?? []).map((documentType) => {
        const kept = good.find(({ document_type }) => document_type === documentType);
        const nonce = wanted.submissionType === BOUND ? createCaptureNonce() : null;
        const content = kept === undefined ? { ...EMPTY, capture_nonce: nonce } : carry(kept);
        return { ...content, ...place(submission.id, documentType) };
      }),
    )
    .returningAll()
    .execute();
  await addTimeline(trx, clock, submissionSubject(submission.id), 'opened', {
    attempt: wanted.attempt,
    kept: kept.join(' ') || null,
    scripted: flow.scenario !== null,
  });
  return { submission, artefacts };
}

/** What the browser claimed stays with the picture of which it speaks. What is not of a document is of the selfie. */
function keepClaims(
  latest: Record<string, unknown> | null,
  kept: readonly string[],
): Readonly<Record<string, unknown>> | null {
  const { documents = {}, ...selfie } = latest ?? {};
  const claims = Object.entries(documents as object).filter(([name]) => kept.includes(name.toUpperCase()));
  const all = {
    ...(kept.includes('SELFIE') ? selfie : {}),
    ...(claims.length === 0 ? {} : { documents: Object.fromEntries(claims) }),
  };
  return Object.keys(all).length === 0 ? null : all;
}

function artefactsOf(trx: Transaction<Database>, { id }: SubmissionRow): Promise<ArtefactRow[]> {
  return trx.selectFrom('artefact').selectAll().where('submission_id', '=', id).execute();
}

function isStillGood({ status, bytes }: ArtefactRow): boolean {
  return status === 'VERIFIED' && bytes !== null;
}

type Content = Omit<Insertable<ArtefactTable>, 'key' | 'reference' | 'document_type' | 'submission_id' | 'process_id'>;

const EMPTY: Content = {
  content_type: null,
  bytes: null,
  byte_count: null,
  digest: null,
  status: 'PENDING',
  uploaded_at: null,
  erased_at: null,
};

/** The picture as it was, with the time at which it came: a retry keeps nothing longer. */
function carry({ content_type, bytes, byte_count, digest, uploaded_at, capture_nonce }: ArtefactRow): Content {
  const content = { content_type, bytes, byte_count, digest, uploaded_at, capture_nonce };
  return { ...EMPTY, ...content, status: 'UPLOADED', is_carried: true };
}

function place(submissionId: string, documentType: string) {
  return {
    key: randomBytes(24).toString('base64url'),
    reference: crypto.randomUUID(),
    document_type: documentType,
    ...submissionSubject(submissionId),
  };
}
