import { readdirSync } from 'node:fs';
import { modelManifest } from '@bonafide/models';
import { CHROMIUM_FLAGS, chromiumPath } from '@bonafide/tooling/video-frames.ts';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFaceDetector } from '../src/face/face-detector.ts';
import { createFaceMesher } from '../src/face/face-mesh.ts';
import { createFaceTracker } from '../src/face/face-tracker.ts';
import { createFrameAnalyser } from '../src/face/frame-analyser.ts';
import { openNetworks } from '../src/face/networks.ts';
import { createNodeAssets } from '../src/face/testing/node-assets.ts';
import { ASTRONAUT, toFrame } from '../src/face/testing/pictures.ts';
import type { VisionDetector } from '../src/face/vision.ts';
import type { AssetServer } from './support/asset-server.ts';
import { faults, startAssetServer } from './support/asset-server.ts';
import type { VisionPage } from './support/vision-page.ts';

// The plain JavaScript backend is slow, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

type Backend = Parameters<VisionPage['open']>[1];

let server: AssetServer;
let browser: Browser;
let page: Page;
let foreign: string[];

beforeAll(async () => {
  server = await startAssetServer({ 'face.png': ASTRONAUT });
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  foreign = [];
  page = await browser.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin)) foreign.push(request.url());
  });
  await page.goto(server.origin);
});

afterEach(async () => {
  await page.close();
  server.faults.clear();
});

/** One score at each crop scale of the shipped presentation-attack model. */
const expectedModelScores = (): number => modelManifest.models.presentationAttack?.crops.length ?? 0;

const inPage = <T>(run: (page: VisionPage) => T): Promise<Awaited<T>> =>
  page.evaluate(`(${run.toString()})(globalThis.visionPage)`) as Promise<Awaited<T>>;

const open = (backend: Backend = 'auto', loadTimeoutMs = 60_000, assetsUrl = '/assets', detector?: VisionDetector) =>
  page.evaluate(
    ([assetsUrl, backend, timeout, detector]) =>
      (globalThis as unknown as { visionPage: VisionPage }).visionPage.open(assetsUrl, backend, timeout, detector),
    [assetsUrl, backend, loadTimeoutMs, detector] as const,
  );

const openPackage = (backend: Backend = 'auto') => open(backend, 60_000, '/assets', 'face-landmarks-detection');

const violations = () => page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);

