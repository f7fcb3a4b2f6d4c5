import type { Context } from 'hono';
import type { Gateway } from '../../gateway/gateway.ts';
import { eraseUser } from '../../retention/erase-user.ts';

/** Erases a user and answers with a receipt. */
export async function deleteUser(gateway: Gateway, context: Context): Promise<Response> {
  const clientId = context.req.param('clientId') ?? '';
  if (!gateway.settings.clients.has(clientId)) return Response.json({ error: 'no such client' }, { status: 404 });
  return Response.json(await eraseUser(gateway, clientId, context.req.param('userId') ?? ''));
}
