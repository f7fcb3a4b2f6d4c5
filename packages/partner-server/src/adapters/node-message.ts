import { PartnerServerError } from '../partner-server-error.ts';

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

/**
 * A platform `Request` of a Node request, its body untouched.
 * @throws {PartnerServerError} `body-not-raw` when a parser has been at it, with the fix for this framework
 */
export function toWebRequest(request: NodeRequest, fix: string): Request {
  const method = request.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const controller = new AbortController();
  request.once?.('close', () => {
    // Also fires after a request that was read to its end.
    if (request.readableEnded !== true) controller.abort();
  });
  // Only path and query: nothing here trusts the Host header.
  const url = URL.canParse(request.url ?? '/', 'http://localhost') ? request.url : '/';
  return new Request(new URL(url ?? '/', 'http://localhost'), {
    method,
    headers: toHeaders(request),
    signal: controller.signal,
    ...(hasBody ? { body: rawBody(request, fix), duplex: 'half' } : {}),
  });
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
  const chunks = request[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}
