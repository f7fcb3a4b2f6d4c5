import { dateOf } from '../clock.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { endHostedCheck } from './end-hosted-check.ts';

/** Ends the checks whose time is over, also those that nobody comes back to: their owners hear of it. */
export async function expireHostedChecks(gateway: Gateway): Promise<number> {
  const over = await gateway.db
    .selectFrom('hosted_check')
    .select('id')
    .where('state', '=', 'open')
    .where('expires_at', '<=', dateOf(gateway.clock))
    .execute();
  for (const { id } of over) await endHostedCheck(gateway, id, { kind: 'expired' });
  return over.length;
}
