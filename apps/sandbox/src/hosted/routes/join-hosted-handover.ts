import * as z from 'zod';
import { dateOf } from '../../clock.ts';
import { addTimeline } from '../../database/add-timeline.ts';
import { type HostedCheckRow, hostedSubject } from '../../database/schema.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { readJson } from '../../gateway/read-body.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { refuseHosted } from '../hosted-dialect.ts';
import { createHostedSecret, hashOfShown } from '../hosted-secret.ts';
import { noteHostedCheck, startHostedSession, unlessExpired } from '../hosted-session.ts';
import { isOwnPage } from '../is-own-page.ts';
import { lockCheck } from '../lock-check.ts';

/** How long the person has to look from one screen to the other. Source: guess. */
const CONFIRM_MS = 2 * 60_000;

const joining = z.object({ token: z.string() });
const joined = z.object({
  checkId: z.string(),
  code: z.string(),
  title: z.string().nullable(),
  locale: z.string().nullable(),
  theme: z.enum(['light', 'dark', 'system']),
});

/**
 * Exchanges the link, once, for a cookie of this phone. Nothing of the check is open to it before the person says on the page that
 * this is their phone.
 */
export const joinHostedHandover = {
  operation: 'joinHostedHandover',
  path: '/handovers',
  response: joined,
  async handle(gateway, exchange) {
    const { context } = exchange;
    const { clock, db } = gateway;
    if (!isOwnPage(context.req.raw)) throw refuseHosted('origin-forbidden');
    const request = joining.safeParse(await readJson(context));
    if (!request.success) throw refuseHosted('request-invalid');
    const linkHash = hashOfShown(request.data.token);
    if (linkHash === null) throw refuseHosted('not-found');
    const check = await findOffered(gateway, linkHash);
    await noteHostedCheck(gateway, exchange, check);
    await unlessExpired(gateway, check);
    const { secret, hash } = createHostedSecret();
    const code = await db.transaction().execute(async (trx) => {
      const { state } = await lockCheck(trx, check.id);
      if (state !== 'open') throw refuseHosted('not-found');
      const handover = await trx
        .updateTable('hosted_handover')
        .set({ state: 'joined', phone_hash: hash, expires_at: dateOf(clock, CONFIRM_MS) })
        .where('link_hash', '=', linkHash)
        // Two phones at once: one gets it.
        .where('state', '=', 'offered')
        .where('expires_at', '>', dateOf(clock))
        .returning('code')
        .executeTakeFirst();
      if (handover === undefined) throw refuseHosted('not-found');
      await addTimeline(trx, clock, hostedSubject(check.id), 'joined-by-phone');
      return handover.code;
    });
    startHostedSession(gateway, exchange, check.id, secret, 'phone');
    const { id, title, locale, theme } = check;
    return { checkId: id, code, title, locale, theme };
  },
} as const satisfies OperationDefinition<typeof joined>;

/** Used before, replaced, out of time, or never given out: nobody learns which. */
async function findOffered({ clock, db }: Gateway, linkHash: string): Promise<HostedCheckRow> {
  const found = await db
    .selectFrom('hosted_check')
    .innerJoin('hosted_handover', 'hosted_handover.hosted_check_id', 'hosted_check.id')
    .selectAll('hosted_check')
    .where('link_hash', '=', linkHash)
    .where('hosted_handover.state', '=', 'offered')
    .where('hosted_handover.expires_at', '>', dateOf(clock))
    .executeTakeFirst();
  if (found === undefined) throw refuseHosted('not-found');
  return found;
}
