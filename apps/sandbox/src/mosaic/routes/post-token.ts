import { TOKEN_RESOURCE } from '@bonafide/contracts/mosaic';
import * as contract from '@bonafide/contracts/mosaic/validators';
import { findClient } from '../../gateway/credentials.ts';
import { readBody } from '../../gateway/read-body.ts';
import { Refusal } from '../../gateway/refusal.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { clientScope } from '../../scenarios/fault-store.ts';
import { failIfScripted } from '../authenticate.ts';

const MAXIMUM_BYTES = 8 * 1024;

/** Client credentials in the form buy an access token. */
export const postToken = {
  operation: 'postMosaicToken',
  path: '/oidc/token',
  response: contract.tokenResponse,
  async handle(gateway, exchange) {
    const bytes = await readBody(exchange.context, MAXIMUM_BYTES);
    const form = new URLSearchParams(new TextDecoder().decode(bytes ?? new Uint8Array()));
    const grantType = form.get('grant_type');
    if (grantType === null) throw new Refusal(400, 'invalid_request', 'grant_type is missing.');
    const { clients } = gateway.settings;
    const client = findClient(clients, form.get('client_id') ?? '', form.get('client_secret') ?? '');
    if (client === null) throw new Refusal(401, 'invalid_client', 'The client is not known.');
    exchange.notes.clientId = client.clientId;
    await failIfScripted(gateway, exchange, clientScope(client.clientId));
    if (grantType !== 'client_credentials')
      throw new Refusal(400, 'unsupported_grant_type', 'Only client_credentials is supported.');
    // Older samples of the vendor leave it out; another one is not of this gateway (RFC 8707 §2).
    if ((form.get('resource') ?? TOKEN_RESOURCE) !== TOKEN_RESOURCE)
      throw new Refusal(400, 'invalid_target', 'The resource is not known.');
    const { token, expirySeconds } = await gateway.tokens.issue({ kind: 'mosaic', clientId: client.clientId });
    return { access_token: token, expires_in: expirySeconds, token_type: 'Bearer' };
  },
} as const satisfies OperationDefinition<typeof contract.tokenResponse>;
