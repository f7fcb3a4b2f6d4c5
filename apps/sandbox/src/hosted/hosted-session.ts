import { generateCookie, getCookie } from 'hono/cookie';
import type { Transaction } from 'kysely';
import type { Database, HostedCheckRow, HostedHandoverRow } from '../database/schema.ts';
import { scriptedFault } from '../gateway/scripted-fault.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { originOf } from '../gateway/origin-of.ts';
import type { Exchange } from '../gateway/serve-operation.ts';
import { hostedScope } from '../scenarios/fault-store.ts';
import { endHostedCheck } from './end-hosted-check.ts';
import { findHandover } from './find-handover.ts';
import { hostedFault, refuseHosted } from './hosted-dialect.ts';
import { hashOfShown } from './hosted-secret.ts';
import { isOwnPage } from './is-own-page.ts';
import { lockCheck } from './lock-check.ts';

/** Who asks for a check: the page that the person was led to, or the phone on which they go on. */
export type HostedDevice = 'page' | 'phone';

/** Two names, since a link may be opened in the browser that shows it. */
const COOKIES = { page: 'bonafide_hosted', phone: 'bonafide_hosted_phone' } as const satisfies Record<
  HostedDevice,
  string
>;

/**
 * Gives the browser what it shows from now on. No script reads it; it goes with no request of another site, and to this one
 * check alone, so that two checks in one browser do not meet.
 */
export function startHostedSession(
  gateway: Gateway,
  { context, headers }: Exchange,
  checkId: string,
  secret: string,
  device: HostedDevice,
): void {
  const cookie = generateCookie(COOKIES[device], secret, {
    path: `/hosted/api/checks/${checkId}`,
    httpOnly: true,
    sameSite: 'Strict',
    secure: originOf(gateway, context).startsWith('https:'),
  });
  headers.append('set-cookie', cookie);
}

/** The check of the address, for the device that has it: pictures come from no other. */
export async function authenticateHosted(gateway: Gateway, exchange: Exchange): Promise<HostedCheckRow> {
  return (await authenticateAs(gateway, exchange, 'phone')) ?? (await authenticateHolder(gateway, exchange));
}

/** The same where the address names a process too: a check has one, of its own name. */
export async function authenticateProcess(gateway: Gateway, exchange: Exchange): Promise<HostedCheckRow> {
  const check = await authenticateHosted(gateway, exchange);
  if (exchange.context.req.param('processId') !== check.id) throw refuseHosted('not-found');
  return check;
}

async function authenticateHolder(gateway: Gateway, exchange: Exchange): Promise<HostedCheckRow> {
  const check = await authenticatePage(gateway, exchange);
  if ((await findHandover(gateway, gateway.db, check.id))?.state === 'connected') throw refuseHosted('state-conflict');
  return check;
}

/**
 * The check that `authenticateHosted` found, locked, when the device has it still. What a device sends is long on its way: meanwhile
 * the check may have been taken back, or gone to a phone.
 */
export async function holdHosted(
  trx: Transaction<Database>,
  gateway: Gateway,
  exchange: Exchange,
  checkId: string,
): Promise<HostedCheckRow> {
  const check = await lockCheck(trx, checkId);
  const handover = await findHandover(gateway, trx, checkId);
  const phoneHash = handover?.state === 'connected' ? handover.phone_hash : null;
  if (phoneHash !== null && phoneHash === shownHash(exchange, 'phone')) return check;
  if (check.session_hash === null || check.session_hash !== shownHash(exchange, 'page')) throw refuseStranger(exchange);
  if (phoneHash !== null) throw refuseHosted('state-conflict');
  return check;
}

/** The check of the address, for the page that the person was led to, wherever they go on. */
export async function authenticatePage(gateway: Gateway, exchange: Exchange): Promise<HostedCheckRow> {
  const check = await authenticateAs(gateway, exchange, 'page');
  if (check === null) throw refuseStranger(exchange);
  return check;
}

/** Another's check is answered like one that does not exist. */
function refuseStranger(exchange: Exchange): ReturnType<typeof refuseHosted> {
  return refuseHosted(shownHash(exchange, 'page') === null ? 'unauthorized' : 'not-found');
}

/** Of the secret in the device's cookie; null where it has none. */
function shownHash({ context }: Exchange, device: HostedDevice): string | null {
  return hashOfShown(getCookie(context, COOKIES[device]) ?? '');
}

/** For the device that it says it is with `?as=phone`; a phone must have been confirmed, unless it waits for that. */
export async function authenticateEither(
  gateway: Gateway,
  exchange: Exchange,
  states: readonly HostedHandoverRow['state'][] = ['joined', 'connected'],
): Promise<HostedCheckRow> {
  if (deviceOf(exchange) === 'page') return authenticatePage(gateway, exchange);
  const check = await authenticateAs(gateway, exchange, 'phone', states);
  if (check === null) throw refuseHosted('not-found');
  return check;
}

export function deviceOf({ context }: Pick<Exchange, 'context'>): HostedDevice {
  return context.req.query('as') === 'phone' ? 'phone' : 'page';
}

/** Null where the device's cookie does not open it. A check whose time is over ends here. */
async function authenticateAs(
  gateway: Gateway,
  exchange: Exchange,
  device: HostedDevice,
  states: readonly HostedHandoverRow['state'][] = ['connected'],
): Promise<HostedCheckRow | null> {
  const { context } = exchange;
  if (context.req.method !== 'GET' && !isOwnPage(context.req.raw)) throw refuseHosted('origin-forbidden');
  const hash = shownHash(exchange, device);
  if (hash === null) return null;
  const id = context.req.param('checkId') ?? '';
  const check = await (
    device === 'page'
      ? gateway.db.selectFrom('hosted_check').selectAll().where('id', '=', id).where('session_hash', '=', hash)
      : gateway.db
          .selectFrom('hosted_check')
          .innerJoin('hosted_handover', 'hosted_handover.hosted_check_id', 'hosted_check.id')
          .selectAll('hosted_check')
          .where('id', '=', id)
          .where('phone_hash', '=', hash)
          .where('hosted_handover.state', 'in', states)
  ).executeTakeFirst();
  if (check === undefined) return null;
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
