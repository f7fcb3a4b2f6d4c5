import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type * as z from 'zod';
import type { Gateway } from '../gateway/gateway.ts';
import { oneKycDialect } from './dialect.ts';
import { confirmUpload } from './routes/confirm-upload.ts';
import { getImage } from './routes/get-image.ts';
import { getPartnerToken } from './routes/get-partner-token.ts';
import { getSubmissionDetails } from './routes/get-submission-details.ts';
import { getSubmissionStatus } from './routes/get-submission-status.ts';
import { getUploadUrls } from './routes/get-upload-urls.ts';
import { getUserToken } from './routes/get-user-token.ts';
import { initiateFlow } from './routes/initiate-flow.ts';
import { putUpload } from './routes/put-upload.ts';
import { type OperationDefinition, serveOperation } from '../gateway/serve-operation.ts';

/** The whole OneKYC contract, token gateway and gateway under one base. */
export function createOneKycApp(gateway: Gateway): Hono {
  const app = new Hono();
  const serve =
    <Schema extends z.ZodType>(definition: OperationDefinition<Schema>) =>
    (context: Context): Promise<Response> =>
      serveOperation(gateway, oneKycDialect, definition, context);

  // Only what a browser calls. Partner operations answer no preflight: their token has no business in a page.
  const { allowedOrigins } = gateway.settings;
  const browserFacing = cors({
    origin: allowedOrigins === '*' ? '*' : [...allowedOrigins],
    allowMethods: ['GET', 'PUT'],
    allowHeaders: ['content-type', 'x-onekyc-token', 'x-partner-session-id', 'x-sdk-session-id'],
    exposeHeaders: ['retry-after'],
    maxAge: 600,
  });
  for (const path of [getUploadUrls.path, '/coe/v1/submissions/:submissionId/status', '/uploads/:key']) {
    app.use(path, browserFacing);
  }

  app.get(getPartnerToken.path, serve(getPartnerToken));
  app.get(getUserToken.path, serve(getUserToken));
  app.post(initiateFlow.path, serve(initiateFlow));
  app.get(getUploadUrls.path, serve(getUploadUrls));
  app.put(confirmUpload.path, serve(confirmUpload));
  app.get('/coe/v1/submissions/:submissionId/status', serve(getSubmissionStatus));
  app.get(getSubmissionDetails.path, serve(getSubmissionDetails));
  app.put('/uploads/:key', serve(putUpload));
  app.get('/images/:key', (context) => getImage(gateway, context));
  app.all('*', () =>
    Response.json(
      { success: false, data: null, errors: [{ code: '404', cause: 'NO_SUCH_OPERATION' }] },
      { status: 404 },
    ),
  );
  return app;
}
