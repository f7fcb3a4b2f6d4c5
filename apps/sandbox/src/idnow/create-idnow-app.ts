import { type Context, Hono } from 'hono';
import type * as z from 'zod';
import type { Gateway } from '../gateway/gateway.ts';
import { type OperationDefinition, serveOperation } from '../gateway/serve-operation.ts';
import { idnowDialect } from './dialect.ts';
import { createSession } from './routes/create-session.ts';
import { deleteUser } from './routes/delete-user.ts';
import { getEventKeys } from './routes/get-event-keys.ts';
import { getPlayer } from './routes/get-player.ts';
import { getSession } from './routes/get-session.ts';
import { getTransactionKey } from './routes/get-transaction-key.ts';
import { getVaultEntry } from './routes/get-vault-entry.ts';
import { postToken } from './routes/post-token.ts';
import { postVerifyTransaction } from './routes/post-verify-transaction.ts';

/** IDnow's platform and Keyless under one base. But for the player, only servers call: no page of another origin is answered. */
export function createIdnowApp(gateway: Gateway): Hono {
  const app = new Hono();
  const on = <Schema extends z.ZodType>(
    method: 'GET' | 'POST' | 'DELETE',
    definition: OperationDefinition<Schema>,
  ): void => {
    const path = definition.path.replaceAll(/\{(\w+)\}/g, ':$1');
    app.on(method, path, (context: Context) => serveOperation(gateway, idnowDialect, definition, context));
  };
  on('POST', postToken);
  on('POST', createSession);
  on('GET', getSession);
  on('GET', getVaultEntry);
  on('GET', getEventKeys);
  on('GET', getPlayer);
  on('GET', getTransactionKey);
  on('POST', postVerifyTransaction);
  on('DELETE', deleteUser);
  return app;
}
