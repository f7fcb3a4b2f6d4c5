import type { Context } from 'hono';
import type { Gateway } from '../../gateway/gateway.ts';

const KEEP_ALIVE_MS = 15_000;

/**
 * Server-sent events: each request as it is answered, each callback as it is made. `Last-Event-ID` (or `?since=`)
 * resumes; `?correlationId=` narrows to one journey (token requests, which belong to none, stay).
 */
export function streamEvents({ feed, signal }: Gateway, context: Context): Response {
  const since = Number(context.req.header('last-event-id') ?? context.req.query('since') ?? 0);
  const correlationId = context.req.query('correlationId');
  const ended = new AbortController();
  const until = AbortSignal.any([signal, ended.signal]);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string): void => controller.enqueue(encoder.encode(text));
      const keepAlive = setInterval(() => write(': still here\n\n'), KEEP_ALIVE_MS);
      keepAlive.unref();
      until.addEventListener('abort', () => {
        clearInterval(keepAlive);
        // A reader that left has already closed the stream.
        if (!ended.signal.aborted) controller.close();
      });
      write(': open\n\n');
      feed.subscribe(
        Number.isSafeInteger(since) ? since : 0,
        (event) => {
          const isOthers = event.correlationId !== null && event.correlationId !== correlationId;
          if (correlationId !== undefined && isOthers) return;
          write(`id: ${event.id}\nevent: exchange\ndata: ${JSON.stringify(event)}\n\n`);
        },
        until,
      );
    },
    cancel() {
      ended.abort();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}
