import type { Gateway } from '../gateway/gateway.ts';
import { verificationScope } from '../scenarios/fault-store.ts';
import { forgetHostedChecksOf } from './forget-hosted-checks.ts';

/** Deletes sessions of Mosaic with everything in them: pictures, findings, what was read, histories, faults. */
export async function forgetVerifications(gateway: Gateway, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await forgetHostedChecksOf(gateway, 'mosaic', ids);
  await gateway.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('verification').where('id', 'in', ids).execute();
    await trx.deleteFrom('fault').where('scope', 'in', ids.map(verificationScope)).execute();
  });
  gateway.feed.forget(new Set(ids));
}
