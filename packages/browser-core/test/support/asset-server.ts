import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What a fault does to one file: the answer in place of the right one. */
export type Fault = (response: ServerResponse, bytes: Buffer, request: IncomingMessage) => void;

export interface AssetServer {
  readonly origin: string;
  /** By file name; change it between requests. */
  readonly faults: Map<string, Fault>;
  readonly requests: string[];
  /** Of each request for a file, the byte from which it asked; 0 for the whole. */
  startsOf(name: string): readonly number[];
  close(): Promise<void>;
}

/** The strictest policy under which vision is promised to work. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self' blob:";

const ASSETS = new URL('../../dist/assets/', import.meta.url);
const TYPES: Record<string, string> = { js: 'text/javascript', json: 'application/json', wasm: 'application/wasm' };

export const faults = {
  missing: (response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html>'),
  pageInstead: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
  damaged: (response, bytes) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(copy.readUInt8(copy.length >> 1) ^ 0xff, copy.length >> 1);
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(copy);
  },
  short: (response, bytes) => void response.writeHead(200).end(bytes.subarray(0, bytes.length - 1)),
  silent: () => undefined,
  /** The line breaks after each third; what is missing can be asked for. */
  breaking: (response, bytes, request) => {
    const from = startOf(request);
    const to = Math.min(bytes.length, from + Math.ceil(bytes.length / 3));
    response.writeHead(from === 0 ? 200 : 206, {
      etag: '"one"',
      'content-length': bytes.length - from,
      ...(from === 0 ? {} : { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
    });
    // A part that is not sent yet is lost with its connection.
    response.write(bytes.subarray(from, to), () =>
      to === bytes.length ? response.end() : setTimeout(() => response.destroy(), 100),
    );
  },
  elsewhere: (response) => void response.writeHead(302, { location: 'http://example.invalid/' }).end(),
} satisfies Record<string, Fault>;

/** The byte from which a request asks. */
function startOf(request: IncomingMessage): number {
  return Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
}

/** Serves a page, the built assets under /assets/, and pictures, all under `POLICY`. */
export async function startAssetServer(
  pictures: Readonly<Record<string, string>>,
  pageScript = 'vision-page.ts',
): Promise<AssetServer> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL(pageScript, import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const script = bundle.outputFiles[0]?.contents ?? new Uint8Array();
  const faultsByName = new Map<string, Fault>();
  const requests: string[] = [];
  const starts: { readonly name: string; readonly start: number }[] = [];

  async function bytesOf(path: string): Promise<Uint8Array> {
    if (path === '/')
      return Buffer.from('<!doctype html><title>vision</title><script type="module" src="/page.js"></script>');
    if (path === '/page.js') return script;
    const picture = pictures[path.slice(1)];
    if (picture !== undefined) return readFile(picture);
    return readFile(new URL(path.replace('/assets/', ''), ASSETS));
  }

  async function answer(path: string, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(path).catch(() => undefined);
    const fault = faultsByName.get(name);
    if (bytes === undefined) response.writeHead(404).end();
    else if (fault !== undefined) fault(response, Buffer.from(bytes), request);
    else {
      const type = path === '/' ? 'text/html' : (TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
      response.writeHead(200, { 'content-type': type }).end(bytes);
    }
  }

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const name = path.split('/').at(-1) ?? '';
    requests.push(path);
    starts.push({ name, start: startOf(request) });
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('cache-control', 'no-store');
    void answer(path, name, request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults: faultsByName,
    requests,
    startsOf: (name) => starts.filter((each) => each.name === name).map(({ start }) => start),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
