import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter';

const SIGNS = { expected: 'yes', unexpected: 'NO', flaky: 'flaky', skipped: '' } as const;

/** What was shown with which framework: a table of the tests whose titles are `<framework>` and, in it, what is shown. */
export default class MatrixReporter implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const rows: Record<string, Record<string, string>> = {};
    for (const test of this.#suite?.allTests() ?? [])
      (rows[frameworkOf(test)] ??= {})[test.title] = SIGNS[test.outcome()];
    const shown = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
    const lines = [
      ['', ...Object.keys(rows)],
      ['---', ...Object.keys(rows).map(() => '---')],
      ...shown.map((what) => [what, ...Object.values(rows).map((row) => row[what] ?? '')]),
    ];
    const table = `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
    console.log(`\n${table}`);
    const results = process.env['TEST_RESULTS_DIR'];
    if (!results) return;
    const reports = join(results, 'reports');
    mkdirSync(reports, { recursive: true });
    writeFileSync(join(reports, 'frameworks.json'), `${JSON.stringify(rows, null, 2)}\n`);
    writeFileSync(join(reports, 'frameworks.md'), `# What was shown with which framework\n\n${table}`);
  }
}

const frameworkOf = (test: TestCase): string => test.parent.title;
