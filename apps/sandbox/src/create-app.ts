import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { createControlApp } from './control/create-control-app.ts';
import { serveControlPage } from './control/serve-control-page.ts';
import { isUnstorableText } from './database/is-unstorable-text.ts';
import type { OpenDatabase } from './database/database-handle.ts';
import { createOneKycApp } from './onekyc/create-onekyc-app.ts';
import type { Gateway } from './onekyc/gateway.ts';

/** Everything that the sandbox serves, on one port: the gateways, the control page, and its health. */
export function createApp(
  gateway: Gateway,
  health: { readonly isHealthy: () => Promise<void>; readonly database: OpenDatabase['kind'] },
): Hono {
  const app = new Hono();
  app.use(
    '*',
    secureHeaders({
      // The control page is the only document; it needs its own two files and its own interface.
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      // Browser-facing operations are read by other origins under CORS; the image route says so for itself.
      crossOriginResourcePolicy: false,
      strictTransportSecurity: false,
    }),
  );
  app.use('*', async (context, next) => {
    await next();
    if (context.res.headers.get('cache-control') === null) context.header('cache-control', 'no-store');
  });
  app.onError((error) => {
    if (isUnstorableText(error)) return Response.json({ error: 'a character that no text may have' }, { status: 400 });
    gateway.log.error('request-failed', error);
    return Response.json({ error: 'internal' }, { status: 500 });
  });
  app.get('/health', async () => {
    try {
      await health.isHealthy();
      return Response.json({ status: 'ok', database: health.database });
    } catch (error) {
      gateway.log.error('unhealthy', error);
      return Response.json({ status: 'failing', database: health.database }, { status: 503 });
    }
  });
  app.route('/onekyc', createOneKycApp(gateway));
  app.get('/hosted/*', () =>
    Response.json({ error: 'this sandbox has no hosted capture page; use source SDK' }, { status: 501 }),
  );
  if (gateway.settings.control.enabled) {
    app.route('/control/api', createControlApp(gateway));
    app.get('/favicon.ico', () => new Response(null, { status: 204 }));
    app.get('/', (context) => context.redirect('/control/'));
    app.get('/control', (context) => context.redirect('/control/'));
    app.get('/control/:file{[a-z.-]*}', (context) => serveControlPage(context.req.param('file') ?? ''));
  }
  app.notFound(() => Response.json({ error: 'not found' }, { status: 404 }));
  return app;
}
