// Prevents: journeys that were tried over a loopback only. A proxy that a browser is started with: every answer comes late, all
// share one narrow line, and it breaks where a test says.
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SlowLineOptions {
  /** Before each request is passed on. */
  readonly latencyMs: number;
  /** Shared by all exchanges. */
  readonly downBytesPerSecond: number;
  readonly upBytesPerSecond: number;
  /** Asked once for each exchange. Default: the line never breaks. */
  readonly breaks?: (exchange: Exchange) => Break | null;
}

export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** How often this method and path were asked for before. */
  readonly earlier: number;
}

/** Where the connection is cut: after so many bytes of the request's body, or of the answer's. */
export interface Break {
  readonly in: 'request' | 'answer';
  readonly afterBytes: number;
}

export interface SlowLine {
  /** What a browser takes as its proxy for HTTP. */
  readonly proxyUrl: string;
  /** Exchanges that were cut off so far, as `GET /path`. */
  readonly broken: readonly string[];
  close(): Promise<void>;
}

/** No piece is larger, so that exchanges share the line and a break is where it should be. */
const PIECE_BYTES = 4096;

class LineBroke extends Error {}

/** Opens the line on a free loopback port. HTTP alone: what asks for a tunnel is hung up on. */
export async function openSlowLine(options: SlowLineOptions): Promise<SlowLine> {
  const ended = new AbortController();
  const broken: string[] = [];
  const counts = new Map<string, number>();
  const down = narrow(options.downBytesPerSecond, ended.signal);
  const up = narrow(options.upBytesPerSecond, ended.signal);

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Kept: a request whose browser is gone has none any more.
    const { method = 'GET', headers, socket } = request;
    const url = new URL(request.url ?? '');
    const key = `${method} ${url.pathname}`;
    const earlier = counts.get(key) ?? 0;
    counts.set(key, earlier + 1);
    const cut = options.breaks?.({ method, path: url.pathname, earlier }) ?? null;
    const upstream = ask(url, { method, headers });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      upstream.once('response', resolve).once('error', reject);
    });
    // Whoever waits hears of it; before that nobody does.
    answered.catch(() => undefined);
    response.once('close', () => upstream.destroy());
    try {
      await sleep(options.latencyMs, undefined, { signal: ended.signal });
      await pass(request, (piece) => write(upstream, piece), up, cut?.in === 'request' ? cut.afterBytes : Infinity);
      upstream.end();
      const answer = await answered;
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      response.flushHeaders();
      await pass(answer, (piece) => write(response, piece), down, cut?.in === 'answer' ? cut.afterBytes : Infinity);
      response.end();
    } catch (error) {
      if (error instanceof LineBroke) broken.push(key);
      upstream.destroy();
      socket.destroy();
    }
  }

  const server = createServer((request, response) => void exchange(request, response));
  server.on('connect', (_request, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    proxyUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    broken,
    async close() {
      ended.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Resolves when so many bytes have had their turn. */
type Narrow = (bytes: number) => Promise<void>;

function narrow(bytesPerSecond: number, signal: AbortSignal): Narrow {
  let freeAtMs = 0;
  return async (bytes) => {
    const nowMs = performance.now();
    freeAtMs = nextFreeAtMs(freeAtMs, nowMs, bytes, bytesPerSecond);
    await sleep(freeAtMs - nowMs, undefined, { signal });
  };
}

/** When the line is free again after so many bytes more. A line that rested has not saved up anything. Pure. */
export function nextFreeAtMs(freeAtMs: number, nowMs: number, bytes: number, bytesPerSecond: number): number {
  return Math.max(nowMs, freeAtMs) + (bytes / bytesPerSecond) * 1000;
}

async function pass(
  from: IncomingMessage,
  to: (piece: Uint8Array) => Promise<void>,
  turn: Narrow,
  breakAfterBytes: number,
): Promise<void> {
  let passed = 0;
  for await (const chunk of from) {
    const bytes = chunk as Uint8Array;
    for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
      const piece = bytes.subarray(start, start + Math.min(PIECE_BYTES, breakAfterBytes - passed));
      await turn(piece.length);
      await to(piece);
      passed += piece.length;
      if (passed >= breakAfterBytes) throw new LineBroke();
    }
  }
  // What is shorter breaks at its end: before the answer, or before the answer's last byte was told to be the last.
  if (breakAfterBytes !== Infinity) throw new LineBroke();
}

function write(to: NodeJS.WritableStream, piece: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    to.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}
