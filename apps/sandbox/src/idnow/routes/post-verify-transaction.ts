import * as contract from '@bonafide/contracts/idnow/validators';
import { readJson } from '../../gateway/read-body.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticateKeyless } from '../authenticate.ts';

/** Whether a proof is one of this client's own: exactly as it lies in the vault, and about what the caller says. */
export const postVerifyTransaction = {
  operation: 'postVerifyTransaction',
  path: '/v2/verify-jwt',
  response: contract.verifyTransactionResponse,
  async handle(gateway, exchange) {
    const { clientId } = authenticateKeyless(gateway, exchange);
    const request = contract.verifyTransactionRequest.safeParse(await readJson(exchange.context)).data;
    const jwt = request?.jwt;
    // No transaction data are signed here, so that none are ever covered.
    if (jwt === undefined || request?.transactionData !== undefined) return { result: false };
    const found = await gateway.db
      .selectFrom('idnow_vault_entry')
      .select('id')
      .where('client_id', '=', clientId)
      .where('content', '=', jwt)
      .executeTakeFirst();
    return { result: found !== undefined };
  },
} as const satisfies OperationDefinition<typeof contract.verifyTransactionResponse>;