describe('openVision in Chromium under a strict policy', () => {
  it('finds the same landmarks as the analysis in Node, with nothing fetched from elsewhere', async () => {
    const opened = await open();
    expect(opened).toMatchObject({ backend: 'wasm', code: null });
    const { face, isClosed, ...frame } = await inPage((vision) => vision.analyse('/face.png', 'bitmap', true));
    expect(frame).toMatchObject({ index: 0, timestampMs: 12, width: 512, height: 512, faceCount: 1 });
    expect(frame.liveness?.modelScores).toHaveLength(expectedModelScores());
    expect(isClosed).toBe(true);

    const networks = await openNetworks(await createNodeAssets());
    const analyser = createFrameAnalyser({
      tracker: createFaceTracker(createFaceDetector(networks.detector), createFaceMesher(networks.mesh)),
      scoreLiveness: networks.presentationAttack?.score,
    });
    const { face: expected, liveness } = await analyser.analyse(await toFrame(sharp(ASTRONAUT)), 0, { liveness: true });
    networks.dispose();
    if (face === null || expected === null) throw new Error('no face was found');
    const distances = Array.from({ length: 468 }, (_, i) =>
      Math.hypot(
        (face.landmarks[i * 3] ?? 0) - (expected.landmarks[i * 3] ?? 0),
        (face.landmarks[i * 3 + 1] ?? 0) - (expected.landmarks[i * 3 + 1] ?? 0),
      ),
    );
    expect(frame.liveness?.modelScore ?? 0).toBeCloseTo(liveness?.modelScore ?? 0, 1);
    // Of a face 90 px wide; the canvas rounds colours and positions in its own way.
    expect(Math.max(...distances)).toBeLessThan(1.5);
    expect(face.luminanceMean0to255).toBeCloseTo(expected.luminanceMean0to255, -1);
    expect(face.sharpness / expected.sharpness).toBeGreaterThan(0.5);
    expect(face.sharpness / expected.sharpness).toBeLessThan(2);
    expect(await violations()).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it('reports progress that only grows and ends at the total', async () => {
    const { progress } = await open();
    const loaded = progress.map(({ loadedBytes }) => loadedBytes);
    expect(loaded).toEqual(loaded.toSorted((a, b) => a - b));
    expect(loaded.at(-1)).toBe(progress.at(-1)?.totalBytes);
    expect(new Set(progress.map(({ totalBytes }) => totalBytes)).size).toBe(1);
  });

  it('takes video frames and closes them', async () => {
    await open();
    const result = await inPage((vision) => vision.analyse('/face.png', 'video-frame'));
    expect(result).toMatchObject({ faceCount: 1, isClosed: true, width: 512 });
  });

  it('takes frames one at a time, in order', async () => {
    await open();
    expect(await inPage((vision) => vision.analyseManyAtOnce('/face.png', 4))).toEqual([0, 1, 2, 3]);
  });

  it('works on the plain JavaScript backend', async () => {
    expect(await open('cpu')).toMatchObject({ backend: 'cpu' });
    expect(await inPage((vision) => vision.analyse('/face.png', 'bitmap'))).toMatchObject({ faceCount: 1 });
  });

  it.each(['close', 'abort'] as const)('ends its worker and whoever waits on %s', async (how) => {
    await open();
    expect(page.workers()).toHaveLength(1);
    const reason = await page.evaluate(
      (how) => (globalThis as unknown as { visionPage: VisionPage }).visionPage.endDuringAnalysis('/face.png', how),
      how,
    );
    expect(reason).toBe(how === 'close' ? 'aborted' : 'Error: the page went away');
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(0);
  });
});

describe('face-landmarks-detection as the detector', () => {
  const SCRIPT = /vision-face-landmarks-detection-\w+\.js$/;

  /** Mean distance of the points, over the distance of the outer corners of the eyes. */
  function difference(ours: readonly number[], theirs: readonly number[]): number {
    const distances = Array.from({ length: 468 }, (_, i) =>
      Math.hypot((ours[i * 3] ?? NaN) - (theirs[i * 3] ?? NaN), (ours[i * 3 + 1] ?? NaN) - (theirs[i * 3 + 1] ?? NaN)),
    );
    const eyes = Math.hypot((ours[789] ?? 0) - (ours[99] ?? 0), (ours[790] ?? 0) - (ours[100] ?? 0));
    return distances.reduce((sum, distance) => sum + distance, 0) / distances.length / eyes;
  }

  it('is not loaded unless it is chosen', async () => {
    server.requests.length = 0;
    await open();
    await inPage((vision) => vision.analyse('/face.png', 'bitmap'));
    expect(server.requests.some((path) => path.endsWith('/vision-worker.js'))).toBe(true);
    expect(server.requests.filter((path) => SCRIPT.test(path))).toEqual([]);
  });

  it.each(['wasm', 'cpu'] as const)('finds the same face on %s, from nowhere else', async (backend) => {
    await open();
    const thin = await inPage((vision) => vision.analyse('/face.png', 'bitmap'));
    await inPage((vision) => vision.close());
    server.requests.length = 0;

    const { progress, ...opened } = await openPackage(backend);
    expect(opened).toMatchObject({ backend, code: null });
    expect(progress.at(-1)?.loadedBytes).toBe(progress.at(-1)?.totalBytes);
    const first = await inPage((vision) => vision.analyse('/face.png', 'bitmap', true));
    const next = await inPage((vision) => vision.analyse('/face.png', 'video-frame'));
    expect(first).toMatchObject({ faceCount: 1, isClosed: true, face: { presence: 1 } });
    expect(next).toMatchObject({ index: 1, faceCount: 1, isClosed: true });
    expect(first.liveness?.modelScores).toHaveLength(expectedModelScores());
    // Of the eyes' distance: ours is placed twice on a first frame, the package's once and then tracked (measured: see
    // reference-landmarks.test.ts).
    expect(difference(thin.face?.landmarks ?? [], first.face?.landmarks ?? [])).toBeLessThan(0.025);
    expect(difference(thin.face?.landmarks ?? [], next.face?.landmarks ?? [])).toBeLessThan(0.015);

    expect(server.requests.filter((path) => SCRIPT.test(path))).toHaveLength(1);
    expect(server.requests.filter((path) => path.endsWith('face-mesh.bin'))).toHaveLength(1);
    expect(await violations()).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it('says so when its script is missing', async () => {
    const script = readdirSync(new URL('../dist/assets/', import.meta.url)).find((name) => SCRIPT.test(name)) ?? '';
    server.faults.set(script, faults.missing);
    expect(await openPackage()).toMatchObject({ code: 'asset-load-failed' });
    expect(await open()).toMatchObject({ backend: 'wasm', code: null });
  });
});

describe('openVision when files are wrong', () => {
  it('falls back when the wasm binary is damaged', async () => {
    server.faults.set('tfjs-backend-wasm-simd.wasm', faults.damaged);
    const { backend } = await open('auto');
    expect(backend === 'webgl' || backend === 'cpu').toBe(true);
    expect(await inPage((vision) => vision.analyse('/face.png', 'bitmap'))).toMatchObject({ faceCount: 1 });
  });

  it('goes on where the line broke off, again and again', async () => {
    const earlier = server.startsOf('face-mesh.bin').length;
    server.faults.set('face-mesh.bin', faults.breaking);
    const { code, progress } = await open('wasm');
    expect(code).toBeNull();
    // How much of a third the page had read as the line broke is the machine's affair: nothing of it is asked for again.
    const [first, ...rest] = server.startsOf('face-mesh.bin').slice(earlier);
    expect(first).toBe(0);
    expect(rest.length).toBeGreaterThanOrEqual(2);
    expect(rest).toEqual(rest.toSorted((a, b) => a - b));
    expect(rest[0]).toBeGreaterThan(0);
    const loaded = progress.map(({ loadedBytes }) => loadedBytes);
    expect(loaded).toEqual(loaded.toSorted((a, b) => a - b));
    expect(await inPage((vision) => vision.analyse('/face.png', 'bitmap'))).toMatchObject({ faceCount: 1 });
  });

  it('says so when the wasm binary is damaged and nothing else is allowed', async () => {
    server.faults.set('tfjs-backend-wasm-simd.wasm', faults.damaged);
    expect(await open('wasm')).toMatchObject({ code: 'asset-integrity-failed' });
  });

  it.each([
    ['face-mesh.bin', 'damaged', 'asset-integrity-failed'],
    ['face-mesh.bin', 'short', 'asset-integrity-failed'],
    ['face-detector.json', 'missing', 'asset-load-failed'],
    ['face-detector.bin', 'elsewhere', 'asset-load-failed'],
    ['manifest.json', 'pageInstead', 'asset-load-failed'],
    ['manifest.json', 'missing', 'asset-load-failed'],
    ['vision-worker.js', 'missing', 'asset-load-failed'],
    ['vision-worker.js', 'pageInstead', 'asset-load-failed'],
  ] as const)('refuses a %s that is %s, leaves no worker, and works on the next try', async (name, fault, code) => {
    server.faults.set(name, faults[fault]);
    expect(await open()).toMatchObject({ backend: null, code });
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(0);
    expect(foreign.filter((url) => !url.startsWith('http://example.invalid'))).toEqual([]);
    server.faults.clear();
    expect(await open()).toMatchObject({ backend: 'wasm', code: null });
  });

  it('stops waiting for a server that never answers', async () => {
    server.faults.set('face-mesh.bin', faults.silent);
    expect(await open('auto', 1500)).toMatchObject({ code: 'asset-load-failed' });
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(0);
  });

  it('refuses a folder of another origin before any request', async () => {
    server.requests.length = 0;
    expect(await open('auto', 1500, 'https://cdn.example/assets/')).toMatchObject({ code: 'asset-integrity-failed' });
    expect(foreign).toEqual([]);
    expect(server.requests).toEqual([]);
  });
});
