// WebGL on a software rasteriser, whose context is lost on purpose: TF.js notices nothing, so vision has to.
import { CHROMIUM_FLAGS, chromiumPath } from '@bonafide/tooling/video-frames.ts';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ASTRONAUT } from '../src/face/testing/pictures.ts';
import type { AssetServer } from './support/asset-server.ts';
import { startAssetServer } from './support/asset-server.ts';
import type { VisionPage } from './support/vision-page.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const SOFTWARE_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

let server: AssetServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startAssetServer({ 'face.png': ASTRONAUT });
  const flags = CHROMIUM_FLAGS.filter((flag) => flag !== '--disable-gpu');
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...flags, ...SOFTWARE_WEBGL] });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(server.origin);
});

afterEach(() => page.close());

const inPage = <T>(run: (page: VisionPage) => T): Promise<Awaited<T>> =>
  page.evaluate(`(${run.toString()})(globalThis.visionPage)`) as Promise<Awaited<T>>;

const open = () => inPage((vision) => vision.open('/assets', 'webgl', 60_000));

/** Loses the context of the worker's backend: at once, or when it next waits for a result. */
async function loseContext(when: 'now' | 'while waiting'): Promise<void> {
  const worker = page.workers()[0];
  if (worker === undefined) throw new Error('there is no worker');
  await worker.evaluate((when) => {
    type Engine = { readonly backend: { readonly gpgpu: { readonly gl: WebGL2RenderingContext } } };
    const { gl } = (globalThis as unknown as { readonly _tfengine: Engine })._tfengine.backend.gpgpu;
    const lose = () => gl.getExtension('WEBGL_lose_context')?.loseContext();
    if (when === 'now') lose();
    else {
      const fenceSync = gl.fenceSync.bind(gl);
      gl.fenceSync = (...options) => {
        const sync = fenceSync(...options);
        lose();
        return sync;
      };
    }
  }, when);
}

describe('a lost graphics context', () => {
  it('ends every analysis from then on, and vision can be opened again', async () => {
    expect(await open()).toMatchObject({ backend: 'webgl', code: null });
    expect(await inPage((vision) => vision.failureOf('/face.png'))).toBe('analysed');
    await loseContext('now');
    for (let frame = 0; frame < 2; frame += 1) {
      expect(await inPage((vision) => vision.failureOf('/face.png'))).toBe('gpu-context-lost, retryable: true');
    }
    await inPage((vision) => vision.close());
    expect(await open()).toMatchObject({ backend: 'webgl', code: null });
  });

  it('ends an analysis that waits for a result, which never comes', async () => {
    await open();
    await loseContext('while waiting');
    expect(await inPage((vision) => vision.failureOf('/face.png'))).toBe('gpu-context-lost, retryable: true');
  });
});
