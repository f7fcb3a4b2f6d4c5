import type { Transaction } from 'kysely';
import { dateOf } from '../clock.ts';
import { addTimeline } from '../database/add-timeline.ts';
import { type Database, type HostedAttemptRow, type HostedCheckRow, hostedSubject } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { type CheckEvidence, NOTHING_MEASURED } from '../processing/check-evidence.ts';
import type { PictureProcessor } from '../processing/picture-processor.ts';
import { endWithin } from './end-hosted-check.ts';
import type { HostedAttempt, HostedPicture, HostedReference } from './hosted-owner.ts';
import type { HostedDepiction } from './hosted-words.ts';
import { type HostedJudgement, judgeByScenario, judgeHostedAttempt, technicalFailure } from './judge-hosted-attempt.ts';
import { type HostedFindings, lookAtHostedAttempt } from './look-at-hosted-attempt.ts';
import { depictionsOf } from './process-state.ts';

/** Judges the attempt that was handed in, and ends the check or asks again. Doing it twice has the effect of once. */
export async function processHostedAttempt(
  gateway: Gateway,
  processor: PictureProcessor,
  checkId: string,
  run: { readonly isLast: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const { db, log } = gateway;
  const check = await db
    .selectFrom('hosted_check')
    .selectAll()
    .where('id', '=', checkId)
    .where('state', '=', 'processing')
    .executeTakeFirst();
  if (check === undefined) return;
  const attempt = await db
    .selectFrom('hosted_attempt')
    .selectAll()
    .where('hosted_check_id', '=', checkId)
    .where('completed_at', 'is', null)
    .orderBy('attempt', 'desc')
    .executeTakeFirst();
  if (attempt === undefined) return;
  const pictures = await picturesFrom(gateway, check);
  try {
    await complete(
      gateway,
      check,
      attempt,
      pictures,
      await judge(gateway, processor, check, attempt, pictures, run.signal),
    );
  } catch (error) {
    run.signal.throwIfAborted();
    if (!run.isLast) throw error;
    log.error('processing-failed', error, { checkId });
    await complete(gateway, check, attempt, pictures, { ...technicalFailure(depictionsOf(check)), ...NOTHING_FOUND });
  }
}

type Pictures = ReadonlyMap<HostedDepiction, HostedPicture>;
type Judged = HostedJudgement & { readonly evidence: CheckEvidence | null } & Pick<HostedFindings, 'document'>;

const NOTHING_FOUND = { evidence: null, document: null } as const;

async function judge(
  gateway: Gateway,
  processor: PictureProcessor,
  check: HostedCheckRow,
  attempt: HostedAttemptRow,
  pictures: Pictures,
  signal: AbortSignal,
): Promise<Judged> {
  const wanted = depictionsOf(check);
  const { scenario } = check;
  const scripted = scenario === null ? null : judgeByScenario(scenario, attempt.attempt, wanted);
  // Erased between the handing in and now: there is nothing left to judge.
  if (pictures.size < wanted.length) return { ...(scripted ?? technicalFailure(wanted)), ...NOTHING_FOUND };
  const input = {
    check,
    pictures,
    clientEvidence: attempt.client_evidence,
    findReference: () => findReference(gateway, check, signal),
    minimumAgeYears: gateway.settings.clients.get(check.client_id)?.minimumAgeYears ?? null,
    at: dateOf(gateway.clock),
  };
  // The checks run under a scenario too: what they found is shown beside the ordered outcome.
  const found = await lookAtHostedAttempt(processor, input, signal).catch((error: unknown) => {
    if (scripted === null) throw error;
    gateway.log.error('processing-failed', error, { checkId: check.id, scripted: true });
    return { evidence: NOTHING_MEASURED, document: null };
  });
  if (scripted === null) return { ...judgeHostedAttempt(found.evidence, wanted), ...found };
  const evidence = { ...found.evidence, scripted: true, scenario: scenario?.name ?? 'custom' };
  return { ...scripted, ...found, evidence };
}

/** The owner's picture, else the one that the check was opened with. */
async function findReference(gateway: Gateway, check: HostedCheckRow, signal: AbortSignal): Promise<HostedReference> {
  const owner = gateway.hosted.of(check.system);
  if (owner.reference !== undefined) return owner.reference(check, signal);
  const kept = await gateway.db
    .selectFrom('artefact')
    .select('bytes')
    .where('hosted_check_id', '=', check.id)
    .where('document_type', '=', 'REFERENCE')
    .executeTakeFirst();
  if (kept === undefined) return { outcome: 'none' };
  return kept.bytes === null
    ? { outcome: 'unavailable', reason: 'REFERENCE_ERASED' }
    : { outcome: 'found', bytes: kept.bytes };
}

async function picturesFrom({ db }: Gateway, check: HostedCheckRow): Promise<Pictures> {
  const rows = await db
    .selectFrom('artefact')
    .select(['document_type', 'bytes', 'content_type', 'digest', 'uploaded_at', 'capture_nonce'])
    .where('hosted_check_id', '=', check.id)
    .execute();
  const pictures = new Map<HostedDepiction, HostedPicture>();
  for (const depiction of depictionsOf(check)) {
    const row = rows.find(({ document_type }) => document_type === depiction.toUpperCase());
    if (!row?.bytes || row.content_type === null || row.digest === null || row.uploaded_at === null) continue;
    const { bytes, content_type: contentType, digest, uploaded_at: uploadedAt, capture_nonce: nonce } = row;
    pictures.set(depiction, { bytes, contentType, digest, uploadedAt, nonce });
  }
  return pictures;
}

async function complete(
  gateway: Gateway,
  check: HostedCheckRow,
  { id, attempt: number, client_evidence: clientEvidence }: HostedAttemptRow,
  pictures: Pictures,
  { verdict, recapture, evidence, document }: Judged,
): Promise<void> {
  const isLast = recapture === null || number >= check.attempts_allowed;
  const attempt: HostedAttempt = { verdict, number, isLast, evidence, document, pictures, clientEvidence };
  const isRecorded = await gateway.db.transaction().execute(async (trx) => {
    // The check before the attempt, as everywhere: cancelling waits for this, or this finds it cancelled.
    const now = await trx
      .selectFrom('hosted_check')
      .select('state')
      .where('id', '=', check.id)
      .forUpdate()
      .executeTakeFirst();
    if (now?.state !== 'processing') return false;
    await trx
      .updateTable('hosted_attempt')
      .set({
        outcome: verdict.outcome,
        cause: verdict.cause,
        evidence: evidence === null ? null : JSON.stringify(evidence),
        completed_at: dateOf(gateway.clock),
      })
      .where('id', '=', id)
      .execute();
    await markPictures(trx, check, isLast ? null : (recapture?.depictions ?? null), verdict);
    const detail = { attempt: number, outcome: verdict.outcome, cause: verdict.cause, scripted: verdict.scripted };
    await addTimeline(trx, gateway.clock, hostedSubject(check.id), 'judged', detail);
    await gateway.hosted.of(check.system).attempted?.(trx, check, attempt);
    if (isLast) await endWithin(trx, gateway, check.id, { kind: 'concluded', verdict, attempt });
    else {
      await trx
        .updateTable('hosted_check')
        .set({ state: 'open', recapture: JSON.stringify(recapture) })
        .where('id', '=', check.id)
        .execute();
    }
    return true;
  });
  if (!isRecorded) return;
  gateway.log.info('hosted-attempt-judged', {
    checkId: check.id,
    attempt: number,
    outcome: verdict.outcome,
    cause: verdict.cause,
    scripted: verdict.scripted,
  });
}

/** What is wanted again is no longer there to be handed in; the others stay for the next attempt. */
async function markPictures(
  trx: Transaction<Database>,
  check: HostedCheckRow,
  wantedAgain: readonly HostedDepiction[] | null,
  { outcome, reason }: HostedJudgement['verdict'],
): Promise<void> {
  const again = wantedAgain?.map((depiction) => depiction.toUpperCase()) ?? null;
  const status = outcome === 'passed' ? 'VERIFIED' : outcome === 'failed' ? 'REJECTED' : 'INVALID';
  await trx
    .updateTable('artefact')
    .set({ status, reason })
    .where('hosted_check_id', '=', check.id)
    .where('document_type', '!=', 'REFERENCE')
    .$if(again !== null, (query) => query.where('document_type', 'in', again ?? []))
    .execute();
}
