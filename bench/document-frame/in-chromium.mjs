import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../tooling/video-frames.ts';

const ASSETS = join(import.meta.dirname, '../../packages/browser-core/dist/assets/');

const PAGE = `<!doctype html><link rel="icon" href="data:,"><script type="module">
import { openDocumentVision, openPipelines } from '/page.js';
window.bench = async (count, rounds, warmUp, width, height) => {
  const pipelines = await openPipelines();
  const times = pipelines.map(() => []);
  const load = async (i) => ({ data: new Uint8ClampedArray(await (await fetch('/scene/' + i)).arrayBuffer()), width, height });
  const first = await load(0);
  for (let i = 0; i < warmUp; i += 1) {
    for (const { begin, find } of pipelines) {
      await begin?.(first);
      await find(first);
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < count; i += 1) {
      const image = await load(i);
      for (const [k, { begin, find, frames = 1 }] of pipelines.entries()) {
        await begin?.(image);
        for (let frame = 0; frame < frames; frame += 1) {
          const from = performance.now();
          await find(image);
          times[k].push(performance.now() - from);
        }
      }
    }
  }
  return times;
};
window.benchWorker = async (count, rounds, warmUp, width, height) => {
  const vision = await openDocumentVision({ assetsUrl: '/assets/', signal: new AbortController().signal });
  const [answered, inside] = [[], []];
  const look = async (pixels, i) => {
    const frame = await createImageBitmap(new ImageData(pixels, width, height));
    const from = performance.now();
    const { costMs } = await vision.analyse(frame, 33 * i, { side: 'front' });
    return [performance.now() - from, costMs];
  };
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < count; i += 1) {
      const pixels = new Uint8ClampedArray(await (await fetch('/scene/' + i)).arrayBuffer());
      vision.reset();
      // The first frame of a scene, and all of those that warm it up, are not counted.
      for (let frame = 0; frame <= 5; frame += 1) {
        const [roundTrip, cost] = await look(pixels, frame);
        if (frame === 0 || (round === 0 && i < warmUp)) continue;
        answered.push(roundTrip);
        inside.push(cost);
      }
    }
  }
  const { backend } = vision;
  vision.close();
  return { backend, answered, inside };
};
window.ready = true;
</script>`;

/** Milliseconds of every pipeline on a page's own thread, and of ours in its worker, from frame to answer. */
export async function inChromium(shown, rounds, warmUp) {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export { openPipelines } from './pipelines.mjs';
export { openDocumentVision } from '../../packages/browser-core/dist/document/open-document-vision.js';`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    external: ['fs', 'path', 'crypto'],
    conditions: ['browser'],
    write: false,
    logLevel: 'error',
  });
  const script = Buffer.from(outputFiles[0].contents);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    const scene = pathname.startsWith('/scene/') ? shown[Number(pathname.slice(7))]?.image.data : undefined;
    if (pathname === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    else if (pathname === '/page.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else if (pathname.startsWith('/assets/')) sendAsset(pathname.slice('/assets/'.length), response);
    else if (scene !== undefined)
      response.writeHead(200, { 'cache-control': 'no-store' }).end(Buffer.from(scene.buffer));
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(`  page: ${String(error).slice(0, 200)}`));
    await page.goto(`http://127.0.0.1:${server.address().port}`);
    await page.waitForFunction(() => globalThis.ready === true);
    const { width, height } = shown[0].image;
    const args = [shown.length, rounds, warmUp, width, height];
    const onPage = await page.evaluate(([...args]) => globalThis.bench(...args), args);
    console.error('chromium: page done');
    return { onPage, inWorker: await page.evaluate(([...args]) => globalThis.benchWorker(...args), args) };
  } finally {
    await browser.close();
    server.close();
  }
}

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

function sendAsset(name, response) {
  const path = join(ASSETS, name);
  if (!path.startsWith(ASSETS) || !existsSync(path)) response.writeHead(404).end();
  else
    response
      .writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' })
      .end(readFileSync(path));
}
