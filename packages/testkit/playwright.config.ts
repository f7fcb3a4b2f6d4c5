import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from '@bonafide/tooling/video-frames.ts';

const results = process.env['TEST_RESULTS_DIR'];

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
    launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] },
  },
  webServer: {
    command: `"${process.execPath}" test/e2e/serve-site.ts ${port}`,
    url: `http://127.0.0.1:${port}/selfie`,
    reuseExistingServer: false,
  },
});
