import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Its name carries a hash of its content. */
const HASHED = /^\/hosted\/assets\//;

/** Serves the built hosted pages, and nothing else, under the strict policy that the elements are made for. */
export function createHostedSite(folder: string): Hono {
  const site = new Hono();
  site.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        workerSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['lit-html', 'bonafide-worker'],
      },
      permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
      referrerPolicy: 'no-referrer',
      crossOriginEmbedderPolicy: false,
      strictTransportSecurity: false,
    }),
  );
  const files = serveStatic({
    root: relative(process.cwd(), folder) || '.',
    rewriteRequestPath: (path) => path.replace(/^\/hosted/, ''),
  });
  site.use(async (context, next) => {
    await next();
    if (!context.res.ok) return;
    const isHashed = HASHED.test(context.req.path);
    context.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  site.get('/*', (context, next) => {
    if (existsSync(join(folder, 'index.html'))) return files(context, next);
    return Promise.resolve(Response.json({ error: 'the hosted pages are not built' }, { status: 503 }));
  });
  return site;
}
