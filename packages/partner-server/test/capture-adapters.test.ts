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
import { toNextRoute } from '../src/adapters/next.ts';
import { toNodeListener } from '../src/adapters/node.ts';
import { NORWEGIAN, setUpBackend } from './capture-backend.ts';
import { jpegHead } from './pictures.ts';

const MOUNT = '/api/identity';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function listen(server: Server): Promise<string> {
  if (!server.listening) await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    return closed;
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${MOUNT}`;
}

/** A whole check over the network, with a picture above every framework's own limit, as a page of the same origin sends it. */
async function expectCheck(base: string, send: typeof fetch = fetch): Promise<void> {
  const { origin } = new URL(base);
  const headers = { 'x-user': 'user-1', origin };
  const json = { ...headers, 'content-type': 'application/json' };
  const create = { method: 'POST', headers: json, body: JSON.stringify(NORWEGIAN) };
  const created = await send(`${base}/processes`, create);
  expect(created.status).toBe(201);
  const { processId } = (await created.json()) as { processId: string };
  const path = `${base}/processes/${processId}`;
  for (const depiction of ['front', 'selfie']) {
    const body = jpegHead(1280, 720, 1_500_000);
    const put = await send(`${path}/images/${depiction}`, {
      method: 'PUT',
      body,
      headers: { ...headers, 'content-type': 'image/jpeg' },
    });
    expect([depiction, put.status]).toEqual([depiction, 200]);
  }
  expect((await send(`${path}/verification`, { method: 'POST', headers: json, body: '{}' })).status).toBe(202);
  expect(await (await send(path, { headers })).json()).toMatchObject({ processId, status: 'accepted' });
  expect((await send(path, { method: 'DELETE', headers })).status).toBe(204);
  const stranger = await send(`${base}/processes`, { ...create, headers: { ...json, origin: 'https://evil.test' } });
  expect(stranger.status).toBe(403);
}

describe('the capture backend behind', () => {
  it('node:http', async () => {
    const { handle } = setUpBackend();
    await expectCheck(await listen(createServer(toNodeListener(handle))));
  });

  it('express, mounted with and without its path', async () => {
    const { handle } = setUpBackend();
    const app = express();
    app.use(MOUNT, toExpressHandler(handle));
    await expectCheck(await listen(createServer(app)));
    const routed = express();
    routed.all(`${MOUNT}/*path`, toExpressHandler(handle));
    await expectCheck(await listen(createServer(routed)));
  });

  it('fastify', async () => {
    const { handle } = setUpBackend();
    const app = fastify();
    await app.register(toFastifyPlugin(`${MOUNT}/*`, handle, 4_000_000));
    await app.listen({ port: 0, host: '127.0.0.1' });
    open.push(() => app.close());
    await expectCheck(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}${MOUNT}`);
  });

  it('hono', async () => {
    const { handle } = setUpBackend();
    const app = new Hono();
    app.all(`${MOUNT}/*`, toHonoHandler(handle));
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
    if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
    await expectCheck(await listen(server));
  });

  it('next, App Router', async () => {
    const { handle } = setUpBackend();
    const route = toNextRoute(handle);
    await expectCheck(`https://partner.test${MOUNT}`, (input, init) => {
      const request = new Request(input, init);
      return route[request.method as keyof typeof route](request);
    });
  });
});
