// Prevents: a red run that names no test. A browser that does not start, or a page that the runner loses on a busy machine,
// fails a test file none of whose tests failed. Such files run once more, each in the browser that lost it; what the runner
// said of them is printed last, where a reader looks. A test that failed is never run again.
//
// Last comes the matrix of engines; where results are counted it is also written to `reports/<package>-engines.md` and `.json` there. A test
// that was left out without a reason fails the run.
//
// Usage: in a package's folder: node ../../tooling/run-browser-suite.mjs [options of wtr]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { toEngineMatrix, toEngineTable, unexplainedSkips } from './engine-matrix.ts';

/** So many lost files are a machine's bad moment; more are a fault of the suite (guess). */
const MAX_LOST = 4;

const folder = mkdtempSync(join(tmpdir(), 'bonafide-suite-'));
const report = join(folder, 'sessions.json');
/** Of all runs, oldest first. */
const results = [];

function run(args, extra = {}) {
  rmSync(report, { force: true });
  const { status, error } = spawnSync('wtr', args, {
    stdio: 'inherit',
    env: { ...process.env, BONAFIDE_SESSION_REPORT: report, ...extra },
    shell: process.platform === 'win32',
  });
  if (error) console.error(`wtr could not be started: ${error.message}`);
  const told = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  results.push(...(told?.results ?? []));
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

function tellMatrix(absent) {
  const matrix = toEngineMatrix(results, absent);
  const table = toEngineTable(matrix);
  console.log(`\n${table}`);
  if (process.env.TEST_RESULTS_DIR) {
    const reports = join(process.env.TEST_RESULTS_DIR, 'reports');
    mkdirSync(reports, { recursive: true });
    const name = basename(process.cwd());
    writeFileSync(join(reports, `${name}-engines.json`), `${JSON.stringify(matrix, null, 2)}\n`);
    writeFileSync(join(reports, `${name}-engines.md`), `# ${name} by engine\n\n${table}`);
  }
  const unexplained = unexplainedSkips(matrix);
  for (const each of unexplained) console.log(`left out without a reason: ${each}`);
  return unexplained.length === 0;
}

let { status, told } = run(process.argv.slice(2));
if (status !== 0 && told !== null && told.lost.length > 0) {
  for (const { browser, file, said } of told.lost)
    console.log(`lost: ${relative(process.cwd(), file)} in ${browser}: ${said.join('; ') || 'nothing was said'}`);
  if (!told.hasFailedTest && told.lost.length <= MAX_LOST) status = runAgain(told.lost) ? 0 : 1;
}
rmSync(folder, { recursive: true, force: true });
if (told !== null && !tellMatrix(told.absent)) status ||= 1;
process.exit(status);
