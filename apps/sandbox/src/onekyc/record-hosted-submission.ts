import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { dateOf } from '../clock.ts';
import { addTimeline } from '../database/add-timeline.ts';
import { type Database, type FlowRow, submissionSubject } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { HostedAttempt } from '../hosted/hosted-owner.ts';
import type { CheckEvidence } from '../processing/check-evidence.ts';
import { numberDisagreement } from './claimed-number.ts';
import { type Decision, decide, decideByScenario, technicalFailure } from './decide.ts';
import { DOCUMENTS, submissionTypeOf } from './documents.ts';
import { enqueueCallback } from './enqueue-callback.ts';
import { toKtpData } from './ktp-data.ts';

const DEPICTION_OF = { KTP: 'front', SELFIE: 'selfie' } as const;

/** An attempt on the hosted page as the submission that it is for the partner: evidence, pictures, history, callback. */
export async function recordHostedSubmission(
  trx: Transaction<Database>,
  gateway: Gateway,
  flow: FlowRow,
  attempt: HostedAttempt,
): Promise<void> {
  const { clock } = gateway;
  const { front, selfie } = (attempt.clientEvidence ?? {}) as { readonly front?: object; readonly selfie?: object };
  const claims = { ...selfie, ...(front === undefined ? {} : { documents: { ktp: front } }) };
  const evidence = toOneKycEvidence(attempt, claims);
  const decision = decisionOn(flow, attempt, evidence);
  const id = crypto.randomUUID();
  const type = submissionTypeOf(flow.flow);
  const now = dateOf(clock);
  await trx
    .insertInto('submission')
    .values({
      id,
      flow_id: flow.id,
      attempt: attempt.number,
      submission_type: type,
      status: decision.status,
      result: decision.result,
      reason_code: decision.reasonCode,
      next_action: decision.nextAction,
      error_message: decision.errorMessage,
      client_evidence: JSON.stringify(claims),
      evidence: evidence === null ? null : JSON.stringify(evidence),
      ktp_data: attempt.document === null ? null : JSON.stringify(toKtpData(attempt.document.readings.front.ktp)),
      created_at: now,
      confirmed_at: now,
      completed_at: now,
    })
    .execute();
  await keepPictures(trx, id, type, attempt, decision);
  await addTimeline(trx, clock, submissionSubject(id), 'completed', {
    attempt: attempt.number,
    status: decision.status,
    result: decision.result,
    reasonCode: decision.reasonCode,
    nextAction: decision.nextAction,
    scripted: attempt.verdict.scripted,
    hosted: true,
  });
  await enqueueCallback(trx, gateway, flow, id, decision);
}

function decisionOn(flow: FlowRow, attempt: HostedAttempt, evidence: CheckEvidence | null): Decision {
  const left = attempt.isLast ? 0 : Math.max(0, flow.attempts_allowed - attempt.number);
  const scripted = flow.scenario === null ? null : decideByScenario(flow.scenario, attempt.number, left);
  return scripted ?? (evidence === null ? technicalFailure(left) : decide(evidence, left));
}

function toOneKycEvidence(
  { evidence, document }: HostedAttempt,
  claims: Record<string, unknown>,
): CheckEvidence | null {
  if (evidence === null) return null;
  return {
    ...evidence,
    documents: evidence.documents.map((name) => (name === 'FRONT' ? 'KTP' : name)),
    disagreements: [...evidence.disagreements, ...numberDisagreement(claims, document)],
  };
}

/** Copies that came when the originals came, so that they go when those go. */
async function keepPictures(
  trx: Transaction<Database>,
  submissionId: string,
  type: string,
  { pictures }: HostedAttempt,
  decision: Decision,
): Promise<void> {
  const rows = (DOCUMENTS[type] ?? []).flatMap((documentType) => {
    const picture = pictures.get(DEPICTION_OF[documentType]);
    if (picture === undefined) return [];
    return {
      key: randomBytes(24).toString('base64url'),
      reference: crypto.randomUUID(),
      ...submissionSubject(submissionId),
      document_type: documentType,
      content_type: picture.contentType,
      bytes: Buffer.from(picture.bytes),
      byte_count: picture.bytes.byteLength,
      digest: picture.digest,
      uploaded_at: picture.uploadedAt,
      ...(decision.pictures[documentType] ?? decision.otherPictures),
    };
  });
  if (rows.length > 0) await trx.insertInto('artefact').values(rows).execute();
}
