import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { createClient } from 'redis';
import { findTool } from '../../../scripts/ensure-tools.mjs';

/** A server of our own on a free loopback port, in a folder that goes with it. */
export interface RealServer {
  readonly url: string;
  close(): Promise<void>;
}

export const REDIS = findTool('redis');
export const POSTGRES = findTool('postgres');

/** Says why a suite is skipped; a skip in silence is a test that nobody misses. */
export function sayIfMissing(name: string, path: string | undefined): boolean {
  if (path === undefined) console.warn(`skipped: no ${name} on this machine (see scripts/ensure-tools.mjs)`);
  return path === undefined;
}

export async function startRedis(): Promise<RealServer> {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-redis-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const child = spawn(REDIS ?? '', args, { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  await untilReady(child, async () => {
    const client = createClient({ url, socket: { reconnectStrategy: false } });
    client.on('error', () => {});
    await client.connect();
    client.destroy();
  });
  return { url, close: () => stop(child, folder, 'SIGTERM') };
}

export async function startPostgres(): Promise<RealServer> {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-postgres-'));
  const bin = dirname(POSTGRES ?? '');
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? postgresUser() : undefined;
  if (user) chownSync(folder, user.uid, user.gid);
  const as = user ?? {};
  const init = spawnSync(
    join(bin, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'bonafide', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...as, cwd: folder, encoding: 'utf8' },
  );
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr}`);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${folder}`, 'fsync=off'];
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])],
    { ...as, cwd: folder, stdio: 'ignore' },
  );
  const url = `postgres://bonafide@127.0.0.1:${port}/postgres`;
  await untilReady(child, async () => {
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    await client.end();
  });
  // SIGINT: fast shutdown, which does not wait for clients.
  return { url, close: () => stop(child, folder, 'SIGINT') };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

async function untilReady(child: ChildProcess, connect: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await connect();
      return;
    } catch (error) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`, { cause: error });
      if (tries === 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function stop(child: ChildProcess, folder: string, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null) {
    child.kill(signal);
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
