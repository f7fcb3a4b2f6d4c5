import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PATHS } from '@bonafide/contracts/onekyc';
import { describe, expect, it } from 'vitest';
import { createFakeGateway } from '../src/testing/index.ts';
import { POSTGRES, REDIS, sayIfMissing, startPostgres, startRedis } from './real-servers.ts';
import type { RealServer } from './real-servers.ts';

const PROCESSES = 4;
const CALLS = 25;

/** The fake gateway behind a real port. */
async function serveGateway() {
  const gateway = createFakeGateway({ delay: () => new Promise((resolve) => setTimeout(resolve, 30)) });
  const server = createServer(async (request, response) => {
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const answer = await gateway.fetch(`http://gateway.test${request.url}`, { headers });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    gateway,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function runProcess(storeUrl: string, gatewayUrl: string): Promise<{ tokens: string[]; valid: number }> {
  const args = ['--no-warnings', '--experimental-strip-types', join(import.meta.dirname, 'token-process.ts')];
  const child = spawn(process.execPath, [...args, storeUrl, gatewayUrl, String(CALLS)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(out) as { tokens: string[]; valid: number });
      else reject(new Error(`the process ended with ${code}: ${errors}`));
    });
  });
}

async function expectOneTokenRequest(start: () => Promise<RealServer>): Promise<void> {
  const [store, { gateway, url, close }] = await Promise.all([start(), serveGateway()]);
  try {
    const run = () => Promise.all(Array.from({ length: PROCESSES }, () => runProcess(store.url, url)));
    const cold = await run();
    expect(cold).toEqual(Array.from({ length: PROCESSES }, () => ({ tokens: ['partner-token-1'], valid: CALLS })));
    expect(gateway.countOf(PATHS.partnerToken)).toBe(1);

    // The next four find the revoked token in the store; one request replaces it for all of them.
    gateway.revokeTokens();
    const revoked = await run();
    expect(revoked.map(({ valid }) => valid)).toEqual(Array(PROCESSES).fill(CALLS));
    expect(gateway.countOf(PATHS.partnerToken)).toBe(2);
  } finally {
    await Promise.all([store.close(), close()]);
  }
}

describe('four processes with a shared store make one token request', () => {
  it.skipIf(sayIfMissing('redis-server', REDIS))('Redis', () => expectOneTokenRequest(startRedis), 120_000);
  it.skipIf(sayIfMissing('postgres', POSTGRES))('PostgreSQL', () => expectOneTokenRequest(startPostgres), 120_000);
});
