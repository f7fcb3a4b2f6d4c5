import type { FetchHandler } from './fetch-handler.ts';
import { sendWebResponse, serveNodeRequest } from './node-message.ts';
import type { NodeRequest, NodeResponse } from './node-message.ts';

export type { FetchHandler } from './fetch-handler.ts';
export type { NodeRequest, NodeResponse } from './node-message.ts';

const FIX =
  "register this route before express.json(), or give it express.raw({ type: '*/*' }) and let express.json() skip its path";

/**
 * A route handler for Express 5: `app.post('/callbacks/onekyc', toExpressHandler(handler))`. Works before any body
 * parser, and after `express.raw`. What is wrong with the integration goes to `next`.
 */
export function toExpressHandler(
  handler: FetchHandler,
): (request: NodeRequest, response: NodeResponse, next: (error: unknown) => void) => Promise<void> {
  return async (request, response, next) => {
    try {
      await sendWebResponse(await serveNodeRequest(handler, request, FIX), response);
    } catch (error) {
      next(error);
    }
  };
}
