import type { FetchHandler } from './fetch-handler.ts';
import { sendWebResponse, serveNodeRequest } from './node-message.ts';
import type { NodeRequest, NodeResponse } from './node-message.ts';

export type { FetchHandler } from './fetch-handler.ts';
export type { NodeRequest, NodeResponse } from './node-message.ts';

/**
 * A listener for `http.createServer` (or one route of it).
 *
 * @param onError Hears what is wrong with the integration, such as a body that something has parsed; the caller is
 *   answered 500. Default: rethrow, as an unhandled rejection that nobody overlooks.
 */
export function toNodeListener(
  handler: FetchHandler,
  onError?: (error: unknown) => void,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    try {
      const answer = await serveNodeRequest(handler, request, 'let no parser run before this listener');
      await sendWebResponse(answer, response);
    } catch (error) {
      response.statusCode = 500;
      response.end();
      if (onError === undefined) throw error;
      onError(error);
    }
  };
}
