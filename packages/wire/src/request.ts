import { deadlineSignal, linkSignals, waitUnlessAborted } from './abort.ts';
import type { Clock } from './clock.ts';
import { readBody } from './read-body.ts';
import { parseRetryAfter } from './retry-after.ts';
import { WireError } from './wire-error.ts';

/** The part of `fetch` that is used here. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

export interface RequestOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON when it is given. */
  readonly json?: unknown;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** For one attempt, its body included. */
  readonly timeoutMs: number;
  /** Default: 1 MiB. */
  readonly maxResponseBytes?: number;
  /** `error` (default): a redirect is an error, so that no credential follows it. `manual`: it is an answer. */
  readonly redirect?: 'error' | 'manual';
  readonly signal?: AbortSignal | undefined;
}

/** An answer, whatever its status, read to its end. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The server's name for this exchange, when it gave a plausible one. */
  readonly requestId: string | undefined;
  /** From `Retry-After`. */
  readonly retryAfterMs: number | undefined;
  readonly text: string;
  /** @throws {WireError} `response-not-json` */
  json(): unknown;
}

const MEBIBYTE = 1_048_576;
const REQUEST_ID_HEADERS = ['x-request-id', 'request-id', 'x-correlation-id'] as const;

/**
 * One attempt of one exchange.
 * @throws {WireError} when there is no answer that can be read; the caller's `signal.reason` when the caller aborts
 */
export async function request(url: string, options: RequestOptions): Promise<WireResponse> {
  const { method = 'GET', json, fetch, clock, timeoutMs, maxResponseBytes = MEBIBYTE, redirect = 'error' } = options;
  options.signal?.throwIfAborted();
  const deadline = deadlineSignal(clock, timeoutMs);
  const { signal, dispose } = linkSignals(options.signal, deadline.signal);
  try {
    const response = await waitUnlessAborted(
      fetch(url, {
        method,
        headers: {
          accept: 'application/json',
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...options.headers,
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        // Never 'error': some runtimes do not know it, and those that do hide what happened.
        redirect: 'manual',
        signal,
      }),
      signal,
    );
    const { status, headers } = response;
    const requestId = requestIdOf(headers);
    if (redirect === 'error' && isRedirect(response)) {
      await response.body?.cancel();
      throw new WireError('redirected', 'the server answered with a redirect', {
        status,
        ...(requestId ? { requestId } : {}),
      });
    }
    const text = new TextDecoder().decode(await readBody(response, maxResponseBytes, signal));
    return {
      status,
      headers,
      requestId,
      retryAfterMs: parseRetryAfter(headers.get('retry-after'), clock.now()),
      text,
      json: () => parseJson(text, status, requestId),
    };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof WireError) throw error;
    if (deadline.signal.aborted) throw new WireError('timeout', `no answer within ${timeoutMs} ms`, { cause: error });
    throw new WireError('network', 'no answer: the connection failed or broke off', { cause: error });
  } finally {
    dispose();
    deadline.dispose();
  }
}

function isRedirect(response: Response): boolean {
  return (
    response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400 && response.status !== 304)
  );
}

/** What goes into errors and logs must not be whatever a server likes to send. */
function requestIdOf(headers: Headers): string | undefined {
  const id = REQUEST_ID_HEADERS.map((name) => headers.get(name)).find((value) => value !== null);
  return id && /^[\w.:/+=-]{1,128}$/.test(id) ? id : undefined;
}

function parseJson(text: string, status: number, requestId: string | undefined): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Without the cause: V8's message quotes the text.
    throw new WireError('response-not-json', 'the body is not JSON', { status, ...(requestId ? { requestId } : {}) });
  }
}
