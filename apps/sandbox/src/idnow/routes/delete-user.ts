import * as contract from '@bonafide/contracts/idnow/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticateKeyless } from '../authenticate.ts';

/** Erases an enrolled face. `success` says whether there was one of this client. */
export const deleteUser = {
  operation: 'deleteKeylessUser',
  path: '/users/{userId}',
  response: contract.deleteUserResponse,
  async handle(gateway, exchange) {
    const { clientId } = authenticateKeyless(gateway, exchange);
    const deleted = await gateway.db
      .deleteFrom('idnow_credential')
      .where('id', '=', exchange.context.req.param('userId') ?? '')
      .where('client_id', '=', clientId)
      .returning('id')
      .executeTakeFirst();
    return { success: deleted !== undefined };
  },
} as const satisfies OperationDefinition<typeof contract.deleteUserResponse>;
