import * as contract from '@bonafide/contracts/onekyc/validators';
import { enqueueCallback } from '../callbacks/enqueue-callback.ts';
import { dateOf } from '../clock.ts';
import type { FlowRow, SubmissionRow } from '../database/schema.ts';
import type { Gateway } from '../onekyc/gateway.ts';
import { addTimeline } from '../store/add-timeline.ts';
import type { CheckEvidence } from './check-evidence.ts';
import { checkSelfie } from './check-selfie.ts';
import { type Decision, decide, decideByScenario } from './decide.ts';
import type { FetchReferenceImage } from './fetch-reference-image.ts';
import type { SelfieProcessor } from './selfie-processor.ts';

export interface ProcessingPorts {
  readonly processor: SelfieProcessor;
  readonly fetchReferenceImage: FetchReferenceImage;
}

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
    const { decision, evidence } = await judge(gateway, ports, flow, submission, attempt.signal);
    await complete(gateway, flow, submission, decision, evidence);
  } catch (error) {
    attempt.signal.throwIfAborted();
    if (!attempt.isLast) throw error;
    gateway.log.error('processing-failed', error, { submissionId });
    await complete(gateway, flow, submission, technicalFailure(attemptsLeft(flow, submission)), null);
  }
}

async function judge(
  gateway: Gateway,
  ports: ProcessingPorts,
  flow: FlowRow,
  submission: SubmissionRow,
  signal: AbortSignal,
): Promise<{ readonly decision: Decision; readonly evidence: CheckEvidence | null }> {
  const left = attemptsLeft(flow, submission);
  const scripted = flow.scenario === null ? null : decideByScenario(flow.scenario, submission.attempt, left);
  const selfie = await gateway.db
    .selectFrom('artefact')
    .select('bytes')
    .where('submission_id', '=', submission.id)
    .where('document_type', '=', 'SELFIE')
    .executeTakeFirst();
  // The checks run under a scenario too: what they found is shown beside the ordered outcome.
  const measured =
    selfie?.bytes == null
      ? null
      : await checkSelfie(
          ports,
          {
            selfie: selfie.bytes,
            clientEvidence: contract.captureEvidence.safeParse(submission.client_evidence).data ?? null,
            flow,
            client: gateway.settings.clients.get(flow.client_id) ?? null,
          },
          signal,
        ).catch((error: unknown) => {
          if (scripted === null) throw error;
          gateway.log.error('processing-failed', error, { submissionId: submission.id, scripted: true });
          return null;
        });
  const evidence = measured ?? (scripted === null ? null : NOTHING_MEASURED);
  if (scripted !== null) {
    const scenario = flow.scenario?.name ?? 'custom';
    return { decision: scripted, evidence: evidence === null ? null : { ...evidence, scripted: true, scenario } };
  }
  if (evidence === null || !isDecidedBySelfie(submission)) return { decision: notSupported(), evidence };
  return { decision: decide(evidence, left), evidence };
}

async function complete(
  gateway: Gateway,
  flow: FlowRow,
  submission: SubmissionRow,
  decision: Decision,
  evidence: CheckEvidence | null,
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
        completed_at: dateOf(clock),
      })
      .where('id', '=', submission.id)
      .where('status', '=', 'IN_PROGRESS')
      .returning('id')
      .executeTakeFirst();
    if (completed === undefined) return;
    await trx
      .updateTable('artefact')
      .set({ status: decision.documentStatus })
      .where('submission_id', '=', submission.id)
      .execute();
    await addTimeline(trx, clock, submission.id, 'completed', {
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

function isDecidedBySelfie({ submission_type }: SubmissionRow): boolean {
  return submission_type !== 'KTP_SCAN' && submission_type !== 'KYC_LITE';
}

/** Documents are not read by this sandbox: it says so instead of approving something that it has not looked at. */
function notSupported(): Decision {
  return { ...technicalFailure(0), errorMessage: 'Documents are not checked by this sandbox; use a scenario.' };
}

function technicalFailure(left: number): Decision {
  return {
    status: 'ERROR',
    result: null,
    reasonCode: 'VERIFICATION_FAILED',
    nextAction: left > 0 ? 'RETRY' : 'EXIT',
    documentStatus: 'INVALID',
    errorMessage: 'The submission could not be processed.',
  };
}

const NOTHING_MEASURED: CheckEvidence = {
  scripted: true,
  scenario: null,
  picture: null,
  faceCount: null,
  quality: null,
  liveness: null,
  conclusion: null,
  clientScore: null,
  clientInjectionSuspicion: null,
  disagreements: [],
  reference: 'none',
  referenceReason: null,
  faceMatch: null,
  durationMs: 0,
};
