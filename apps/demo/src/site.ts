import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Serves the built page under the strict policy that the elements are made for. */
export function createSite(folder: string, gatewayOrigin: string): Hono {
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
        connectSrc: ["'self'", gatewayOrigin],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['lit-html', 'bonafide-worker'],
      },
      permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
      crossOriginEmbedderPolicy: false,
    }),
  );
  site.use('/*', serveStatic({ root: folder }));
  return site;
}
