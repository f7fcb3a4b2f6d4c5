import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { toExpressHandler } from '../src/adapters/express.ts';
import { toFastifyPlugin } from '../src/adapters/fastify.ts';
import { toHonoHandler } from '../src/adapters/hono.ts';
import { toNextApiRoute, toNextRoute } from '../src/adapters/next.ts';
import { toNodeListener } from '../src/adapters/node.ts';
import { callbackHandler } from '../src/index.ts';
import type { CallbackDelivery } from '../src/index.ts';
import { signCallback } from '../src/testing/index.ts';

const PATH = '/callbacks/onekyc';
const SECRET = `whsec_${btoa('s'.repeat(32))}`;
// Spacing and escapes that no parser would write again: only the bytes as they were sent verify.
const BODY =
  '{ "submissionId":"s-1" ,"partnerSessionId":"\\u0063-1","status":"COMPLETED","result":"VALID","name":"Ünïcödé" }';

const open: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

function setUp() {
  const deliveries: CallbackDelivery[] = [];
  const handler = callbackHandler({
    signature: { secrets: [SECRET] },
    onEvent: (delivery) => void deliveries.push(delivery),
  });
  return { deliveries, handler };
}

async function listen(server: Server): Promise<string> {
  if (!server.listening) await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    const closed = new Promise((resolve) => server.close(resolve));
    // A client may have been answered before it had sent everything: such a connection does not count as idle.
    server.closeAllConnections();
    return closed;
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function deliver(url: string, headers: Record<string, string> = {}): Promise<Response> {
  const signed = await signCallback({ secret: SECRET, body: BODY });
  return await fetch(url + PATH, {
    method: 'POST',
    body: BODY,
    headers: { ...signed, 'content-type': 'application/json', ...headers },
  });
}

/** A delivery arrives; another one with a changed signature does not. */
async function expectDelivery(url: string, deliveries: readonly CallbackDelivery[]): Promise<void> {
  const good = await deliver(url);
  expect([good.status, await good.json()]).toEqual([200, { success: true, data: null }]);
  expect(deliveries.map(({ event }) => event)).toEqual([JSON.parse(BODY)]);
  const forged = await deliver(url, { 'webhook-signature': `v1,${btoa('x'.repeat(32))}` });
  expect(forged.status).toBe(401);
  expect(deliveries).toHaveLength(1);
}

/** Headers of a request that carries one header twice, as only raw sockets and Node's client send it. */
async function deliverTwiceNamed(url: string): Promise<number> {
  const { request } = await import('node:http');
  const signed = await signCallback({ secret: SECRET, body: BODY });
  return await new Promise((resolve, reject) => {
    const headers = [...Object.entries(signed).flat(), 'webhook-id', 'msg_other'];
    const sent = request(
      url + PATH,
      { method: 'POST', headers: [...headers, 'content-length', String(Buffer.byteLength(BODY)), 'host', 'x'] },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end(BODY);
  });
}

/** What a server answers to bytes that no `fetch` would send. */
async function sendRaw(url: string, bytes: string): Promise<string> {
  const { connect } = await import('node:net');
  return await new Promise((resolve, reject) => {
    const socket = connect(Number(new globalThis.URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let got = '';
    socket.on('data', (data) => (got += data.toString()));
    socket.on('close', () => resolve(got.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
}

/** Requests one after the other on one connection, as a reverse proxy makes them. */
async function postInTurn(url: string, sizes: readonly number[], headers: Record<string, string>): Promise<number[]> {
  const { Agent, request } = await import('node:http');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  open.push(() => agent.destroy());
  const statuses: number[] = [];
  for (const size of sizes) {
    statuses.push(
      await new Promise((resolve, reject) => {
        const sent = request(url + PATH, { method: 'POST', agent, headers }, (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode ?? 0));
        });
        sent.on('error', reject);
        sent.end(Buffer.alloc(size));
      }),
    );
  }
  return statuses;
}

describe('adapters', () => {
  it.each([
    ['a method that no Request may have', 'TRACE / HTTP/1.1'],
    ['a target with a user', `GET //user:pass@host${PATH} HTTP/1.1`],
    ['a whole address with a user', `GET http://user:pass@host${PATH} HTTP/1.1`],
    ['a target that is no address', 'GET //: HTTP/1.1'],
  ])('node:http answers %s with 405 and goes on', async (_, line) => {
    const { handler } = setUp();
    const failures: unknown[] = [];
    const listener = toNodeListener(handler, (error) => failures.push(error));
    const url = await listen(createServer((request, response) => void listener(request, response)));
    const answer = await sendRaw(url, `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toBe('HTTP/1.1 405 Method Not Allowed');
    expect(failures).toEqual([]);
  });

  it.each([
    ['refused before it is read', { credentials: { clientId: 'a', passKey: 'b' } }, 401, {}],
    ['too large, as its length says', {}, 413, { 'content-length': '3000000' }],
    ['too large, as turns out', {}, 413, { 'transfer-encoding': 'chunked' }],
  ])('a body that is %s leaves the connection usable', async (_, options, status, headers) => {
    const handler = callbackHandler({ signature: { secrets: [SECRET] }, onEvent: () => {}, ...options });
    const url = await listen(createServer((request, response) => void toNodeListener(handler)(request, response)));
    const sizes = [3_000_000, 3_000_000, 3_000_000];
    expect(await postInTurn(url, sizes, headers)).toEqual(sizes.map(() => status));
  });

  it('node:http', async () => {
    const { handler, deliveries } = setUp();
    const url = await listen(createServer((request, response) => void toNodeListener(handler)(request, response)));
    await expectDelivery(url, deliveries);
    expect((await fetch(url + PATH)).status).toBe(405);
    expect(await deliverTwiceNamed(url)).toBe(401);
    const large = await fetch(url + PATH, { method: 'POST', body: 'x'.repeat(1_000_000) }).catch(() => undefined);
    expect([413, undefined]).toContain(large?.status);
  });

  it('express, before any parser', async () => {
    const { handler, deliveries } = setUp();
    const app = express();
    app.post(PATH, toExpressHandler(handler));
    app.use(express.json());
    await expectDelivery(await listen(createServer(app)), deliveries);
  });

  it('express, after express.raw', async () => {
    const { handler, deliveries } = setUp();
    const app = express();
    app.post(PATH, express.raw({ type: '*/*' }), toExpressHandler(handler));
    await expectDelivery(await listen(createServer(app)), deliveries);
  });

  it('express, after express.json: an error that names the fix, and no event', async () => {
    const { handler, deliveries } = setUp();
    const seen: unknown[] = [];
    const app = express();
    app.use(express.json());
    app.post(PATH, toExpressHandler(handler));
    app.use(((error: unknown, _request, response, _next) => {
      seen.push(error);
      response.sendStatus(500);
    }) satisfies express.ErrorRequestHandler);
    const response = await deliver(await listen(createServer(app)));
    expect(response.status).toBe(500);
    expect(seen).toMatchObject([
      { code: 'body-not-raw', message: expect.stringContaining('express.json()') as string },
    ]);
    expect(deliveries).toEqual([]);
  });

  it('fastify, and its parsers elsewhere stay as they are', async () => {
    const { handler, deliveries } = setUp();
    const app = fastify();
    await app.register(toFastifyPlugin(PATH, handler));
    app.post('/other', (request) => Promise.resolve({ got: request.body }));
    await app.listen({ port: 0, host: '127.0.0.1' });
    open.push(() => app.close());
    const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    await expectDelivery(url, deliveries);
    const other = await fetch(`${url}/other`, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await other.json()).toEqual({ got: { a: 1 } });
  });

  it('hono', async () => {
    const { handler, deliveries } = setUp();
    const app = new Hono();
    app.post(PATH, toHonoHandler(handler));
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
    if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
    await expectDelivery(await listen(server), deliveries);
  });

  it('hono, after middleware that reads the body: an error that names the fix', async () => {
    const { handler } = setUp();
    const app = new Hono();
    const seen: unknown[] = [];
    app.use(async (context, next) => {
      await context.req.json();
      await next();
    });
    app.post(PATH, toHonoHandler(handler));
    app.onError((error, context) => {
      seen.push(error);
      return context.text('', 500);
    });
    await app.request(PATH, { method: 'POST', body: BODY });
    expect(seen).toMatchObject([{ code: 'body-not-raw' }]);
  });

  it('next, App Router', async () => {
    const { handler, deliveries } = setUp();
    const { POST } = toNextRoute(handler);
    const signed = await signCallback({ secret: SECRET, body: BODY });
    const response = await POST(
      new Request(`https://partner.test${PATH}`, { method: 'POST', body: BODY, headers: signed }),
    );
    expect([response.status, deliveries.length]).toEqual([200, 1]);
  });

  it('next, Pages Router with and without its parser', async () => {
    const { handler, deliveries } = setUp();
    const route = toNextApiRoute(handler);
    const url = await listen(createServer((request, response) => void route(request, response)));
    await expectDelivery(url, deliveries);
    const parsed = {
      method: 'POST',
      url: PATH,
      headers: {},
      body: { a: 1 },
      [Symbol.asyncIterator]: () => [][Symbol.iterator](),
    };
    await expect(route(parsed as never, {} as never)).rejects.toMatchObject({
      code: 'body-not-raw',
      message: expect.stringContaining('bodyParser: false') as string,
    });
  });
});
