import { clientOfBearer } from '../gateway/client-of-bearer.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { scriptedFault } from '../gateway/scripted-fault.ts';
import type { Exchange } from '../gateway/serve-operation.ts';
import type { SandboxClient } from '../sandbox-options.ts';
import { clientScope } from '../scenarios/fault-store.ts';
import { fault, unauthorized } from './problems.ts';

/** The client whose access token came with the request. */
export async function authenticate(gateway: Gateway, exchange: Exchange): Promise<SandboxClient> {
  const client = await clientOfBearer(gateway, exchange, 'mosaic');
  if (client === null) throw unauthorized();
  await failIfScripted(gateway, exchange, clientScope(client.clientId));
  return client;
}

/** Gives the scripted answer instead of the real one while faults remain for this operation. */
export async function failIfScripted(gateway: Gateway, exchange: Exchange, scope: string): Promise<void> {
  const taken = await scriptedFault(gateway, exchange, scope);
  if (taken !== null) throw fault(taken.status, taken.retryAfterSeconds);
}
