import { expect, test as base } from '@bonafide/testkit/playwright';
import type { Page } from '@playwright/test';
import { openSites, type Sites } from './sites.ts';

/**
 * Presses the page's own button in the moment in which a state is reached, from within the event that tells of it. The
 * returned function waits until that was done.
 */
export async function leaveAt(page: Page, state: string): Promise<() => Promise<unknown>> {
  await page.evaluate((wanted) => {
    const ending = new AbortController();
    const left = new Promise<void>((resolve) => {
      document.addEventListener(
        'liveness-state',
        ({ detail }: CustomEventInit<{ to: string }>) => {
          if (detail?.to !== wanted) return;
          ending.abort();
          document.querySelector('button')?.click();
          resolve();
        },
        ending,
      );
    });
    Object.assign(globalThis, { leftElement: left });
  }, state);
  return () => page.evaluate(() => (globalThis as unknown as { leftElement: Promise<void> }).leftElement);
}

/** The page's own button. */
export async function press(page: Page, name: 'Begin' | 'Leave'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

export const test = base.extend<{ complaints: readonly string[] }, { sites: Sites }>({
  sites: [
    // Playwright reads from the braces what a fixture needs.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const sites = await openSites();
      await use(sites);
      await sites.close();
    },
    { scope: 'worker' },
  ],
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await use(complaints);
    expect(complaints).toEqual([]);
  },
});

export { expect };
