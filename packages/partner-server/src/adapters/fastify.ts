import type { FetchHandler } from './fetch-handler.ts';
import { serveNodeRequest } from './node-message.ts';
import type { NodeRequest } from './node-message.ts';

export type { FetchHandler } from './fetch-handler.ts';

/** The part of a Fastify 5 instance that is used. */
export interface FastifyLike {
  removeAllContentTypeParsers(): void;
  addContentTypeParser(
    contentType: string,
    options: { parseAs: 'buffer'; bodyLimit?: number },
    parser: (request: unknown, body: Uint8Array, done: (error: Error | null, body?: unknown) => void) => void,
  ): unknown;
  all(path: string, handler: (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<unknown>): unknown;
}

interface FastifyRequestLike {
  readonly raw: NodeRequest;
  readonly body: unknown;
}

interface FastifyReplyLike {
  code(status: number): unknown;
  header(name: string, value: string): unknown;
  send(payload: Uint8Array): unknown;
}

/**
 * A plugin that serves one path: `app.register(toFastifyPlugin('/callbacks/onekyc', handler))`. Its raw-body parser is
 * encapsulated: the parsers of other routes stay as they are. Do not wrap it in `fastify-plugin`, which would undo that.
 *
 * @param maxBodyBytes What Fastify reads at most. Default: its own 1 MiB; `captureBackendHandler` takes pictures of 4 MB.
 */
export function toFastifyPlugin(
  path: string,
  handler: FetchHandler,
  maxBodyBytes?: number,
): (instance: FastifyLike) => Promise<void> {
  // eslint-disable-next-line typescript/require-await -- Fastify takes a plugin without a callback only when it is async
  return async (instance) => {
    const options = { parseAs: 'buffer', ...(maxBodyBytes !== undefined && { bodyLimit: maxBodyBytes }) } as const;
    instance.removeAllContentTypeParsers();
    instance.addContentTypeParser('*', options, (_, body, done) => done(null, body));
    instance.all(path, async ({ raw, body }, reply) => {
      // Fastify has read the stream; what it read is handed on in its place.
      const source: NodeRequest = {
        method: raw.method,
        url: raw.url,
        headers: raw.headers,
        ...(raw.rawHeaders === undefined ? {} : { rawHeaders: raw.rawHeaders }),
        body: body ?? new Uint8Array(),
        [Symbol.asyncIterator]: () => raw[Symbol.asyncIterator](),
      };
      const response = await serveNodeRequest(handler, source, 'register the plugin without fastify-plugin');
      reply.code(response.status);
      for (const [name, value] of response.headers) reply.header(name, value);
      return reply.send(new Uint8Array(await response.arrayBuffer()));
    });
  };
}
