import type { FetchHandler } from './fetch-handler.ts';
import { sendWebResponse, serveNodeRequest } from './node-message.ts';
import type { NodeRequest, NodeResponse } from './node-message.ts';

export type { FetchHandler } from './fetch-handler.ts';
export type { NodeRequest, NodeResponse } from './node-message.ts';

export interface NextRoute {
  readonly GET: FetchHandler;
  readonly POST: FetchHandler;
  readonly PUT: FetchHandler;
  readonly DELETE: FetchHandler;
}

/**
 * Route handlers of the App Router: `export const { POST } = toNextRoute(handler)` in `route.ts`, or all four of them for
 * `captureBackendHandler` in `[...path]/route.ts`.
 */
export function toNextRoute(handler: FetchHandler): NextRoute {
  return { GET: handler, POST: handler, PUT: handler, DELETE: handler };
}

/**
 * An API route of the Pages Router. Next parses bodies there unless the same file says
 * `export const config = { api: { bodyParser: false } }`.
 */
export function toNextApiRoute(handler: FetchHandler): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    const fix = 'export const config = { api: { bodyParser: false } } from the same file';
    await sendWebResponse(await serveNodeRequest(handler, request, fix), response);
  };
}
