import type { Transaction } from 'kysely';
import { dateOf } from '../clock.ts';
import type { Database, IdnowSessionRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { PictureProcessor } from '../processing/picture-processor.ts';
import { UnreadablePictureError } from '../processing/selfie-inspection.ts';
import { UnusableTemplateError } from '../processing/unusable-template-error.ts';
import type { FaceTemplate } from '@bonafide/verifier';
import { findCredential, keepCredential, templateOf } from './credential-store.ts';
import { endSession, lockOpenSession } from './end-session.ts';
import { FLOWS } from './flows.ts';
import { keepProof } from './keep-proof.ts';
import { afterFailure, secondsLocked } from './lockout.ts';
import { clearLockout, lockLockout, saveLockout } from './lockout-store.ts';
import { type StepFinding, toStepEnd } from './step-end.ts';
import { toStepSubject } from './step-subject.ts';

/** What the face was found to be, before anything is written. */
type Look =
  | { readonly kind: 'template'; readonly template: FaceTemplate }
  | { readonly kind: 'compared'; readonly credentialId: string; readonly isSame: boolean; readonly reason: string }
  | { readonly kind: 'not-enrolled' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Enrols or recognises the face that the page has seen to be live, and ends the session. Twice has the effect of once. */
export async function concludeStep(
  gateway: Gateway,
  processor: PictureProcessor,
  sessionId: string,
  run: { readonly isLast: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const row = await gateway.db
    .selectFrom('idnow_session')
    .selectAll()
    .where('id', '=', sessionId)
    .where('status', '=', 'RUNNING')
    .where('is_captured', '=', true)
    .executeTakeFirst();
  if (row === undefined) return;
  let look: Look;
  try {
    look = await lookAtFace(gateway, processor, row, run.signal);
  } catch (error) {
    run.signal.throwIfAborted();
    if (!run.isLast) throw error;
    gateway.log.error('processing-failed', error, { sessionId });
    look = { kind: 'failed', reason: 'SERVER_INTERNAL_ERROR' };
  }
  await gateway.db.transaction().execute(async (trx) => {
    const open = await lockOpenSession(trx, sessionId);
    if (open === null) return;
    const finding = await settle(trx, gateway, open, look);
    const credential = await findCredential(trx, open);
    const subject = toStepSubject(gateway, open, credential?.id ?? null);
    await endSession(trx, gateway, open, toStepEnd(FLOWS[open.flow_id], finding, subject));
  });
}

async function lookAtFace(
  gateway: Gateway,
  processor: PictureProcessor,
  row: IdnowSessionRow,
  signal: AbortSignal,
): Promise<Look> {
  const selfie = await selfieOf(gateway, row.id);
  // Erased between the page and now: its time was over.
  if (selfie === null) return { kind: 'failed', reason: 'SERVER_TIMEOUT' };
  try {
    if (FLOWS[row.flow_id].kind === 'enrollment') {
      const enrolment = await processor.enrolFace(selfie, signal);
      return enrolment.outcome === 'enrolled'
        ? { kind: 'template', template: enrolment.template }
        : { kind: 'unclear' };
    }
    const credential = await findCredential(gateway.db, row);
    if (credential === null) return { kind: 'not-enrolled' };
    const comparison = await processor.compareWithTemplate(selfie, templateOf(credential), signal);
    if (comparison.outcome === 'no-face') return { kind: 'unclear' };
    // What the matcher does not dare to say is no recognition.
    const reason = comparison.result === null ? 'SERVER_RECOGNITION_FAILED' : 'SERVER_FACE_DOES_NOT_MATCH';
    return { kind: 'compared', credentialId: credential.id, isSame: comparison.result === true, reason };
  } catch (error) {
    if (error instanceof UnreadablePictureError) return { kind: 'unclear' };
    if (error instanceof UnusableTemplateError) return { kind: 'failed', reason: 'SERVER_VALIDATION_FAILED' };
    throw error;
  }
}

/** What came of it, with what it changes: the kept face, the count of failures, the proof. */
async function settle(
  trx: Transaction<Database>,
  gateway: Gateway,
  row: IdnowSessionRow,
  look: Look,
): Promise<StepFinding> {
  const { clock } = gateway;
  const refused = (reason: string): StepFinding => ({ kind: 'refused', reason, transactionId: crypto.randomUUID() });
  if (look.kind === 'failed' || look.kind === 'not-enrolled') return look;
  if (look.kind === 'unclear') return refused('SERVER_RECOGNITION_FAILED');
  if (look.kind === 'template') {
    const credentialId = await keepCredential(trx, clock, row, look.template);
    return credentialId === null ? { kind: 'already-enrolled' } : { kind: 'enrolled', credentialId };
  }
  const lockout = await lockLockout(trx, row);
  // Of many attempts at once, those after the fifth failure count for nothing, whatever they show.
  const retryAfterSeconds = secondsLocked(lockout, clock.now());
  if (retryAfterSeconds !== null) return { kind: 'locked-out', retryAfterSeconds };
  if (!look.isSame) {
    await saveLockout(trx, row, afterFailure(lockout, clock.now()));
    return refused(look.reason);
  }
  const used = await trx
    .updateTable('idnow_credential')
    .set({ used_at: dateOf(clock) })
    .where('id', '=', look.credentialId)
    .returning('id')
    .executeTakeFirst();
  // Deleted while the face was compared: there is nobody left to be recognised.
  if (used === undefined) return { kind: 'not-enrolled' };
  await clearLockout(trx, row);
  return { kind: 'recognised', ...(await keepProof(trx, gateway, row, look.credentialId)) };
}

async function selfieOf({ db }: Gateway, sessionId: string): Promise<Uint8Array | null> {
  const found = await db
    .selectFrom('artefact')
    .innerJoin('hosted_check', 'hosted_check.id', 'artefact.hosted_check_id')
    .select('artefact.bytes')
    .where('hosted_check.system', '=', 'idnow')
    .where('hosted_check.owner_ref', '=', sessionId)
    .where('artefact.document_type', '=', 'SELFIE')
    .executeTakeFirst();
  return found?.bytes ?? null;
}
