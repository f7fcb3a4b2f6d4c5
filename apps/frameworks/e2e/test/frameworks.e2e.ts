import type { Page } from '@playwright/test';
import { expect, leaveAt, press, test } from './framework-page.ts';
import { FRAMEWORKS } from './sites.ts';
import { lastingListeners, watchListeners } from './watch-listeners.ts';

/** Where a person may be when the page takes the element away; `idle` comes before the first of them. */
const STATES = [
  'consent',
  'requesting-permission',
  'loading',
  'aligning',
  'holding',
  'captured',
  'submitting',
  'passed',
  // Last: a check that the gateway is at work on is taken up again by the next element.
  'processing',
] as const;

test.use({ cameraFrame: { width: 640, height: 480, framesPerSecond: 15 } });

for (const framework of FRAMEWORKS) {
  test.describe(framework, () => {
    test('a moving face goes all the way, and the backend reads VALID', async ({ page, sites, selfie, complaints }) => {
      await page.goto(await sites.addressOf(framework));
      await selfie.agree();
      await selfie.until('passed');
      const outcome = await selfie.outcome();
      await expect(page.locator('output')).toHaveText('COMPLETED');
      const details = await page.request.get(`${sites.backendUrl}/api/submissions/${outcome?.correlationId}`);
      expect(await details.json()).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
      expect(complaints).toEqual([]);
    });

    test('taken away in every state, it leaves no camera on, no worker and no listener', async ({
      page,
      context,
      sites,
      camera,
      gateway,
      selfie,
      complaints,
    }) => {
      await watchListeners(context);
      await gateway.serveSession('**/api/sessions');
      await page.goto(await sites.addressOf(framework));
      await selfie.until('consent');
      await press(page, 'Leave');
      const before = await lastingListeners(page);
      expect(before.length).toBeGreaterThan(0);

      const isClean = async (): Promise<void> => {
        await expect(selfie.locator).toHaveCount(0);
        await expect.poll(() => camera.liveTracks(page)).toBe(0);
        await expect.poll(() => page.workers().length).toBe(0);
        await expect.poll(() => lastingListeners(page)).toEqual(before);
      };

      await test.step('idle: the backend answers once nobody waits any more', async () => {
        let answer = (): void => undefined;
        const asked = new Promise<void>((resolve) => {
          void page.route('**/api/sessions', async (route) => {
            resolve();
            await new Promise<void>((answered) => (answer = answered));
            // A page that has left its request has nothing to hear.
            await route.fallback().catch(() => undefined);
          });
        });
        await press(page, 'Begin');
        await asked;
        expect(await selfie.state()).toBe('idle');
        await press(page, 'Leave');
        answer();
        await isClean();
        await page.unroute('**/api/sessions');
      });

      await test.step('the browser asks, and is answered once the element is gone', async () => {
        const prompt = await leaveAtPrompt(page);
        await press(page, 'Begin');
        await selfie.agree();
        await prompt.isOpen();
        await expect(selfie.locator).toHaveCount(0);
        await prompt.grant();
        await isClean();
      });

      for (const state of STATES) {
        await test.step(state, async () => {
          if (state === 'submitting' || state === 'processing')
            await gateway.play({ processingMs: 5_000, latencyMs: 200 });
          const hasLeft = await leaveAt(page, state);
          await press(page, 'Begin');
          if (state !== 'consent') await selfie.agree();
          await hasLeft();
          await isClean();
        });
      }
      expect(complaints).toEqual([]);
    });

    test('mounted twice, there is one session and one camera', async ({
      page,
      sites,
      camera,
      gateway,
      selfie,
      complaints,
    }) => {
      await gateway.serveSession('**/api/sessions');
      await page.goto(await sites.addressOf(framework));
      await selfie.until('consent');
      await page.evaluate(async () => {
        const button = document.querySelector('button');
        const pressed = [0, 1, 2, 3, 4, 5];
        for (const _ of pressed) button?.click();
        // Frameworks that gather what happens in one task see these one by one.
        for (const _ of pressed) {
          button?.click();
          await new Promise((resolve) => setTimeout(resolve));
        }
      });
      await expect(selfie.locator).toHaveCount(1);
      await selfie.agree();
      await selfie.until('aligning');
      expect(await camera.liveTracks(page)).toBe(1);
      await press(page, 'Leave');
      await press(page, 'Begin');
      await selfie.until('consent');
      expect(await camera.liveTracks(page)).toBe(0);
      await selfie.agree();
      await selfie.until('passed');
      await expect.poll(() => camera.liveTracks(page)).toBe(0);
      expect(complaints).toEqual([]);
    });
  });
}

/** Presses the page's own button while the browser asks for the camera. The prompt stays open until it is granted. */
async function leaveAtPrompt(page: Page): Promise<{ isOpen(): Promise<void>; grant(): Promise<void> }> {
  await page.evaluate(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    const granted = Promise.withResolvers<void>();
    const opened = Promise.withResolvers<void>();
    mediaDevices.getUserMedia = async (constraints) => {
      mediaDevices.getUserMedia = ask;
      document.querySelector('button')?.click();
      opened.resolve();
      await granted.promise;
      return ask(constraints);
    };
    Object.assign(globalThis, { prompt: { opened: opened.promise, grant: granted.resolve } });
  });
  return {
    isOpen: () => page.evaluate(() => (globalThis as unknown as PromptedPage).prompt.opened),
    grant: () => page.evaluate(() => (globalThis as unknown as PromptedPage).prompt.grant()),
  };
}

interface PromptedPage {
  readonly prompt: { readonly opened: Promise<void>; readonly grant: () => void };
}
