import type { Context } from 'hono';
import type { Gateway } from '../../gateway/gateway.ts';
import { readBody } from '../../gateway/read-body.ts';
import { armScenario } from '../../scenarios/fault-store.ts';
import { parseScenario } from '../../scenarios/parse-scenario.ts';

const MAXIMUM_BYTES = 8 * 1024;

/** Sets (PUT, a name or JSON) or clears (DELETE) the scenario of the client's next flow. */
export async function armClientScenario(gateway: Gateway, context: Context): Promise<Response> {
  const clientId = context.req.param('clientId') ?? '';
  if (!gateway.settings.clients.has(clientId)) return Response.json({ error: 'no such client' }, { status: 404 });
  if (context.req.method === 'DELETE') {
    await armScenario(gateway.db, clientId, null);
    return Response.json({ nextScenario: null });
  }
  const bytes = await readBody(context, MAXIMUM_BYTES);
  try {
    const scenario = parseScenario(new TextDecoder().decode(bytes ?? new Uint8Array()));
    await armScenario(gateway.db, clientId, scenario);
    return Response.json({ nextScenario: scenario });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return Response.json({ error: error.message }, { status: 400 });
  }
}
