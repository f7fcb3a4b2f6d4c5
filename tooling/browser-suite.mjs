// Prevents: two suites that disagree about what a browser is. The configuration of Web Test Runner for every package whose tests run
// in pages: the three engines as they are found on this machine, and results that are counted.
//
// `BONAFIDE_BROWSERS=firefox,webkit` runs those alone; `BONAFIDE_REQUIRED_BROWSERS=chromium,firefox,webkit` makes a missing one a
// failure (default: Chromium).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { junitReporter } from '@web/test-runner-junit-reporter';
import puppeteer from 'puppeteer-core';
import { findTool } from '../scripts/ensure-tools.mjs';
import { skipReasons, toEngineResult } from './engine-matrix.ts';
import { lostSessionsReporter } from './lost-sessions.mjs';
import { webkitLauncher } from './webkit-launcher.mjs';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

const ENGINES = {
  chromium: (executablePath) =>
    chromeLauncher({
      puppeteer,
      launchOptions: {
        executablePath,
        args: [
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--disable-quic',
        ],
      },
    }),
  // WebDriver BiDi: no geckodriver.
  firefox: (executablePath) =>
    chromeLauncher({
      puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath,
        extraPrefsFirefox: { 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true },
      },
    }),
  webkit: (driver) => webkitLauncher({ driver, xvfb: findTool('xvfb') }),
};

/** The launchers of those that are here, and why the others are not run. */
function findBrowsers() {
  const only = process.env.BONAFIDE_BROWSERS?.split(',');
  const required = process.env.BONAFIDE_REQUIRED_BROWSERS?.split(',') ?? ['chromium'];
  const absent = [];
  const browsers = Object.entries(ENGINES).flatMap(([name, create]) => {
    if (only && !only.includes(name)) {
      absent.push({ engine: name, reason: 'this run was asked for others' });
      return [];
    }
    const path = findTool(name);
    if (path) return [create(path)];
    if (required.includes(name)) throw new Error(`${name} is needed for this run and was not found`);
    console.log(`${name}: not found on this machine, its tests are skipped`);
    absent.push({ engine: name, reason: 'not found on this machine' });
    return [];
  });
  return { browsers, absent };
}

/**
 * @param {{ name: string, plugins?: readonly object[] }} options name: what the results are called; plugins: of the dev server, before
 *   the one that takes the types away. Tests are `test/browser/*.test.ts`, and the server's root is the workspace.
 */
export function browserSuite({ name, plugins = [] }) {
  const results = process.env.TEST_RESULTS_DIR;
  const runName = process.env.BONAFIDE_RUN_NAME ?? name;
  /** Where `run-browser-suite.mjs` wants to read what every file came to, and which were lost. */
  const sessionReport = process.env.BONAFIDE_SESSION_REPORT;
  const { browsers, absent } = findBrowsers();
  const { reasonOf, plugin: skipReasonsPlugin } = skipReasons();
  const resultOf = (session) =>
    toEngineResult(session, relative(process.cwd(), session.testFile).replaceAll('\\', '/'), reasonOf);
  if (results) mkdirSync(results, { recursive: true });
  return {
    rootDir,
    files: ['test/browser/**/*.test.ts'],
    nodeResolve: { exportConditions: ['browser', 'production'] },
    concurrency: 1,
    concurrentBrowsers: 1,
    browsers,
    browserStartTimeout: 120_000,
    testsStartTimeout: 120_000,
    testsFinishTimeout: 300_000,
    testFramework: { config: { timeout: 60_000 } },
    plugins: [...plugins, skipReasonsPlugin, esbuildPlugin({ ts: true, target: 'es2022' })],
    reporters: [
      defaultReporter(),
      ...(results ? [junitReporter({ outputPath: join(results, `${runName}.xml`), reportLogs: false })] : []),
      ...(sessionReport
        ? [lostSessionsReporter(resultOf, (told) => writeFileSync(sessionReport, JSON.stringify({ ...told, absent })))]
        : []),
    ],
  };
}
