import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const results = process.env['TEST_RESULTS_DIR'];

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.e2e.ts',
  // The machine may have two cores.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: results ? [['list'], ['json', { outputFile: join(results, 'docs-e2e.json') }]] : [['list']],
  outputDir: '../../.cache/e2e',
});
