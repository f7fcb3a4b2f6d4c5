import { sql, type Transaction } from 'kysely';
import * as z from 'zod';
import { dateOf } from '../../clock.ts';
import type { Database, IdnowSessionRow } from '../../database/schema.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { originOf } from '../../gateway/origin-of.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { hashOfShown } from '../../hosted/hosted-secret.ts';
import { openHostedCheck } from '../../hosted/open-hosted-check.ts';
import { announce } from '../announce.ts';
import { endBeforeCapture } from '../before-capture.ts';
import { toPage } from '../dialect.ts';
import { endSession } from '../end-session.ts';
import { toPlayerNotice } from '../notices.ts';
import { noPlayer } from '../problems.ts';
import { toReturnAddress } from '../to-return-address.ts';

/** Where the browser goes next, or what is said where it goes nowhere. */
const next = z.union([
  z.object({ location: z.string() }),
  z.object({ title: z.string(), text: z.string(), language: z.string() }),
]);

/** Leads the person's browser to the page, or back where there is nobody to be looked at. */
export const getPlayer = {
  operation: 'getIdnowPlayer',
  path: '/player/{sessionId}',
  response: next,
  send: (answer) =>
    'location' in answer
      ? new Response(null, { status: 302, headers: { location: answer.location } })
      : toPage(200, answer, answer.language),
  async handle(gateway, exchange) {
    const hash = hashOfShown(exchange.context.req.param('sessionId') ?? '');
    if (hash === null) throw noPlayer();
    const { row, location } = await gateway.db
      .transaction()
      .execute((trx) => play(trx, gateway, originOf(gateway, exchange.context), hash));
    const { notes } = exchange;
    notes.clientId = row.client_id;
    notes.submissionId = row.id;
    notes.scripted = row.scenario !== null;
    return location === null ? toPlayerNotice(row) : { location };
  },
} as const satisfies OperationDefinition<typeof next>;

async function play(
  trx: Transaction<Database>,
  gateway: Gateway,
  origin: string,
  hash: string,
): Promise<{ readonly row: IdnowSessionRow; readonly location: string | null }> {
  const row = await lockSession(trx, hash);
  if (row === null || (row.status !== 'CREATED' && row.status !== 'RUNNING')) throw noPlayer();
  const back = toReturnAddress(row);
  if (row.is_captured) return { row, location: back };
  const end = await endBeforeCapture(trx, gateway, row);
  if (end !== null) return { row: await endSession(trx, gateway, row, end), location: back };
  const { launchUrl } = await openHostedCheck(trx, gateway, origin, {
    system: 'idnow',
    clientId: row.client_id,
    ownerRef: row.id,
    correlationId: row.id,
    kind: 'selfie',
    expiresAt: row.expires_at,
    locale: row.locale,
    scenario: row.scenario,
  });
  return { row: row.status === 'RUNNING' ? row : await start(trx, gateway, row), location: launchUrl };
}

/** The hosted check before the session, as everywhere: a page that ends at this moment waits for this, or this for it. */
async function lockSession(trx: Transaction<Database>, hash: string): Promise<IdnowSessionRow | null> {
  const found = await trx.selectFrom('idnow_session').select('id').where('player_hash', '=', hash).executeTakeFirst();
  if (found === undefined) return null;
  await trx
    .selectFrom('hosted_check')
    .select('id')
    .where('system', '=', 'idnow')
    .where('owner_ref', '=', found.id)
    .forUpdate()
    .execute();
  const row = await trx
    .selectFrom('idnow_session')
    .selectAll()
    .where('id', '=', found.id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

async function start(trx: Transaction<Database>, gateway: Gateway, { id }: IdnowSessionRow): Promise<IdnowSessionRow> {
  const now = dateOf(gateway.clock);
  const started = await trx
    .updateTable('idnow_session')
    .set({ status: 'RUNNING', started_at: now, updated_at: now, events: sql<number>`events + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await announce(trx, gateway, started);
  return started;
}
