import { describe, expect, it } from 'vitest';
import { countFile, secondTriesOf } from './count-results.ts';

describe('countFile', () => {
  it('reads vitest', () => {
    const text = JSON.stringify({
      numTotalTests: 6,
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      success: false,
    });
    expect(countFile('a.json', text)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  it('counts a vitest suite that did not load as a failure', () => {
    const text = JSON.stringify({
      numTotalTests: 0,
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      success: false,
    });
    expect(countFile('a.json', text).failed).toBe(1);
  });

  it('reads Playwright', () => {
    const text = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(countFile('a.json', text)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it('reads JUnit, telling failed and skipped cases from passed ones', () => {
    const text = `<testsuites><testsuite>
      <testcase name="a"/><testcase name="b"></testcase>
      <testcase name="c"><failure message="no"/></testcase><testcase name="d"><skipped/></testcase>
    </testsuite></testsuites>`;
    expect(countFile('a.xml', text)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it('refuses what it does not know', () => {
    expect(() => countFile('a.json', '{}')).toThrow(/no results file/);
  });
});

describe('secondTriesOf', () => {
  it('reads what the vitest suites leave', () => {
    expect(secondTriesOf(JSON.stringify({ secondTries: ['a.test.ts > waits'] }))).toEqual(['a.test.ts > waits']);
    expect(secondTriesOf(JSON.stringify({ numTotalTests: 1, numPassedTests: 1 }))).toEqual([]);
  });

  it('finds the flaky ones of Playwright, in suites of suites', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const inner = { title: 'a phone', specs: [spec('pays', 'flaky'), spec('leaves', 'expected')] };
    const report = { suites: [{ title: 'a.e2e.ts', specs: [spec('opens', 'expected')], suites: [inner] }], stats: {} };
    expect(secondTriesOf(JSON.stringify(report))).toEqual(['a.e2e.ts > a phone > pays']);
  });
});
