import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { createAssureApp } from './assure/create-assure-app.ts';
import { createControlApp } from './control/create-control-app.ts';
import { serveControlPage } from './control/serve-control-page.ts';
import { isUnstorableText } from './database/is-unstorable-text.ts';
import type { OpenDatabase } from './database/database-handle.ts';
import { createOneKycApp } from './onekyc/create-onekyc-app.ts';
import { createFaceOidcApp } from './face-oidc/create-face-oidc-app.ts';
import type { FaceProviders } from './face-oidc/face-providers.ts';
import { FACE_OIDC_PREFIX } from './face-oidc/issuer.ts';
import { createHostedApp } from './hosted/create-hosted-app.ts';
import { createHostedSite } from './hosted/create-hosted-site.ts';
import { createIdnowApp } from './idnow/create-idnow-app.ts';
import type { Gateway } from './gateway/gateway.ts';
import { NOTICE_STYLE_SOURCE } from './gateway/notice-page.ts';
import { createMosaicApp } from './mosaic/create-mosaic-app.ts';

/** Everything that the sandbox serves, on one port: the gateways, the control page, and its health. */
export function createApp(
  gateway: Gateway,
  faceProviders: FaceProviders,
  health: { readonly isHealthy: () => Promise<void>; readonly database: OpenDatabase['kind'] },
): Hono {
  const app = new Hono();
  const headers = secureHeaders({
    // The control page needs its own two files and its own interface; the other documents only say something.
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", NOTICE_STYLE_SOURCE],
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
  });
  // The hosted pages bring their own.
  const isPage = (path: string): boolean => path.startsWith('/hosted/') && !path.startsWith('/hosted/api/');
  app.use('*', (context, next) => (isPage(context.req.path) ? next() : headers(context, next)));
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
  app.route('/', createAssureApp(gateway));
  app.route('/mosaic', createMosaicApp(gateway));
  app.route(FACE_OIDC_PREFIX, createFaceOidcApp(gateway, faceProviders));
  app.route('/idnow', createIdnowApp(gateway));
  app.route('/hosted/api', createHostedApp(gateway));
  app.get('/hosted', (context) => context.redirect('/hosted/'));
  app.route('/hosted', createHostedSite(gateway.settings.hostedPages));
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
