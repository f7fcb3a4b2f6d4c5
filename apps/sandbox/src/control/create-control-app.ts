import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Gateway } from '../onekyc/gateway.ts';
import { armClientScenario } from './routes/arm-scenario.ts';
import { deleteUser } from './routes/delete-user.ts';
import { listClients } from './routes/list-clients.ts';
import { listSubmissions } from './routes/list-submissions.ts';
import { runRetention } from './routes/run-retention.ts';
import { showSubmission } from './routes/show-submission.ts';
import { streamEvents } from './routes/stream-events.ts';
import { isControlCallAllowed } from './is-control-call-allowed.ts';

/** What an operator of the sandbox sees and sets. Never reachable with a partner's or a user's token. */
export function createControlApp(gateway: Gateway): Hono {
  const app = new Hono();
  app.use('*', guard(gateway));
  const serve = (handler: (gateway: Gateway, context: Context) => Promise<Response> | Response) => (context: Context) =>
    handler(gateway, context);
  app.get('/clients', serve(listClients));
  app.put('/clients/:clientId/scenario', serve(armClientScenario));
  app.delete('/clients/:clientId/scenario', serve(armClientScenario));
  app.delete('/clients/:clientId/users/:userId', serve(deleteUser));
  app.get('/submissions', serve(listSubmissions));
  app.get('/submissions/:submissionId', serve(showSubmission));
  app.get('/events', serve(streamEvents));
  app.post('/retention', serve(runRetention));
  app.all('*', () => Response.json({ error: 'not found' }, { status: 404 }));
  return app;
}

function guard({ settings }: Gateway): MiddlewareHandler {
  return async (context, next) => {
    const allowed = isControlCallAllowed(context.req.raw, settings);
    if (!allowed.ok) return Response.json({ error: allowed.why }, { status: 403 });
    await next();
    if (allowed.corsOrigin === null) return undefined;
    context.header('access-control-allow-origin', allowed.corsOrigin);
    context.header('vary', 'origin');
    return undefined;
  };
}
