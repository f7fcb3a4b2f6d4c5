import type { Transaction } from 'kysely';
import { dateOf } from '../clock.ts';
import type { Database, IdnowSessionRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { HostedEnding, HostedOwner } from '../hosted/hosted-owner.ts';
import { findCredential } from './credential-store.ts';
import { endSession, lockOpenSession } from './end-session.ts';
import { FLOWS } from './flows.ts';
import { afterFailure } from './lockout.ts';
import { lockLockout, saveLockout } from './lockout-store.ts';
import { type StepFinding, toStepEnd } from './step-end.ts';
import { toStepSubject } from './step-subject.ts';
import { toReturnAddress } from './to-return-address.ts';

/**
 * Sessions on the hosted page. The page looks at the selfie by itself; whose face it is, is asked afterwards, by the queue
 * (`concludeStep`): a template is no picture, and the page's interface has no place for it.
 */
export function createIdnowHostedOwner(gateway: Gateway): HostedOwner {
  return {
    reference: async () => ({ outcome: 'none' }),
    async attempted(trx, check, { verdict }) {
      const row = await lockOpenSession(trx, check.owner_ref);
      if (row === null || FLOWS[row.flow_id].kind === 'enrollment' || verdict.outcome !== 'failed') return;
      await saveLockout(trx, row, afterFailure(await lockLockout(trx, row), gateway.clock.now()));
    },
    async concluded(trx, check, ending) {
      const row = await lockOpenSession(trx, check.owner_ref);
      if (row === null) return addressOf(trx, check.owner_ref);
      if (ending.kind === 'concluded' && ending.verdict.outcome === 'passed') {
        await trx
          .updateTable('idnow_session')
          .set({ is_captured: true, updated_at: dateOf(gateway.clock) })
          .where('id', '=', row.id)
          .execute();
        await gateway.queue.send(trx, 'conclude-idnow-step', { sessionId: row.id }, row.scenario?.processingMs);
      } else {
        const credential = await findCredential(trx, row);
        const subject = toStepSubject(gateway, row, credential?.id ?? null);
        await endSession(trx, gateway, row, toStepEnd(FLOWS[row.flow_id], toFinding(ending), subject));
      }
      return toReturnAddress(row);
    },
  };
}

/** What it means that the page did not come to a live face. */
function toFinding(ending: HostedEnding): StepFinding {
  if (ending.kind === 'cancelled') return { kind: 'aborted' };
  if (ending.kind === 'expired') return { kind: 'expired' };
  if (ending.verdict.cause === 'technical') return { kind: 'failed', reason: 'SERVER_INTERNAL_ERROR' };
  return { kind: 'refused', reason: 'SERVER_RECOGNITION_FAILED', transactionId: crypto.randomUUID() };
}

async function addressOf(trx: Transaction<Database>, sessionId: string): Promise<string | null> {
  const row: Pick<IdnowSessionRow, 'redirect_url' | 'state'> | undefined = await trx
    .selectFrom('idnow_session')
    .select(['redirect_url', 'state'])
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row === undefined ? null : toReturnAddress(row);
}
