import {
  CHROMIUM_FLAGS,
  chromiumPath,
  fakeCameraFlags,
  TALKING_HEAD,
  writeFakeCamera,
} from '@bonafide/tooling/video-frames.ts';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AssetServer } from './support/asset-server.ts';
import { startAssetServer } from './support/asset-server.ts';
import type { CameraPage } from './support/camera-page.ts';

// A real camera pipeline in a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let server: AssetServer;
const browsers: Browser[] = [];

beforeAll(async () => {
  server = await startAssetServer({}, 'camera-page.ts');
});

afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
});

afterAll(() => server.close());

async function openPage(flags: readonly string[], headers: Readonly<Record<string, string>> = {}): Promise<Page> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS, ...flags] });
  browsers.push(browser);
  const page = await browser.newPage();
  await page.route(`${server.origin}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
  await page.goto(server.origin);
  await page.waitForFunction(() => 'cameraPage' in globalThis);
  return page;
}

const inPage = <T>(page: Page, run: (page: CameraPage) => T): Promise<Awaited<T>> =>
  page.evaluate(`(${run.toString()})(globalThis.cameraPage)`) as Promise<Awaited<T>>;

const talkingHead = async (): Promise<string[]> =>
  fakeCameraFlags(await writeFakeCamera('talking-head', { video: TALKING_HEAD, count: 60 }));

describe('camera and capture in Chromium', () => {
  it('guides, takes a picture by itself, and leaves nothing open', async () => {
    const page = await openPage(await talkingHead());
    const result = await inPage(page, (cameraPage) => cameraPage.capture('auto', false));
    expect(result).toMatchObject({
      trigger: 'auto',
      type: 'image/jpeg',
      audioTracks: 0,
      openAfterCapture: 1,
      openAfterClose: 0,
    });
    expect(result.digest).toBe(result.ownDigest);
    expect(result.decoded).toEqual({ width: result.width, height: result.height });
    expect(Math.max(result.width, result.height)).toBeLessThanOrEqual(1280);
    expect(result.guidance).toContain('hold-still');
    expect(result.guidance.at(-1)).toBe('ready');
    expect(result.quality.score).toBeGreaterThan(0.3);
    expect(result.liveness.frameCount).toBeGreaterThanOrEqual(5);
    expect(result.times).toEqual([...result.times].sort((a, b) => a - b));
    expect(result.now - (result.times.at(-1) ?? 0)).toBeLessThan(60_000);
  });

  it('does the same through a video element where tracks cannot be read', async () => {
    const page = await openPage(await talkingHead());
    const result = await inPage(page, (cameraPage) => cameraPage.capture('manual', true));
    expect(result).toMatchObject({ trigger: 'manual', openAfterClose: 0 });
    expect(result.digest).toBe(result.ownDigest);
    expect(new Set(result.times).size).toBe(result.times.length);
  });

  it('says that the camera is lost when its stream ends', async () => {
    const page = await openPage(await talkingHead());
    expect(await inPage(page, (cameraPage) => cameraPage.endWithStream())).toEqual({ code: 'camera-lost', live: 0 });
  });

  it('stops the stream that arrives after an abort', async () => {
    const page = await openPage(await talkingHead());
    const { outcome, live } = await inPage(page, (cameraPage) => cameraPage.open(true));
    expect(outcome).toBe('Error: unmounted');
    expect(live).toBe(0);
  });

  it('tells a refusal', async () => {
    const page = await openPage(['--use-fake-device-for-media-stream', '--deny-permission-prompts']);
    const { outcome } = await inPage(page, (cameraPage) => cameraPage.open(false));
    expect(['permission-denied', 'permission-dismissed']).toContain(outcome);
  });

  it('tells a machine without a camera', async () => {
    const page = await openPage([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream=device-count=0',
    ]);
    expect(await inPage(page, (cameraPage) => cameraPage.open(false))).toMatchObject({ outcome: 'no-camera' });
    const report = await inPage(page, (cameraPage) => cameraPage.checkSupport());
    expect(report).toMatchObject({ supported: false, blockers: ['no-camera'] });
  });

  it('tells a Permissions-Policy that forbids the camera', async () => {
    const page = await openPage(await talkingHead(), { 'permissions-policy': 'camera=()' });
    expect(await inPage(page, (cameraPage) => cameraPage.open(false))).toMatchObject({
      outcome: 'permissions-policy-blocked',
    });
    const report = await inPage(page, (cameraPage) => cameraPage.checkSupport());
    expect(report.blockers).toEqual(['permissions-policy-blocked']);
  });

  it('finds this browser able, and a policy without wasm worth a warning', async () => {
    const able = await inPage(await openPage(await talkingHead()), (cameraPage) =>
      cameraPage.checkSupport({ permission: true }),
    );
    expect(able).toMatchObject({ supported: true, blockers: [], permission: 'granted' });
    const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'";
    const strict = await openPage(await talkingHead(), { 'content-security-policy': policy });
    const report = await inPage(strict, (cameraPage) => cameraPage.checkSupport());
    expect(report.tests['webassembly-csp']).toBe(false);
    expect(report.warnings).toContain('webassembly-csp');
  });
});
