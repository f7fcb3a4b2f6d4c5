import type { Gateway } from '../gateway/gateway.ts';
import type { HostedSystem } from '../hosted/hosted-words.ts';
import { hostedScope } from '../scenarios/fault-store.ts';

/** Deletes hosted checks with everything in them: pictures, attempts, evidence, histories, faults. */
export async function forgetHostedChecks({ db }: Gateway, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('hosted_check').where('id', 'in', ids).execute();
    await trx.deleteFrom('fault').where('scope', 'in', ids.map(hostedScope)).execute();
  });
}

/** The same for those of a system, by what it calls them: to be called where the system forgets what they were for. */
export async function forgetHostedChecksOf(
  gateway: Gateway,
  system: HostedSystem,
  ownerRefs: readonly string[],
): Promise<void> {
  if (ownerRefs.length === 0) return;
  const checks = await gateway.db
    .selectFrom('hosted_check')
    .select('id')
    .where('system', '=', system)
    .where('owner_ref', 'in', ownerRefs)
    .execute();
  await forgetHostedChecks(
    gateway,
    checks.map(({ id }) => id),
  );
}
