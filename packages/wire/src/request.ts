import { deadlineSignal, linkSignals, waitUnlessAborted } from './abort.ts';
import type { Clock } from './clock.ts';
import { passBody, readBody } from './read-body.ts';
import { parseRetryAfter } from './retry-after.ts';
import { WireError } from './wire-error.ts';

/** The part of `fetch` that is used here. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

export interface RequestOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON when it is given. */
  readonly json?: unknown;
  /** Sent as `application/x-www-form-urlencoded` when it is given, instead of `json`. */
  readonly form?: Readonly<Record<string, string>>;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** For one attempt, its body included. */
  readonly timeoutMs: number;
  /** Default: 1 MiB. */
  readonly maxResponseBytes?: number;
  /**
   * Takes the body of a success as it comes, instead of `text`; any other answer is still read. What it throws ends the exchange
   * and comes out as it is.
   */
  readonly receive?: ((chunk: Uint8Array) => void | Promise<void>) | undefined;
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
  /** Empty where `receive` took it. */
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
  const { method = 'GET', fetch, clock, timeoutMs, redirect = 'error' } = options;
  const { receive, maxResponseBytes = MEBIBYTE } = options;
  let refused: { readonly error: unknown } | undefined;
  const content = toContent(options);
  options.signal?.throwIfAborted();
  const deadline = deadlineSignal(clock, timeoutMs);
  const { signal, dispose } = linkSignals(options.signal, deadline.signal);
  try {
    const response = await waitUnlessAborted(
      fetch(url, {
        method,
        headers: {
          accept: 'application/json',
          ...(content === undefined ? {} : { 'content-type': content.type }),
          ...options.headers,
        },
        ...(content === undefined ? {} : { body: content.body }),
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
    const text = response.ok && receive !== undefined ? await hand(response, receive) : await read(response);
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
    if (refused !== undefined) throw refused.error;
    if (error instanceof WireError) throw error;
    if (deadline.signal.aborted) throw new WireError('timeout', `no answer within ${timeoutMs} ms`, { cause: error });
    throw new WireError('network', 'no answer: the connection failed or broke off', { cause: error });
  } finally {
    dispose();
    deadline.dispose();
  }

  async function read(response: Response): Promise<string> {
    const maxBytes = receive === undefined ? maxResponseBytes : MEBIBYTE;
    return new TextDecoder().decode(await readBody(response, maxBytes, signal));
  }

  async function hand(response: Response, take: NonNullable<RequestOptions['receive']>): Promise<''> {
    await passBody(response, maxResponseBytes, signal, async (chunk) => {
      try {
        await take(chunk);
      } catch (error) {
        refused = { error };
        throw error;
      }
    });
    return '';
  }
}

function toContent({ json, form }: RequestOptions): { readonly type: string; readonly body: string } | undefined {
  if (form !== undefined)
    return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
  return json === undefined ? undefined : { type: 'application/json', body: JSON.stringify(json) };
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
