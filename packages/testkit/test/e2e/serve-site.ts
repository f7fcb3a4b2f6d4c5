// A partner's site, with the built elements under the policy that their README asks for: what the kit is tried on. The workspace's
// elements depend on this package for their own tests, so they are taken from their folder, not as a dependency.
//
// Usage: node serve-site.ts <port>
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { build } from 'esbuild';
import { STRICT_POLICY } from '../../../elements/test/strict-policy.mjs';

const PACKAGES = join(import.meta.dirname, '..', '..', '..');
const POLICY = STRICT_POLICY.replace("connect-src 'self'", "connect-src 'self' https://gateway.test");

/** Each page: its element, and the script that a partner would write. */
const PAGES: Readonly<Record<string, { readonly markup: string; readonly script: string }>> = {
  selfie: {
    markup: '<selfie-liveness assets-url="/bonafide/"></selfie-liveness>',
    script: `
      const element = document.querySelector('selfie-liveness');
      const start = async () => (await fetch('/api/selfie', { method: 'POST' })).json();
      element.lang = new URLSearchParams(location.search).get('lang') ?? 'en';
      element.sessionProvider = start;
      element.baseUrl = 'https://gateway.test';`,
  },
  identity: {
    // Utopia is in no list of countries, so the person is not asked who has issued the document.
    markup:
      '<id-verification base-url="https://gateway.test/capture" assets-url="/bonafide/" country="UTO"></id-verification>',
    script: '',
  },
};

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

async function bundle(script: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `import './dist/define/index.js';${script}`, resolveDir: join(PACKAGES, 'elements') },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

const scripts = new Map(
  await Promise.all(Object.entries(PAGES).map(async ([name, { script }]) => [name, await bundle(script)] as const)),
);

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const name = pathname.slice(1).replace(/\.js$/, '');
  const page = PAGES[name];
  if (page !== undefined) {
    const isScript = pathname.endsWith('.js');
    const html = `<!doctype html><html lang="en"><title>${name}</title>${page.markup}<script type="module" src="/${name}.js"></script></html>`;
    response
      .writeHead(200, {
        'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
        'content-security-policy': POLICY,
      })
      .end(isScript ? scripts.get(name) : html);
    return;
  }
  void answerAsset(pathname, response);
});

async function answerAsset(pathname: string, response: ServerResponse): Promise<void> {
  const file = join(PACKAGES, 'browser-core', 'dist', 'assets', normalize(pathname).replace(/^\/bonafide/, ''));
  try {
    const bytes = await readFile(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

server.listen(Number(process.argv[2]), '127.0.0.1');
