import { type Context, Hono } from 'hono';
import type * as z from 'zod';
import type { Gateway } from '../gateway/gateway.ts';
import { type OperationDefinition, serveOperation } from '../gateway/serve-operation.ts';
import { assureDialect } from './dialect.ts';
import { cancelProcess } from './routes/cancel-process.ts';
import { createCaptureConfiguration } from './routes/create-capture-configuration.ts';
import { createDossier } from './routes/create-dossier.ts';
import { createProcess } from './routes/create-process.ts';
import { deleteDossier } from './routes/delete-dossier.ts';
import { deleteFiles } from './routes/delete-files.ts';
import { deleteProcess } from './routes/delete-process.ts';
import { downloadFullResult } from './routes/download-full-result.ts';
import { getCaptureConfiguration } from './routes/get-capture-configuration.ts';
import { getDocumentTypes } from './routes/get-document-types.ts';
import { getDossier } from './routes/get-dossier.ts';
import { getFiles } from './routes/get-files.ts';
import { getImage } from './routes/get-image.ts';
import { getProcess } from './routes/get-process.ts';
import { getUserData } from './routes/get-user-data.ts';
import { postToken } from './routes/post-token.ts';
import { redactImage } from './routes/redact-image.ts';
import { setFiles } from './routes/set-files.ts';
import { setImages } from './routes/set-images.ts';
import { setUserData } from './routes/set-user-data.ts';
import { startCapture } from './routes/start-capture.ts';
import { startVerification } from './routes/start-verification.ts';
import { updateCaptureConfiguration } from './routes/update-capture-configuration.ts';
import { watermarkImage } from './routes/watermark-image.ts';

/** The whole Assure contract with its token endpoint. No operation answers a page of another origin: only servers call. */
export function createAssureApp(gateway: Gateway): Hono {
  const app = new Hono();
  const on = <Schema extends z.ZodType>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    definition: OperationDefinition<Schema>,
  ): void => {
    const path = definition.path.replaceAll(/\{(\w+)\}/g, ':$1');
    app.on(method, path, (context: Context) => serveOperation(gateway, assureDialect, definition, context));
  };
  on('POST', postToken);
  on('POST', createDossier);
  on('GET', getDossier);
  on('DELETE', deleteDossier);
  on('GET', getUserData);
  on('PUT', setUserData);
  on('POST', setFiles);
  on('GET', getFiles);
  on('DELETE', deleteFiles);
  on('POST', startCapture);
  on('GET', getCaptureConfiguration);
  on('POST', createCaptureConfiguration);
  on('PUT', updateCaptureConfiguration);
  on('POST', watermarkImage);
  on('POST', redactImage);
  on('GET', getDocumentTypes);
  on('POST', createProcess);
  on('GET', getProcess);
  on('DELETE', deleteProcess);
  on('PUT', setImages);
  on('GET', getImage);
  on('POST', startVerification);
  on('GET', downloadFullResult);
  on('POST', cancelProcess);
  return app;
}
