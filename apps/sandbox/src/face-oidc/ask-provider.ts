import type { IncomingMessage, ServerResponse } from 'node:http';
import inject from 'light-my-request';
import type { Provider } from 'oidc-provider';
import { attachPhoto, type HeldPhoto } from './held-photo.ts';

export interface ProviderCall {
  readonly method: string;
  /** As the browser sees it. */
  readonly url: URL;
  /** Of the issuer. */
  readonly mountPath: string;
  readonly headers: Headers;
  /** A form. */
  readonly body: URLSearchParams | null;
  readonly photo: HeldPhoto | null;
}

/** What a client of the sandbox may say about how it came is not believed: it is said here, from the address it used. */
const NOT_PASSED_ON = /^(?:x-forwarded-.*|forwarded|host|content-length|connection|transfer-encoding)$/;

/** Asks a provider, which is made for Node's own requests, as the rest of the sandbox is asked: without a socket. */
export async function askProvider(provider: Provider, call: ProviderCall): Promise<Response> {
  const { method, url, mountPath, headers, body, photo } = call;
  const handle = provider.callback();
  const answer = await inject(
    (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => {
      // The provider takes what stands before its own path from the difference of the two.
      request.originalUrl = url.pathname + url.search;
      attachPhoto(request, photo);
      void handle(request, response);
    },
    {
      method: method as 'GET',
      url: url.pathname.slice(mountPath.length) + url.search,
      headers: {
        ...Object.fromEntries([...headers].filter(([name]) => !NOT_PASSED_ON.test(name))),
        host: url.host,
        'x-forwarded-proto': url.protocol.slice(0, -1),
      },
      ...(body === null ? {} : { payload: body.toString() }),
    },
  );
  const { statusCode: status, rawPayload } = answer;
  const out = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const each of [value].flat()) if (each !== undefined) out.append(name, String(each));
  }
  out.delete('content-length');
  out.delete('connection');
  const isEmpty = rawPayload.byteLength === 0 || status === 204;
  return new Response(isEmpty ? null : new Uint8Array(rawPayload), { status, headers: out });
}
