import { PartnerServerError } from '../partner-server-error.ts';
import type { FetchHandler } from './fetch-handler.ts';

/** The part of `http.IncomingMessage` that is used; frameworks may have put a `body` there. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly rawHeaders?: readonly string[];
  readonly body?: unknown;
  readonly readableEnded?: boolean;
  once?(event: 'close', listener: () => void): unknown;
}

/** The part of `http.ServerResponse` that is used. */
export interface NodeResponse {
  statusCode: number;
  readonly writableEnded?: boolean;
  setHeader(name: string, value: string): unknown;
  end(data?: Uint8Array): unknown;
}

const ORIGIN = 'http://localhost';
/** Methods that no `Request` may have (Fetch standard), and that anybody may send to a server. */
const UNSERVABLE_METHODS: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK']);

/**
 * The handler's answer to a Node request, whose body reaches it untouched.
 * @throws {PartnerServerError} `body-not-raw` when a parser has been at it, with the fix for this framework
 */
export async function serveNodeRequest(handler: FetchHandler, request: NodeRequest, fix: string): Promise<Response> {
  if (UNSERVABLE_METHODS.has(request.method?.toUpperCase() ?? '')) return new Response(null, { status: 405 });
  return await handler(toWebRequest(request, fix));
}

function toWebRequest(request: NodeRequest, fix: string): Request {
  const method = request.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const controller = new AbortController();
  request.once?.('close', () => {
    // Also fires after a request that was read to its end.
    if (request.readableEnded !== true) controller.abort();
  });
  return new Request(toAddress(request.url ?? '/'), {
    method,
    headers: toHeaders(request),
    signal: controller.signal,
    ...(hasBody ? { body: rawBody(request, fix), duplex: 'half' } : {}),
  });
}

/** Only path and query: nothing here trusts the Host header, nor a target that names a host or a user (`//a:b@c`). */
function toAddress(target: string): string {
  const { pathname, search } = URL.canParse(target, ORIGIN) ? new URL(target, ORIGIN) : new URL(ORIGIN);
  return ORIGIN + pathname + search;
}

/** Writes a platform `Response` to a Node response. */
export async function sendWebResponse(response: Response, target: NodeResponse): Promise<void> {
  target.statusCode = response.status;
  for (const [name, value] of response.headers) target.setHeader(name, value);
  target.end(new Uint8Array(await response.arrayBuffer()));
}

/** From `rawHeaders`: Node's own `headers` silently keeps the first of some headers that come twice. */
function toHeaders({ rawHeaders, headers }: NodeRequest): Headers {
  const result = new Headers();
  if (rawHeaders === undefined) {
    for (const [name, value] of Object.entries(headers))
      for (const each of value === undefined ? [] : [value].flat()) result.append(name, each);
    return result;
  }
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? '';
    if (!name.startsWith(':')) result.append(name, rawHeaders[i + 1] ?? '');
  }
  return result;
}

function rawBody(request: NodeRequest, fix: string): BodyInit {
  const { body } = request;
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice();
  if (body !== undefined || request.readableEnded === true)
    throw new PartnerServerError('body-not-raw', `the body was parsed before the handler saw it: ${fix}`);
  // Opened at the first read: a body that nobody reads is the server's to drop, so that the connection can go on.
  let chunks: AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        chunks ??= request[Symbol.asyncIterator]();
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel() {
        // Ending the iterator would leave the rest on the connection, in the way of its next request.
        if (chunks !== undefined) void readToEnd(chunks);
      },
    },
    { highWaterMark: 0 },
  );
}

async function readToEnd(chunks: AsyncIterator<Uint8Array>): Promise<void> {
  try {
    for (let next = await chunks.next(); next.done !== true;) next = await chunks.next();
  } catch {
    // The sender has hung up.
  }
}
