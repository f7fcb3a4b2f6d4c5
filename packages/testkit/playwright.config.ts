import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Project } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from '@bonafide/tooling/video-frames.ts';
import { findTool } from '../../scripts/ensure-tools.mjs';

const results = process.env['TEST_RESULTS_DIR'];

/** Firefox as it is installed, by WebDriver BiDi; Playwright has its own builds of Firefox and WebKit, which are in no registry of packages. */
const FIREFOX: Project = {
  name: 'firefox',
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: {
      executablePath: fileURLToPath(import.meta.resolve('@bonafide/tooling/firefox-for-playwright.mjs')),
    },
  },
};

function hasFirefox(): boolean {
  if (findTool('firefox') !== undefined) return true;
  if (process.env['BONAFIDE_REQUIRED_BROWSERS']?.split(',').includes('firefox'))
    throw new Error('firefox is needed for this run and was not found');
  return false;
}

/** Said to the workers, which read this file again. */
const port = (process.env['BONAFIDE_TESTKIT_PORT'] ??= String(await freePort()));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  // One page at a time: the machine may have two cores, and each page looks at every frame.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: results ? [['list'], ['json', { outputFile: join(results, 'testkit-e2e.json') }]] : [['list']],
  outputDir: '../../.cache/e2e',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
  },
  projects: [
    { name: 'chromium', use: { launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] } } },
    ...(hasFirefox() ? [FIREFOX] : []),
  ],
  webServer: {
    command: `"${process.execPath}" test/e2e/serve-site.ts ${port}`,
    url: `http://127.0.0.1:${port}/selfie`,
    reuseExistingServer: false,
  },
});
