import * as contract from '@bonafide/contracts/idnow/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { sessionScope } from '../../scenarios/fault-store.ts';
import { authenticate, environmentOf, failIfScripted } from '../authenticate.ts';
import { noSession } from '../problems.ts';
import { toSession } from '../to-session.ts';

/** Where a session is, and what came of it. Another client's, and the other environment's, is not there. */
export const getSession = {
  operation: 'getIdnowSession',
  path: '/api/v1/{environment}/sessions/{sessionId}',
  response: contract.session,
  async handle(gateway, exchange) {
    const client = await authenticate(gateway, exchange);
    const found = await gateway.db
      .selectFrom('idnow_session')
      .selectAll()
      .where('id', '=', exchange.context.req.param('sessionId') ?? '')
      .where('client_id', '=', client.clientId)
      .where('environment', '=', environmentOf(exchange))
      .executeTakeFirst();
    if (found === undefined) throw noSession();
    exchange.notes.scripted = found.scenario !== null;
    await failIfScripted(gateway, exchange, sessionScope(found.id));
    return toSession(found);
  },
} as const satisfies OperationDefinition<typeof contract.session>;
