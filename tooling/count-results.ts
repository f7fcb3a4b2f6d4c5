// Prevents: a green run in which nothing ran. Adds up what every suite wrote to the results folder (vitest JSON,
// Playwright JSON, JUnit XML of Web Test Runner) and ends with one line, `N passed, N failed, N skipped`. Folders in it are
// reports, for people.
//
// Usage: node tooling/count-results.ts <folder> [status of the whole run]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface PlaywrightStats {
  readonly expected: number;
  readonly unexpected: number;
  readonly flaky: number;
  readonly skipped: number;
}

/** Counts one results file. Throws on a file that no known reporter writes. */
export function countFile(name: string, text: string): Count {
  if (name.endsWith('.xml')) return countJUnit(text);
  const report = JSON.parse(text) as Record<string, unknown>;
  if (typeof report['numTotalTests'] === 'number') {
    const passed = Number(report['numPassedTests']);
    const failed = Number(report['numFailedTests']);
    return {
      passed,
      // A suite that fails to load has no failed test of its own.
      failed: failed + (report['success'] === false && failed === 0 ? 1 : 0),
      skipped: Number(report['numPendingTests']) + Number(report['numTodoTests'] ?? 0),
    };
  }
  if (report['stats'] !== undefined) {
    const stats = report['stats'] as PlaywrightStats;
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  }
  if (typeof report['passed'] === 'number') return report as unknown as Count;
  throw new Error(`${name} is no results file that is known here`);
}

function countJUnit(text: string): Count {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const total = count(/<testcase\b/g);
  const skipped = count(/<skipped\b/g);
  const failed = count(/<testcase\b[^>]*>(?:(?!<\/testcase>)[\s\S])*?<(?:failure|error)\b/g);
  return { passed: total - failed - skipped, failed, skipped };
}

function main([folder, status = '0']: readonly string[]): void {
  if (folder === undefined) throw new Error('usage: node tooling/count-results.ts <folder> [status]');
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  console.log('');
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const name of files.map((file) => file.name).sort()) {
    const count = countFile(name, readFileSync(join(folder, name), 'utf8'));
    passed += count.passed;
    failed += count.failed;
    skipped += count.skipped;
    console.log(
      `${name.replace(/\.(json|xml)$/, '').padEnd(32)} ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`,
    );
  }
  // A task that failed outside its tests (a type error, a lint finding) is a failure too.
  if (status !== '0' && failed === 0) failed = 1;
  console.log('');
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}

if (import.meta.main) main(process.argv.slice(2));
