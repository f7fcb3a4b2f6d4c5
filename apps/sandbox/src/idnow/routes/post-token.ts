import * as contract from '@bonafide/contracts/idnow/validators';
import { readBody } from '../../gateway/read-body.ts';
import { Refusal } from '../../gateway/refusal.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticateSecret } from '../authenticate.ts';

const MAXIMUM_BYTES = 8 * 1024;
/** A day. Source: documented. */
const LIFETIME_SECONDS = 86_400;

/** Client credentials buy an access token. */
export const postToken = {
  operation: 'postIdnowToken',
  path: '/oidc/token',
  response: contract.tokenResponse,
  async handle(gateway, exchange) {
    const bytes = await readBody(exchange.context, MAXIMUM_BYTES);
    const form = new URLSearchParams(new TextDecoder().decode(bytes ?? new Uint8Array()));
    const { clientId } = await authenticateSecret(gateway, exchange, form);
    const grantType = form.get('grant_type');
    if (grantType === null) throw new Refusal(400, 'invalid_request', 'grant_type is missing.');
    if (!contract.tokenRequest.safeParse(Object.fromEntries(form)).success) {
      throw new Refusal(400, 'unsupported_grant_type', 'Only client_credentials is supported.');
    }
    const { token, expirySeconds } = await gateway.tokens.issue({ kind: 'idnow', clientId }, LIFETIME_SECONDS);
    return { access_token: token, expires_in: expirySeconds, token_type: 'Bearer' };
  },
} as const satisfies OperationDefinition<typeof contract.tokenResponse>;
