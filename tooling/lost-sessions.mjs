/**
 * A reporter that hands over the test files that failed without one of their tests having failed: the browser did not start, or the runner
 * lost the page. The default reporter tells them far above, and the counted results not at all.
 *
 * @param {(told: {
 *   lost: readonly { browser: string, file: string, said: readonly string[] }[],
 *   hasFailedTest: boolean,
 * }) => void} tell
 */
export function lostSessionsReporter(tell) {
  return {
    onTestRunFinished({ sessions }) {
      const failed = sessions.filter(({ passed }) => !passed);
      const lost = failed.filter(({ testResults }) => !testResults || !hasFailed(testResults));
      tell({
        lost: lost.map(({ browser, testFile, errors }) => ({
          browser: browser.name.toLowerCase(),
          file: testFile,
          said: errors.map(({ message }) => message),
        })),
        hasFailedTest: lost.length < failed.length,
      });
    },
  };
}

function hasFailed({ tests, suites }) {
  return tests.some(({ passed, skipped }) => !passed && !skipped) || suites.some(hasFailed);
}
