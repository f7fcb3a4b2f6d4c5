import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import {
  CHROMIUM_FLAGS,
  chromiumPath,
  fakeCameraFlags,
  TALKING_HEAD,
  writeFakeCamera,
} from '@bonafide/tooling/video-frames.ts';

const results = process.env['TEST_RESULTS_DIR'];
/** What Chromium shows as the camera where a test does not bring its own: a real moving face. */
const film = await writeFakeCamera('talking-head', { video: TALKING_HEAD, fromSeconds: 4, count: 120 });

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.e2e.ts',
  // One page at a time: the machine may have two cores, and each page looks at every frame.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [
    ['list'],
    ['./matrix-reporter.ts'],
    ...(results ? [['json', { outputFile: join(results, 'frameworks-e2e.json') }] as const] : []),
  ],
  outputDir: '../../../.cache/e2e',
  use: { launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS, ...fakeCameraFlags(film)] } },
});
