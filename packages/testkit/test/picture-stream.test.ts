import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type * as PictureStream from '../src/picture-stream.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, chromiumPath } from '@bonafide/tooling/video-frames.ts';

const FILES: Readonly<Record<string, readonly [string, string]>> = {
  '/stream.js': ['dist/picture-stream.js', 'text/javascript'],
  '/face.png': ['assets/astronaut.png', 'image/png'],
};

const PAGE = `<!doctype html><title>test</title><script type="module">
  import { createPictureStream } from '/stream.js';
  globalThis.createPictureStream = createPictureStream;
</script>`;

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = createServer((request, response) => {
    const file = FILES[request.url ?? ''];
    if (file)
      response.writeHead(200, { 'content-type': file[1] }).end(readFileSync(join(import.meta.dirname, '..', file[0])));
    else response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
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
      picture.src = '/face.png';
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
