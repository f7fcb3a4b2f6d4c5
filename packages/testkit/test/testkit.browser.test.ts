import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type * as PictureStream from '../src/picture-stream.ts';
import type * as SceneStream from '../src/scenes/scene-stream.ts';
import type * as FrameStream from '../src/streams/frame-stream.ts';
import type * as VideoStream from '../src/streams/video-stream.ts';
import type * as Specimens from '../src/specimens/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, chromiumPath, TALKING_HEAD } from '@bonafide/tooling/video-frames.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGE = `<!doctype html><title>test</title>
<script type="importmap">{ "imports": { "bwip-js/generic": "/node_modules/bwip-js/dist/bwip-js-gen.mjs" } }</script>
<script type="module">
  import * as streams from '/dist/index.js';
  import * as specimens from '/dist/specimens/index.js';
  Object.assign(globalThis, streams, specimens);
</script>`;

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/head.mp4') {
      response.writeHead(200, { 'content-type': 'video/mp4' }).end(readFileSync(TALKING_HEAD));
      return;
    }
    const type = /\.m?js$/.test(path) ? 'text/javascript' : path.endsWith('.png') ? 'image/png' : 'text/html';
    response.writeHead(200, { 'content-type': type });
    response.end(type === 'text/html' ? PAGE : readFileSync(join(ROOT, path)));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe('createPictureStream', () => {
  it('gives frames of the size asked for, moves them until a tenth of the values differ, and stops its track with the signal', async () => {
    const seen = await page.evaluate(async () => {
      const { createPictureStream } = globalThis as unknown as typeof PictureStream;
      const picture = new Image();
      picture.src = '/assets/astronaut.png';
      await picture.decode();
      const ending = new AbortController();
      const stream = createPictureStream(picture, { width: 320, height: 240, signal: ending.signal });
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = stream;
      await video.play();
      const canvas = new OffscreenCanvas(320, 240);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      const read = () => {
        context?.drawImage(video, 0, 0);
        return [...(context?.getImageData(0, 0, 320, 240).data ?? [])];
      };
      const first = read();
      let different = 0;
      while (different <= 0.1) {
        await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
        const next = read();
        different = first.filter((value, index) => value !== next[index]).length / first.length;
      }
      const before = stream.getVideoTracks()[0]?.readyState;
      ending.abort();
      return {
        size: [video.videoWidth, video.videoHeight],
        before,
        after: stream.getVideoTracks()[0]?.readyState,
      };
    });
    expect(seen.size).toEqual([320, 240]);
    expect(seen.before).toBe('live');
    expect(seen.after).toBe('ended');
  });

  it('throws the reason of a signal that has already been aborted', async () => {
    const message = await page.evaluate(async () => {
      const { createPictureStream } = globalThis as unknown as typeof PictureStream;
      try {
        createPictureStream(new Image(), { signal: AbortSignal.abort(new Error('too late')) });
        return 'nothing';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toBe('too late');
  });
});

describe('createSceneStream', () => {
  it('puts another picture before the camera on demand, in the same track', async () => {
    const seen = await page.evaluate(async () => {
      const { createSceneStream } = globalThis as unknown as typeof SceneStream;
      const plain = (colour: string) => {
        const canvas = document.createElement('canvas');
        canvas.width = 64;
        canvas.height = 48;
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.fillStyle = colour;
        context.fillRect(0, 0, 64, 48);
        return canvas;
      };
      const ending = new AbortController();
      const scenes = createSceneStream(plain('#f00'), { width: 64, height: 48, signal: ending.signal });
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = scenes.stream;
      await video.play();
      const context = new OffscreenCanvas(64, 48).getContext('2d', { willReadFrequently: true });
      const waitFor = async (channel: 0 | 2) => {
        for (;;) {
          context?.drawImage(video, 0, 0);
          const middle = context?.getImageData(32, 24, 1, 1).data ?? [];
          if ((middle[channel] ?? 0) > 200 && (middle[2 - channel] ?? 0) < 50) return true;
          await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
        }
      };
      const track = scenes.stream.getVideoTracks()[0];
      const first = await waitFor(0);
      scenes.show(plain('#00f'), { motion: { sway: 0 } });
      const second = await waitFor(2);
      const same = scenes.stream.getVideoTracks()[0] === track && track?.readyState === 'live';
      ending.abort();
      return { first, second, same, after: track?.readyState };
    });
    expect(seen).toEqual({ first: true, second: true, same: true, after: 'ended' });
  });
});

describe('createFrameStream', () => {
  it('gives what is drawn, frame after frame, and ends with the signal', async () => {
    const seen = await page.evaluate(async () => {
      const { createFrameStream } = globalThis as unknown as typeof FrameStream;
      const ending = new AbortController();
      const indices: number[] = [];
      const stream = createFrameStream(
        (context, { index, width, height }) => {
          indices.push(index);
          context.fillStyle = index < 3 ? '#f00' : '#00f';
          context.fillRect(0, 0, width, height);
        },
        { width: 64, height: 48, signal: ending.signal },
      );
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = stream;
      await video.play();
      const context = new OffscreenCanvas(64, 48).getContext('2d', { willReadFrequently: true });
      let blue = 0;
      while (blue < 200) {
        await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
        context?.drawImage(video, 0, 0);
        blue = context?.getImageData(32, 24, 1, 1).data[2] ?? 0;
      }
      ending.abort();
      const drawn = indices.length;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return {
        drawn,
        after: indices.length,
        counted: indices.every((index, at) => index === at),
        track: stream.getVideoTracks()[0]?.readyState,
      };
    });
    expect(seen.counted).toBe(true);
    expect(seen.drawn).toBeGreaterThan(3);
    expect(seen.after).toBe(seen.drawn);
    expect(seen.track).toBe('ended');
  });
});

describe('createVideoStream', () => {
  it('plays a video in the size asked for, by its address and as a file', async () => {
    const seen = await page.evaluate(async () => {
      const { createVideoStream } = globalThis as unknown as typeof VideoStream;
      const ending = new AbortController();
      const blob = await (await fetch('/head.mp4')).blob();
      const sizes: unknown[] = [];
      for (const source of ['/head.mp4', blob]) {
        const stream = await createVideoStream(source, { width: 320, height: 240, signal: ending.signal });
        const video = document.createElement('video');
        video.muted = true;
        video.srcObject = stream;
        await video.play();
        const context = new OffscreenCanvas(320, 240).getContext('2d', { willReadFrequently: true });
        let brightest = 0;
        while (brightest < 100) {
          await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
          context?.drawImage(video, 0, 0);
          brightest = Math.max(
            ...(context?.getImageData(100, 60, 120, 120).data ?? []).filter((_, at) => at % 4 !== 3),
          );
        }
        sizes.push([video.videoWidth, video.videoHeight]);
      }
      ending.abort();
      return sizes;
    });
    expect(seen).toEqual([
      [320, 240],
      [320, 240],
    ]);
  });

  it('says that a file is no video', async () => {
    const message = await page.evaluate(async () => {
      const { createVideoStream } = globalThis as unknown as typeof VideoStream;
      const { signal } = new AbortController();
      return createVideoStream(new Blob(['text']), { signal }).then(
        () => 'nothing',
        (error: unknown) => (error as Error).message,
      );
    });
    expect(message).toContain('cannot play the video');
  });
});

describe('photographSpecimen', () => {
  it('draws a specimen with its portrait as a camera would see it', async () => {
    const seen = await page.evaluate(async () => {
      const { ASTRONAUT_FOCUS, photographSpecimen, UTOPIAN } = globalThis as unknown as typeof Specimens;
      const picture = await (await fetch('/assets/astronaut.png')).blob();
      const url = await new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.addEventListener('load', () => resolve(reader.result as string));
        reader.readAsDataURL(picture);
      });
      const frame = { width: 480, height: 300, spanRatio: 0.9, noise0to255: 0 } as const;
      const meanOf = (canvas: HTMLCanvasElement, x: number, y: number, width: number, height: number) => {
        const { data } = canvas.getContext('2d')?.getImageData(x, y, width, height) ?? { data: [] };
        let sum = 0;
        for (let at = 0; at < data.length; at += 4) sum += data[at + 1] ?? 0;
        return sum / (data.length / 4);
      };
      const card = { kind: 'id-card-front', holder: UTOPIAN } as const;
      const [plain, pictured, empty] = [
        await photographSpecimen(card, frame),
        await photographSpecimen({ ...card, portrait: { url, focus: ASTRONAUT_FOCUS } }, frame),
        await photographSpecimen(null, frame),
      ];
      return {
        size: [pictured.width, pictured.height],
        paper: meanOf(plain, 260, 100, 150, 60) - meanOf(empty, 260, 100, 150, 60),
        portrait: Math.abs(meanOf(plain, 50, 80, 100, 120) - meanOf(pictured, 50, 80, 100, 120)),
        elsewhere: Math.abs(meanOf(plain, 260, 100, 150, 60) - meanOf(pictured, 260, 100, 150, 60)),
      };
    });
    expect(seen.size).toEqual([480, 300]);
    expect(seen.paper).toBeGreaterThan(60);
    expect(seen.portrait).toBeGreaterThan(10);
    expect(seen.elsewhere).toBe(0);
  });
});
