import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { openWatchedPage } from '@bonafide/tooling/open-watched-page.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '@bonafide/tooling/video-frames.ts';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 900 };
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

let server: PreviewServer;
let browser: Browser;
let origin: string;

test.beforeAll(async () => {
  server = await preview({
    configFile: false,
    root: join(import.meta.dirname, '..'),
    appType: 'mpa',
    preview: { port: 0, host: '127.0.0.1' },
  });
  origin = server.resolvedUrls?.local[0] ?? '';
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
});
test.afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Visit {
  readonly page: Page;
  /** Where the page sent anything. */
  readonly origins: ReadonlySet<string>;
}

/** Runs a visit, and holds it to no complaint in the console and no request to elsewhere. */
async function visit(
  options: {
    readonly viewport: typeof PHONE;
    readonly colorScheme?: 'light' | 'dark';
    readonly reducedMotion?: 'reduce';
  },
  run: (visit: Visit) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ colorScheme: 'light', ...options });
  const origins = new Set<string>();
  context.on('request', (request) => origins.add(new URL(request.url()).origin));
  try {
    const { page, complaints } = await openWatchedPage(context);
    await run({ page, origins });
    expect(complaints).toEqual([]);
    expect([...origins].filter((each) => each !== new URL(origin).origin && each !== 'null')).toEqual([]);
  } finally {
    await context.close();
  }
}

for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`${name}: from the first page through the navigation to the reference, and by search to a code`, async () => {
    await visit({ viewport }, async ({ page }) => {
      await page.goto(origin);
      await expect(page.locator('h1')).toBeVisible();
      if (viewport === PHONE) await page.getByRole('button', { name: 'Menu' }).click();
      const navigation = page.getByRole('navigation', { name: 'Pages' });
      await navigation.getByText('Reference', { exact: true }).click();
      await navigation.getByRole('link', { name: '<selfie-liveness>' }).click();
      await expect(page.locator('#events-liveness-complete')).toBeAttached();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

      await page.getByRole('button', { name: /Search/ }).click();
      await page.getByRole('searchbox').fill('camera-in-use');
      await page.getByRole('dialog').getByRole('link', { name: 'camera-in-use Codes' }).click();
      await expect(page.locator('h1')).toHaveText('Codes');
    });
  });

  test(`${name}: the playground leads the sample face in front of the camera, and sends nothing`, async () => {
    await visit({ viewport }, async ({ page }) => {
      await page.goto(`${origin}playground/`);
      await page.getByLabel('Language').selectOption('de');
      const element = page.locator('selfie-liveness');
      await expect(element).toHaveJSProperty('lang', 'de');
      await element.locator('[data-action="accept"]').click();
      const log = page.getByRole('log');
      await expect(log).toContainText('"to":"aligning"');
      await expect(log).toContainText('liveness-guidance');
    });
  });
}

test('the playground shows every element, with controls of its own', async () => {
  await visit({ viewport: DESKTOP }, async ({ page }) => {
    await page.goto(`${origin}playground/`);
    for (const tagName of ['document-capture', 'id-verification']) {
      await page.locator('.segments').getByText(tagName, { exact: true }).click();
      await expect(page.locator(`#stage > ${tagName}`)).toBeVisible();
      await expect(page.locator(`.of-element[data-of="${tagName}"]`).first()).toBeVisible();
      await expect(page.locator('.of-element[data-of="selfie-liveness"]').first()).toBeHidden();
    }
  });
});

for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`${name}: the inspector shows figures that move, each beside its line`, async () => {
    await visit({ viewport }, async ({ page }) => {
      await page.goto(`${origin}inspector/`);
      const yaw = page.locator('#checks tr', { hasText: 'yaw' }).first().locator('.now');
      await expect(yaw).toHaveText(/\d/);
      const before = await yaw.textContent();
      await expect(yaw).not.toHaveText(before ?? '');
      await expect(page.locator('#signals tr', { hasText: 'model' }).first()).toContainText(/guess|measured/);

      await page.getByRole('button', { name: 'Freeze' }).click();
      const frozen = await page.locator('#frame').textContent();
      await page.waitForFunction((frame) => document.querySelector('#frame')?.textContent === frame, frozen);
      await page.getByRole('button', { name: 'Go on' }).click();
      await expect(page.locator('#frame')).not.toHaveText(frozen ?? '');
    });
  });
}

for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`${name}: the document inspector shows every value of a card beside its line`, async () => {
    await visit({ viewport }, async ({ page }) => {
      await page.goto(`${origin}document-inspector/`);
      const row = (threshold: string) => page.locator('#checks tr', { hasText: threshold }).first();
      for (const threshold of ['blurry Sharpness', 'glare Ratio', 'tooFar SpanRatio', 'tilted Degrees', 'tooDark Luma'])
        await expect(row(threshold).locator('.now')).toHaveText(/\d/);
      await expect(row('blurry Sharpness')).toContainText(/≥ [\d.]+ edge height a pixel at 640 px.*blurry.*measured/);
      await expect(row('glare Ratio')).toHaveAttribute('data-failed', 'false');
      await expect(page.locator('#format')).toHaveText('id-1');
      await expect(page.locator('#layout')).toContainText('portrait');

      const moving = page.locator('#frame');
      await page.getByRole('button', { name: 'Freeze' }).click();
      const frozen = await moving.textContent();
      await page.waitForFunction((frame) => document.querySelector('#frame')?.textContent === frame, frozen);
      await page.getByRole('button', { name: 'Go on' }).click();
      await expect(moving).not.toHaveText(frozen ?? '');
    });
  });
}

/** One page of each kind. */
const KINDS = {
  home: '',
  guide: 'guides/systems/onekyc/',
  element: 'reference/selfie-liveness/',
  exports: 'reference/exports/models/',
  playground: 'playground/',
  inspector: 'inspector/',
  'document inspector': 'document-inspector/',
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: no accessibility violation on any kind of page`, async () => {
    // Colours are measured where they end, not on their way.
    await visit({ viewport: DESKTOP, colorScheme, reducedMotion: 'reduce' }, async ({ page }) => {
      const found: string[] = [];
      for (const [kind, path] of Object.entries(KINDS)) {
        await page.goto(origin + path);
        await page.locator('h1').waitFor();
        // Through the debugger, which the page's policy does not bind.
        await page.evaluate(AXE);
        const { violations, passes } = await page.evaluate(async () =>
          (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
        );
        expect(passes.length).toBeGreaterThan(10);
        found.push(...violations.map(({ id, nodes }) => `${kind} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`));
      }
      expect(found).toEqual([]);
    });
  });
}
