import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import sharp from 'sharp';
import { IdentityDriver, openEventLog, SelfieDriver } from '@bonafide/testkit/playwright';
import { openWatchedPage } from '@bonafide/tooling/open-watched-page.ts';
import { openFilmedCamera } from '@bonafide/tooling/camera-films.ts';
import {
  CHROMIUM_FLAGS,
  chromiumPath,
  fakeCameraFlags,
  TALKING_HEAD,
  writeFakeCamera,
} from '@bonafide/tooling/video-frames.ts';
import { startDemo, type Demo } from '../src/demo.ts';
import { identityFilms, type IdentitySubject } from './identity-camera.ts';
import { MEDIA, present, type Medium } from './present.ts';

/** What stands before the fake camera. */
export type Subject = Medium | 'talking-head' | 'looped-video' | 'dark-face' | 'two-faces' | 'empty-room' | 'no-camera';

export interface SceneOptions {
  readonly subject: Subject | { readonly identity: IdentitySubject };
  /** Default granted. */
  readonly permission?: 'granted' | 'denied';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** How long a link to a phone waits to be opened. */
  readonly handOverLinkMs?: number;
  /** A line that all of the browser's exchanges go through. */
  readonly proxyUrl?: string;
}

/** A demo of its own, and a browser before it whose camera shows the subject. */
export interface Scene {
  readonly demo: Demo;
  readonly page: Page;
  readonly context: BrowserContext;
  /** The `<selfie-liveness>` of the page. */
  readonly selfie: SelfieDriver;
  /** The `<id-verification>` of the page. */
  readonly identity: IdentityDriver;
  /** Begins the selfie check from the demo's button, and gives consent. */
  readonly begin: () => Promise<void>;
  /** What the partner's backend logged. */
  readonly backendLog: readonly string[];
  /** Origins of every request that the browser made. */
  readonly origins: ReadonlySet<string>;
  /** Console errors and policy violations. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const HEAD = { video: TALKING_HEAD, fromSeconds: 4, count: 120 };

/** The file that plays as the camera, or null for none. */
function cameraFile(subject: Subject): Promise<string> | null {
  switch (subject) {
    case 'no-camera':
      return null;
    case 'talking-head':
      return writeFakeCamera('talking-head', HEAD);
    case 'looped-video':
      return writeFakeCamera('looped-video', { ...HEAD, count: 20 });
    case 'dark-face':
      return writeFakeCamera('dark-face', { ...HEAD, count: 60 }, darkened);
    case 'two-faces':
      return writeFakeCamera('two-faces', { ...HEAD, count: 45 }, twice);
    case 'empty-room':
      return writeFakeCamera('empty-room', { ...HEAD, count: 30 }, emptyRoom);
    default:
      return writeFakeCamera(subject, { ...HEAD, count: 60, key: MEDIA[subject] }, (frame, index) =>
        present(subject, frame, index),
      );
  }
}

/** As before a lamp that was switched off. */
function darkened(frame: Buffer): Promise<Buffer> {
  return sharp(frame).linear(0.22, 0).jpeg({ quality: 92 }).toBuffer();
}

/** Two of the same head side by side. */
async function twice(frame: Buffer): Promise<Buffer> {
  const half = await sharp(frame).extract({ left: 140, top: 0, width: 360, height: 480 }).resize(320, 480).toBuffer();
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#666' } })
    .composite([
      { input: half, left: 0, top: 0 },
      { input: half, left: 320, top: 0 },
    ])
    .jpeg({ quality: 92 })
    .toBuffer();
}

async function emptyRoom(_frame: Buffer, index: number): Promise<Buffer> {
  const shade = 110 + Math.round(6 * Math.sin(index / 5));
  return sharp({ create: { width: 640, height: 480, channels: 3, background: { r: shade, g: shade, b: shade + 8 } } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

export async function openScene(options: SceneOptions): Promise<Scene> {
  const { subject } = options;
  const films = typeof subject === 'object' ? openFilmedCamera(await identityFilms(subject.identity)) : null;
  const file = typeof subject === 'object' ? (films?.file ?? null) : await cameraFile(subject);
  const backendLog: string[] = [];
  const { handOverLinkMs } = options;
  const demo = await startDemo({
    port: 0,
    gatewayPort: 0,
    log: (line) => backendLog.push(line),
    ...(handOverLinkMs === undefined ? {} : { handOverLinkMs }),
  });
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({
      executablePath: chromiumPath(),
      ...(options.proxyUrl === undefined ? {} : { proxy: { server: options.proxyUrl } }),
      args: [
        ...CHROMIUM_FLAGS,
        ...(file === null
          ? []
          : fakeCameraFlags(file).filter(
              (flag) => options.permission !== 'denied' || flag !== '--use-fake-ui-for-media-stream',
            )),
        ...(options.permission === 'denied' ? ['--deny-permission-prompts'] : []),
      ],
    });
    const context = await browser.newContext({
      viewport: options.viewport ?? { width: 1280, height: 860 },
      colorScheme: options.colorScheme ?? 'light',
    });
    await films?.attach(context);
    const origins = new Set<string>();
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http')) origins.add(origin);
    });
    const elementLog = await openEventLog(context);
    const { page, complaints } = await openWatchedPage(context);
    const selfie = new SelfieDriver(page.locator('selfie-liveness'), elementLog);
    await page.goto(demo.url);
    const opened = browser;
    return {
      demo,
      page,
      context,
      selfie,
      identity: new IdentityDriver(page.locator('id-verification'), elementLog),
      async begin() {
        await page.getByRole('button', { name: 'Begin the check' }).click();
        await selfie.agree();
      },
      backendLog,
      origins,
      complaints,
      async close() {
        await opened.close();
        films?.close();
        await demo.close();
      },
    };
  } catch (error) {
    await browser?.close();
    films?.close();
    await demo.close();
    throw error;
  }
}

/** Whether the page holds a live camera track. The test adds the bookkeeping before the page's own script runs. */
export async function watchCameras(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    const original = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await original(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
    Object.assign(globalThis, {
      liveCameras: () => tracks.filter((track) => track.readyState === 'live').length,
      // What a browser does when the plug is pulled: the track ends, and says so.
      pullOutCameras: () => {
        for (const track of tracks) {
          track.stop();
          track.dispatchEvent(new Event('ended'));
        }
      },
    });
  });
}

export async function liveCameras(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { liveCameras(): number }).liveCameras());
}
