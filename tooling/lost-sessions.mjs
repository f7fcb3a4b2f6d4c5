/**
 * A reporter that hands over what every file came to in every browser, and the test files that failed without one of their tests having
 * failed: the browser did not start, or the runner lost the page. The default reporter tells them far above, and the counted results not at
 * all.
 *
 * @template Result
 * @param {(session: object) => Result} toResult
 * @param {(told: {
 *   lost: readonly { browser: string, file: string, said: readonly string[] }[],
 *   hasFailedTest: boolean,
 *   results: readonly Result[],
 * }) => void} tell
 */
export function lostSessionsReporter(toResult, tell) {
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
        results: [...sessions].map(toResult),
      });
    },
  };
}

function hasFailed({ tests, suites }) {
  return tests.some(({ passed, skipped }) => !passed && !skipped) || suites.some(hasFailed);
}
