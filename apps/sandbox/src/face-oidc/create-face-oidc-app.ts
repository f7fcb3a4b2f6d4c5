import { type Context, Hono } from 'hono';
import type { Gateway } from '../gateway/gateway.ts';
import { askProvider } from './ask-provider.ts';
import type { FaceProviders } from './face-providers.ts';
import { issuerOf } from './issuer.ts';
import { FACE_OIDC_ROUTES } from './operations.ts';
import { serveFaceOidc } from './serve-face-oidc.ts';

/** The face bridge of every tenant, below its issuer: the contract's operations, and the browser's way to the check and back. */
export function createFaceOidcApp(gateway: Gateway, providers: FaceProviders): Hono {
  const app = new Hono();
  for (const route of FACE_OIDC_ROUTES) {
    // A page of a public client asks first whether it may.
    app.on([...route.methods, 'OPTIONS'], `/:clientId${route.path}`, (context: Context) =>
      serveFaceOidc(gateway, providers, route, context),
    );
  }
  const lead = async (context: Context): Promise<Response> => {
    const clientId = context.req.param('clientId') ?? '';
    const issuer = issuerOf(gateway, context, clientId);
    const provider = await providers.of(clientId, issuer);
    if (provider === null) return context.notFound();
    const { pathname, search } = new URL(context.req.url);
    return askProvider(provider, {
      method: 'GET',
      url: new URL(pathname + search, issuer),
      mountPath: new URL(issuer).pathname,
      headers: context.req.raw.headers,
      body: null,
      photo: null,
    });
  };
  app.get('/:clientId/interaction/:uid', lead);
  app.get('/:clientId/interaction/:uid/return', lead);
  app.get('/:clientId/authorize/:uid', lead);
  return app;
}
