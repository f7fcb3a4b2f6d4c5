// Prevents: a red run that names no test. A browser that does not start, or a page that the runner loses on a busy machine,
// fails a test file none of whose tests failed. Such files run once more, each in the browser that lost it; what the runner
// said of them is printed last, where a reader looks. A test that failed is never run again.
//
// Usage, in a package's folder: node ../../tooling/run-browser-suite.mjs [options of wtr]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';

/** So many lost files are a machine's bad moment; more are a fault of the suite (guess). */
const MAX_LOST = 4;

const folder = mkdtempSync(join(tmpdir(), 'bonafide-suite-'));
const report = join(folder, 'sessions.json');

function run(args, extra = {}) {
  rmSync(report, { force: true });
  const { status, error } = spawnSync('wtr', args, {
    stdio: 'inherit',
    env: { ...process.env, BONAFIDE_SESSION_REPORT: report, ...extra },
    shell: process.platform === 'win32',
  });
  if (error) console.error(`wtr could not be started: ${error.message}`);
  const told = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  return { status: status ?? 1, told };
}

function runAgain(lost) {
  const browsers = [...new Set(lost.map(({ browser }) => browser))];
  return browsers.every((browser) => {
    const files = lost.filter((one) => one.browser === browser).map(({ file }) => relative(process.cwd(), file));
    const { status } = run(['--files', ...files], {
      BONAFIDE_BROWSERS: browser,
      BONAFIDE_RUN_NAME: `${basename(process.cwd())}-browser-again-${browser}`,
    });
    return status === 0;
  });
}

let { status, told } = run(process.argv.slice(2));
if (status !== 0 && told !== null && told.lost.length > 0) {
  for (const { browser, file, said } of told.lost)
    console.log(`lost: ${relative(process.cwd(), file)} in ${browser}: ${said.join('; ') || 'nothing was said'}`);
  if (!told.hasFailedTest && told.lost.length <= MAX_LOST) status = runAgain(told.lost) ? 0 : 1;
}
rmSync(folder, { recursive: true, force: true });
process.exit(status);
