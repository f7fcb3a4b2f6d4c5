import { dateOf } from '../clock.ts';
import type { HostedCheckRow, VerificationRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Exchange } from '../gateway/serve-operation.ts';
import { verificationScope } from '../scenarios/fault-store.ts';
import { authenticate, failIfScripted } from './authenticate.ts';
import { noteSession } from './note-session.ts';
import { noSession, tooMany } from './problems.ts';
import { hashOfStart } from './start-token.ts';

/** A session and the hosted check that is made for it. */
export interface Session {
  readonly row: VerificationRow;
  readonly check: HostedCheckRow;
}

/** The verification of the path. Another client's is answered like one that does not exist. */
export async function findVerification(gateway: Gateway, exchange: Exchange): Promise<Session> {
  return find(gateway, exchange, 'verification', 'id', exchange.context.req.param('sessionId') ?? '');
}

/** The face authentication of the path, which is named by its secret. */
export async function findFaceAuthentication(gateway: Gateway, exchange: Exchange): Promise<Session> {
  const hash = hashOfStart(exchange.context.req.param('deviceSessionId') ?? '');
  return find(gateway, exchange, 'face-auth', 'start_hash', hash);
}

async function find(
  gateway: Gateway,
  exchange: Exchange,
  kind: VerificationRow['kind'],
  column: 'id' | 'start_hash',
  value: string,
): Promise<Session> {
  const client = await authenticate(gateway, exchange);
  const row = await gateway.db
    .selectFrom('verification')
    .selectAll()
    .where(column, '=', value)
    .where('kind', '=', kind)
    .where('client_id', '=', client.clientId)
    // Its time may be over before the sweep comes by.
    .where('erase_at', '>', dateOf(gateway.clock))
    .executeTakeFirst();
  if (row === undefined) throw noSession();
  noteSession(exchange, row);
  await failIfScripted(gateway, exchange, verificationScope(row.id));
  const waitSeconds = gateway.statusLimit.take(`verification:${row.id}`);
  if (waitSeconds !== null) throw tooMany(waitSeconds);
  return { row, check: await checkOf(gateway, row.id) };
}

/** The hosted check of a session; they come and go together. */
export async function checkOf({ db }: Pick<Gateway, 'db'>, sessionId: string): Promise<HostedCheckRow> {
  const check = await db
    .selectFrom('hosted_check')
    .selectAll()
    .where('system', '=', 'mosaic')
    .where('owner_ref', '=', sessionId)
    .executeTakeFirst();
  if (check === undefined) throw noSession();
  return check;
}
