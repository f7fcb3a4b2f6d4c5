import { CHROMIUM_FLAGS, chromiumPath } from '@bonafide/tooling/video-frames.ts';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AssetServer } from './support/asset-server.ts';
import { faults, startAssetServer } from './support/asset-server.ts';
import type { DocumentPage } from './support/document-page.ts';
import { promisingPng } from './support/promising-png.ts';

// Workers and scenes are slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

let server: AssetServer;
let browser: Browser;
let page: Page;
let foreign: string[];

beforeAll(async () => {
  server = await startAssetServer({}, 'document-page.ts');
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  foreign = [];
  server.requests.length = 0;
  page = await browser.newPage();
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(server.origin) || request.url().startsWith('blob:');
    if (!isOwn) foreign.push(request.url());
  });
  await page.goto(server.origin);
});

afterEach(async () => {
  await page.close();
  server.faults.clear();
});

type Methods = { [Name in keyof DocumentPage]: DocumentPage[Name] };
const call = <Name extends keyof DocumentPage>(
  name: Name,
  ...args: Parameters<Methods[Name]>
): Promise<Awaited<ReturnType<Methods[Name]>>> =>
  page.evaluate(
    ([name, args]) =>
      (globalThis as unknown as { documentPage: Record<string, (...args: unknown[]) => unknown> }).documentPage[name]?.(
        ...args,
      ),
    [name, args] as const,
  ) as Promise<Awaited<ReturnType<Methods[Name]>>>;

const violations = () => page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);

describe('openDocumentVision in Chromium under a strict policy', () => {
  it('finds a passport’s page and its layout, with nothing fetched from elsewhere', async () => {
    expect(await call('open')).toMatchObject({ backend: 'wasm', code: null });
    const { document, isClosed, ...frame } = await call(
      'analyse',
      'passport',
      { pitchDegrees: 8 },
      'front',
      'passport',
    );
    expect(frame).toMatchObject({ timestampMs: 12, width: 1280, height: 720, motionRatio: null });
    expect(isClosed).toBe(true);
    expect(document).toMatchObject({ format: 'id-3', features: { mrz: true, barcode: false } });
    expect(document?.confidence).toBeGreaterThan(0.6);
    expect(foreign).toEqual([]);
    expect((await violations()).filter((line) => !line.includes('blob'))).toEqual([]);
  });

  it('loads what reads documents, and nothing that only the selfie needs', async () => {
    const { progress } = await call('open');
    const names = server.requests.map((path) => path.split('/').at(-1));
    expect(names).toContain('zxing-reader.wasm');
    expect(names).toContain('document-reader-mrz.bin');
    expect(names.filter((name) => name?.startsWith('face-mesh') || name?.startsWith('presentation'))).toEqual([]);
    const loaded = progress.map(({ loadedBytes }) => loadedBytes);
    expect(loaded).toEqual(loaded.toSorted((a, b) => a - b));
    expect(loaded.at(-1)).toBe(progress.at(-1)?.totalBytes);
  });

  it.each([
    ['document-worker.js', faults.missing, 'asset-load-failed'],
    ['document-worker.js', faults.pageInstead, 'asset-load-failed'],
    ['zxing-reader.wasm', faults.missing, 'asset-load-failed'],
    ['document-reader-mrz.bin', faults.damaged, 'asset-integrity-failed'],
    ['manifest.json', faults.elsewhere, 'asset-load-failed'],
  ] as const)('says why when %s is wrong, and works again once it is right', async (name, fault, code) => {
    server.faults.set(name, fault);
    expect(await call('open')).toMatchObject({ code });
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(0);
    server.faults.clear();
    expect(await call('open')).toMatchObject({ code: null });
  });

  it('gives up at its deadline', async () => {
    server.faults.set('manifest.json', faults.silent);
    expect(await call('open', 500)).toMatchObject({ code: 'asset-load-failed' });
  });

  it('refuses a folder on another origin before any request', async () => {
    expect(await call('open', 5000, 'https://example.invalid/assets')).toMatchObject({
      code: 'asset-integrity-failed',
    });
    expect(foreign).toEqual([]);
  });

  it.each(['close', 'abort'] as const)('ends its worker and whoever waits on %s', async (how) => {
    await call('open');
    expect(page.workers()).toHaveLength(1);
    expect(await call('endDuringAnalysis', how)).toBe(how === 'close' ? 'aborted' : 'Error: the page went away');
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(0);
  });
});

