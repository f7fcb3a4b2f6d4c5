import { scriptedFault } from '../gateway/scripted-fault.ts';
import { clientScope } from '../scenarios/fault-store.ts';
import type { SandboxClient } from '../sandbox-options.ts';
import { findClient } from '../gateway/credentials.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { fault, invalid, unauthorized } from './refusals.ts';
import type { Exchange } from '../gateway/serve-operation.ts';

/** The client whose `client-id` and `pass-key` came with the request. */
export async function authenticateCredentials(gateway: Gateway, exchange: Exchange): Promise<SandboxClient> {
  const { operation, context } = exchange;
  const clientId = context.req.header('client-id')?.trim() ?? '';
  const passKey = context.req.header('pass-key')?.trim() ?? '';
  if (clientId === '' && passKey === '') throw invalid(operation, 1539, 'MISSING_CLIENT_ID_OR_PASS_KEY');
  if (clientId === '') throw invalid(operation, 1539, 'CLIENT_ID_CAN_NOT_BE_EMPTY');
  if (passKey === '') throw invalid(operation, 1539, 'PASS_KEY_CAN_NOT_BE_EMPTY');
  const client = findClient(gateway.settings.clients, clientId, passKey);
  if (client === null) throw unauthorized(operation);
  await failIfScripted(gateway, exchange, clientScope(clientId));
  return client;
}

/** The client whose partner token came with the request. */
export async function authenticatePartner(gateway: Gateway, exchange: Exchange): Promise<SandboxClient> {
  const { operation, context } = exchange;
  const claims = await gateway.tokens.read(context.req.header('x-onekyc-token') ?? '', 'partner');
  const client = claims === null ? undefined : gateway.settings.clients.get(claims.clientId);
  if (client === undefined) throw unauthorized(operation);
  exchange.notes.clientId = client.clientId;
  await failIfScripted(gateway, exchange, clientScope(client.clientId));
  return client;
}

/** Gives the scripted answer instead of the real one while faults remain for this operation. */
export async function failIfScripted(gateway: Gateway, exchange: Exchange, scope: string): Promise<void> {
  const taken = await scriptedFault(gateway, exchange, scope);
  if (taken !== null) throw fault(exchange.operation, taken.status, taken.retryAfterSeconds);
}
