import * as contract from '@bonafide/contracts/idnow/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticate, environmentOf } from '../authenticate.ts';
import { noEntry } from '../problems.ts';

/** A kept proof, as it was signed. */
export const getVaultEntry = {
  operation: 'getIdnowVaultEntry',
  path: '/api/v1/{environment}/vault/{entryId}',
  response: contract.transactionToken,
  send: (token) => new Response(token, { headers: { 'content-type': 'application/jwt' } }),
  async handle(gateway, exchange) {
    const client = await authenticate(gateway, exchange);
    const found = await gateway.db
      .selectFrom('idnow_vault_entry')
      .select(['content', 'session_id'])
      .where('id', '=', exchange.context.req.param('entryId') ?? '')
      .where('client_id', '=', client.clientId)
      .where('environment', '=', environmentOf(exchange))
      .executeTakeFirst();
    if (found === undefined) throw noEntry();
    exchange.notes.submissionId = found.session_id;
    return found.content;
  },
} as const satisfies OperationDefinition<typeof contract.transactionToken>;
