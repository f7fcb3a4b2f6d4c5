import * as contract from '@bonafide/contracts/idnow/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticateKeyless } from '../authenticate.ts';
import { publicKeyPem } from '../signing-keys.ts';

/** The key that proofs are verified with. */
export const getTransactionKey = {
  operation: 'getTransactionKey',
  path: '/v2/verify-jwt/public-key',
  response: contract.transactionKey,
  async handle(gateway, exchange) {
    authenticateKeyless(gateway, exchange);
    return { result: await publicKeyPem(gateway.db, gateway.clock, 'keyless-transactions') };
  },
} as const satisfies OperationDefinition<typeof contract.transactionKey>;
