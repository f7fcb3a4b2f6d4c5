import { createHash } from 'node:crypto';
import { confirmUploadRequest } from '@bonafide/contracts/onekyc/validators';
import {
  CHROMIUM_FLAGS,
  chromiumPath,
  fakeCameraFlags,
  TALKING_HEAD,
  writeFakeCamera,
} from '@bonafide/tooling/video-frames.ts';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { faults, startAssetServer } from './support/asset-server.ts';
import type { AssetServer } from './support/asset-server.ts';
import type { SessionPage } from './support/session-page.ts';

// A whole journey in a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let server: AssetServer;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  server = await startAssetServer({}, 'session-page.ts');
  const camera = await writeFakeCamera('talking-head', { video: TALKING_HEAD, count: 60 });
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_FLAGS, ...fakeCameraFlags(camera)],
  });
});

afterEach(async () => {
  server.faults.clear();
  await context.close();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Gateway {
  readonly page: Page;
  readonly requests: {
    readonly line: string;
    readonly headers: Record<string, string>;
    readonly body: Buffer | null;
  }[];
  /** Of the polls that are still to come. */
  status: object;
  /** What happens to the next uploads; then they are taken. */
  readonly uploads: ((route: Route) => Promise<void>)[];
}

/** A page whose gateway and storage answer from this test. */
async function openPage(inBrowser = browser): Promise<Gateway> {
  context = await inBrowser.newContext({ permissions: ['camera'] });
  const page = await context.newPage();
  const gateway: Gateway = {
    page,
    requests: [],
    status: { status: 'COMPLETED', verificationResult: { isApproved: true } },
    uploads: [],
  };
  const note = (route: Route): string => {
    const request = route.request();
    const line = `${request.method()} ${new URL(request.url()).pathname.replace('/gateway', '')}`;
    gateway.requests.push({ line, headers: request.headers(), body: request.postDataBuffer() });
    return line;
  };
  await page.route('**/gateway/**', async (route) => {
    const data = { submissionId: 'sub-1' };
    const documents = {
      SELFIE: {
        documentUrl: `${server.origin}/storage/a?signature=secret`,
        documentReference: 'a',
        expiryInSeconds: '600',
      },
    };
    switch (note(route)) {
      case 'GET /coe/v1/submissions/urls':
        return route.fulfill({ json: { success: true, data: { ...data, status: 'INITIATED', documents } } });
      case 'PUT /coe/v1/submissions/urls':
        return route.fulfill({ json: { success: true, data } });
      default: {
        const more = { submissionType: 'STANDALONE_LIVENESS', createdAt: '2026-03-01T04:05:06Z', ...gateway.status };
        return route.fulfill({ json: { success: true, data: { ...data, ...more } } });
      }
    }
  });
  await page.route('**/storage/**', async (route) => {
    note(route);
    const scripted = gateway.uploads.shift();
    return scripted === undefined ? route.fulfill({ status: 200 }) : scripted(route);
  });
  await page.goto(server.origin);
  await page.waitForFunction(() => 'sessionPage' in globalThis);
  return gateway;
}

/** Three seconds of two of the same head side by side, then one. */
async function twoThenOne(frame: Buffer, index: number): Promise<Buffer> {
  if (index >= 90) return frame;
  const half = await sharp(frame).extract({ left: 160, top: 0, width: 320, height: 480 }).toBuffer();
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#666' } })
    .composite([
      { input: half, left: 0, top: 0 },
      { input: half, left: 320, top: 0 },
    ])
    .jpeg({ quality: 92 })
    .toBuffer();
}

const inPage = <T>(page: Page, run: (page: SessionPage) => T): Promise<Awaited<T>> =>
  page.evaluate(`(${run.toString()})(globalThis.sessionPage)`) as Promise<Awaited<T>>;

describe('a session in Chromium', () => {
  it('goes from a moving face to passed, and sends what it says it sends', async () => {
    const { page, requests } = await openPage();
    await inPage(page, (session) => session.open());
    const end = await inPage(page, (session) => session.reach('passed', 'failed', 'error'));
    expect(end).toMatchObject({ phase: 'passed', result: { status: 'COMPLETED', submissionId: 'sub-1' } });
    expect(await inPage(page, (session) => session.liveTracks())).toBe(0);
    const phases = await inPage(page, (session) => session.phases());
    expect(phases).toEqual(expect.arrayContaining(['requesting-permission', 'loading', 'aligning', 'holding']));
    expect(phases.slice(-4)).toEqual(['captured', 'submitting', 'processing', 'passed']);

    expect(requests.map(({ line }) => line)).toEqual([
      'GET /coe/v1/submissions/urls',
      'PUT /storage/a',
      'PUT /coe/v1/submissions/urls',
      'GET /coe/v1/submissions/sub-1/status',
    ]);
    const [urls, upload, confirm] = requests;
    expect(urls?.headers).toMatchObject({ 'x-onekyc-token': 'secret-token-1', 'x-partner-session-id': 'order-1' });
    expect(upload?.headers).not.toHaveProperty('x-onekyc-token');
    expect(upload?.headers['content-type']).toBe('image/jpeg');
    const body = confirmUploadRequest.parse(JSON.parse(confirm?.body?.toString() ?? ''));
    const sent = createHash('sha256')
      .update(upload?.body ?? Buffer.alloc(0))
      .digest('hex');
    expect(body.metadata?.bonafide?.capture.digest).toBe(sent);
    expect(body.metadata?.bonafide?.liveness.frameCount).toBeGreaterThan(0);
  });

  it('takes nothing while a second face is in the picture, says so, and goes on when it has gone', async () => {
    const camera = await writeFakeCamera(
      'two-then-one',
      { video: TALKING_HEAD, fromSeconds: 4, count: 240 },
      twoThenOne,
    );
    const another = await chromium.launch({
      executablePath: chromiumPath(),
      args: [...CHROMIUM_FLAGS, ...fakeCameraFlags(camera)],
    });
    try {
      const { page, requests } = await openPage(another);
      await inPage(page, (session) => session.open());
      await page.waitForFunction(() =>
        (globalThis as unknown as { sessionPage: SessionPage }).sessionPage.guidance().includes('multiple-faces'),
      );
      expect(requests.filter(({ line }) => line.startsWith('PUT'))).toEqual([]);
      expect(await inPage(page, (session) => session.reach('passed', 'failed', 'error'))).toMatchObject({
        phase: 'passed',
      });
    } finally {
      await another.close();
    }
  });

  it('resumes after a reload, without a camera, and stores nothing secret meanwhile', async () => {
    const gateway = await openPage();
    const { page } = gateway;
    gateway.status = { status: 'IN_PROGRESS' };
    await inPage(page, (session) => session.open());
    await inPage(page, (session) => session.reach('processing', 'error'));
    const stored = await inPage(page, (session) => session.stored());
    expect(stored).toContain('sub-1');
    expect(stored).not.toContain('secret');
    gateway.status = { status: 'COMPLETED', verificationResult: { isApproved: true } };
    await page.reload();
    await page.waitForFunction(() => 'sessionPage' in globalThis);
    await inPage(page, (session) => session.open());
    expect(await inPage(page, (session) => session.reach('passed', 'error'))).toMatchObject({
      phase: 'passed',
      attempt: 1,
    });
    expect(await inPage(page, (session) => session.reasons())).toEqual(['resume']);
    expect(await inPage(page, (session) => session.phases())).toEqual(['processing', 'passed']);
  });

  it('waits for the network in mid-upload and goes on by itself', async () => {
    const gateway = await openPage();
    const { page } = gateway;
    const broken = new Promise<void>((resolve) => {
      gateway.uploads.push(async (route) => {
        await context.setOffline(true);
        await route.abort('internetdisconnected');
        resolve();
      });
    });
    await inPage(page, (session) => session.open());
    await broken;
    expect(await inPage(page, (session) => session.reach('submitting', 'error'))).toMatchObject({
      phase: 'submitting',
    });
    await context.setOffline(false);
    expect(await inPage(page, (session) => session.reach('passed', 'error'))).toMatchObject({ phase: 'passed' });
    expect(gateway.requests.filter(({ line }) => line === 'PUT /storage/a')).toHaveLength(2);
  });

  it.each(['missing', 'damaged'] as const)(
    'says that a model file is %s, camera off, and retry works once it is right',
    async (how) => {
      const { page } = await openPage();
      server.faults.set('face-mesh.bin', faults[how]);
      await inPage(page, (session) => session.open());
      const code = how === 'missing' ? 'asset-load-failed' : 'asset-integrity-failed';
      const end = await inPage(page, (session) => session.reach('passed', 'error'));
      expect(end).toMatchObject({ phase: 'error', failure: { code, retryable: true } });
      expect(await inPage(page, (session) => session.liveTracks())).toBe(0);
      server.faults.clear();
      await inPage(page, (session) => session.retry());
      expect(await inPage(page, (session) => session.reach('passed', 'error'))).toMatchObject({ phase: 'passed' });
    },
  );

  it('turns the camera off when it is closed while looking, and before the camera has come', async () => {
    const { page } = await openPage();
    await inPage(page, (session) => session.open());
    await inPage(page, (session) => session.close());
    await inPage(page, (session) => session.open());
    await inPage(page, (session) => session.reach('aligning', 'holding', 'error'));
    expect(await inPage(page, (session) => session.liveTracks())).toBe(1);
    await inPage(page, (session) => session.close());
    expect(await inPage(page, (session) => session.liveTracks())).toBe(0);
  });

  it("looks at the host's own stream and leaves it running", async () => {
    const { page } = await openPage();
    await inPage(page, (session) => session.openWithCanvas());
    expect(await inPage(page, (session) => session.reach('aligning', 'error'))).toMatchObject({ phase: 'aligning' });
    await inPage(page, (session) => session.close());
    expect(await inPage(page, (session) => session.sourceIsLive())).toBe(true);
    expect(await inPage(page, (session) => session.liveTracks())).toBe(0);
  });
});
