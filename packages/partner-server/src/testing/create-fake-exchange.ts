/** A request as a fake gateway received it. */
export interface FakeGatewayRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON parsed, anything else as text; undefined when there was none. */
  readonly body: unknown;
}

/** What every fake gateway can do. */
export interface FakeExchange {
  /** Give this to the client as its `fetch`. */
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  readonly requests: readonly FakeGatewayRequest[];
  /** How many requests went to a path, for example `PATHS.partnerToken`. */
  countOf(path: string): number;
  /** Answers the next request to `path` with `answer` instead; several queue up. */
  next(path: string, answer: () => Response | Promise<Response>): void;
}

/**
 * A gateway in one `fetch` function.
 * @param delay Awaited before each answer, for latency and for races that a test settles itself.
 */
export function createFakeExchange(
  answer: (request: FakeGatewayRequest) => Response | Promise<Response>,
  delay?: (path: string) => Promise<void>,
): FakeExchange {
  const requests: FakeGatewayRequest[] = [];
  const scripted = new Map<string, (() => Response | Promise<Response>)[]>();
  return {
    async fetch(input, init) {
      const { method = 'GET', body } = init;
      const headers = Object.fromEntries(new Headers(init.headers));
      const request: FakeGatewayRequest = {
        method,
        path: new URL(input).pathname,
        headers,
        body: typeof body === 'string' ? parseBody(body, headers['content-type']) : undefined,
      };
      requests.push(request);
      await delay?.(request.path);
      init.signal?.throwIfAborted();
      return await (scripted.get(request.path)?.shift() ?? (() => answer(request)))();
    },
    requests,
    countOf: (path) => requests.filter((request) => request.path === path).length,
    next(path, respond) {
      scripted.set(path, [...(scripted.get(path) ?? []), respond]);
    },
  };
}

function parseBody(body: string, contentType: string | undefined): unknown {
  return contentType === 'application/json' ? (JSON.parse(body) as unknown) : body;
}
