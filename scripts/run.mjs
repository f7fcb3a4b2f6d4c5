// `npm start`, `npm test` and the other commands of the root come here. Needs only Node 18 or later with npm: it fetches pnpm,
// installs the locked dependencies (Node 24 is one of them on Linux), and runs the job on that Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureTools, TOOLS } from './ensure-tools.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const pnpm = JSON.parse(readFileSync('package.json', 'utf8')).packageManager.split('+')[0];
const bin = join(root, 'node_modules', '.bin');
const results = join(root, '.results');
const windows = process.platform === 'win32';
const env = {
  ...process.env,
  // Nobody who runs this project's commands has agreed to a tool's telemetry.
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  npm_config_update_notifier: 'false',
  PATH: bin + delimiter + process.env.PATH,
};

/** Runs a command line with the project's pnpm on the PATH and returns its exit status. */
function run(line, extra = {}) {
  const { status, signal, error } = spawnSync('npx', ['--yes', '--prefer-offline', '--package', pnpm, '--call', line], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, ...extra },
    shell: windows,
  });
  if (error) console.error(`npx could not be started: ${error.message}`);
  if (signal) process.kill(process.pid, signal);
  return status ?? 1;
}

function runOrExit(line, extra) {
  const status = run(line, extra);
  if (status) process.exit(status);
}

/** The project's Node, or the one that runs this where no binary is locked for the platform. */
function projectNode() {
  const local = join(bin, 'node');
  const path = existsSync(local) ? local : process.execPath;
  const [major, minor] = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.slice(1).split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    console.error(`Node 22.18 or later is needed on this platform; ${path} is ${major}.${minor}.`);
    process.exit(1);
  }
  return path;
}

/** Runs a long-lived script; it ends when this process is told to end, or when whoever started this process is gone. */
function serve(...args) {
  const child = spawn(projectNode(), args, { stdio: 'inherit', env });
  const stop = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
}

const install = 'pnpm install --frozen-lockfile';
const turbo = 'pnpm exec turbo run';
const [job, ...rest] = process.argv.slice(2);

switch (job) {
  case 'start': {
    runOrExit(
      `${install} && ${turbo} build --filter=@bonafide/demo... --filter=@bonafide/hosted... --output-logs=errors-only`,
    );
    serve('apps/demo/src/serve.ts', ...rest);
    break;
  }
  case 'docs': {
    runOrExit(`${install} && ${turbo} build --filter=@bonafide/docs... --output-logs=errors-only`);
    process.chdir('apps/docs');
    serve(join(root, 'apps/docs/node_modules/vite/bin/vite.js'), 'preview', ...rest);
    break;
  }
  case 'test': {
    runOrExit(install);
    const found = ensureTools(Object.keys(TOOLS));
    if (!found.chromium) {
      console.error('Chrome or Chromium is needed: install it, or set CHROME_PATH to its path.');
      process.exit(1);
    }
    rmSync(results, { recursive: true, force: true });
    mkdirSync(results, { recursive: true });
    const status = run(
      `${turbo} lint format:check boundaries generate:check lint:spec build typecheck test test:package test:browser test:e2e --continue=dependencies-successful --concurrency=2`,
      { TEST_RESULTS_DIR: results },
    );
    const counted = spawnSync(projectNode(), ['tooling/count-results.ts', results, String(status)], {
      stdio: 'inherit',
      env,
    }).status;
    process.exit(status || (counted ?? 1));
    break;
  }
  case 'screens': {
    // A picture of every screen of the elements (phone and desktop, light and dark, right to left), and what axe says of it.
    runOrExit(`${install} && ${turbo} build --filter=@bonafide/elements... --output-logs=errors-only`);
    ensureTools(['chromium']);
    serve('packages/elements/test/screens.ts', rest[0] ?? '.cache/screens', ...rest.slice(1));
    break;
  }
  case 'release:version': {
    // Every changeset goes into the changelogs, and all packages get the next version. To be read and committed.
    runOrExit(`${install} && changeset version`);
    break;
  }
  case 'release:publish': {
    // What is not in the registry yet is published. Provenance needs a workflow that may ask for it: see docs/releases.md.
    runOrExit(`${install} && ${turbo} build --filter=./packages/* --output-logs=errors-only`);
    runOrExit('node tooling/write-sbom.ts .cache/sbom && changeset publish');
    break;
  }
  default: {
    console.error('usage: node scripts/run.mjs start | test | docs | screens | release:version | release:publish');
    process.exit(2);
  }
}
