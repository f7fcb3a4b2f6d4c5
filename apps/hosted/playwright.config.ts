import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const results = process.env['TEST_RESULTS_DIR'];

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.e2e.ts',
  // Each test has a gateway, a partner and a browser of its own, and the machine may have two cores.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 40_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: results ? [['list'], ['json', { outputFile: join(results, 'hosted-e2e.json') }]] : [['list']],
  outputDir: '../../.cache/e2e',
});
