import type { Gateway } from '../gateway/gateway.ts';
import { sessionScope } from '../scenarios/fault-store.ts';
import { forgetHostedChecksOf } from './forget-hosted-checks.ts';

/** Deletes sessions with everything in them: blocks, proofs, events, pictures, attempts, faults. Enrolled faces stay. */
export async function forgetSessions(gateway: Gateway, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await forgetHostedChecksOf(gateway, 'idnow', ids);
  await gateway.db.transaction().execute(async (trx) => {
    // Proofs and deliveries go with it: foreign keys cascade.
    await trx.deleteFrom('idnow_session').where('id', 'in', ids).execute();
    await trx.deleteFrom('fault').where('scope', 'in', ids.map(sessionScope)).execute();
  });
  gateway.feed.forget(new Set(ids));
}
