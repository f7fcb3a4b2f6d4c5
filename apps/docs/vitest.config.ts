import { testConfig } from '../../tooling/test-config.ts';

export default testConfig();
