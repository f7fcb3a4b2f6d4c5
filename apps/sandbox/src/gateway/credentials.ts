import { isSameSecret } from '../is-same-secret.ts';
import type { SandboxClient } from '../sandbox-options.ts';

/** The client that a pair of credentials belongs to, or null. Takes as long for an unknown client as for a wrong key. */
export function findClient(
  clients: ReadonlyMap<string, SandboxClient>,
  clientId: string,
  passKey: string,
): SandboxClient | null {
  const client = clients.get(clientId);
  const expected = client?.passKey ?? `unknown client ${clientId}`;
  return isSameSecret(passKey, expected) && client !== undefined ? client : null;
}
