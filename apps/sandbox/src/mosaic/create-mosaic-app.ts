import { type Context, Hono } from 'hono';
import type * as z from 'zod';
import type { Gateway } from '../gateway/gateway.ts';
import { type OperationDefinition, serveOperation } from '../gateway/serve-operation.ts';
import { mosaicDialect } from './dialect.ts';
import { createFaceAuthentication } from './routes/create-face-authentication.ts';
import { createVerification } from './routes/create-verification.ts';
import { deleteVerification } from './routes/delete-verification.ts';
import { getFaceAuthenticationResult } from './routes/get-face-authentication-result.ts';
import { getHostedPage } from './routes/get-hosted-page.ts';
import { getVerificationConsent } from './routes/get-verification-consent.ts';
import { getVerificationImage, getVerificationImages } from './routes/get-verification-images.ts';
import { getVerificationResult } from './routes/get-verification-result.ts';
import { getVerificationStatus } from './routes/get-verification-status.ts';
import { postToken } from './routes/post-token.ts';

/** The whole Mosaic contract. No operation answers a page of another origin: only servers call, and one address is opened. */
export function createMosaicApp(gateway: Gateway): Hono {
  const app = new Hono();
  const on = <Schema extends z.ZodType>(
    method: 'GET' | 'POST' | 'DELETE',
    definition: OperationDefinition<Schema>,
  ): void => {
    const path = definition.path.replaceAll(/\{(\w+)\}/g, ':$1');
    app.on(method, path, (context: Context) => serveOperation(gateway, mosaicDialect, definition, context));
  };
  on('POST', postToken);
  on('POST', createVerification);
  on('DELETE', deleteVerification);
  on('GET', getVerificationStatus);
  on('GET', getVerificationConsent);
  on('GET', getVerificationResult);
  on('GET', getVerificationImages);
  on('GET', getVerificationImage);
  on('POST', createFaceAuthentication);
  on('GET', getFaceAuthenticationResult);
  on('GET', getHostedPage);
  return app;
}
