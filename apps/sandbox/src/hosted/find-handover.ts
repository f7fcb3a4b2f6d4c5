import type { Kysely, Transaction } from 'kysely';
import type { Database, HostedHandoverRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';

/** The check's way to a phone as it is now; null where there is none, or its time ran out before a phone was confirmed. */
export async function findHandover(
  { clock }: Pick<Gateway, 'clock'>,
  db: Kysely<Database> | Transaction<Database>,
  checkId: string,
): Promise<HostedHandoverRow | null> {
  const found = await db
    .selectFrom('hosted_handover')
    .selectAll()
    .where('hosted_check_id', '=', checkId)
    .executeTakeFirst();
  if (found === undefined) return null;
  return found.state === 'connected' || found.expires_at.getTime() > clock.now() ? found : null;
}
