import { testConfig } from './test-config.ts';

export default testConfig({ include: ['**/*.test.ts'] });
