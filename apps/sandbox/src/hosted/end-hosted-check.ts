import type { Transaction } from 'kysely';
import { dateOf } from '../clock.ts';
import { addTimeline } from '../database/add-timeline.ts';
import { type Database, type HostedCheckRow, hostedSubject } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { HostedEnding } from './hosted-owner.ts';
import type { HostedState } from './hosted-words.ts';
import { lockCheck } from './lock-check.ts';

/** From which states each end can be reached. Time does not run out while the checks are at work. */
const BEFORE = {
  concluded: ['open', 'processing'],
  cancelled: ['open', 'processing'],
  expired: ['open'],
} as const satisfies Record<HostedEnding['kind'], readonly HostedState[]>;

/** Ends a check by itself; resolves with it as it is then, whoever ended it. */
export function endHostedCheck(
  gateway: Gateway,
  checkId: string,
  ending: Exclude<HostedEnding, { readonly kind: 'concluded' }>,
): Promise<HostedCheckRow> {
  return gateway.db.transaction().execute((trx) => endWithin(trx, gateway, checkId, ending));
}

/** Ends a check and lets its owner say where the browser goes. One that is over stays as it is. */
export async function endWithin(
  trx: Transaction<Database>,
  gateway: Gateway,
  checkId: string,
  ending: HostedEnding,
): Promise<HostedCheckRow> {
  const { clock, hosted, log } = gateway;
  const check = await lockCheck(trx, checkId);
  if (!BEFORE[ending.kind].some((state) => state === check.state)) return check;
  const verdict = ending.kind === 'concluded' ? ending.verdict : null;
  const ended = await trx
    .updateTable('hosted_check')
    .set({
      state: ending.kind,
      outcome: verdict?.outcome ?? null,
      recapture: null,
      ended_at: dateOf(clock),
    })
    .where('id', '=', checkId)
    .returningAll()
    .executeTakeFirstOrThrow();
  const redirectUrl = await hosted.of(check.system).concluded(trx, ended, ending);
  await trx.updateTable('hosted_check').set({ redirect_url: redirectUrl }).where('id', '=', checkId).execute();
  const outcome = { state: ending.kind, outcome: verdict?.outcome ?? null, cause: verdict?.cause ?? null };
  await addTimeline(trx, clock, hostedSubject(checkId), 'ended', outcome);
  log.info('hosted-check-ended', { checkId, system: check.system, ...outcome, scripted: check.scenario !== null });
  return { ...ended, redirect_url: redirectUrl };
}
