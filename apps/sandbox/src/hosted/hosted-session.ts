import { generateCookie, getCookie } from 'hono/cookie';
import type { HostedCheckRow } from '../database/schema.ts';
import { scriptedFault } from '../gateway/scripted-fault.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { originOf } from '../gateway/origin-of.ts';
import type { Exchange } from '../gateway/serve-operation.ts';
import { hostedScope } from '../scenarios/fault-store.ts';
import { endHostedCheck } from './end-hosted-check.ts';
import { hostedFault, refuseHosted } from './hosted-dialect.ts';
import { hashOfShown } from './hosted-secret.ts';
import { isOwnPage } from './is-own-page.ts';

const COOKIE = 'bonafide_hosted';

/**
 * Gives the browser what it shows from now on. No script reads it; it goes with no request of another site, and to this one
 * check alone, so that two checks in one browser do not meet.
 */
export function startHostedSession(
  gateway: Gateway,
  { context, headers }: Exchange,
  checkId: string,
  secret: string,
): void {
  const cookie = generateCookie(COOKIE, secret, {
    path: `/hosted/api/checks/${checkId}`,
    httpOnly: true,
    sameSite: 'Strict',
    secure: originOf(gateway, context).startsWith('https:'),
  });
  headers.append('set-cookie', cookie);
}

/** The check of the address, if the browser's cookie opens it. One whose time is over ends here. */
export async function authenticateHosted(gateway: Gateway, exchange: Exchange): Promise<HostedCheckRow> {
  const { context } = exchange;
  if (context.req.method !== 'GET' && !isOwnPage(context.req.raw)) throw refuseHosted('origin-forbidden');
  const sessionHash = hashOfShown(getCookie(context, COOKIE) ?? '');
  if (sessionHash === null) throw refuseHosted('unauthorized');
  const check = await gateway.db
    .selectFrom('hosted_check')
    .selectAll()
    .where('id', '=', context.req.param('checkId') ?? '')
    .where('session_hash', '=', sessionHash)
    .executeTakeFirst();
  // Another's check is answered like one that does not exist.
  if (check === undefined) throw refuseHosted('not-found');
  await noteHostedCheck(gateway, exchange, check);
  return unlessExpired(gateway, check);
}

/** Says to the log and the feed whose check it is, and gives the scripted answer where there is one. */
export async function noteHostedCheck(gateway: Gateway, exchange: Exchange, check: HostedCheckRow): Promise<void> {
  const { notes } = exchange;
  notes.clientId = check.client_id;
  notes.correlationId = check.correlation_id;
  notes.submissionId = check.id;
  notes.scripted = check.scenario !== null;
  notes.latencyMs = check.scenario?.latencyMs ?? 0;
  const fault = await scriptedFault(gateway, exchange, hostedScope(check.id));
  if (fault !== null) throw hostedFault(fault.status, fault.retryAfterSeconds);
}

/** The check as it is now. */
export async function unlessExpired(gateway: Gateway, check: HostedCheckRow): Promise<HostedCheckRow> {
  if (check.state !== 'open' || check.expires_at.getTime() > gateway.clock.now()) return check;
  return endHostedCheck(gateway, check.id, { kind: 'expired' });
}
