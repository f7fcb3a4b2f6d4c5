import { IdentityDriver, openEventLog } from '@bonafide/testkit/playwright';
import { expect } from '@playwright/test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { openFilmedCamera } from '@bonafide/tooling/camera-films.ts';
import { CHROMIUM_FLAGS, chromiumPath, fakeCameraFlags } from '@bonafide/tooling/video-frames.ts';
import { identityFilms } from './identity-camera.ts';
import { openScene, type Scene } from './scene.ts';

/** A computer without a camera, which shows the way to a phone. */
export interface Computer {
  readonly scene: Scene;
  readonly page: Page;
  /** The link that is on the screen, as its button copies it. */
  readonly link: () => Promise<string>;
  /** Waits until the hand-over is in a state, or the journey in a phase. */
  readonly until: (state: string) => Promise<void>;
}

export async function openComputer(options: { readonly handOverLinkMs?: number } = {}): Promise<Computer> {
  const scene = await openScene({ subject: 'no-camera', ...options });
  const { page, context, identity } = scene;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: scene.demo.url });
  await page.locator('#check').selectOption('identity');
  await page.locator('#issuer').selectOption('UTO');
  // The page chooses the sample once it knows that there is no camera; only then does another choice stay.
  await expect(page.getByRole('radio', { name: 'Sample' })).toBeChecked();
  await page.getByRole('radio', { name: 'Camera' }).check();
  await page.getByRole('button', { name: 'Begin the check' }).click();
  return {
    scene,
    page,
    link: async () => {
      await identity.press('copy-link');
      return await page.evaluate(() => navigator.clipboard.readText());
    },
    until: async (state) => {
      const latest = () => {
        const said = identity.events().findLast(({ type }) => type === 'idv-state' || type === 'idv-handover');
        const { to, state = to } = (said?.detail ?? {}) as { readonly to?: string; readonly state?: string };
        return state;
      };
      await expect.poll(latest, { timeout: 60_000 }).toBe(state);
    },
  };
}

/** A phone: a browser of its own, with no cookie and a specimen before its camera. */
export interface Phone {
  readonly page: Page;
  readonly identity: IdentityDriver;
  /** What the browser would send along: nothing, for a phone without a session. */
  readonly cookies: () => Promise<number>;
  close(): Promise<void>;
}

export async function openPhone(link: string): Promise<Phone> {
  const films = openFilmedCamera(await identityFilms('passport'));
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_FLAGS, ...fakeCameraFlags(films.file)],
  });
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  await films.attach(context);
  const log = await openEventLog(context);
  const page = await context.newPage();
  await page.goto(link);
  return {
    page,
    identity: new IdentityDriver(page.locator('id-verification'), log),
    cookies: async () => (await context.cookies()).length,
    close: async () => {
      await browser.close();
      films.close();
    },
  };
}

/** Opens the link, and says which number the phone shows. */
export async function joinWith({ page }: Phone): Promise<string> {
  await page.getByRole('button', { name: 'Go on with this phone' }).click();
  const number = page.locator('#join-code');
  await number.waitFor();
  return (await number.textContent()) ?? '';
}
