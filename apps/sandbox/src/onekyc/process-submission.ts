import * as contract from '@bonafide/contracts/onekyc/validators';
import { dateOf } from '../clock.ts';
import { addTimeline } from '../database/add-timeline.ts';
import { type FlowRow, type SubmissionRow, submissionSubject } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { type CheckEvidence, NOTHING_MEASURED } from '../processing/check-evidence.ts';
import { type CheckedSubmission, checkSubmission, type ProcessingPorts } from './check-submission.ts';
import { type Decision, decide, decideByScenario, technicalFailure } from './decide.ts';
import { enqueueCallback } from './enqueue-callback.ts';

/** Checks one confirmed submission and completes it. Doing it twice has the effect of once. */
export async function processSubmission(
  gateway: Gateway,
  ports: ProcessingPorts,
  submissionId: string,
  attempt: { readonly isLast: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const submission = await gateway.db
    .selectFrom('submission')
    .selectAll()
    .where('id', '=', submissionId)
    .where('status', '=', 'IN_PROGRESS')
    .executeTakeFirst();
  if (submission === undefined) return;
  const flow = await gateway.db.selectFrom('flow').selectAll().where('id', '=', submission.flow_id).executeTakeFirst();
  if (flow === undefined) return;
  try {
    await complete(gateway, flow, submission, await judge(gateway, ports, flow, submission, attempt.signal));
  } catch (error) {
    attempt.signal.throwIfAborted();
    if (!attempt.isLast) throw error;
    gateway.log.error('processing-failed', error, { submissionId });
    const decision = technicalFailure(attemptsLeft(flow, submission));
    await complete(gateway, flow, submission, { decision, evidence: null, ktpData: null });
  }
}

/** What is written when a submission is over. */
type Judgement = { readonly decision: Decision } & (
  | CheckedSubmission
  | { readonly evidence: null; readonly ktpData: null }
);

async function judge(
  gateway: Gateway,
  ports: ProcessingPorts,
  flow: FlowRow,
  submission: SubmissionRow,
  signal: AbortSignal,
): Promise<Judgement> {
  const left = attemptsLeft(flow, submission);
  const scripted = flow.scenario === null ? null : decideByScenario(flow.scenario, submission.attempt, left);
  const uploads = await gateway.db
    .selectFrom('artefact')
    .select(['document_type', 'bytes', 'capture_nonce'])
    .where('submission_id', '=', submission.id)
    .execute();
  const pictures = new Map(
    uploads.flatMap(({ document_type, bytes }) => (bytes === null ? [] : [[document_type, bytes] as const])),
  );
  // Erased between confirmation and now: there is nothing left to judge.
  if (pictures.size < uploads.length && scripted === null) {
    return { decision: technicalFailure(left), evidence: null, ktpData: null };
  }
  const input = {
    pictures,
    clientEvidence: contract.captureEvidence.safeParse(submission.client_evidence).data ?? null,
    captureNonce: uploads.find(({ document_type }) => document_type === 'SELFIE')?.capture_nonce ?? null,
    claims: submission.client_evidence,
    flow,
    client: gateway.settings.clients.get(flow.client_id) ?? null,
    at: dateOf(gateway.clock),
  };
  // The checks run under a scenario too: what they found is shown beside the ordered outcome.
  const checked = await checkSubmission(ports, input, signal).catch((error: unknown) => {
    if (scripted === null) throw error;
    gateway.log.error('processing-failed', error, { submissionId: submission.id, scripted: true });
    return { evidence: NOTHING_MEASURED, ktpData: null };
  });
  if (scripted === null) return { decision: decide(checked.evidence, left), ...checked };
  const evidence: CheckEvidence = { ...checked.evidence, scripted: true, scenario: flow.scenario?.name ?? 'custom' };
  return { decision: scripted, evidence, ktpData: checked.ktpData };
}

async function complete(
  gateway: Gateway,
  flow: FlowRow,
  submission: SubmissionRow,
  { decision, evidence, ktpData }: Judgement,
): Promise<void> {
  const { clock } = gateway;
  await gateway.db.transaction().execute(async (trx) => {
    const completed = await trx
      .updateTable('submission')
      .set({
        status: decision.status,
        result: decision.result,
        reason_code: decision.reasonCode,
        next_action: decision.nextAction,
        error_message: decision.errorMessage,
        evidence: evidence === null ? null : JSON.stringify(evidence),
        ktp_data: ktpData === null ? null : JSON.stringify(ktpData),
        completed_at: dateOf(clock),
      })
      .where('id', '=', submission.id)
      .where('status', '=', 'IN_PROGRESS')
      .returning('id')
      .executeTakeFirst();
    if (completed === undefined) return;
    await trx.updateTable('artefact').set(decision.otherPictures).where('submission_id', '=', submission.id).execute();
    for (const [documentType, picture] of Object.entries(decision.pictures)) {
      await trx
        .updateTable('artefact')
        .set(picture)
        .where('submission_id', '=', submission.id)
        .where('document_type', '=', documentType)
        .execute();
    }
    await addTimeline(trx, clock, submissionSubject(submission.id), 'completed', {
      status: decision.status,
      result: decision.result,
      reasonCode: decision.reasonCode,
      nextAction: decision.nextAction,
      scripted: evidence?.scripted ?? false,
    });
    await enqueueCallback(trx, gateway, flow, submission.id, decision);
  });
  gateway.log.info('submission-completed', {
    submissionId: submission.id,
    status: decision.status,
    result: decision.result,
    reasonCode: decision.reasonCode,
    scripted: evidence?.scripted ?? false,
  });
}

function attemptsLeft(flow: FlowRow, submission: SubmissionRow): number {
  return Math.max(0, flow.attempts_allowed - submission.attempt);
}
