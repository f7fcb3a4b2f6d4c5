import * as contract from '@bonafide/contracts/onekyc/validators';
import { authenticateCredentials } from '../authenticate-partner.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';

/** Credentials buy a partner token. */
export const getPartnerToken = {
  operation: 'getPartnerToken',
  path: '/v1/coe/partner/authentication',
  response: contract.partnerTokenResponse,
  async handle(gateway, exchange) {
    const { clientId } = await authenticateCredentials(gateway, exchange);
    const { token, expirySeconds, expiresAt } = await gateway.tokens.issue({ kind: 'partner', clientId });
    return { success: true, data: { token, expiry_seconds: String(expirySeconds), expires_at: String(expiresAt) } };
  },
} as const satisfies OperationDefinition<typeof contract.partnerTokenResponse>;
