import { hear } from '../gateway/hear.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import { toSettings } from './capture-backend-options.ts';
import type { CaptureBackendOptions } from './capture-backend-options.ts';
import { createCaptureRecords } from './capture-record.ts';
import { createHandoverRecords } from './handover/handover-record.ts';
import { findByToken } from './handover/phone-token.ts';
import { serveHandover } from './handover/serve-handover.ts';
import { isOwnPage } from './is-own-page.ts';
import { answerFailure, CaptureRefusal, isWorthHearing } from './refusal.ts';
import { isHandoverRoute, toRoute } from './route.ts';
import { serveCapture } from './serve-capture.ts';

/**
 * The endpoints that the page of `<id-verification>` speaks to, on top of Assure: `capture-backend.yaml`, at whatever path you
 * mount it, all methods. The page's session is yours to tell (`authorize`); the decision is the gateway's, and yours to read.
 *
 * The returned function rejects only with `body-not-raw`: something before it has read the body.
 * @throws {TypeError} when an option cannot work
 */
export function captureBackendHandler(options: CaptureBackendOptions): (request: Request) => Promise<Response> {
  const settings = toSettings(options);
  const captures = createCaptureRecords(settings.store, settings.clock);
  const handovers = createHandoverRecords(settings.store, settings.clock);
  return async (request) => {
    if (request.bodyUsed) {
      throw new PartnerServerError(
        'body-not-raw',
        'the body was read before: pass the request on before anything parses it (see the adapters)',
      );
    }
    try {
      const route = toRoute(request.method, new URL(request.url).pathname);
      if (route.operation === 'none') return refuseRoute(route.allow);
      const isRead = request.method === 'GET';
      if (!isRead && !isOwnPage(request, settings.allowedOrigins)) throw new CaptureRefusal('origin-forbidden');
      const phone = await findByToken(handovers, request, settings.clock.now());
      return isHandoverRoute(route)
        ? await serveHandover(settings, captures, handovers, request, route, phone)
        : await serveCapture(settings, captures, handovers, request, route, phone);
    } catch (error) {
      if (isWorthHearing(error)) hear(settings.onError, error);
      return answerFailure(error);
    }
  };
}

function refuseRoute(allow: readonly string[]): Response {
  if (allow.length === 0) return answerFailure(new CaptureRefusal('not-found'));
  const response = answerFailure(new CaptureRefusal('method-not-allowed'));
  response.headers.set('allow', allow.join(', '));
  return response;
}
