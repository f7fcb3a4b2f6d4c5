import * as z from 'zod';
import { dateOf } from '../../clock.ts';
import type { VerificationRow } from '../../database/schema.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { originOf } from '../../gateway/origin-of.ts';
import type { Exchange, OperationDefinition } from '../../gateway/serve-operation.ts';
import { HostedCheckOverError, openHostedCheck } from '../../hosted/open-hosted-check.ts';
import { checkOf } from '../find.ts';
import { noteSession } from '../note-session.ts';
import { hostedRequestOf } from '../open-session.ts';
import { noSession } from '../problems.ts';
import { hashOfStart } from '../start-token.ts';

const nothing = z.null();

/**
 * Where a start token leads: to this sandbox's hosted page, by an address that opens it once. Opened again, the address before
 * ends, and once the session is over it leads back to the partner.
 */
export const getHostedPage = {
  operation: 'getHostedPage',
  path: '/verify/app/{startToken}',
  status: 303,
  response: nothing,
  async handle(gateway, exchange) {
    const row = await gateway.db
      .selectFrom('verification')
      .selectAll()
      .where('start_hash', '=', hashOfStart(exchange.context.req.param('startToken') ?? ''))
      .where('erase_at', '>', dateOf(gateway.clock))
      .executeTakeFirst();
    if (row === undefined) throw noSession();
    noteSession(exchange, row);
    exchange.headers.set('location', await locationOf(gateway, exchange, row));
    return null;
  },
} as const satisfies OperationDefinition<typeof nothing>;

async function locationOf(gateway: Gateway, { context }: Exchange, row: VerificationRow): Promise<string> {
  try {
    const origin = originOf(gateway, context);
    const opened = await gateway.db
      .transaction()
      .execute((trx) => openHostedCheck(trx, gateway, origin, hostedRequestOf(row)));
    return opened.launchUrl;
  } catch (error) {
    if (!(error instanceof HostedCheckOverError)) throw error;
    const { redirect_url: back } = await checkOf(gateway, row.id);
    if (back === null) throw noSession();
    return back;
  }
}
