import { concludeProcess } from '@bonafide/verifier';
import type { ProcessRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { PictureProcessor } from '../processing/picture-processor.ts';
import { ASSURE_EXAMPLES, RECAPTURE_OUTCOME } from '../scenarios/assure-examples.ts';
import { type CheckedProcess, checkProcess, NOTHING_CHECKED } from './check-process.ts';
import { endProcess, type ProcessEnd } from './end-process.ts';
import { toOutcome } from './process-outcome.ts';

/** Verifies one started process and ends it. Doing it twice has the effect of once. */
export async function verifyProcess(
  gateway: Gateway,
  processor: PictureProcessor,
  processId: string,
  attempt: { readonly isLast: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const row = await gateway.db
    .selectFrom('process')
    .innerJoin('dossier', 'dossier.id', 'process.dossier_id')
    .selectAll('process')
    .select('dossier.client_id')
    .where('process.id', '=', processId)
    .where('process.status', '=', 'processing')
    .executeTakeFirst();
  if (row === undefined) return;
  const scripted = scriptedEnd(row);
  try {
    const minimumAgeYears = gateway.settings.clients.get(row.client_id)?.minimumAgeYears ?? null;
    // The checks run under a scenario too: what they found is shown beside the ordered outcome.
    const checked = await checkProcess(gateway, processor, row, minimumAgeYears, attempt.signal).catch(
      (error: unknown) => {
        if (scripted === null) throw error;
        gateway.log.error('processing-failed', error, { processId, scripted: true });
        return NOTHING_CHECKED;
      },
    );
    await endProcess(gateway, row, scripted === null ? toEnd(row, checked) : markScripted(row, scripted, checked));
  } catch (error) {
    attempt.signal.throwIfAborted();
    if (!attempt.isLast) throw error;
    gateway.log.error('processing-failed', error, { processId });
    const failReason = { type: 'verification_failed', message: 'The verification could not be completed.' };
    await endProcess(gateway, row, { status: 'failed', outcome: { failReason } });
  }
}

/** What the checks come to, by the vendor's own table. */
function toEnd({ process_type }: ProcessRow, checked: CheckedProcess): ProcessEnd {
  const { documentVerification, facialSimilarity, failReason, evidence } = checked;
  const conclusion = concludeProcess(
    // `documentVideo` cannot be started, so it never comes here.
    process_type === 'document' ? 'document' : 'documentSelfie',
    documentVerification,
    facialSimilarity,
    failReason === null ? null : { type: 'failed', failReason },
  );
  return { status: conclusion.status, outcome: toOutcome(conclusion), evidence };
}

/** What a scenario orders, or null when it leaves the decision to the checks. */
function scriptedEnd({ scenario, attempt, capture }: ProcessRow): Omit<ProcessEnd, 'evidence'> | null {
  if (scenario === null) return null;
  // On the hosted page the person has already been asked again.
  if (capture === null && attempt <= (scenario.recaptures ?? 0))
    return { status: 'rejected', outcome: RECAPTURE_OUTCOME };
  return scenario.process === undefined
    ? null
    : { status: scenario.process, outcome: ASSURE_EXAMPLES[scenario.process] };
}

function markScripted(
  { scenario }: ProcessRow,
  end: Omit<ProcessEnd, 'evidence'>,
  { evidence }: CheckedProcess,
): ProcessEnd {
  return { ...end, evidence: { ...evidence, scripted: true, scenario: scenario?.name ?? 'custom' } };
}
