import { testConfig } from '../../tooling/test-config.ts';

export default testConfig({
  // Files share workers: nothing here keeps state outside a sandbox, and the database's code is compiled once a worker.
  isolate: false,
  maxWorkers: 2,
  // Opening a sandbox is seconds of processor time, and other suites run at the same time.
  testTimeout: 120_000,
  hookTimeout: 120_000,
});
