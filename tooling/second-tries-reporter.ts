// Prevents: a test that passes only at its second try, and nobody hears of it. Leaves their names in the results folder, where
// tooling/count-results.ts reads them.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter } from 'vitest/node';

/** @param file Where the names go: `{ "secondTries": string[] }`. */
export function secondTriesReporter(file: string): Reporter {
  const secondTries: string[] = [];
  return {
    onTestCaseResult(test) {
      if (test.diagnostic()?.flaky)
        secondTries.push(`${relative(process.cwd(), test.module.moduleId)} > ${test.fullName}`);
    },
    onTestRunEnd() {
      writeFileSync(file, JSON.stringify({ secondTries }));
    },
  };
}
