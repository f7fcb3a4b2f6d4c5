import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type DescribedOperation, operationsOf, readSpecification } from './described-operations.ts';
import { openReferee } from './open-referee.ts';

type Answer = (request: Request) => Promise<Response>;

/** What the referee let pass of one operation. */
export interface Exchange {
  readonly operation: DescribedOperation;
  readonly path: string;
  readonly headers: Headers;
  readonly body: ArrayBuffer | undefined;
  readonly answer: { readonly status: number; readonly contentType: string | null; readonly text: string };
}

/** What is put in the place of what passed. */
export interface Spoiled {
  readonly headers?: Headers;
  readonly body?: string;
  readonly answer?: Partial<Exchange['answer']>;
}

/** One system behind its referee. */
export interface RefereedSystem {
  readonly base: string;
  readonly operations: readonly DescribedOperation[];
  /** Of each operation the first exchange that was a success. */
  readonly passed: ReadonlyMap<string, Exchange>;
  /** What was found not as described: a client that asks again would keep it to itself. */
  readonly faults: readonly string[];
  /** The operation that a request asks for. @param path Without the base. */
  find(method: string, path: string): DescribedOperation | undefined;
  /** Hands a request on, and throws where the referee found it or its answer not as described. */
  fetch(request: Request, operation: DescribedOperation, path: string): Promise<Response>;
  /** Whether the referee refuses an exchange once something in it is spoiled. The system itself is not asked. */
  refuses(exchange: Exchange, spoiled: Spoiled): Promise<boolean>;
  close(): Promise<void>;
}

/** Of a problem that Prism itself answers with. */
const OF_PRISM = 'https://stoplight.io/prism/errors#';
/** Prism's own word on an exchange that it let pass: a status of an error that is not described is no more than that to it. */
const VIOLATIONS = 'sl-violations';
/** Set behind the referee. What lacks it Prism made up: a problem, or an example in the place of an answer with 501. */
const MARK = 'x-from-upstream';

/** @param name Of the file in `specs/`. @param answer What is refereed. @param base Where the system begins in its paths. */
export async function refereeOf(name: string, answer: Answer, base = ''): Promise<RefereedSystem> {
  const specification = readSpecification(name);
  const operations = operationsOf(specification);
  const passed = new Map<string, Exchange>();
  const faults: string[] = [];
  let upstream = answer;
  const server = serve({
    fetch: async (request) => {
      const { status, headers, body } = await upstream(request);
      const marked = new Headers(headers);
      marked.set(MARK, '1');
      return new Response(body, { status, headers: marked });
    },
    hostname: '127.0.0.1',
    port: 0,
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const referee = await openReferee(specification, `http://127.0.0.1:${port}${base}`).catch((error: unknown) => {
    server.close();
    throw error;
  });

  async function ask(path: string, init: RequestInit): Promise<{ response: Response; said: string | undefined }> {
    const response = await fetch(referee.url + path, { ...init, redirect: 'manual' });
    const said = response.headers.get(VIOLATIONS) ?? undefined;
    if (response.headers.has(MARK)) return { response, said };
    return { response, said: `${said ?? ''} ${await response.clone().text()}` };
  }

  return {
    base,
    operations,
    passed,
    faults,
    find: (method, path) => operations.find((one) => one.method === method && one.pattern.test(path)),
    async fetch(request, operation, path) {
      const { method, headers, signal } = request;
      const body = request.body === null ? undefined : await request.arrayBuffer();
      const { response, said } = await ask(path, { method, headers, signal, ...(body === undefined ? {} : { body }) });
      if (said !== undefined) {
        const fault = `${operation.operationId}: ${said}`;
        faults.push(fault);
        throw new Error(fault);
      }
      if (response.ok && !passed.has(operation.operationId)) {
        const contentType = response.headers.get('content-type');
        const text = await response.clone().text();
        const { status } = response;
        passed.set(operation.operationId, {
          operation,
          path,
          headers: new Headers(headers),
          body,
          answer: { status, contentType, text },
        });
      }
      return response;
    },
    async refuses({ operation, path, headers, body, answer: given }, spoiled) {
      const { status, contentType, text } = { ...given, ...spoiled.answer };
      upstream = async (request) => {
        // Unread, the connection would not be used again.
        await request.arrayBuffer();
        const of = contentType === null ? {} : { 'content-type': contentType };
        return new Response(text === '' ? null : text, { status, headers: of });
      };
      try {
        const wanted = spoiled.body ?? body;
        const { response, said } = await ask(path, {
          method: operation.method,
          headers: spoiled.headers ?? headers,
          ...(wanted === undefined ? {} : { body: wanted }),
        });
        if (said === undefined) return false;
        if (response.headers.has(VIOLATIONS) || said.includes(OF_PRISM)) return true;
        throw new Error(`${operation.operationId}: no verdict, but ${said}`);
      } finally {
        upstream = answer;
      }
    },
    async close() {
      await referee.close();
      server.close();
    },
  };
}
