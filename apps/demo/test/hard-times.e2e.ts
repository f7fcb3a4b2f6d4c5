// Whole checks on a slow phone and over a bad line: the person gets through, sees that something goes on, and has every button
// meanwhile.
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { openSlowLine, type Break, type Exchange } from '@bonafide/tooling/slow-line.ts';
import { liveCameras, openScene, watchCameras, type Scene } from './scene.ts';

/** A cheap phone beside the machine of a developer: what the developer tools call a low-end mobile. */
const SLOW_CPU_RATE = 6;
/** "Slow 3G" of the same tools. */
const SLOW_3G = { latencyMs: 400, downBytesPerSecond: 50_000, upBytesPerSecond: 50_000 };

test.setTimeout(420_000);

/** Turns help on and off again by its switch, as whoever looks for a sign of life presses something. */
async function expectLivingButtons({ selfie }: Scene, where: string): Promise<void> {
  await test.step(`buttons answer: ${where}`, async () => {
    const help = selfie.button('assist').first();
    await expect(selfie.button('cancel').first()).toBeEnabled();
    await help.click();
    await expect(help).toHaveAttribute('aria-pressed', 'true');
    await help.click();
    await expect(help).toHaveAttribute('aria-pressed', 'false');
  });
}

/** Keeps what the page's element says of its progress, which the test kit leaves out. */
async function watchProgress(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(globalThis, { toldProgress: told });
    document.addEventListener('liveness-progress', (event) => told.push((event as CustomEvent).detail));
  });
}

/** Shares that were told of one kind of progress, oldest first. */
async function progressOf(page: Page, wanted: 'assets' | 'upload'): Promise<readonly number[]> {
  const told = await page.evaluate(() => {
    const { toldProgress } = globalThis as unknown as { toldProgress: { phase: string; value: number }[] };
    return toldProgress;
  });
  return told.flatMap(({ phase, value }) => (phase === wanted ? [value] : []));
}

async function expectCameraOff(page: Page): Promise<void> {
  await expect.poll(() => liveCameras(page)).toBe(0);
}

test('on a slow phone: from consent to the verdict, with buttons that answer and the camera off at the end', async () => {
  const scene = await openScene({ subject: 'talking-head' });
  try {
    const { page, context, selfie } = scene;
    await watchCameras(context);
    await page.reload();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU_RATE });
    await scene.begin();
    await selfie.until('loading');
    await expectLivingButtons(scene, 'while it loads');
    await selfie.until(['passed', 'failed'], { timeoutMs: 300_000 });
    expect(selfie.errors()).toEqual([]);
    expect(selfie.states()).not.toContain('error');
    await expect(page.locator('#details-verdict')).toContainText('COMPLETED');
    await expectCameraOff(page);
  } finally {
    await scene.close();
  }
});

/** Models, code of the worker, and the binary: what a check loads by itself, scripts broken off once on their way, others twice. */
function assetBreak({ method, path, earlier }: Exchange): Break | null {
  if (method !== 'GET' || !/\/bonafide\/.*\.(?:bin|wasm|js)$/.test(path) || earlier >= 2) return null;
  if (path.endsWith('.js')) return earlier === 0 ? { in: 'answer', afterBytes: 4096 } : null;
  return { in: 'answer', afterBytes: 60_000 * (earlier + 1) };
}

/** What is sent is broken off once, the question how the check stands twice: before it arrives, and before its answer does. */
function gatewayBreak({ method, path, earlier }: Exchange): Break | null {
  if (method === 'PUT' && earlier === 0) return { in: 'request', afterBytes: 20_000 };
  if (method !== 'GET' || !path.endsWith('/status')) return null;
  if (earlier === 0) return { in: 'request', afterBytes: 0 };
  return earlier === 1 ? { in: 'answer', afterBytes: 0 } : null;
}

test('over a slow line that breaks: scripts, models, upload and polling go on, with progress on the way', async () => {
  const line = await openSlowLine({
    ...SLOW_3G,
    breaks: (exchange) => assetBreak(exchange) ?? gatewayBreak(exchange),
  });
  try {
    const scene = await openScene({ subject: 'talking-head', proxyUrl: line.proxyUrl });
    try {
      const { page, context, selfie } = scene;
      await watchCameras(context);
      await watchProgress(context);
      await page.reload();
      await scene.begin();
      await selfie.until('loading');
      await expectLivingButtons(scene, 'while it loads');
      await expect(selfie.locator.getByRole('progressbar')).toBeVisible();
      await selfie.until('submitting', { timeoutMs: 240_000 });
      await expect(selfie.button('cancel').first()).toBeEnabled();
      await expectCameraOff(page);
      await selfie.until(['passed', 'failed'], { timeoutMs: 180_000 });
      expect(selfie.errors()).toEqual([]);
      await expect(page.locator('#details-verdict')).toContainText('COMPLETED');

      await test.step('the line did break: in the worker, its parts, the models, what was sent and what was asked', () => {
        const broken = line.broken.map((each) => each.replace(/\/[0-9a-f-]{20,}.*?(?=\/|$)/, '/…'));
        for (const part of ['vision-worker.js', 'vision-wasm-backend', 'face-mesh.bin', '.wasm', 'PUT ', '/status'])
          expect(
            broken.filter((each) => each.includes(part)).length,
            `${part} of ${broken.join(', ')}`,
          ).toBeGreaterThan(0);
      });
      await test.step('it was told how far it is, of the models and of the upload', async () => {
        expect(new Set(await progressOf(page, 'assets')).size).toBeGreaterThan(2);
        // The buffers between two programs of one machine take in a picture at a time: what is told jumps.
        expect(new Set(await progressOf(page, 'upload')).size).toBeGreaterThan(1);
      });
    } finally {
      await scene.close();
    }
  } finally {
    await line.close();
  }
});
