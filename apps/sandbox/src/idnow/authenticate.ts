import * as contract from '@bonafide/contracts/idnow/validators';
import type { IdnowEnvironment } from '@bonafide/contracts/idnow';
import { basicCredentials } from '../gateway/basic-credentials.ts';
import { clientOfBearer } from '../gateway/client-of-bearer.ts';
import { findClient } from '../gateway/credentials.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { Refusal } from '../gateway/refusal.ts';
import { scriptedFault } from '../gateway/scripted-fault.ts';
import type { Exchange } from '../gateway/serve-operation.ts';
import { isSameSecret } from '../is-same-secret.ts';
import type { SandboxClient } from '../sandbox-options.ts';
import { clientScope } from '../scenarios/fault-store.ts';
import { fault, noApiKey, noSession, unauthorized } from './problems.ts';

/** The client that named itself by HTTP Basic, or in the form. */
export async function authenticateSecret(
  gateway: Gateway,
  exchange: Exchange,
  form: URLSearchParams,
): Promise<SandboxClient> {
  const authorization = exchange.context.req.header('authorization');
  const [clientId, secret] =
    authorization === undefined
      ? [form.get('client_id') ?? '', form.get('client_secret') ?? '']
      : basicCredentials(authorization);
  const client = findClient(gateway.settings.clients, clientId, secret);
  if (client === null) throw new Refusal(401, 'invalid_client', 'The client is not known.');
  exchange.notes.clientId = client.clientId;
  await failIfScripted(gateway, exchange, clientScope(client.clientId));
  return client;
}

/** The client whose access token came with the request. */
export async function authenticate(gateway: Gateway, exchange: Exchange): Promise<SandboxClient> {
  const client = await clientOfBearer(gateway, exchange, 'idnow');
  if (client === null) throw unauthorized();
  await failIfScripted(gateway, exchange, clientScope(client.clientId));
  return client;
}

/** The client whose Keyless tenant's key came with the request. Each is compared, so that the time says nothing. */
export function authenticateKeyless({ settings }: Gateway, exchange: Exchange): SandboxClient {
  const shown = exchange.context.req.header('x-api-key') ?? '';
  let found: SandboxClient | null = null;
  for (const client of settings.clients.values()) {
    const key = client.idnow?.keylessApiKey;
    if (isSameSecret(shown, key ?? `unknown client ${client.clientId}`) && key !== undefined) found = client;
  }
  if (found === null) throw noApiKey();
  exchange.notes.clientId = found.clientId;
  return found;
}

/** Which of the two environments the path names. */
export function environmentOf({ context }: Exchange): IdnowEnvironment {
  const environment = contract.environment.safeParse(context.req.param('environment')).data;
  if (environment === undefined) throw noSession();
  return environment;
}

/** Gives the scripted answer instead of the real one while faults remain for this operation. */
export async function failIfScripted(gateway: Gateway, exchange: Exchange, scope: string): Promise<void> {
  const taken = await scriptedFault(gateway, exchange, scope);
  if (taken !== null) throw fault(taken.status, taken.retryAfterSeconds);
}
