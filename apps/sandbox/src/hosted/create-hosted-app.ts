import { type Context, Hono } from 'hono';
import type * as z from 'zod';
import type { Gateway } from '../gateway/gateway.ts';
import { type OperationDefinition, serveOperation } from '../gateway/serve-operation.ts';
import { hostedDialect } from './hosted-dialect.ts';
import { cancelHostedCheck, cancelHostedProcess } from './routes/cancel-hosted-check.ts';
import { claimHostedCheck } from './routes/claim-hosted-check.ts';
import { confirmHostedHandover } from './routes/confirm-hosted-handover.ts';
import { createHostedHandover } from './routes/create-hosted-handover.ts';
import { createHostedProcess } from './routes/create-hosted-process.ts';
import { getHostedHandover } from './routes/get-hosted-handover.ts';
import { getHostedProcess } from './routes/get-hosted-process.ts';
import { getHostedRequirements } from './routes/get-hosted-requirements.ts';
import { joinHostedHandover } from './routes/join-hosted-handover.ts';
import { putHostedImage } from './routes/put-hosted-image.ts';
import { revokeHostedHandover } from './routes/revoke-hosted-handover.ts';
import { showHostedCheck } from './routes/show-hosted-check.ts';
import { startHostedVerification } from './routes/start-hosted-verification.ts';

/** What the hosted pages ask: who sent them, and `specs/capture-backend.yaml` for the check itself. */
export function createHostedApp(gateway: Gateway): Hono {
  const app = new Hono();
  const serve =
    <Schema extends z.ZodType>(definition: OperationDefinition<Schema>) =>
    (context: Context): Promise<Response> =>
      serveOperation(gateway, hostedDialect, definition, context);
  app.post(claimHostedCheck.path, serve(claimHostedCheck));
  app.get('/checks/:checkId', serve(showHostedCheck));
  app.delete('/checks/:checkId', serve(cancelHostedCheck));
  app.get('/checks/:checkId/requirements', serve(getHostedRequirements));
  app.post('/checks/:checkId/processes', serve(createHostedProcess));
  app.get('/checks/:checkId/processes/:processId', serve(getHostedProcess));
  app.delete('/checks/:checkId/processes/:processId', serve(cancelHostedProcess));
  app.put('/checks/:checkId/processes/:processId/images/:depiction', serve(putHostedImage));
  app.post('/checks/:checkId/processes/:processId/verification', serve(startHostedVerification));
  app.post('/checks/:checkId/handover', serve(createHostedHandover));
  app.get('/checks/:checkId/handover', serve(getHostedHandover));
  app.delete('/checks/:checkId/handover', serve(revokeHostedHandover));
  app.post('/checks/:checkId/handover/confirmation', serve(confirmHostedHandover));
  app.post(joinHostedHandover.path, serve(joinHostedHandover));
  app.all('*', () =>
    Response.json({ code: 'not-found', message: 'There is no such operation.', retryable: false }, { status: 404 }),
  );
  return app;
}
