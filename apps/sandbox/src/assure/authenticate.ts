import { basicCredentials } from '../gateway/basic-credentials.ts';
import { clientOfBearer } from '../gateway/client-of-bearer.ts';
import { findClient } from '../gateway/credentials.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { Refusal } from '../gateway/refusal.ts';
import { scriptedFault } from '../gateway/scripted-fault.ts';
import type { Exchange } from '../gateway/serve-operation.ts';
import type { SandboxClient } from '../sandbox-options.ts';
import { clientScope } from '../scenarios/fault-store.ts';
import { fault, tooMany, unauthorized } from './problems.ts';
import { clientOfSdkAuthorization } from './sdk-authorization.ts';

/** The client that named itself by HTTP Basic (`client_secret_basic`). */
export async function authenticateSecret(gateway: Gateway, exchange: Exchange): Promise<SandboxClient> {
  const [clientId, secret] = basicCredentials(exchange.context.req.header('authorization'));
  const client = findClient(gateway.settings.clients, clientId, secret);
  if (client === null) throw new Refusal(401, 'invalid_client', 'The client is not known.');
  exchange.notes.clientId = client.clientId;
  await failIfScripted(gateway, exchange, clientScope(client.clientId));
  return client;
}

/** The client whose access token came with the request. */
export async function authenticate(gateway: Gateway, exchange: Exchange): Promise<SandboxClient> {
  return admit(gateway, exchange, await clientOfBearer(gateway, exchange, 'assure'));
}

/** The same, or the client that the person's app stands for, with the process's own token. */
export async function authenticateApp(gateway: Gateway, exchange: Exchange): Promise<SandboxClient> {
  const ofApp = await clientOfSdkAuthorization(gateway, exchange);
  return ofApp === null ? authenticate(gateway, exchange) : admit(gateway, exchange, ofApp);
}

async function admit(gateway: Gateway, exchange: Exchange, client: SandboxClient | null): Promise<SandboxClient> {
  if (client === null) throw unauthorized();
  // By the dossier that is asked for, also one that is not there, so that one end-user's polling does not starve another's.
  const waitSeconds = gateway.assureLimit.take(`${client.clientId} ${exchange.context.req.param('dossierId') ?? ''}`);
  if (waitSeconds !== null) throw tooMany(waitSeconds);
  await failIfScripted(gateway, exchange, clientScope(client.clientId));
  return client;
}

/** Gives the scripted answer instead of the real one while faults remain for this operation. */
export async function failIfScripted(gateway: Gateway, exchange: Exchange, scope: string): Promise<void> {
  const taken = await scriptedFault(gateway, exchange, scope);
  if (taken !== null) throw fault(taken.status, taken.retryAfterSeconds);
}
