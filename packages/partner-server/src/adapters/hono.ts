import type { FetchHandler } from './fetch-handler.ts';

export type { FetchHandler } from './fetch-handler.ts';

/** The part of a Hono context that is used. */
export interface HonoContextLike {
  readonly req: { readonly raw: Request };
}

/**
 * A route handler for Hono: `app.post('/callbacks/onekyc', toHonoHandler(handler))`. Middleware before it must not read
 * the body (`body-not-raw` otherwise).
 */
export function toHonoHandler(handler: FetchHandler): (context: HonoContextLike) => Promise<Response> {
  return (context) => handler(context.req.raw);
}
