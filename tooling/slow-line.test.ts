import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextFreeAtMs, openSlowLine, type SlowLineOptions } from './slow-line.ts';

const BYTES = Buffer.from(Uint8Array.from({ length: 20_000 }, (_, index) => index % 251));

/** What came to the far end, by path. */
const received = new Map<string, number>();
const server = createServer((incoming, response) => {
  void (async () => {
    let length = 0;
    for await (const chunk of incoming) {
      length += (chunk as Buffer).length;
      received.set(incoming.url ?? '', length);
    }
    response.setHeader('content-length', BYTES.length).end(BYTES);
  })().catch(() => undefined);
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.closeAllConnections());
afterAll(() => new Promise((resolve) => server.close(resolve)));

const FAST = { latencyMs: 0, downBytesPerSecond: 1e9, upBytesPerSecond: 1e9 };

/** What arrives through the line, and whether it came to its end. */
async function through(proxyUrl: string, path: string, body?: Buffer): Promise<{ bytes: Buffer; whole: boolean }> {
  const chunks: Buffer[] = [];
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const { hostname, port: proxyPort } = new URL(proxyUrl);
      const method = body === undefined ? 'GET' : 'PUT';
      request({ hostname, port: proxyPort, path: `http://127.0.0.1:${port}${path}`, method }, resolve)
        .once('error', reject)
        .end(body);
    });
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    return { bytes: Buffer.concat(chunks), whole: true };
  } catch {
    return { bytes: Buffer.concat(chunks), whole: false };
  }
}

async function withLine(
  options: Partial<SlowLineOptions>,
  run: (line: Awaited<ReturnType<typeof openSlowLine>>) => Promise<void>,
) {
  const line = await openSlowLine({ ...FAST, ...options });
  try {
    await run(line);
  } finally {
    await line.close();
  }
}

describe('the slow line', () => {
  it('passes on what it is given', async () => {
    await withLine({}, async ({ proxyUrl, broken }) => {
      expect(await through(proxyUrl, '/whole', BYTES)).toEqual({ bytes: BYTES, whole: true });
      expect(received.get('/whole')).toBe(BYTES.length);
      expect(broken).toEqual([]);
    });
  });

  it('breaks an answer in its middle, once', async () => {
    const breaks: SlowLineOptions['breaks'] = ({ earlier }) =>
      earlier === 0 ? { in: 'answer', afterBytes: 5000 } : null;
    await withLine({ breaks }, async ({ proxyUrl, broken }) => {
      const first = await through(proxyUrl, '/answer');
      expect(first.whole).toBe(false);
      expect(first.bytes.length).toBeLessThanOrEqual(5000);
      expect((await through(proxyUrl, '/answer')).whole).toBe(true);
      expect(broken).toEqual(['GET /answer']);
    });
  });

  it('breaks a request before all of it came to the other end', async () => {
    await withLine({ breaks: () => ({ in: 'request', afterBytes: 9000 }) }, async ({ proxyUrl, broken }) => {
      expect((await through(proxyUrl, '/request', BYTES)).whole).toBe(false);
      expect(received.get('/request') ?? 0).toBeLessThanOrEqual(9000);
      expect(broken).toEqual(['PUT /request']);
    });
  });

  it('lets no more through than it is wide: who comes while it is taken waits, and rest saves up nothing', () => {
    expect(nextFreeAtMs(0, 5000, 2000, 40_000)).toBe(5050);
    expect(nextFreeAtMs(5050, 5010, 2000, 40_000)).toBe(5100);
    expect(nextFreeAtMs(5100, 9000, 4000, 40_000)).toBe(9100);
  });

  it('ends with what still goes on', async () => {
    const line = await openSlowLine({ ...FAST, latencyMs: 3_600_000 });
    const waiting = through(line.proxyUrl, '/never');
    await line.close();
    expect((await waiting).whole).toBe(false);
  });
});
