import { expect, test as base } from '@bonafide/testkit/playwright';
import { CHROMIUM_FLAGS, chromiumPath } from '@bonafide/tooling/video-frames.ts';
import { startDemo, type Demo } from '../src/demo.ts';

// As a partner tests a page and a backend of their own: the test kit's camera and hands, and a running sandbox that plays.
const test = base.extend<{ demo: Demo }>({
  // Playwright reads in the pattern which fixtures are asked for: none.
  // oxlint-disable-next-line no-empty-pattern
  demo: async ({}, use) => {
    const demo = await startDemo({ port: 0, gatewayPort: 0, log: () => {} });
    await use(demo);
    await demo.close();
  },
  gatewayOptions: ({ demo }, use) => use({ sandbox: { url: demo.gatewayUrl, clientId: 'DEMO-CLIENT' } }),
});

test.use({
  launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] },
  cameraFrame: { width: 640, height: 480, framesPerSecond: 15 },
});

for (const [scenario, state, verdict] of [
  ['valid', 'passed', 'VALID'],
  ['not-live', 'failed', 'NOT_LIVE'],
] as const) {
  test(`${scenario}, played by the sandbox, reaches the page and the backend`, async ({
    page,
    camera,
    gateway,
    selfie,
    demo,
  }) => {
    await gateway.play(scenario);
    await page.goto(demo.url);
    await page.getByRole('radio', { name: 'Camera' }).check();
    await page.getByRole('button', { name: 'Begin the check' }).click();
    await selfie.agree();
    expect(await selfie.until(['passed', 'failed', 'error'])).toBe(state);
    await expect(page.locator('#details')).toContainText(verdict);
    await expect.poll(() => camera.liveTracks(page)).toBe(0);
  });
}
