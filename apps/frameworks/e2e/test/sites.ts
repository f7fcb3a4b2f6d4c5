import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { startDemo } from '@bonafide/demo/src/demo.ts';
import { Hono } from 'hono';

export const FRAMEWORKS = ['html', 'react', 'next', 'vue', 'svelte', 'angular', 'solid'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

/** Every app as it was built, each on an address of its own, and the demo's backend and gateway behind them. */
export interface Sites {
  readonly addressOf: (framework: Framework) => Promise<string>;
  /** The partner's backend. */
  readonly backendUrl: string;
  /** What Next's server has written. */
  readonly serverOutput: () => string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const APPS = join(import.meta.dirname, '..', '..');
/** A server that has not answered by then will not (guess). */
const START_MS = 30_000;

export async function openSites(): Promise<Sites> {
  const demo = await startDemo({ port: 0, gatewayPort: 0, log: () => undefined });
  const servers: ServerType[] = [];
  let next: ChildProcess | undefined;
  let output = '';
  const addresses = new Map<Framework, Promise<string>>();

  async function openStatic(framework: Framework): Promise<string> {
    const app = new Hono();
    app.post('/api/*', ({ req }) => fetch(new URL(req.path, demo.url), { method: 'POST' }));
    app.use('/*', serveStatic({ root: relative(process.cwd(), join(APPS, framework, 'dist')) }));
    const server = await new Promise<ServerType>((resolve) => {
      const opened = serve({ fetch: app.fetch, hostname: HOST, port: 0 }, () => resolve(opened));
    });
    servers.push(server);
    return `http://${HOST}:${(server.address() as AddressInfo).port}`;
  }

  async function openNext(): Promise<string> {
    const folder = join(APPS, 'next');
    const command = createRequire(join(folder, 'package.json')).resolve('next/dist/bin/next');
    const port = await freePort();
    next = spawn(process.execPath, [command, 'start', '--hostname', HOST, '--port', String(port)], {
      cwd: folder,
      env: { ...process.env, BACKEND_URL: demo.url, NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [next.stdout, next.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()));
    const address = `http://${HOST}:${port}`;
    const deadlineMs = Date.now() + START_MS;
    while (
      !(await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      ))
    ) {
      if (Date.now() > deadlineMs) throw new Error(`next start does not answer: ${output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return address;
  }

  return {
    backendUrl: demo.url,
    serverOutput: () => output,
    addressOf(framework) {
      const address = addresses.get(framework) ?? (framework === 'next' ? openNext() : openStatic(framework));
      addresses.set(framework, address);
      return address;
    },
    async close() {
      next?.kill();
      for (const server of servers) {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close();
      }
      await demo.close();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, HOST, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}
