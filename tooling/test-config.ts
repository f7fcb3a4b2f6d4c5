// Prevents: suites whose results nobody counts. Every vitest suite of the workspace uses this configuration, so that
// `npm test` can add up what ran (see tooling/count-results.ts).
import { basename, join } from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** A package's vitest configuration. `suite` tells two suites of one package apart in the results folder. */
export function testConfig(test: NonNullable<ViteUserConfig['test']> = {}, suite = 'unit'): ViteUserConfig {
  const results = process.env['TEST_RESULTS_DIR'];
  const name = `${basename(process.cwd())}-${suite}`;
  return defineConfig({
    test: {
      environment: 'node',
      include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
      testTimeout: 30_000,
      hookTimeout: 60_000,
      reporters: results ? ['default', 'json'] : ['default'],
      ...(results ? { outputFile: { json: join(results, `${name}.json`) } } : {}),
      ...test,
    },
  });
}
