import { sql } from 'kysely';
import type { FlowRow } from '../database/schema.ts';
import { flowScope } from '../scenarios/fault-store.ts';
import { failIfScripted } from './authenticate-partner.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { unauthorized } from './refusals.ts';
import { optionalHeader } from './require-header.ts';
import type { Exchange } from '../gateway/serve-operation.ts';

/**
 * The flow that the request's user token belongs to. A correlation id is no authority: when one is sent it must be the
 * flow's own, and it never selects a flow.
 */
export async function authenticateUser(gateway: Gateway, exchange: Exchange): Promise<FlowRow> {
  const { operation, context, notes } = exchange;
  const claims = await gateway.tokens.read(context.req.header('x-onekyc-token') ?? '', 'user');
  if (claims?.kind !== 'user') throw unauthorized(operation);
  const found = await gateway.db
    .updateTable('flow')
    .set({ token_uses: sql<number>`token_uses + 1` })
    .where('id', '=', claims.flowId)
    .where('client_id', '=', claims.clientId)
    .where('token_generation', '=', claims.generation)
    .where('token_expired', '=', false)
    .returningAll()
    .executeTakeFirst();
  if (found === undefined || !gateway.settings.clients.has(found.client_id)) throw unauthorized(operation);
  notes.clientId = found.client_id;
  const flow = await bindSession(gateway, exchange, found);
  notes.correlationId = flow.partner_session_id;
  notes.latencyMs = flow.scenario?.latencyMs ?? 0;
  await expireIfScripted(gateway, exchange, flow);
  if (flow.partner_session_id !== null) {
    await failIfScripted(gateway, exchange, flowScope(flow.client_id, flow.partner_session_id));
  }
  return flow;
}

/** A token that was issued without a correlation id takes the first one that it is used with, and keeps it. */
async function bindSession(gateway: Gateway, exchange: Exchange, flow: FlowRow): Promise<FlowRow> {
  const sessionId = optionalHeader(exchange, 'x-partner-session-id');
  if (sessionId === null || sessionId === flow.partner_session_id) return flow;
  if (flow.partner_session_id !== null) throw unauthorized(exchange.operation);
  const taken = await gateway.db
    .selectFrom('flow')
    .select('id')
    .where('client_id', '=', flow.client_id)
    .where('partner_session_id', '=', sessionId)
    .executeTakeFirst();
  if (taken !== undefined) throw unauthorized(exchange.operation);
  const bound = await gateway.db
    .updateTable('flow')
    .set({ partner_session_id: sessionId })
    .where('id', '=', flow.id)
    .where('partner_session_id', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (bound === undefined) throw unauthorized(exchange.operation);
  return bound;
}

async function expireIfScripted(gateway: Gateway, exchange: Exchange, flow: FlowRow): Promise<void> {
  const uses = flow.scenario?.tokenUses;
  // Only the first token of a flow: the one that the partner fetches after it must work.
  if (uses === undefined || flow.token_generation > 1 || flow.token_uses <= uses) return;
  await gateway.db.updateTable('flow').set({ token_expired: true }).where('id', '=', flow.id).execute();
  exchange.notes.scripted = true;
  throw unauthorized(exchange.operation);
}
