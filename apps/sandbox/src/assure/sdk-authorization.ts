import { bearerOf } from '../gateway/bearer-of.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Exchange } from '../gateway/serve-operation.ts';
import type { SandboxClient } from '../sandbox-options.ts';

/** Life of a token for the provider's SDK. Source: documented by the provider, for one that is made by hand. */
const LIFETIME_SECONDS = 90 * 60;

/** The `authorization` of a process: whoever has it may hand in that process's pictures, and nothing else. */
export async function issueSdkAuthorization(gateway: Gateway, clientId: string, processId: string): Promise<string> {
  const { token } = await gateway.tokens.issue({ kind: 'assure-sdk', clientId, processId }, LIFETIME_SECONDS);
  return token;
}

/** The client whose process of the path the token in the request is for, noted on the exchange; null where it is not. */
export async function clientOfSdkAuthorization(gateway: Gateway, exchange: Exchange): Promise<SandboxClient | null> {
  const claims = await gateway.tokens.read(bearerOf(exchange), 'assure-sdk');
  if (claims?.kind !== 'assure-sdk' || claims.processId !== exchange.context.req.param('processId')) return null;
  const client = gateway.settings.clients.get(claims.clientId);
  if (client === undefined) return null;
  exchange.notes.clientId = client.clientId;
  return client;
}
