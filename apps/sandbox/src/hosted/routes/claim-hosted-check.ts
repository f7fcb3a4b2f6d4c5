import * as z from 'zod';
import { dateOf } from '../../clock.ts';
import { addTimeline } from '../../database/add-timeline.ts';
import { type HostedCheckRow, hostedSubject } from '../../database/schema.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { readJson } from '../../gateway/read-body.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { endWithin } from '../end-hosted-check.ts';
import { refuseHosted } from '../hosted-dialect.ts';
import type { HostedEnding } from '../hosted-owner.ts';
import { createHostedSecret, hashOfShown } from '../hosted-secret.ts';
import { noteHostedCheck, startHostedSession, unlessExpired } from '../hosted-session.ts';
import { isOwnPage } from '../is-own-page.ts';
import { hostedCheckView, toPageView } from '../to-page-view.ts';

/** Both in the form of `createHostedSecret`: the token of the address, and one that the page made up for this exchange. */
const claim = z.object({ token: z.string(), key: z.string() });

/** How long the page that exchanged a token may ask again, because the answer was lost. Source: guess. */
const REPEAT_MS = 60_000;

/** Who has just come has handed nothing over. */
const FRESH = { device: 'page', isOnPhone: false } as const;

const NO_ATTEMPTS: HostedEnding = {
  kind: 'concluded',
  verdict: { outcome: 'failed', cause: 'no-attempts', reason: null, scripted: true },
  attempt: null,
};

/** Exchanges the token of a launch address, once, for this browser's cookie. */
export const claimHostedCheck = {
  operation: 'claimHostedCheck',
  path: '/claims',
  response: hostedCheckView,
  async handle(gateway, exchange) {
    const { context } = exchange;
    if (!isOwnPage(context.req.raw)) throw refuseHosted('origin-forbidden');
    const request = claim.safeParse(await readJson(context));
    if (!request.success) throw refuseHosted('request-invalid');
    const keyHash = hashOfShown(request.data.key);
    if (keyHash === null) throw refuseHosted('request-invalid');
    const found = await findClaimable(gateway, request.data.token, keyHash);
    await noteHostedCheck(gateway, exchange, found);
    const check = await unlessExpired(gateway, found);
    // Its time ran out before anybody came: there is nothing to open, and still somewhere to go back to.
    if (check.state === 'expired') return toPageView(check, gateway.clock.now(), FRESH);
    const { secret, hash } = createHostedSecret();
    const claimed = await gateway.db.transaction().execute(async (trx) => {
      const row = await trx
        .updateTable('hosted_check')
        .set({ claim_key_hash: keyHash, session_hash: hash, claimed_at: dateOf(gateway.clock) })
        .where('id', '=', check.id)
        .where('token_hash', '=', check.token_hash)
        // Two browsers at once: one gets it.
        .where((where) => where.or([where('claimed_at', 'is', null), where('claim_key_hash', '=', keyHash)]))
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) throw refuseHosted('not-found');
      await addTimeline(trx, gateway.clock, hostedSubject(row.id), 'claimed');
      return row.attempts_allowed > 0 ? row : endWithin(trx, gateway, row.id, NO_ATTEMPTS);
    });
    startHostedSession(gateway, exchange, claimed.id, secret, 'page');
    return toPageView(claimed, gateway.clock.now(), FRESH);
  },
} as const satisfies OperationDefinition<typeof hostedCheckView>;

/** Used before, replaced, or never given out: nobody learns which. */
async function findClaimable({ db, clock }: Gateway, token: string, keyHash: string): Promise<HostedCheckRow> {
  const tokenHash = hashOfShown(token);
  if (tokenHash === null) throw refuseHosted('not-found');
  const found = await db.selectFrom('hosted_check').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
  if (found === undefined) throw refuseHosted('not-found');
  const isRepeated = found.claim_key_hash === keyHash && clock.now() - (found.claimed_at?.getTime() ?? 0) < REPEAT_MS;
  if (found.claimed_at !== null && !isRepeated) throw refuseHosted('not-found');
  return found;
}
