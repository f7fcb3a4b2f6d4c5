import { readFileSync } from 'node:fs';
import { expect, test } from '@bonafide/testkit/playwright';
import type { Page } from '@playwright/test';
import { TALKING_HEAD } from '@bonafide/tooling/video-frames.ts';

// The camera as any page sees it, without an element between.
test.use({ cameraFrame: { width: 320, height: 240, framesPerSecond: 15 } });

/** Opens the camera in the page and keeps what its track says. */
async function open(page: Page): Promise<void> {
  await page.goto('/selfie');
  await page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' } } });
    const [track] = stream.getVideoTracks();
    if (track === undefined) throw new Error('no track');
    const heard: string[] = [];
    for (const type of ['mute', 'unmute', 'ended']) track.addEventListener(type, () => heard.push(type));
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    Object.assign(globalThis, { track, heard, video });
  });
}

interface Opened {
  readonly track: MediaStreamTrack;
  readonly heard: readonly string[];
  readonly video: HTMLVideoElement;
}

/** What its picture looks like in the middle: a colour, and how much the pixels differ. */
function look(page: Page): Promise<{ readonly rgb: readonly number[]; readonly spread: number }> {
  return page.evaluate(() => {
    const { video } = globalThis as unknown as Opened;
    const context = new OffscreenCanvas(320, 240).getContext('2d', { willReadFrequently: true });
    context?.drawImage(video, 0, 0);
    const data = [...(context?.getImageData(110, 70, 100, 100).data ?? [])];
    const bright = data.filter((_, at) => at % 4 === 0);
    return { rgb: data.slice(0, 3), spread: Math.max(...bright) - Math.min(...bright) };
  });
}

const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as Opened).heard);

test('it says of itself what a camera would, and ends when its plug is pulled', async ({ page, camera }) => {
  await open(page);
  const settings = await page.evaluate(() => (globalThis as unknown as Opened).track.getSettings());
  expect(settings).toMatchObject({ width: 320, height: 240, frameRate: 15, facingMode: 'environment' });
  const devices = () =>
    page.evaluate(async () =>
      (await navigator.mediaDevices.enumerateDevices()).map(({ deviceId, kind }) => [deviceId, kind]),
    );
  expect(await devices()).toEqual([[settings.deviceId, 'videoinput']]);
  expect(await camera.liveTracks(page)).toBe(1);
  await camera.unplug();
  expect(await heard(page)).toEqual(['ended']);
  expect(await devices()).toEqual([]);
  expect(await camera.liveTracks(page)).toBe(0);
});

test('it is muted and goes on, and a permission that is taken back is told', async ({ page, camera }) => {
  await open(page);
  await camera.mute();
  expect(await page.evaluate(() => (globalThis as unknown as Opened).track.muted)).toBe(true);
  await camera.unmute();
  const permission = () =>
    page.evaluate(async () => (await navigator.permissions.query({ name: 'camera' as PermissionName })).state);
  expect(await permission()).toBe('granted');
  await camera.deny();
  expect(await heard(page)).toEqual(['mute', 'unmute', 'ended']);
  expect(await permission()).toBe('denied');
  const refused = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      (error: unknown) => (error as DOMException).name,
    ),
  );
  expect(refused).toBe('NotAllowedError');
});

test('a picture, a video and drawn frames come before it, whichever was put there last', async ({ page, camera }) => {
  await camera.draw((context, { width, height }) => {
    context.fillStyle = '#c00';
    context.fillRect(0, 0, width, height);
  });
  await open(page);
  await expect.poll(async () => (await look(page)).spread).toBe(0);
  const [red = 0, green = 255] = (await look(page)).rgb;
  expect(red - green).toBeGreaterThan(150);
  await camera.play(TALKING_HEAD);
  await expect.poll(async () => (await look(page)).spread).toBeGreaterThan(60);
  await camera.draw((context, { width, height }) => context.clearRect(0, 0, width, height));
  await expect.poll(async () => (await look(page)).spread).toBe(0);
  const picture = readFileSync(new URL('../../assets/astronaut.png', import.meta.url));
  await camera.show(picture, { focus: { x: 0.43, y: 0.27, span: 0.5 } });
  await expect.poll(async () => (await look(page)).spread).toBeGreaterThan(60);
});
