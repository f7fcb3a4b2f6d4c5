// Serves the gallery and pages like it from the workspace's root, under the policy that the README asks for.
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build } from 'esbuild';
import { STRICT_POLICY } from './strict-policy.mjs';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.ts': 'text/javascript; charset=utf-8',
};

export interface GalleryServer {
  readonly url: string;
  close(): void;
}

async function bundle(file: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    sourcemap: 'inline',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** Listens on a free loopback port. TypeScript is bundled when it is asked for, once. */
export async function openGalleryServer(): Promise<GalleryServer> {
  const bundles = new Map<string, Promise<Uint8Array>>();
  const bodyOf = (file: string): Promise<Uint8Array> => {
    if (extname(file) !== '.ts') return readFile(file);
    const ready = bundles.get(file) ?? bundle(file);
    bundles.set(file, ready);
    return ready;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void answer(pathname, response);
  });
  const answer = async (pathname: string, response: ServerResponse): Promise<void> => {
    const file = join(ROOT, normalize(pathname));
    try {
      const body = await bodyOf(file);
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-security-policy': STRICT_POLICY }).end(body);
    } catch {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/packages/elements/test/gallery.html`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