describe('capturing a document', () => {
  beforeEach(async () => void (await call('open')));

  it('takes and reads a steady card by itself', async () => {
    const result = await call('captureStream', 'auto', { surface: 'dark', spanRatio: 0.7 });
    expect(result).toMatchObject({ side: 'back', origin: 'auto', format: 'id-1', problems: [] });
    expect(result.guidance).toContain('ready');
    expect(result.types).toEqual(['image/jpeg', 'image/jpeg']);
    expect(result.decoded).toEqual([result.width, result.height, result.frameWidth, result.frameHeight]);
    expect(result.width / result.height).toBeCloseTo(1.586, 2);
    expect([result.digest, result.frameDigest].every((digest) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
    expect(result.reading.mrz).toMatchObject({ format: 'TD1', valid: true });
  });

  it('takes by the shutter what is wrong with it, and says so', async () => {
    const result = await call('captureStream', 'shoot', { surface: 'dark', exposure: 0.15 });
    expect(result).toMatchObject({ origin: 'manual', problems: expect.arrayContaining(['too-dark']) });
  });
});

describe('a document as a file', () => {
  beforeEach(async () => void (await call('open')));

  it('cuts it out and reads it', async () => {
    const { code, result } = await call(
      'captureSpecimenFile',
      'passport',
      { width: 1600, height: 1200, rotationDegrees: 4 },
      'front',
      'passport',
    );
    expect(code).toBeNull();
    expect(result).toMatchObject({
      origin: 'upload',
      format: 'id-3',
      reading: { mrz: { format: 'TD3', valid: true } },
    });
  });

  it('honours the way up that EXIF states', async () => {
    const { code, result } = await call('captureTurnedFile');
    expect(code).toBeNull();
    expect(result).toMatchObject({ frameWidth: 960, frameHeight: 640 });
    expect(Math.abs(result?.quality.rotationDegrees ?? 90)).toBeLessThan(2);
  });

  it('refuses the other side and another kind of document', async () => {
    expect(await call('captureSpecimenFile', 'id-card-back', {}, 'front', 'identityCard')).toMatchObject({
      code: 'document-wrong-side',
    });
    expect(await call('captureSpecimenFile', 'passport', {}, 'front', 'driversLicense')).toMatchObject({
      code: 'document-unsupported',
    });
  });

  it('refuses what shows no document, or a small one', async () => {
    expect(await call('captureFlat', 800, 800)).toMatchObject({ code: 'document-not-found' });
    const small = { width: 640, height: 480, spanRatio: 0.5 };
    expect(await call('captureSpecimenFile', 'id-card-front', small, 'front', null)).toMatchObject({
      code: 'image-too-small',
    });
  });

  it.each([
    ['an empty file', [], 'file-damaged'],
    ['text', Array.from('hello, world', (letter) => letter.charCodeAt(0)), 'file-unsupported'],
    ['a PDF', Array.from('%PDF-1.7', (letter) => letter.charCodeAt(0)), 'file-unsupported'],
    ['HEIC, as some phones save', [0, 0, 0, 24, ...Buffer.from('ftypheic'), ...Buffer.alloc(64)], 'file-unsupported'],
    ['the head of a JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0], 'file-damaged'],
  ] as const)('refuses %s', async (_, bytes, code) => {
    expect(await call('captureBytes', bytes)).toMatchObject({ code });
  });

  it.each([
    ['says that it has 3.6 billion pixels', 60_000, 'file-too-large'],
    ['promises more pixels than it holds', 6000, 'file-damaged'],
  ] as const)('refuses a PNG of a few bytes that %s', async (_, side, code) => {
    expect(await call('captureBytes', Array.from(await promisingPng(side)))).toMatchObject({ code });
  });

  it('refuses a JPEG that is cut off', async () => {
    expect(await call('captureTruncated')).toMatchObject({ code: 'file-damaged' });
  });

  it('takes a JPEG of 50 megapixels, the most that a phone writes', async () => {
    const { code, result, megapixels } = await call('captureLarge', 8660, 5772);
    expect(megapixels).toBeGreaterThan(49.9);
    expect(code).toBeNull();
    expect(result).toMatchObject({ origin: 'upload', reading: { mrz: { format: 'TD3', valid: true } } });
    // What is handed on is no larger than what can be read at ease.
    expect(result?.frameWidth).toBeLessThanOrEqual(2560);
  });

  it('refuses a picture of too many pixels before it is decoded', async () => {
    expect(await call('captureFlat', 8000, 7000)).toMatchObject({ code: 'file-too-large' });
  });

  it('refuses too many bytes', async () => {
    const limits = { maximumBytes: 1000 };
    expect(await call('captureSpecimenFile', 'passport', {}, 'front', null, limits)).toMatchObject({
      code: 'file-too-large',
    });
  });
});
