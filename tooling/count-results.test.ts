import { describe, expect, it } from 'vitest';
import { countFile } from './count-results.ts';

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
