import { dateOf } from '../clock.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { HostedOwner } from '../hosted/hosted-owner.ts';
import { concludeVerification } from './conclude-verification.ts';
import { returnUrl } from './return-url.ts';

/** Mosaic's sessions on the hosted page: its end is the session's result, and the browser goes back as the vendor says. */
export function createMosaicHostedOwner({ clock, log }: Pick<Gateway, 'clock' | 'log'>): HostedOwner {
  return {
    async concluded(trx, check, ending) {
      const row = await trx
        .selectFrom('verification')
        .selectAll()
        .where('id', '=', check.owner_ref)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const result = concludeVerification(row, ending, dateOf(clock));
      if (result !== null) {
        await trx
          .updateTable('verification')
          .set({ result: JSON.stringify(result) })
          .where('id', '=', row.id)
          .execute();
      }
      const scripted = ending.kind === 'concluded' && ending.verdict.scripted;
      log.info('verification-ended', { sessionId: row.id, recommendation: result?.recommendation ?? null, scripted });
      return returnUrl(row);
    },
  };
}
