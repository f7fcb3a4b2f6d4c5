import { expect, test } from '@playwright/test';
import { liveCameras, openScene, watchCameras, type SceneOptions } from './scene.ts';

/** Opens a scene whose cameras are counted, and closes it whatever happens. */
async function withScene(options: SceneOptions, run: (scene: Awaited<ReturnType<typeof openScene>>) => Promise<void>) {
  const scene = await openScene(options);
  try {
    await watchCameras(scene.context);
    await scene.page.reload();
    await run(scene);
  } finally {
    await scene.close();
  }
}

test('no camera: the page says so and offers the sample face', async () => {
  await withScene({ subject: 'no-camera' }, async ({ page, selfie, begin }) => {
    await expect(page.getByRole('radio', { name: 'Sample' })).toBeChecked();
    await expect(page.locator('#source-note')).toContainText('no camera');
    await begin();
    await selfie.until(['passed', 'failed']);
    await expect(page.locator('#details-verdict')).toContainText('COMPLETED');
  });
});

test('permission denied: it says how to allow the camera, and can be tried again', async () => {
  await withScene({ subject: 'talking-head', permission: 'denied' }, async ({ page, selfie, begin }) => {
    await begin();
    await selfie.until('error');
    await expect(selfie.locator.getByRole('heading')).toBeVisible();
    await expect(selfie.button('retry')).toBeVisible();
    expect(await liveCameras(page)).toBe(0);
  });
});

test('two faces: the hint says that only one may be in the picture', async () => {
  await withScene({ subject: 'two-faces' }, async ({ selfie, begin }) => {
    await begin();
    await expect.poll(() => selfie.guidance()).toBe('multiple-faces');
    expect(await selfie.state()).toBe('aligning');
  });
});

test('no face until the deadline: it ends with a way on, and the camera goes off', async () => {
  await withScene({ subject: 'empty-room' }, async ({ page, selfie, begin }) => {
    await page.evaluate(() => {
      // The demo leaves the attempt's minute as it is; the test does not wait that long.
      new MutationObserver(() => document.querySelector('selfie-liveness')?.setAttribute('timeout', '6000')).observe(
        document.body,
        { childList: true, subtree: true },
      );
    });
    await begin();
    await selfie.until('error');
    await expect(selfie.button('retry')).toBeVisible();
    await expect.poll(() => liveCameras(page)).toBe(0);
  });
});

test('a corrupted model file: refused by its hash, with a way on that works once the file is whole again', async () => {
  await withScene({ subject: 'talking-head' }, async ({ page, context, selfie, begin }) => {
    await context.route('**/bonafide/face-mesh.bin', async (route) => {
      const response = await route.fetch();
      const bytes = await response.body();
      bytes[1000] = (bytes[1000] ?? 0) ^ 0xff;
      await route.fulfill({ response, body: bytes });
    });
    await begin();
    await selfie.until('error');
    await expect(page.locator('#log')).toContainText('asset-integrity-failed');
    await context.unroute('**/bonafide/face-mesh.bin');
    await selfie.retry();
    await selfie.until(['passed', 'failed']);
  });
});

test('a missing model file ends with a typed error, not a hang', async () => {
  await withScene({ subject: 'talking-head' }, async ({ page, context, selfie, begin }) => {
    await context.route('**/bonafide/face-mesh.bin', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await begin();
    await selfie.until('error');
    await expect(page.locator('#log')).toContainText('asset-load-failed');
    await expect.poll(() => liveCameras(page)).toBe(0);
  });
});

test('offline in mid-upload: it waits, says so, and goes on when the line is back', async () => {
  await withScene({ subject: 'talking-head' }, async ({ context, selfie, begin }) => {
    let cut = false;
    await context.route('**/uploads/**', async (route) => {
      if (!cut && route.request().method() === 'PUT') {
        cut = true;
        await context.setOffline(true);
        await route.abort('internetdisconnected');
        return;
      }
      await route.continue();
    });
    await begin();
    await expect.poll(() => cut, { timeout: 120_000 }).toBe(true);
    await expect(selfie.locator.getByText(/offline|connection/i).first()).toBeVisible();
    await context.setOffline(false);
    await selfie.until(['passed', 'failed']);
  });
});

test('the camera is pulled out in mid-capture: it says so, and trying again works', async () => {
  await withScene({ subject: 'empty-room' }, async ({ page, selfie, begin }) => {
    await begin();
    await selfie.until('aligning');
    await page.evaluate(() => (globalThis as unknown as { pullOutCameras(): void }).pullOutCameras());
    await selfie.until('error');
    await expect(page.locator('#log')).toContainText('camera-lost');
    await selfie.retry();
    await selfie.until('aligning');
    expect(await liveCameras(page)).toBe(1);
  });
});

test('the page is hidden in mid-capture and comes back: looking pauses, and goes on', async () => {
  await withScene({ subject: 'talking-head' }, async ({ page, selfie, begin }) => {
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
      Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
    });
    await begin();
    await selfie.until('aligning');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    // Long enough for several captures, were it looking.
    await page.waitForTimeout(4_000);
    expect(await selfie.state()).toBe('aligning');
    await page.evaluate(() => {
      Reflect.deleteProperty(document, 'visibilityState');
      Reflect.deleteProperty(document, 'hidden');
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await selfie.until(['passed', 'failed']);
  });
});

test('a gateway that refuses the type of the upload: it ends with a way on', async () => {
  await withScene({ subject: 'talking-head' }, async ({ page, context, selfie, begin }) => {
    await context.route('**/uploads/**', async (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      return route.continue({ headers: { ...route.request().headers(), 'content-type': 'text/plain' } });
    });
    await begin();
    await selfie.until(['error', 'failed']);
    await expect(page.locator('#log')).toContainText('upload-rejected');
    await context.unroute('**/uploads/**');
    await selfie.retry();
    await selfie.until('passed');
  });
});

test('somebody begins, cancels and begins again at once: one camera at most, and none at the end', async () => {
  await withScene({ subject: 'empty-room' }, async ({ page, selfie, begin }) => {
    for (let i = 0; i < 3; i += 1) {
      await begin();
      await page.keyboard.press('Escape');
      await selfie.until('cancelled');
      await selfie.press('close');
    }
    await expect.poll(() => liveCameras(page)).toBe(0);
    await expect(page.getByRole('button', { name: 'Begin the check' })).toBeFocused();
  });
});

test('the page is left in mid-capture: the camera goes off', async () => {
  await withScene({ subject: 'empty-room' }, async ({ page, selfie, begin }) => {
    await begin();
    await selfie.until('aligning');
    expect(await liveCameras(page)).toBe(1);
    await page.evaluate(() => document.querySelector('selfie-liveness')?.remove());
    await expect.poll(() => liveCameras(page)).toBe(0);
  });
});
