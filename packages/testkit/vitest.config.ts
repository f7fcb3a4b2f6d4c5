import { testConfig } from '../../tooling/test-config.ts';

// What lies in test/browser runs in browsers: `test:browser`.
export default testConfig({ include: ['src/**/*.test.ts', 'test/*.test.ts'] });
