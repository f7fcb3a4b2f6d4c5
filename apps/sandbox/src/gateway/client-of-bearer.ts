import type { SandboxClient } from '../sandbox-options.ts';
import { bearerOf } from './bearer-of.ts';
import type { Gateway } from './gateway.ts';
import type { Exchange } from './serve-operation.ts';
import type { TokenClaims } from './tokens.ts';

/** The client whose access token came in `Authorization`, noted on the exchange; null where there is none. */
export async function clientOfBearer(
  gateway: Gateway,
  exchange: Exchange,
  kind: Exclude<TokenClaims['kind'], 'user' | 'assure-sdk'>,
): Promise<SandboxClient | null> {
  const claims = await gateway.tokens.read(bearerOf(exchange), kind);
  const client = claims === null ? undefined : gateway.settings.clients.get(claims.clientId);
  if (client === undefined) return null;
  exchange.notes.clientId = client.clientId;
  return client;
}
