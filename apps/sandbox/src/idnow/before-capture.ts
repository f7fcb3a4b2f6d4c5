import type { Transaction } from 'kysely';
import type { Database, IdnowSessionRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { findCredential, newUserId } from './credential-store.ts';
import { FLOWS } from './flows.ts';
import { keepProof } from './keep-proof.ts';
import { secondsLocked } from './lockout.ts';
import { lockLockout } from './lockout-store.ts';
import { toScriptedEnd } from './scripted-finding.ts';
import { type StepEnd, toStepEnd } from './step-end.ts';
import { toStepSubject } from './step-subject.ts';

/** How a session ends before anybody is looked at; null where somebody is to be. */
export async function endBeforeCapture(
  trx: Transaction<Database>,
  gateway: Gateway,
  row: IdnowSessionRow,
): Promise<StepEnd | null> {
  const step = FLOWS[row.flow_id];
  const credential = await findCredential(trx, row);
  const subject = toStepSubject(gateway, row, credential?.id ?? null);
  if (row.scenario?.session !== undefined) {
    const credentialId = credential?.id ?? newUserId();
    const isProof = row.scenario.session === 'verified' && step.kind !== 'enrollment';
    const proof = isProof
      ? await keepProof(trx, gateway, row, credentialId)
      : { credentialId, transactionId: crypto.randomUUID(), entryId: '' };
    return toScriptedEnd(step, row.scenario.session, subject, proof);
  }
  if (row.expires_at.getTime() <= gateway.clock.now()) return toStepEnd(step, { kind: 'expired' }, subject);
  if (step.kind === 'enrollment') {
    return credential === null ? null : toStepEnd(step, { kind: 'already-enrolled' }, subject);
  }
  const retryAfterSeconds = secondsLocked(await lockLockout(trx, row), gateway.clock.now());
  if (retryAfterSeconds !== null) return toStepEnd(step, { kind: 'locked-out', retryAfterSeconds }, subject);
  return credential === null ? toStepEnd(step, { kind: 'not-enrolled' }, subject) : null;
}
