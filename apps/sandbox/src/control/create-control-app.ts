import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Gateway } from '../gateway/gateway.ts';
import { armClientScenario } from './routes/arm-scenario.ts';
import { deleteUser } from './routes/delete-user.ts';
import { listClients } from './routes/list-clients.ts';
import { listLogins } from './routes/list-logins.ts';
import { listProcesses } from './routes/list-processes.ts';
import { listSubmissions } from './routes/list-submissions.ts';
import { listVerifications } from './routes/list-verifications.ts';
import { listSessions } from './routes/list-sessions.ts';
import { rotateEventKey } from './routes/rotate-event-key.ts';
import { showLogin } from './routes/show-login.ts';
import { showSession } from './routes/show-session.ts';
import { runRetention } from './routes/run-retention.ts';
import { showProcess } from './routes/show-process.ts';
import { showSubmission } from './routes/show-submission.ts';
import { showVerification } from './routes/show-verification.ts';
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
  app.get('/processes', serve(listProcesses));
  app.get('/processes/:processId', serve(showProcess));
  app.get('/verifications', serve(listVerifications));
  app.get('/verifications/:sessionId', serve(showVerification));
  app.get('/sessions', serve(listSessions));
  app.get('/sessions/:sessionId', serve(showSession));
  app.get('/logins', serve(listLogins));
  app.get('/logins/:loginId', serve(showLogin));
  app.post('/idnow/event-keys', serve(rotateEventKey));
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
